import "reflect-metadata";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { connect, createDatabase } from "../../platform/database.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { importFile } from "../../local/registrations/import-file.ts";
import { startOwnRegistry } from "./own-registry.ts";
import { writePeople } from "./people-file.ts";

const rows = Number(process.argv[2] ?? 20000);
const server = await startOwnRegistry(29100);
try {
  const file = join(server.folder, "people.csv");
  let t = performance.now();
  await writePeople({ file, rows, seed: "rates" });
  console.error("written", performance.now() - t);
  const url = await server.make("registry");
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    "create table plain (a text,b text,c text,d text,e text,f text,g text,h text,i text,j text,k text,l text)",
  );
  for (let i = 0; i < 3; i++) {
    t = performance.now();
    await pipeline(
      createReadStream(file),
      client.query(copyFrom("copy plain from stdin with (format csv, header)")),
    );
    console.error("copy", rows / ((performance.now() - t) / 1000));
  }
  await client.end();
  const registry = await connect(createDatabase(url, database, 2));
  t = performance.now();
  const done = await importFile(registry, {
    organisation: "promis",
    file,
    mapping: null,
    dryRun: false,
    refuseAll: false,
    threads: Number(process.argv[3] ?? 1),
    complain: (l) => console.error(l),
    progress: () => undefined,
  });
  console.error(done, rows / ((performance.now() - t) / 1000));
  await registry.destroy();
} finally {
  await server.stop();
}
