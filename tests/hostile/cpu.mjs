/** Loaded into the gateway before its own code: it tells, by message, what CPU time it has spent, and for how long it stood still. */
import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on("message", (message) => {
  if (message?.cpu !== true) return;
  const { user, system } = process.cpuUsage();
  // Microseconds all in all, and milliseconds of standstill since it was last asked: the worst, and that of one in a hundred.
  process.send?.({ spent: user + system, worst: delay.max / 1e6, p99: delay.percentile(99) / 1e6 });
  delay.reset();
});
// The channel alone must not keep the process alive when it is to end.
process.channel?.unref();
