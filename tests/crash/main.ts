/**
 * `npm run crash:test -- --seconds N`: a hub of its own is killed part by part, at random, while all partners work.
 * Ends with one line of JSON; the exit code is 1 when anything was lost, told twice,
 * missed by a subscriber, or cannot be explained.
 */
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { startCrashHub } from "./hub.ts";
import { startOwnServer } from "./own-server.ts";
import { crash } from "./run.ts";
import { openSubscriber } from "./subscriber.ts";

const FIRST_PORT = 29_000;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  // What was started ends with this process: each part watches whether it is still there.
  process.once(signal, () => process.exit(130));

try {
  await run(secondsIn(process.argv.slice(2)));
} catch (error) {
  say(error instanceof StartupError ? error.message : `The crash test could not go on: ${String(error)}`);
  process.exit(1);
}
process.exit();

async function run(seconds: number): Promise<void> {
  const server = await startOwnServer(FIRST_PORT);
  const stops = [server.stop];
  try {
    say("PostgreSQL is up.");
    const subscriber = await openSubscriber();
    stops.push(subscriber.stop);
    const hub = await startCrashHub({ ...server, subscriber: subscriber.host });
    stops.push(hub.stop);
    const { kill: killServer } = server;
    const plan = { seconds, kills: 5, each: 2, pause: [200, 1_500] as const, subscriber, hurry: false };
    const findings = await crash(hub, { ...plan, killServer, say });
    const { lost, duplicated, unexplained, undelivered, missed } = findings;
    process.stdout.write(`${JSON.stringify(findings)}\n`);
    process.exitCode = lost + duplicated + unexplained + undelivered + missed > 0 ? 1 : 0;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function secondsIn(args: string[]): number {
  try {
    const { values } = parseArgs({ args, options: { seconds: { type: "string", default: "60" } } });
    if (/^[1-9]\d{0,4}$/.test(values.seconds)) return Number(values.seconds);
  } catch {
    // Said below.
  }
  throw new StartupError("Use: npm run crash:test -- --seconds 60 (a whole number from 1 on).");
}
