/**
 * `npm run hostile [-- --seconds N]`: every kind of hostile request, over and over, while another client asks the unified
 * view at a steady rate; first without the attack, then under it. With `--costs` instead what each kind costs the gateway.
 * Ends with one line of JSON.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Agent, request } from "undici";
import { checkout } from "../../local/checkout.ts";
import { StartupError } from "../../platform/environment.ts";
import { runProcess } from "../../platform/process.ts";
import type { Tally } from "./attacker.ts";
import { measureCosts, type Cost } from "./costs.ts";
import { startSurroundings } from "./gateway.ts";
import { startWatched, type Seen } from "./watched.ts";

/** Requests a second of the honest client. */
const RATE = 40;
/** What a partner takes to answer, in milliseconds. */
const PARTNER = 5;

await runProcess("hostile", async () => {
  const { seconds, costs } = readArguments(process.argv.slice(2));
  if (costs) return reportCosts(await measureCosts());
  const surroundings = await startSurroundings(PARTNER);
  const gateway = await startWatched(surroundings.environment);
  const { url, watch } = gateway;
  try {
    const honest = await surroundings.issuer.token({ claims: { sub: "honest" } });
    const hostile = await surroundings.issuer.token({ claims: { sub: "hostile", purposes: ["SUPPORT"] } });
    await steady(url, honest, 3);
    await watch();
    const quiet = await steady(url, honest, seconds);
    console.error(`quiet:        ${describe(quiet)}; ${standstill(await watch())}`);
    const attacker = fork(join(checkout, "dist/tests/hostile/attacker.js"), [url, hostile]);
    const told = once(attacker, "message") as Promise<[Tally[]]>;
    const attacked = await steady(url, honest, seconds);
    const seen = await watch();
    attacker.send("stop");
    const [tallies] = await told;
    console.error(`under attack: ${describe(attacked)}; ${standstill(seen)}`);
    report(tallies);
    const count = (result: string) => tallies.filter(({ first }) => first?.result === result).length;
    const late = tallies.filter((tally) => tally.late > 0).length;
    console.log(
      JSON.stringify({
        kinds: tallies.length,
        refused: count("refused"),
        served: count("served"),
        late,
        surprises: tallies.filter(({ asExpected }) => !asExpected).length,
        p99Quiet: round(quantile(quiet.times, 0.99)),
        p99Attacked: round(quantile(attacked.times, 0.99)),
        wrong: quiet.wrong + attacked.wrong,
      }),
    );
    if (late > 0 || quiet.wrong + attacked.wrong > 0) process.exitCode = 1;
  } finally {
    gateway.stop();
    await surroundings.close();
  }
});

interface Steady {
  /** From when each request was due to its last byte, in milliseconds. */
  times: number[];
  /** Answers that were not the right one. */
  wrong: number;
}

/** Asks at a steady rate, whether or not the answers keep up: who waits in a line is counted as waiting. */
async function steady(url: string, token: string, seconds: number): Promise<Steady> {
  const agent = new Agent({ connections: 64 });
  const query = readFileSync(join(checkout, "docs/queries/unified-view.graphql"), "utf8");
  const result: Steady = { times: [], wrong: 0 };
  const ask = async (due: number, id: string) => {
    const { statusCode, body } = await request(`${url}/graphql`, {
      method: "POST",
      dispatcher: agent,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const { data, errors } = (await body.json()) as {
      data?: { candidate?: { welcome?: unknown } };
      errors?: unknown;
    };
    result.times.push(performance.now() - due);
    if (statusCode !== 200 || errors || !data?.candidate?.welcome) result.wrong += 1;
  };
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; number < seconds * RATE; number++) {
    const due = start + (number * 1000) / RATE;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    asked.push(
      ask(due, `candidate-${number}`).catch(() => {
        result.wrong += 1;
      }),
    );
  }
  await Promise.all(asked);
  await agent.close();
  return result;
}

function report(tallies: readonly Tally[]): void {
  for (const { name, first, asExpected } of tallies)
    if (!asExpected) console.error(`surprise: ${name}: ${first?.result} ${first?.status} ${first?.code}`);
  const slowest = tallies
    .filter(({ name }) => !name.startsWith("slow"))
    .sort((a, b) => b.slowest - a.slowest)
    .slice(0, 5);
  for (const { name, slowest: worst } of slowest) console.error(`${String(worst).padStart(6)} ms  ${name}`);
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  console.error(
    `${sum(({ sent }) => sent)} hostile requests: ${sum(({ refused }) => refused)} refused, ${sum(({ served }) => served)} served, ${sum(({ late }) => late)} late`,
  );
}

/** The costs of refusals: of each code the median and the dearest kind, and those that cost more than they should. */
function reportCosts(costs: readonly Cost[]): void {
  const refused = costs.filter(({ code }) => code !== null);
  const byCode = Map.groupBy(refused, ({ code }) => code ?? "");
  for (const [code, kinds] of [...byCode].sort(([a], [b]) => a.localeCompare(b))) {
    const [dearest] = kinds;
    const median = quantile(
      kinds.map(({ cpu }) => cpu),
      0.5,
    );
    console.error(
      `${median.toFixed(2).padStart(7)} ${(dearest?.cpu ?? 0).toFixed(2).padStart(7)} ms  ${code.padEnd(32)} ${kinds.length} kinds, dearest ${dearest?.name} (${dearest?.kilobytes} kB)`,
    );
  }
  const dear = refused.filter(({ cpu }) => cpu >= 1);
  for (const { name, code, cpu, kilobytes } of dear)
    console.error(`${cpu.toFixed(2).padStart(7)} ms  ${name} (${code}, ${kilobytes} kB)`);
  console.log(
    JSON.stringify({
      kinds: refused.length,
      codes: byCode.size,
      medianMilliseconds: Number(
        quantile(
          refused.map(({ cpu }) => cpu),
          0.5,
        ).toFixed(3),
      ),
      overOneMillisecond: dear.length,
    }),
  );
}

function describe({ times, wrong }: Steady): string {
  return `${times.length} requests, p50 ${round(quantile(times, 0.5))} ms, p99 ${round(quantile(times, 0.99))} ms, ${wrong} wrong`;
}

function standstill({ worst, p99 }: Seen): string {
  return `the gateway stood still ${round(worst)} ms at the worst, ${round(p99)} ms one time in a hundred`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function readArguments(args: string[]): { seconds: number; costs: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { seconds: { type: "string", default: "20" }, costs: { type: "boolean", default: false } },
    });
    const seconds = Number(values.seconds);
    if (seconds >= 1 && seconds <= 3_600) return { seconds, costs: values.costs };
  } catch {
    // An option that does not exist: the sentence below says what does.
  }
  throw new StartupError(
    "Use npm run hostile, with -- --seconds N for how long each half takes, or with -- --costs for what each kind costs.",
  );
}
