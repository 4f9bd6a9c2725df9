/** `npm run export -- ORGANISATION FILE`: the registrations of an organisation as a spreadsheet. */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { exportFile } from "./export-file.ts";
import { openRegistry } from "./registry.ts";

const USAGE =
  "Use npm run export -- ORGANISATION FILE, where FILE ends in .csv or .xlsx, with --french for French headings.";

try {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit();
  }
  const [organisation, file, ...rest] = positionals;
  if (organisation === undefined || file === undefined || rest.length > 0 || !/\.(csv|xlsx)$/i.test(file))
    throw new StartupError(USAGE);
  const registry = await openRegistry(organisation);
  try {
    const began = performance.now();
    const rows = await exportFile(registry, { organisation, file, french: values.french ?? false });
    const seconds = Math.round(performance.now() - began) / 1000;
    process.stdout.write(`${JSON.stringify({ organisation, file, rows, seconds })}\n`);
  } finally {
    await registry.destroy();
  }
} catch (error) {
  const message =
    error instanceof StartupError
      ? error.message
      : `The export stopped (${error instanceof Error ? error.message : "for no known reason"}); run it again.`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { french: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
  } catch {
    throw new StartupError(USAGE);
  }
}
