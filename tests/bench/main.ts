/** `npm run bench`: this gateway, the stock set-up and Hive Gateway, side by side before the same five subgraphs. */
import { StartupError } from "../../platform/environment.ts";
import { runAccess, type AccessResult } from "./access.ts";
import { planOf, type Plan } from "./arguments.ts";
import { benchMilestones } from "./milestones.ts";
import { ensurePeers } from "./peers.ts";
import { describeMachine } from "./report.ts";
import { runScale, type ScaleResult } from "./run.ts";
import { say } from "./terminal.ts";
import { rounded } from "./figures.ts";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  // What was started ends with this process: each part watches whether it is still there.
  process.once(signal, () => process.exit(130));

try {
  const args = process.argv.slice(2);
  if (args[0] === "--milestones") {
    say(JSON.stringify({ benchmark: "milestones", ...(await benchMilestones(60, 15)) }));
    process.exit();
  }
  process.exitCode = await run(planOf(args));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}

/** Runs all scales; 1 when one failed or gateways did not answer alike, because then they cannot be compared. */
async function run(plan: Plan): Promise<number> {
  const started = performance.now();
  say(
    plan.quick ? "A quick benchmark: its figures are a hint, no more." : "The whole benchmark: half an hour.",
  );
  if (plan.access) return await runAccessOnly(plan, started);
  await ensurePeers();
  const scales: ScaleResult[] = [];
  const failures: string[] = [];
  for (const scale of plan.scales) {
    try {
      scales.push(await runScale(scale, plan));
    } catch (error) {
      // What was measured before it is not lost.
      failures.push(`The world times ${scale} was not measured: ${sentenceOf(error)}`);
      process.stderr.write(`${failures.at(-1)}\n`);
    }
  }
  const differences = scales.flatMap(({ questions }) =>
    questions.flatMap((question) => question.differences),
  );
  const minutes = (performance.now() - started) / 60_000;
  say(`\nTook ${minutes.toFixed(1)} minutes.`);
  if (differences.length > 0)
    say(`The gateways did not answer alike (${differences.length} answers): see the differences above.`);
  const summary = {
    benchmark: "continuum",
    date: new Date().toISOString(),
    machine: describeMachine(scales[0]?.postgres ?? "unknown"),
    plan,
    alike: differences.length === 0,
    failures,
    scales,
    minutes,
  };
  // Three digits are what the figures are good for; the line stays readable.
  say(
    JSON.stringify(summary, (_key, value: unknown) => (typeof value === "number" ? published(value) : value)),
  );
  return differences.length === 0 && failures.length === 0 ? 0 : 1;
}

/** What access costs, in one line of JSON; 1 when the two forms did not answer alike. */
async function runAccessOnly(plan: Plan, started: number): Promise<number> {
  const results: AccessResult[] = [];
  for (const scale of plan.scales) results.push(...(await runAccess(scale, plan)));
  const alike = results.every(({ differences }) => differences.length === 0);
  const minutes = (performance.now() - started) / 60_000;
  const machine = describeMachine("18");
  const summary = {
    benchmark: "access",
    date: new Date().toISOString(),
    machine,
    plan,
    alike,
    results,
    minutes,
  };
  say(
    JSON.stringify(summary, (_key, value: unknown) => (typeof value === "number" ? published(value) : value)),
  );
  return alike ? 0 : 1;
}

function published(value: number): number | null {
  return Number.isInteger(value) ? value : rounded(value);
}

function sentenceOf(error: unknown): string {
  return error instanceof StartupError ? error.message : `The benchmark could not go on: ${String(error)}`;
}
