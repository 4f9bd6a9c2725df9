/** The whole hub as a developer starts it: `npm start`'s own process, with the demonstration world, once for a test run. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readKeys } from "../../local/login/keys.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona } from "../../local/personas.ts";
import type { LocalState } from "../../local/start/state.ts";
import { statementsPerTable, tally } from "./statements.ts";

export interface Answer<Data = Record<string, unknown>> {
  data: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** What one subgraph did for one question. */
export interface Work {
  /** Requests of the gateway. */
  fetches: number;
  /** SQL statements by the table that each is about. */
  statements: Record<string, number>;
  /** How often each statement was sent, by its text. */
  texts: Record<string, number>;
}

export interface Hub {
  state: LocalState;
  /** The answer to a question, asked over HTTP with the persona's own token. */
  ask: <Data = Record<string, unknown>>(
    persona: string,
    query: string,
    variables?: Record<string, unknown>,
  ) => Promise<Answer<Data>>;
  /** What each subgraph did while `work` ran. */
  watch: (work: () => Promise<unknown>) => Promise<Record<string, Work>>;
  /** The id of the candidate known to all five organisations. */
  demoCandidate: string;
}

const SUBGRAPHS = ["registry", "fccq", "eer", "ccmm", "regional"];

/** The hub of this test run: started by the first suite that asks, stopped by the global teardown. */
export async function openHub(): Promise<Hub> {
  const folder = join(process.env["TEST_HUB_FOLDER"] ?? "", "hub");
  if (!existsSync(join(folder, "state.json"))) await start(folder);
  const state = JSON.parse(readFileSync(join(folder, "state.json"), "utf8")) as LocalState;
  const { demoCandidate } = JSON.parse(readFileSync(join(folder, "world.json"), "utf8")) as {
    demoCandidate: string;
  };
  const keys = await readKeys(state.loginKeys);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (name: string): Promise<string> => {
    const persona = findPersona(name);
    if (!persona) throw new Error(`there is no persona ${name}`);
    const token = tokens.get(name) ?? requestToken(state.issuer, persona, keys?.clientSecrets[name]);
    tokens.set(name, token);
    return token;
  };
  return {
    state,
    demoCandidate,
    async ask(persona, query, variables = {}) {
      const response = await fetch(`${state.gatewayUrl}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await tokenOf(persona)}` },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as never;
    },
    watch: (work) => watch(folder, work),
  };
}

async function start(folder: string): Promise<void> {
  const child = spawn(process.execPath, ["dist/local/start.js"], {
    env: {
      ...process.env,
      CONTINUUM_FOLDER: folder,
      PORT: String(await freePort()),
      LOG_LEVEL: "debug",
      // What the gateway asks for itself would be counted with what a question asks.
      TRUSTED_OPERATIONS_SECONDS: "86400",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += String(chunk)));
  while (!existsSync(join(folder, "state.json"))) {
    if (child.exitCode !== null) throw new Error(`the hub did not start: ${complaint}`);
    await pause(100);
  }
  // It goes on after this suite, for the next ones.
  child.stderr.destroy();
  child.unref();
}

/** Reads from the logs what each subgraph did while `work` ran; one question at a time. */
async function watch(folder: string, work: () => Promise<unknown>): Promise<Record<string, Work>> {
  const log = (name: string) => readFileSync(join(folder, "logs", `${name}.log`), "utf8");
  await quiet(folder);
  const before = new Map(SUBGRAPHS.map((name) => [name, log(name).length]));
  await work();
  await quiet(folder);
  return Object.fromEntries(
    SUBGRAPHS.map((name) => {
      const lines = log(name).slice(before.get(name)).split("\n").filter(Boolean);
      const entries = lines.map((line) => JSON.parse(line) as { msg: string; path?: string; sql?: string });
      const statements = entries.flatMap(({ msg, sql }) => (msg === "statement" && sql ? [sql] : []));
      const fetches = entries.filter(({ msg, path }) => msg === "answered" && path === "/graphql").length;
      return [name, { fetches, statements: statementsPerTable(statements), texts: tally(statements) }];
    }),
  );
}

/** Waits until the logs have stood still for a while: other processes write them, a moment after they answered. */
async function quiet(folder: string): Promise<void> {
  const size = () =>
    SUBGRAPHS.reduce((sum, name) => sum + statSync(join(folder, "logs", `${name}.log`)).size, 0);
  let seen = -1;
  while (seen !== size()) {
    seen = size();
    await pause(150);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
