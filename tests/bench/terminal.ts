/** What the benchmark says while it runs. */

/** A line for the reader. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Does `work`, and says what it was and how long it took. */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  ${what} ...`);
  const result = await work();
  say(`${live ? "\r\x1b[K" : ""}  ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
