/** How a process starts, fails to start, and stops: in words for the operator, and without losing a request. */
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { StartupError } from "./environment.ts";
import { describeError, type Log } from "./log.ts";

/** How long a stopping process may take: to go on serving until nobody sends, and to answer what is under way. In milliseconds. */
const DRAIN = 25_000;

/**
 * Runs `main`. What prevents the start becomes one sentence on standard error and exit code 1; an unforeseen error
 * adds where it was thrown, and not what it said.
 */
export async function runProcess(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${name}: ${sentence(error)}\n`);
    process.exit(1);
  }
}

/**
 * Listens on `host` and `port`.
 * @returns the port in use (a free one if `port` is 0).
 * @throws {StartupError} when the port is taken or may not be used.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE")
      throw new StartupError(
        `Port ${port} is already in use: stop the program that uses it, or choose another one with PORT.`,
      );
    if (code === "EACCES")
      throw new StartupError(`Port ${port} may not be used by this user: choose one above 1023 with PORT.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new StartupError(
        `HOST is wrong: this machine has no address ${host}. Correct it and start again.`,
      );
    throw error;
  }
  const address = app.server.address();
  return typeof address === "object" && address ? address.port : port;
}

/**
 * Says that `app` is not ready and goes on serving for `delay` milliseconds, so that whoever shares out the requests
 * can see it; then stops accepting, lets the requests under way finish, and closes without waiting for idle connections.
 */
export async function drain(app: FastifyInstance, delay = 0): Promise<void> {
  app.isLeaving = true;
  if (delay > 0) await pause(delay);
  // A connection that was busy when the server began to close is kept alive after its answer, for over a minute.
  const timer = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(timer);
  }
}

/**
 * On SIGTERM or SIGINT runs `stop` once and leaves with 0; with 1 if it fails, takes longer than 25 seconds, or a
 * second signal comes.
 */
export function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), DRAIN).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "stopped badly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

function sentence(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  const { type, code, stack } = describeError(error);
  const place = stack.split("\n", 1)[0]?.trim() ?? "";
  return `It could not start because of an unforeseen error (${[type, code, place].filter(Boolean).join(", ")}); please report this line.`;
}
