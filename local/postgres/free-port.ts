/** Ports that nobody listens on, below those that the system hands out for outgoing connections. */
import { createServer } from "node:net";
import { StartupError } from "../../platform/environment.ts";

/** From here on a port that is free now may be taken by any outgoing connection a moment later. */
const FIRST_EPHEMERAL = 32_768;

/** Those that browsers and `fetch` refuse to call, whoever listens there. https://fetch.spec.whatwg.org/#port-blocking */
const REFUSED = new Set([
  2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);

/**
 * The first free port from `from` upwards, without those of `taken`.
 * @throws {StartupError} when there is none.
 */
export async function freePort(from: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = from; port < FIRST_EPHEMERAL; port += 1) {
    if (!taken.has(port) && !REFUSED.has(port) && (await isFree(port))) return port;
  }
  throw new StartupError(
    `No port is free from ${from} to ${FIRST_EPHEMERAL - 1}. Stop a program that listens there.`,
  );
}

/** Whether nobody listens on `port`, on this machine's own address or on all. */
export async function isFree(port: number): Promise<boolean> {
  // Some systems let a particular address be taken beside "all of them", so both are tried.
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, undefined));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
