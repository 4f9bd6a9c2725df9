/** How a process of the hub starts and stops: one sentence when it cannot start, everything closed when it is told to stop. */
import { StartupError } from "./environment.ts";

/** Runs `start`; what cannot start says why in one sentence on the error output and exits with 1. */
export async function startProcess(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(1);
  }
}

/** Closes once on SIGTERM or SIGINT and exits with 0; with 1 when closing fails or takes longer than `seconds`. */
export function stopOnSignal(close: () => Promise<void>, seconds = 10): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), seconds * 1_000).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function sentence(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `Port ${port} is in use. Stop what uses it, or set PORT to another.`;
  if (code === "EACCES")
    return `Port ${port} needs rights this process does not have. Set PORT to one above 1023.`;
  return `The process could not start: ${message}`;
}
