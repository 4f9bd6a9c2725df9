/** One slow step: a program, with a line that says what is being done and how far it is. */
import { spawn } from "node:child_process";

const SAY_AGAIN = 10_000;
const REDRAW = 500;

/**
 * Runs the program of `step` to its end. Rejects with `step.failed` when it does not end well; what it says itself
 * is shown as it comes.
 */
export async function run(step) {
  const { root, lock, command, args, doing, progress, done, failed, env = {} } = step;
  const started = Date.now();
  const live = process.stdout.isTTY === true;
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(live ? 0 : 1)} s`;
  const line = () => `${doing} ... ${[progress?.(), seconds()].filter(Boolean).join(", ")}`;
  const say = () => (live ? process.stdout.write(`\r\x1b[K${line()}`) : console.log(line()));
  const clear = () => live && process.stdout.write("\r\x1b[K");
  if (live) say();
  else console.log(`${doing} ...`);
  const timer = setInterval(say, live ? REDRAW : SAY_AGAIN);
  try {
    await new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
        shell: command.endsWith(".cmd"),
      });
      lock.child(child.pid);
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (text) => {
          clear();
          process.stderr.write(text);
        });
      }
      child.once("error", () => reject(new Error(failed)));
      child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(failed))));
    });
  } finally {
    clearInterval(timer);
    clear();
    lock.child(undefined);
  }
  console.log(`${done} in ${seconds()}.`);
}
