/**
 * Loaded into every subgraph of the benchmark before its own code: a partner that is far away. The benchmark says by
 * message how many milliseconds each request waits before the subgraph sees it; at 0, the rest of the time, nothing is
 * touched but one comparison. No proxy stands between, whose own work would be measured with the gateway's.
 */
import { Server } from "node:http";

let delay = 0;
const emit = Server.prototype.emit;

Server.prototype.emit = function (event, ...args) {
  if (delay === 0 || event !== "request") return emit.call(this, event, ...args);
  setTimeout(() => emit.call(this, event, ...args), delay);
  return true;
};

process.on("message", (message) => {
  if (typeof message?.delay !== "number") return;
  delay = message.delay;
  process.send?.({ delay });
});
