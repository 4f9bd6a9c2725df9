/** What `npm start` says while it works. */

/** A line for the user. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line that something is wrong. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Does `work` and says how long it took; says beforehand what is being done when it may take long. */
export async function step<Result>(
  done: string,
  work: () => Promise<Result>,
  announcement?: string,
): Promise<Result> {
  const started = Date.now();
  if (announcement) say(`  ${announcement} ...`);
  const result = await work();
  say(`  ${done} (${seconds(started)})`);
  return result;
}

/** The time since `started`, in words. */
export function seconds(started: number): string {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** The terminal may close before we do: what cannot be said any more must not stop us from tidying up. */
export function outliveTerminal(): void {
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
}
