/** Loaded into a process before its own code: it tells, by message, how much of its memory is in use, garbage left out. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

process.on("message", (message) => {
  if (message?.heap !== true) return;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ bytes: heapUsed + external });
});
// The channel alone must not keep the process alive when it is to end.
process.channel?.unref();
