/** `npm run import -- ORGANISATION FILE`: registers the people of a spreadsheet at an organisation's door. */
import "reflect-metadata";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import progress from "cli-progress";
import { StartupError } from "../../platform/environment.ts";
import { importFile, type Imported } from "./import-file.ts";
import { openProblemList } from "./problem-list.ts";
import { holdingOff, openRegistry } from "./registry.ts";
import { sizeOf } from "./table-file.ts";

const USAGE =
  "Use npm run import -- ORGANISATION FILE, with --dry-run, --mapping FILE.json, --month-first, --problems FILE, and --refuse-all or --keep-good.";
/** In bytes. */
const SMALL = 500_000;

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
    { format: "{step} {bar} {percentage} %  {duration_formatted}  {entered}", stream: process.stderr },
    progress.Presets.shades_classic,
  );
  const problems = openProblemList(values.problems ?? `${file}.problems.txt`, say);
  const dryRun = values["dry-run"] ?? false;
  let entered = "";
  bar.start(size, 0, { step: "reading  ", entered });
  try {
    const imported = await holdingOff(registry, () =>
      importFile(registry, {
        organisation,
        file,
        mapping: values.mapping ?? null,
        dryRun,
        refuseAll: values["refuse-all"] ?? false,
        monthFirst: values["month-first"] ?? false,
        complain: (line) => problems.add(line),
        notice: say,
        progress: (bytes) => bar.update(bytes, { entered }),
        comparing(compared, landed, isLanded) {
          entered = `${compared} of ${landed} rows compared`;
          if (isLanded) bar.setTotal(landed);
          if (isLanded) bar.update(compared, { step: "comparing", entered });
        },
        // A thread takes as long to begin as a small file to be read; one processor is left to the database.
        threads: size < SMALL ? 0 : Math.min(3, Math.max(1, availableParallelism() - 1)),
      }),
    );
    bar.stop();
    const found = problems.end();
    const rowsPerSecond = {
      landed: rate(imported.rows, imported.seconds.landed),
      compared: rate(imported.rows, imported.seconds.compared),
    };
    process.stdout.write(
      `${JSON.stringify({ organisation, file, dryRun, ...imported, rowsPerSecond, problems: found })}\n`,
    );
    tell(imported);
  } finally {
    bar.stop();
    await registry.destroy();
  }
} catch (error) {
  say(
    error instanceof StartupError
      ? error.message
      : `The import stopped (${error instanceof Error ? error.message : "for no known reason"}): what was imported is kept, and the same command goes on from there.`,
  );
  process.exitCode = 1;
}

/** What to do about it, and the exit code: 1 when nothing came of it. */
function tell({ rows, bad, outdated, refused }: Imported): void {
  if (outdated > 0)
    say(
      `${outdated} rows hold what was corrected since; they change nothing. To bring back an old value, correct the registration itself.`,
    );
  if (refused)
    say("Nothing was imported, since rows are bad: correct them, or use --keep-good for the others.");
  else if (bad > 0 && bad === rows) say("Nothing was imported, since every row is bad.");
  else return;
  process.exitCode = 1;
}

function rate(rows: number, seconds: number): number {
  return Math.round(rows / Math.max(seconds, 0.001));
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        "refuse-all": { type: "boolean" },
        "keep-good": { type: "boolean" },
        "month-first": { type: "boolean" },
        mapping: { type: "string" },
        problems: { type: "string" },
      },
    });
  } catch {
    throw new StartupError(USAGE);
  }
}
