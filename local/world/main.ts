/** `npm run world -- --scale N`: replaces the demonstration world of the hub that runs here, or fills an empty one. */
import { parseArgs } from "node:util";
import progress from "cli-progress";
import { StartupError } from "../../platform/environment.ts";
import { writePrivate } from "../start/private-file.ts";
import { DEMO_CANDIDATE } from "./demo.ts";
import { findDatabases, worldFile } from "./environment.ts";
import { loadWorld } from "./load.ts";

const USAGE =
  "Use npm run world -- --scale 10 (1 to 1000), with --seed WORDS for other people and --if-empty to replace nobody.";

try {
  await run(process.argv.slice(2));
} catch (error) {
  const message =
    error instanceof StartupError
      ? error.message
      : `The world could not be loaded, and what was there is kept: ${describe(error)}.`;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function run(args: string[]): Promise<void> {
  const { scale, seed, ifEmpty } = readArguments(args);
  const urls = findDatabases();
  if (!ifEmpty) console.log(`Replacing the world of the five databases by one of scale ${scale}.`);
  const started = Date.now();
  const bar = new progress.SingleBar(
    { format: "  {bar} {percentage} % · {rows} rows", hideCursor: true, clearOnComplete: true },
    progress.Presets.shades_classic,
  );
  if (process.stdout.isTTY) bar.start(scale, 0, { rows: 0 });
  try {
    const rows = await loadWorld({
      urls,
      scale,
      seed,
      ifEmpty,
      progress: (parts, loaded) => bar.update(parts, { rows: loaded }),
    });
    bar.stop();
    writePrivate(worldFile(), { demoCandidate: DEMO_CANDIDATE });
    if (rows !== null)
      console.log(
        `  ${rows.toLocaleString("en-CA")} rows in ${((Date.now() - started) / 1000).toFixed(1)} s.`,
      );
  } finally {
    bar.stop();
  }
}

function readArguments(args: string[]): { scale: number; seed: string; ifEmpty: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        scale: { type: "string", default: "1" },
        seed: { type: "string", default: "continuum" },
        "if-empty": { type: "boolean", default: false },
      },
    });
    const scale = Number(values.scale);
    if (Number.isInteger(scale) && scale >= 1 && scale <= 1000 && values.seed)
      return { scale, seed: values.seed, ifEmpty: values["if-empty"] };
  } catch {
    // An option that does not exist: the sentence below says what does.
  }
  throw new StartupError(USAGE);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
