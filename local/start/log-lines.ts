/** What in the log of a process concerns the person in front of the terminal. */

/** From "warn" upwards, in the numbers of the structured log. */
const WARNING = 40;
const LONGEST = 300;

/** The warning or error that a line of the log holds, in one line; `undefined` when it holds neither. */
export function concern(line: string, stream: "stdout" | "stderr"): string | undefined {
  const structured = parse(line);
  if (structured) {
    return structured.level >= WARNING ? shorten(structured.msg) : undefined;
  }
  if (stream === "stdout" || isNoise(line)) return undefined;
  return shorten(line.trim());
}

function parse(line: string): { level: number; msg: string } | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: unknown;
      msg?: unknown;
      err?: { message?: unknown };
    };
    if (typeof level !== "number") return undefined;
    return { level, msg: String(msg ?? err?.message ?? "an error without a message") };
  } catch {
    return undefined;
  }
}

/** Stack traces, their source excerpts, Node's own notices: in the log, and not on the terminal. */
function isNoise(line: string): boolean {
  return (
    line.trim() === "" ||
    /^\s+|^node:|^Emitted '|^file:\/\/|^Node\.js v|^[{}]|^\(Use `node|^\(node:\d+\) \S*Warning/.test(line)
  );
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} ...` : line;
}
