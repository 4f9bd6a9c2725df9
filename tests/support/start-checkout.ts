/** A checkout whose services are stand-ins, for the tests of how `npm start` starts, stops and fails. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkout } from "../../local/checkout.ts";
import { isAlive } from "../../local/postgres/process-table.ts";
import type { LocalState } from "../../local/start/state.ts";
import { withClient } from "../../platform/provision-database.ts";
import { until } from "./background.ts";
import { unusedPort } from "./ports.ts";

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
    if (existsSync(".continuum/ports.json")) note("ports were chosen before the world was there");
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

/** A start of the hub, and all that it has printed so far. */
export interface Started {
  child: ChildProcess;
  output: string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

export class StartCheckout {
  readonly root = mkdtempSync(join(tmpdir(), "continuum-start-"));
  readonly #running: ChildProcess[] = [];

  private constructor(readonly port: number) {
    for (const folder of ["local", "platform"])
      cpSync(join(checkout, folder), this.path(folder), { recursive: true });
    symlinkSync(join(checkout, "node_modules"), this.path("node_modules"));
    this.write("package.json", '{ "type": "module", "scripts": { "start": "node local/start.ts" } }');
    const service = JSON.stringify(this.path("dist/service.js"));
    for (const entry of ENTRIES) {
      mkdirSync(this.path("dist", entry), { recursive: true });
      this.write(
        `dist/${entry}/main.js`,
        `import { run } from ${service}; await run("${entry.split("/").at(-1)}");`,
      );
    }
    this.write("dist/service.js", SERVICE);
  }

  static async open(): Promise<StartCheckout> {
    return new StartCheckout(await unusedPort());
  }

  path(...names: string[]): string {
    return join(this.root, ...names);
  }

  /** The lines of a file; none where there is no file. */
  lines(name: string): string[] {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), "utf8").trim().split("\n") : [];
  }

  write(name: string, text: string): void {
    writeFileSync(this.path(name), text);
  }

  state(): LocalState {
    return JSON.parse(readFileSync(this.path(".continuum/state.json"), "utf8")) as LocalState;
  }

  start(env: Record<string, string> = {}, command = [process.execPath, "local/start.ts"]): Started {
    const [program = "", ...args] = command;
    // Under npm test we are started by npm too, and this start is not: it must not look for one.
    const ownEnv = { ...process.env, npm_lifecycle_event: undefined };
    const child = spawn(program, args, {
      cwd: this.root,
      env: { ...ownEnv, PORT: String(this.port), ...env },
    });
    this.#running.push(child);
    const ended = once(child, "close").then(([code]) => code as number | null);
    const started: Started = { child, output: "", ended };
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => (started.output += String(text)));
    return started;
  }

  async startAndWait(command?: string[]): Promise<Started> {
    const started = this.start({}, command);
    const isReady = () => started.output.includes("Continuum is ready");
    await until(() => isReady() || started.child.exitCode !== null);
    if (!isReady()) throw new Error(started.output);
    const { rows } = await withClient(this.state().adminDatabaseUrl, (admin) =>
      admin.query<{ data_directory: string }>("show data_directory"),
    );
    this.write("data-folders", String(rows[0]?.data_directory));
    return started;
  }

  /** What a start that fails printed, and its exit code. */
  async finish(env: Record<string, string> = {}): Promise<{ ended: number | null; output: string }> {
    const started = this.start(env);
    return { ended: await started.ended, output: started.output };
  }

  /** The processes of all starts so far that still run, PostgreSQL's included. */
  alive(): number[] {
    return [...this.lines("pids"), ...this.lines("pids-postgres")].map(Number).filter(isAlive);
  }

  /** Remembers PostgreSQL's process, and gives it. */
  notePostmaster(): number {
    const data = this.lines("data-folders")[0] ?? "";
    const pid = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0];
    this.write("pids-postgres", `${pid}\n`);
    return Number(pid);
  }

  /** Ends what a test left running. */
  async stopAll(): Promise<void> {
    for (const child of this.#running.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
    }
  }

  remove(): void {
    // Where the data went when the account of PostgreSQL could not enter a private temporary folder.
    const data = this.lines("data-folders")[0];
    if (data) rmSync(dirname(data), { recursive: true, force: true });
    rmSync(this.root, { recursive: true, force: true });
  }
}
