import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkout } from "./checkout.ts";
import { isFree } from "./postgres/free-port.ts";
import { isAlive, parentOf } from "./postgres/process-table.ts";
import { withClient } from "../platform/provision-database.ts";
import { unusedPort } from "../tests/support/ports.ts";
import type { LocalState } from "./start/state.ts";

/** Stands for each service: a real process with a real connection, that does what the files of the checkout tell it. */
const SERVICE = `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";
export async function run(name) {
  const note = (what) => appendFileSync("notes", what + "\\n");
  appendFileSync("pids", process.pid + "\\n");
  if (existsSync("broken-" + name)) {
    console.error("DATABASE_URL is wrong: must be an address.");
    process.exit(1);
  }
  const address = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL ?? process.env.REGISTRY_DATABASE_URL;
  const client = address && new pg.Client({ connectionString: address });
  client?.on("error", () => {});
  if (client) await client.connect();
  if (process.argv[2] === "migrate") {
    await client.query("create table if not exists visit (at timestamptz default now())");
    note("migrate " + name);
    return client.end();
  }
  if (name === "world") {
    await client.query("insert into visit default values");
    writeFileSync(process.env.WORLD_FILE, JSON.stringify({ demoCandidate: "0198c0de-0000-7000-8000-000000000001" }));
    note("world");
    return client.end();
  }
  if (client) await client.query("insert into visit default values");
  console.log(JSON.stringify({ level: 40, msg: name + " is only a stand-in" }));
  createServer((request, response) => {
    if (request.url === "/die") {
      console.log(JSON.stringify({ level: 60, msg: "out of memory" }));
      process.exit(3);
    }
    response.end(JSON.stringify(process.env));
  }).listen(Number(process.env.PORT), process.env.HOST);
  process.on("SIGTERM", () => { note("stop " + name); process.exit(0); });
}
`;
const ENTRIES = [
  "gateway",
  "local/login",
  "local/world",
  ...["registry", "fccq", "eer", "ccmm", "regional"].map((name) => `subgraphs/${name}`),
];

let root: string;
let port: number;
const path = (...names: string[]) => join(root, ...names);
const lines = (name: string) =>
  existsSync(path(name)) ? readFileSync(path(name), "utf8").trim().split("\n") : [];
const state = () => JSON.parse(readFileSync(path(".continuum/state.json"), "utf8")) as LocalState;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "continuum-start-"));
  port = await unusedPort();
  for (const folder of ["local", "platform"])
    cpSync(join(checkout, folder), path(folder), { recursive: true });
  symlinkSync(join(checkout, "node_modules"), path("node_modules"));
  writeFileSync(path("package.json"), '{ "type": "module", "scripts": { "start": "node local/start.ts" } }');
  for (const entry of ENTRIES) {
    mkdirSync(path("dist", entry), { recursive: true });
    const name = entry.split("/").at(-1);
    writeFileSync(
      path("dist", entry, "main.js"),
      `import { run } from "service"; await run("${name}");`.replace(
        '"service"',
        JSON.stringify(path("dist/service.js")),
      ),
    );
  }
  writeFileSync(path("dist/service.js"), SERVICE);
});

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  }
});

