/**
 * Where the lines of the log go: to standard output, many in one write. One write a line takes a small subgraph a
 * quarter of its time.
 */

/** How long a line may wait for others, in milliseconds. */
const LONGEST_WAIT = 200;
/** How much may wait, in characters. */
const MOST_WAITING = 16_384;
/** Warnings and worse have a level of two digits from 40 on, as pino writes it. */
const IS_URGENT = /^\{"level":[4-6]0,/;

/** What is used of standard output. */
export interface Output {
  write(text: string): unknown;
}

/**
 * Lines for `output`: together with those that come within a fifth of a second, but at once from a warning on, and
 * what waits before the process ends.
 */
export function logLines(output: Output = process.stdout): Output {
  let waiting = "";
  let timer: NodeJS.Timeout | undefined;
  let isWatching = false;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = waiting;
    waiting = "";
    if (text !== "") output.write(text);
  };
  return {
    write(line) {
      if (!isWatching) process.once("exit", flush);
      isWatching = true;
      waiting += line;
      if (waiting.length >= MOST_WAITING || IS_URGENT.test(line)) flush();
      else timer ??= setTimeout(flush, LONGEST_WAIT).unref();
    },
  };
}
