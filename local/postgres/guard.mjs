/**
 * Stands between `npm start` (or a test run) and PostgreSQL: when the one that started it is gone, however it went,
 * PostgreSQL is stopped in order. PostgreSQL itself would go on without its parent.
 *
 * Plain JavaScript, because it runs from the sources and from the build alike.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

/** After this long an orderly stop has failed, and an immediate one takes its place (recovered at the next start). */
const PATIENCE = 20_000;

const { command, args, cwd, uid, gid, removeWhenDone } = JSON.parse(process.argv[2]);

const postgres = spawn(command, args, { cwd, uid, gid, stdio: ["ignore", "inherit", "inherit"] });
postgres.once("error", (error) => leave(1, error));
postgres.once("exit", (code) => leave(code ?? 1));

process.stdin.resume();
process.stdin.once("end", stop);
process.stdin.once("error", stop);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);

function stop() {
  postgres.kill("SIGINT");
  setTimeout(() => postgres.kill("SIGQUIT"), PATIENCE).unref();
}

// Nothing is left to guard: who started it learns from the exit code how PostgreSQL ended, at once.
function leave(code, error) {
  if (error) process.stderr.write(`FATAL:  ${error.message}\n`);
  if (removeWhenDone) rmSync(removeWhenDone, { recursive: true, force: true });
  process.exit(code);
}
