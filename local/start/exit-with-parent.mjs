/**
 * Loaded into every process of a local hub before its own code: when `npm start` is gone, however it went, the
 * process ends too. The entry points are those of production, and know nothing of this.
 */
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.channel) {
  process.once("disconnect", () => process.exit(1));
  // The channel alone must not keep a process alive whose work is done.
  process.channel.unref();
}
