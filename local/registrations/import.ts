/** `npm run import -- ORGANISATION FILE`: registers the people of a spreadsheet at an organisation's door. */
import "reflect-metadata";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import progress from "cli-progress";
import { StartupError } from "../../platform/environment.ts";
import { importFile } from "./import-file.ts";
import { HELP, summaryOf, usage } from "./import-summary.ts";
import { openProblemList } from "./problem-list.ts";
import { holdingOff, openRegistry } from "./registry.ts";
import { sizeOf } from "./table-file.ts";

const OPTIONS = {
  "dry-run": { type: "boolean" },
  "refuse-all": { type: "boolean" },
  "keep-good": { type: "boolean" },
  "month-first": { type: "boolean" },
  mapping: { type: "string" },
  problems: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const GOES_ON = "what has landed comes in by itself, and the same command goes on from there.";

/** In bytes. */
const SMALL = 500_000;

const { values, positionals } = readArguments();
if (values.help) process.stdout.write(HELP);
else await run().catch((error: unknown) => fail(error));

async function run(): Promise<void> {
  const [organisation, file, ...rest] = positionals;
  if (organisation === undefined || file === undefined)
    throw new StartupError(usage("An organisation and a file are needed."));
  if (rest.length > 0) throw new StartupError(usage(`One file at a time: what is "${rest.join(" ")}"?`));
  if (values["refuse-all"] && values["keep-good"])
    throw new StartupError(usage("Either --refuse-all or --keep-good."));
  const size = sizeOf(file);
  const registry = await openRegistry(organisation);
  const bar = new progress.SingleBar(
    { format: "{step} {bar} {percentage} %  {duration_formatted}  {entered}", stream: process.stderr },
    progress.Presets.shades_classic,
  );
  const problems = openProblemList(values.problems ?? `${file}.problems.txt`, say);
  const dryRun = values["dry-run"] ?? false;
  let entered = "";
  process.once("SIGINT", () => {
    bar.stop();
    say(dryRun ? "Stopped: nothing was written." : `Stopped: ${GOES_ON}`);
    process.exit(130);
  });
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
    for (const line of summaryOf(imported, dryRun, found)) say(line);
    // 1 when nothing came of it.
    if (imported.refused || (imported.bad > 0 && imported.bad === imported.rows)) process.exitCode = 1;
  } finally {
    bar.stop();
    await registry.destroy();
  }
}

function fail(error: unknown): void {
  say(
    error instanceof StartupError
      ? error.message
      : `The import stopped (${error instanceof Error ? error.message : "for no known reason"}): ${GOES_ON}`,
  );
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
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const option = /option '?(--?[\w-]+)/.exec(error instanceof Error ? error.message : "")?.[1];
    say(usage(option === undefined ? "The options are not understood." : `${option} is not understood.`));
    process.exit(1);
  }
}
