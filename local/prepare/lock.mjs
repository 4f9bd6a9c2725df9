/** A lock between processes: a file that names the one that holds it, and that outlives nobody. */
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A holder shows that it lives by touching the file this often, in milliseconds ... */
const BEAT = 2_000;
/** ... and one that has not for this long is gone, even if its number now belongs to another process. */
const SILENCE = 60_000;
const POLL = 200;

/**
 * Runs `work` while no other process does, waiting for one that does. `work` is given `{ child(pid) }`, to name a
 * process it starts: should the holder be killed, the next one waits for that process too.
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  await take(file);
  let running;
  const beat = setInterval(() => touch(file), BEAT);
  const release = () => rmSync(file, { force: true });
  const interrupted = () => {
    if (running) process.kill(running);
    release();
    process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, interrupted);
  try {
    return await work({
      child: (pid) => {
        running = pid;
        writeFileSync(file, JSON.stringify({ pid: process.pid, child: pid }));
      },
    });
  } finally {
    clearInterval(beat);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, interrupted);
    release();
  }
}

async function take(file) {
  for (let said = false; ;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid }), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw new Error(`Could not write ${file}: ${error.message}. Make the folder writable and try again.`);
      }
    }
    const holder = read(file);
    if (holder && isHeld(holder)) {
      if (!said) console.log(`Process ${holder.pid} is already installing or building here; waiting for it.`);
      said = true;
      await sleep(POLL);
    } else if (holder) {
      removeStale(file, holder);
    } else {
      await sleep(POLL);
    }
  }
}

/** What the file says and since when it is silent; nothing when it has just gone, or is just being written. */
function read(file) {
  try {
    const text = readFileSync(file, "utf8");
    const { mtimeMs } = statSync(file);
    const { pid, child } = text === "" ? {} : JSON.parse(text);
    if (pid === undefined && Date.now() - mtimeMs < BEAT) return undefined;
    return { text, pid, child, silent: Date.now() - mtimeMs };
  } catch {
    return undefined;
  }
}

function isHeld({ pid, child, silent }) {
  if (isAlive(pid)) return silent < SILENCE;
  // A killed holder's `npm ci` goes on without it, and must not be joined by a second one.
  return isAlive(child) && silent < 10 * SILENCE;
}

/** Moved aside first: of several who find the same stale lock, one succeeds. */
function removeStale(file, { text }) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    // Somebody else was faster, and this is their new lock: it goes back.
    if (readFileSync(aside, "utf8") !== text) renameSync(aside, file);
    else unlinkSync(aside);
  } catch {
    // It is gone already.
  }
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Removed by hand: the work goes on.
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  try {
    // Ended, and never collected: in a container whose first process does not care, it stays listed for ever.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}