afterAll(() => {
  // Where the data went when the account of PostgreSQL could not enter a private temporary folder.
  const data = lines("data-folders")[0];
  if (data) rmSync(dirname(data), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

const running: ChildProcess[] = [];

function start(env: Record<string, string> = {}, command = [process.execPath, "local/start.ts"]) {
  const [program = "", ...args] = command;
  // Under npm test we are started by npm too, and this start is not: it must not look for one.
  const ownEnv = { ...process.env, npm_lifecycle_event: undefined };
  const child = spawn(program, args, { cwd: root, env: { ...ownEnv, PORT: String(port), ...env } });
  running.push(child);
  const started = { child, output: "", ended: once(child, "close").then(([code]) => code as number | null) };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => (started.output += String(text)));
  return started;
}

async function startAndWait(command?: string[]) {
  const started = start({}, command);
  await until(() => started.output.includes("Continuum is ready") || started.child.exitCode !== null);
  if (!started.output.includes("Continuum is ready")) throw new Error(started.output);
  await noteData();
  return started;
}

async function noteData() {
  const { rows } = await withClient(state().adminDatabaseUrl, (admin) => admin.query("show data_directory"));
  writeFileSync(path("data-folders"), String(rows[0].data_directory));
}

async function until(condition: () => boolean, patience = 120_000): Promise<void> {
  for (const end = Date.now() + patience; !condition(); await sleep(20)) {
    if (Date.now() > end) throw new Error("It did not come to that in time.");
  }
}

/** The processes of all starts so far that still run, PostgreSQL's included. */
function alive(): number[] {
  const postmaster = path("pids-postgres");
  return [...lines("pids"), ...(existsSync(postmaster) ? lines("pids-postgres") : [])]
    .map(Number)
    .filter(isAlive);
}

function notePostmaster() {
  const data = lines("data-folders")[0] ?? "";
  const pid = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0];
  writeFileSync(path("pids-postgres"), `${pid}\n`);
}

describe("npm start", () => {
  it("starts everything, says what to open and what to try, and keeps secrets to the user", async () => {
    const { output } = await startAndWait();
    expect(output).toMatch(`http://localhost:${port}/`);
    expect(output).toMatch("npm run --silent token -- counsellor@promis");
    expect(output).toMatch("gateway: gateway is only a stand-in");
    for (const name of readdirSync(path(".continuum")).filter((file) => file.endsWith(".json"))) {
      if (name === "world.json") continue;
      expect({ name, mode: statSync(path(".continuum", name)).mode & 0o777 }).toEqual({ name, mode: 0o600 });
    }
    for (const secret of ["postgres", "grantKeys", "passport", "databases"]) {
      const value = JSON.stringify(JSON.parse(readFileSync(path(".continuum/secrets.json"), "utf8"))[secret]);
      for (const part of value.match(/[\w-]{43,}/g) ?? []) expect(output).not.toMatch(part);
    }
  });

  it("gives each service what is its own, and no other's key or database", async () => {
    await startAndWait();
    const told = async (url: string) => (await (await fetch(url)).json()) as Record<string, string>;
    const { gatewayUrl, issuer, subgraphUrls } = state();
    const gateway = await told(gatewayUrl);
    expect(gateway).toMatchObject({
      PORT: String(port),
      FCCQ_URL: subgraphUrls.fccq,
      OIDC_ISSUER: issuer,
      EXPLORER: "on",
      DEMO_CANDIDATE: "0198c0de-0000-7000-8000-000000000001",
    });
    const registry = await told(subgraphUrls.registry);
    const fccq = await told(subgraphUrls.fccq);
    expect(fccq["GRANT_KEY"]).toBe(registry["FCCQ_GRANT_KEY"]);
    expect(fccq["DATABASE_URL"]).toMatch(/^postgres:\/\/fccq:.*\/fccq$/);
    const secretsOf = (env: Record<string, string>) =>
      Object.keys(env)
        .filter((name) => /KEY|DATABASE|PASSWORD/.test(name) && !/^TEST_|PATH/.test(name))
        .sort();
    expect(secretsOf(fccq)).toEqual(["DATABASE_URL", "GRANT_KEY", "PASSPORT_PUBLIC_KEYS"]);
    expect(secretsOf(gateway)).toEqual(["PASSPORT_PRIVATE_KEY"]);
    expect(secretsOf(await told(issuer))).toEqual(["LOGIN_KEYS"]);
  });

  it("keeps data, keys and ports for the next start, which neither migrates nor loads again", async () => {
    const first = await startAndWait();
    const before = state();
    const secrets = readFileSync(path(".continuum/secrets.json"), "utf8");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(existsSync(path(".continuum/state.json"))).toBe(false);
    writeFileSync(path("notes"), "");

    await startAndWait();
    expect(state().databaseUrls).toEqual(before.databaseUrls);
    expect(state().issuer).toBe(before.issuer);
    expect(readFileSync(path(".continuum/secrets.json"), "utf8")).toBe(secrets);
    expect(lines("notes").filter((note) => /migrate|world/.test(note))).toEqual([]);
    const { rows } = await withClient(state().databaseUrls.eer, (eer) =>
      eer.query("select count(*)::int from visit"),
    );
    expect(rows[0].count).toBeGreaterThan(1);
  });

  it("migrates again the partner whose build has changed", async () => {
    writeFileSync(
      path("dist/subgraphs/eer/main.js"),
      `${readFileSync(path("dist/subgraphs/eer/main.js"), "utf8")}\n`,
    );
    writeFileSync(path("notes"), "");
    await startAndWait();
    expect(lines("notes").filter((note) => /migrate/.test(note))).toEqual(["migrate eer"]);
  });

  it("stops the gateway first and leaves nothing running", async () => {
    const { child, ended } = await startAndWait();
    notePostmaster();
    writeFileSync(path("notes"), "");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(lines("notes")[0]).toBe("stop gateway");
    expect(lines("notes")).toHaveLength(7);
    expect(alive()).toEqual([]);
  });

  it("can be broken off while it starts, and leaves nothing running", async () => {
    const { child, ended } = start();
    await until(() => lines("pids").some((pid) => isAlive(Number(pid))));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(alive()).toEqual([]);
  });
});

describe("After npm start was killed hard", () => {
  it("nothing is left running, and the next start works", async () => {
    const { child } = await startAndWait();
    notePostmaster();
    child.kill("SIGKILL");
    await until(() => alive().length === 0);
    await startAndWait();
  });

  it("the next start works at once, even before everything has ended", async () => {
    const { child } = await startAndWait();
    child.kill("SIGKILL");
    await once(child, "exit");
    await startAndWait();
  });

  it("nothing is left running when it was npm that was killed", async () => {
    const { child } = await startAndWait(["npm", "start"]);
    notePostmaster();
    child.kill("SIGKILL");
    await until(() => alive().length === 0);
    await until(() => !existsSync(path(".continuum/start.pid")));
  });

  it("a PostgreSQL whose guard was killed too is stopped by the next start", async () => {
    const { child } = await startAndWait();
    notePostmaster();
    const postmaster = Number(lines("pids-postgres")[0]);
    const guard = parentOf(postmaster) ?? 0;
    process.kill(guard, "SIGKILL");
    child.kill("SIGKILL");
    await until(() => lines("pids").every((pid) => !isAlive(Number(pid))));
    expect(isAlive(postmaster)).toBe(true);
    const { output } = await startAndWait();
    expect(output).toMatch("Stopped a PostgreSQL that an earlier start had left running.");
    expect(isAlive(postmaster)).toBe(false);
  });
});

describe("What goes wrong is one sentence, and an exit that says so", () => {
  it("a port that is in use, before anything slow", async () => {
    const other = createServer().listen(port);
    await once(other, "listening");
    const { ended, output } = await finish(start());
    other.close();
    expect(ended).toBe(1);
    expect(output).toBe(
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 10} npm start\n`,
    );
  });

  it("a bad variable", async () => {
    const { ended, output } = await finish(start({ PORT: "four thousand" }));
    expect(ended).toBe(1);
    expect(output).toMatch(/^The environment is not complete: PORT is wrong: .*\n$/);
  });

  it("a port that nobody could find again", async () => {
    const { ended, output } = await finish(start({ PORT: "0" }));
    expect(ended).toBe(1);
    expect(output).toMatch(/^PORT is 0: name the port.*\n$/);
  });

  it("a second start while one runs, which goes on undisturbed", async () => {
    const first = await startAndWait();
    const { ended, output } = await finish(start({ PORT: String(port + 1) }));
    expect(ended).toBe(1);
    expect(output).toBe(
      `Continuum already runs from this folder (process ${first.child.pid}), at http://localhost:${port}/. Stop it with Ctrl-C where it was started, then start again.\n`,
    );
    expect((await fetch(`http://127.0.0.1:${port}/`)).ok).toBe(true);
    expect(existsSync(path(".continuum/state.json"))).toBe(true);
  });

  it("a service that dies: which and why, and the rest is stopped", async () => {
    const started = await startAndWait();
    notePostmaster();
    await fetch(new URL("/die", state().subgraphUrls.ccmm)).catch(() => {});
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(
      "ccmm stopped unexpectedly (exit code 3): out of memory. Its log is .continuum/logs/ccmm.log.",
    );
    expect(alive()).toEqual([]);
    expect(await isFree(port)).toBe(true);
  });

  it("a service that refuses to start", async () => {
    writeFileSync(path("broken-gateway"), "");
    const { ended, output } = await finish(start());
    rmSync(path("broken-gateway"));
    expect(ended).toBe(1);
    expect(output).toMatch(
      "gateway stopped unexpectedly (exit code 1): DATABASE_URL is wrong: must be an address.",
    );
    expect(output).not.toMatch(/\n\s+at /);
    expect(alive()).toEqual([]);
  });

  it("a PostgreSQL that dies", async () => {
    const started = await startAndWait();
    notePostmaster();
    process.kill(Number(lines("pids-postgres")[0]), "SIGQUIT");
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch("PostgreSQL ended unexpectedly. Its log is .continuum/logs/postgres.log.");
    expect(alive()).toEqual([]);
  });

  it("a world that is not built", async () => {
    rmSync(path("dist/local/world"), { recursive: true });
    const { ended, output } = await finish(start());
    expect(ended).toBe(1);
    expect(output).toMatch("world is not there: dist/local/world/main.js is missing.");
  });

  it("secrets that were lost while the data stayed", async () => {
    rmSync(path(".continuum/secrets.json"));
    const data = lines("data-folders")[0] ?? "";
    const { ended, output } = await finish(start());
    expect(ended).toBe(1);
    if (data.startsWith(root)) expect(output).toMatch("The password of the local PostgreSQL");
    else expect(output).toMatch("world is not there");
  });
});

async function finish(started: ReturnType<typeof start>) {
  return { ended: await started.ended, output: started.output };
}
