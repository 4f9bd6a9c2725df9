/** What is wrong with the rows of a file: the first lines for the eye, and all of them in a file beside it. */
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { StartupError } from "../../platform/environment.ts";

/** More lines than this on a screen help nobody. */
const SHOWN = 20;
/** Characters gathered before they are written: a file may be bad from its first row to its last. */
const GATHERED = 1 << 16;

export interface ProblemList {
  add(line: string): void;
  /** Writes what is left. Gives the file, or null when nothing was wrong and none was written. */
  end(): string | null;
}

/** @param show is told the first lines, and at last how many there are in the file */
export function openProblemList(file: string, show: (line: string) => void): ProblemList {
  // What an earlier run found is of no meaning any more.
  rmSync(file, { force: true });
  let [handle, text, count]: [number | null, string, number] = [null, "", 0];
  const write = () => {
    handle ??= openForWriting(file);
    writeSync(handle, text);
    text = "";
  };
  return {
    add(line) {
      count += 1;
      if (count <= SHOWN) show(line);
      text += `${line}\n`;
      if (text.length > GATHERED) write();
    },
    end() {
      if (count === 0) return null;
      write();
      if (handle !== null) closeSync(handle);
      if (count > SHOWN) show(`${count} lines like these are in ${file}.`);
      return file;
    },
  };
}

function openForWriting(file: string): number {
  try {
    return openSync(file, "w", 0o600);
  } catch {
    throw new StartupError(`What is wrong cannot be written to ${file}: name another file by --problems.`);
  }
}
