/**
 * `npm run pathway:rebuild` computes every stored pathway again from the milestones, on the hub that runs here or on the
 * registry that DATABASE_URL names. It can be run at any time, and be stopped and begun again.
 */
import "reflect-metadata";
import { join } from "node:path";
import { z } from "zod";
import { connect, createDatabase } from "../platform/database.ts";
import { StartupError } from "../platform/environment.ts";
import { runProcess } from "../platform/process.ts";
import { database as registry } from "../subgraphs/registry/store/database.ts";
import { rebuildPathways } from "../subgraphs/registry/store/rebuild-pathways.ts";
import { localFolder } from "./checkout.ts";
import { readPrivate } from "./start/private-file.ts";

/** Written by `npm start`. */
const STATE = z.object({ databaseUrls: z.object({ registry: z.string() }) });

await runProcess("pathway:rebuild", async () => {
  if (process.argv.length > 2)
    throw new StartupError("Use npm run pathway:rebuild without more: everybody is gone through.");
  const state = STATE.safeParse(readPrivate(join(localFolder, "state.json"))).data;
  const url = process.env["DATABASE_URL"] ?? state?.databaseUrls.registry;
  if (!url)
    throw new StartupError(
      "Continuum is not running here. Run npm start first, or name a registry with DATABASE_URL.",
    );
  const database = await connect(createDatabase(url, registry, 1));
  try {
    const rebuilt = await rebuildPathways(database, (candidates) => {
      if (process.stderr.isTTY) process.stderr.write(`\r  ${candidates} people`);
    });
    if (process.stderr.isTTY) process.stderr.write("\n");
    console.log(JSON.stringify(rebuilt));
  } finally {
    await database.destroy();
  }
});
