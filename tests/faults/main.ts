/**
 * `npm run faults -- --seconds N`: everything that can go wrong with a subgraph or a database, one and two at a time,
 * under load. `npm run faults -- --restarts --seconds N [--per-minute N]`: one subgraph after the other is restarted every
 * thirty seconds under a steady load.
 */
import { parseArgs } from "node:util";
import startTestPostgres from "../support/global-setup.ts";
import stopTestPostgres from "../support/global-teardown.ts";
import { FAULTS, type Fault } from "./faults.ts";
import { startFaultsHub } from "./hub.ts";
import { runRestarts } from "./restarts.ts";
import { runFaults } from "./run.ts";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "300" },
    restarts: { type: "boolean", default: false },
    "per-minute": { type: "string", default: "10000" },
  },
});
const seconds = Number(options.seconds);
const perMinute = Number(options["per-minute"]);
if (!(seconds > 0) || !(perMinute > 0)) {
  console.error(
    "Use npm run faults -- --seconds 300, with --restarts and --per-minute 10000 for restarts under a steady load.",
  );
  process.exit(1);
}
const say = (line: string) => console.error(line);

await startTestPostgres();
let failed = true;
try {
  // Restarts are to show what an operator would see, with the times that the gateway has unless told.
  const hub = await (options.restarts ? startFaultsHub({}) : startFaultsHub());
  try {
    const until = Date.now() + seconds * 1000;
    const { findings, ...outcome } = options.restarts
      ? await runRestarts(hub, { until, perMinute, say })
      : await runFaults(hub, { rounds: onesAndTwos(), hold: 2_000, connections: 6, until, say });
    for (const finding of findings) say(finding);
    console.log(JSON.stringify(outcome));
    failed = outcome.wrong > 0 || outcome.hung > 0 || ("stuck" in outcome && outcome.stuck.length > 0);
  } finally {
    await hub.stop();
  }
} finally {
  await stopTestPostgres();
}
process.exit(failed ? 1 : 0);

/** Without end: each fault alone and each with another one, in an order in which neighbours have little in common. */
function* onesAndTwos(): Generator<Fault[]> {
  const step = 37;
  for (let place = 0; ; place += step) {
    const one = FAULTS[place % FAULTS.length] as Fault;
    yield [one];
    const other = FAULTS[(place * 5 + 13) % FAULTS.length] as Fault;
    if (one.partner !== other.partner) yield [one, other];
  }
}
