/** The real answer of the README's query, shortened to one item a list, as the README shows it. */
const BEGIN = "<!-- unified-view:begin -->";
const END = "<!-- unified-view:end -->";
const WIDTH = 110;

/** What stands in the README between its two marks. */
export function shownAnswer(readme: string): string {
  return readme.slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END)).trim();
}

/** The README with this answer between its two marks. */
export function withAnswer(readme: string, answer: string): string {
  return `${readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length)}\n\n${answer}\n\n${readme.slice(readme.indexOf(END))}`;
}

/** An answer as the README shows it. */
export function answerBlock(data: unknown): string {
  return `\`\`\`json\n${print(shortened(data), "")}\n\`\`\``;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}

/** JSON in which what fits on a line stands on one. */
function print(value: unknown, indent: string): string {
  const flat = JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
  if (indent.length + flat.length <= WIDTH || value === null || typeof value !== "object") return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((each) => deeper + print(each, deeper)).join(",\n")}\n${indent}]`;
  const entries = Object.entries(value).map(([key, each]) => `${deeper}"${key}": ${print(each, deeper)}`);
  return `{\n${entries.join(",\n")}\n${indent}}`;
}
