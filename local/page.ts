/** Pages of the docs that are written from the code: `npm run docs` writes them, `--check` says whether they are current. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { checkout } from "./checkout.ts";

/** Writes the page, or with `--check` fails when what stands there is not what the code says. `of` names what it prints. */
export async function writePage(page: string, of: string, text: string): Promise<void> {
  const path = join(checkout, page);
  const current = await format(text, { ...(await resolveConfig(path)), parser: "markdown" });
  if (!process.argv.includes("--check")) {
    writeFileSync(path, current);
    console.log(`Wrote ${page}.`);
  } else if (readFileSync(path, "utf8") !== current) {
    console.error(`${page} does not say what ${of} any more: run npm run docs and commit the page.`);
    process.exitCode = 1;
  }
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
