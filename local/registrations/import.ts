/** `npm run import -- ORGANISATION FILE`: registers the people of a spreadsheet at an organisation's door. */
import "reflect-metadata";
import { parseArgs } from "node:util";
import progress from "cli-progress";
import { StartupError } from "../../platform/environment.ts";
import { importFile } from "./import-file.ts";
import { openRegistry } from "./registry.ts";
import { sizeOf } from "./table-file.ts";

const USAGE =
  "Use npm run import -- ORGANISATION FILE, with --dry-run, --mapping FILE.json, and --refuse-all or --keep-good.";

try {
  const { values, positionals } = readArguments();
  const [organisation, file, ...rest] = positionals;
  if (
    organisation === undefined ||
    file === undefined ||
    rest.length > 0 ||
    (values["refuse-all"] && values["keep-good"])
  )
    throw new StartupError(USAGE);
  const size = sizeOf(file);
  const registry = await openRegistry(organisation);
  const bar = new progress.SingleBar(
    { format: "{bar} {percentage} %  {duration_formatted}", stream: process.stderr, noTTYOutput: false },
    progress.Presets.shades_classic,
  );
  const began = performance.now();
  bar.start(size, 0);
  try {
    const imported = await importFile(registry, {
      organisation,
      file,
      mapping: values.mapping ?? null,
      dryRun: values["dry-run"] ?? false,
      refuseAll: values["refuse-all"] ?? false,
      complain: (line) => process.stderr.write(`${line}\n`),
      progress: (bytes) => bar.update(bytes),
    });
    bar.stop();
    const seconds = Math.round(performance.now() - began) / 1000;
    const rowsPerSecond = Math.round(imported.rows / Math.max(seconds, 0.001));
    const dryRun = values["dry-run"] ?? false;
    process.stdout.write(
      `${JSON.stringify({ organisation, file, dryRun, ...imported, seconds, rowsPerSecond })}\n`,
    );
    if (imported.refused) {
      process.stderr.write(
        "Nothing was imported, since rows are bad: correct them, or use --keep-good for the others.\n",
      );
      process.exitCode = 1;
    }
  } finally {
    bar.stop();
    await registry.destroy();
  }
} catch (error) {
  const message =
    error instanceof StartupError
      ? error.message
      : `The import stopped (${error instanceof Error ? error.message : "for no known reason"}): what was imported is kept, and the same command goes on from there.`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        "refuse-all": { type: "boolean" },
        "keep-good": { type: "boolean" },
        mapping: { type: "string" },
      },
    });
  } catch {
    throw new StartupError(USAGE);
  }
}
