/** The whole hub as a developer starts it: `npm start`'s own process, with the demonstration world, once for a test run. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readKeys } from "../../local/login/keys.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona } from "../../local/personas.ts";
import type { LocalState } from "../../local/start/state.ts";
import { until } from "./background.ts";
import { PATIENT } from "./patient.ts";
import { unusedPort } from "./ports.ts";
import { untilSettled } from "./settled.ts";
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
  /** Waits until nothing goes on by itself any more: no delivery of what was changed before, no daily duty. */
  settled: () => Promise<void>;
  /** What each subgraph did while `work` ran, in a hub that is settled. */
  watch: (work: () => Promise<unknown>) => Promise<Record<string, Work>>;
  /** The id of the candidate known to all five organisations. */
  demoCandidate: string;
}

const SUBGRAPHS = ["registry", "fccq", "eer", "ccmm", "regional"] as const;
type Subgraph = (typeof SUBGRAPHS)[number];

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
    settled: () => untilSettled(Object.values(state.ownerDatabaseUrls)),
    watch: (work) => watch(state, folder, work),
  };
}

async function start(folder: string): Promise<void> {
  const child = spawn(process.execPath, ["dist/local/start.js"], {
    env: {
      ...process.env,
      ...PATIENT,
      CONTINUUM_FOLDER: folder,
      PORT: String(await unusedPort()),
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
async function watch(state: LocalState, folder: string, work: () => Promise<unknown>) {
  await Promise.all(SUBGRAPHS.map((name) => linesUpToNow(state, folder, name)));
  await work();
  return Object.fromEntries(
    await Promise.all(
      SUBGRAPHS.map(async (name): Promise<[string, Work]> => {
        const entries = await linesUpToNow(state, folder, name);
        const statements = entries.flatMap(({ msg, sql }) => (msg === "statement" && sql ? [sql] : []));
        const fetches = entries.filter(({ msg, path }) => msg === "answered" && path === "/graphql").length;
        return [name, { fetches, statements: statementsPerTable(statements), texts: tally(statements) }];
      }),
    ),
  );
}

interface Line {
  msg: string;
  path?: string;
  sql?: string;
}

/** How far each log was read. */
const read = new Map<string, number>();

/** What a subgraph has logged since this was last asked; other processes write it, a moment after they answered. */
async function linesUpToNow(state: LocalState, folder: string, name: Subgraph): Promise<Line[]> {
  // A process writes its lines in order: behind the line of a question that only this asks, nothing is still to come.
  await (await fetch(new URL(MARK, state.subgraphUrls[name]))).text();
  const file = join(folder, "logs", `${name}.log`);
  const from = read.get(name) ?? 0;
  let lines: Line[] = [];
  await until(() => {
    const text = readFileSync(file).subarray(from).toString("utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    lines = whole
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    if (!lines.some(({ path }) => path === NOWHERE)) return false;
    read.set(name, from + Buffer.byteLength(whole));
    return true;
  });
  return lines.filter(({ path }) => path !== NOWHERE);
}

/** Where no subgraph has anything, and what its log calls such an address. */
const MARK = "/nothing-is-here";
const NOWHERE = "unknown";
