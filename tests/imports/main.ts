/**
 * `npm run import:test -- [--rows N] [--megabytes N] [--only rates|long|killed|whole]`: imports beside plain COPY, of long
 * files, killed and at once, on a PostgreSQL of the run's own. Ends with one line of JSON; the exit code is 1 when an
 * import lost or doubled anybody, or held more than 600 megabytes. A whole file beside a door is imported when it is
 * asked for alone (`--only whole --rows 500000`).
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { startImport } from "./import-process.ts";
import { startOwnRegistry, type OwnRegistry } from "./own-registry.ts";
import { writeCrowd, writePeople } from "./people-file.ts";
import { importWhole } from "./whole.ts";
import { measureRates } from "./rates.ts";
import { killAndResume, tryLongFile, twiceAtOnce, writeLong } from "./survival.ts";

const FIRST_PORT = 29_100;
const MOST_MEGABYTES = 600;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  // The server ends with this process: it watches whether it is still there.
  process.once(signal, () => process.exit(130));

try {
  await run(readArguments());
} catch (error) {
  say(error instanceof StartupError ? error.message : `The import test could not go on: ${String(error)}`);
  process.exit(1);
}
process.exit();

interface Plan {
  rows: number;
  megabytes: number;
  only: string | undefined;
}

async function run({ rows, megabytes, only }: Plan): Promise<void> {
  const server = await startOwnRegistry(FIRST_PORT);
  const asked = (part: string) => only === undefined || only === part;
  try {
    const people = join(server.folder, "people.csv");
    say(`Writing a file of ${rows} people.`);
    const about = { file: people, rows, seed: "import-test" };
    // Some 140 characters a row are read; the others are notes, as spreadsheets have them.
    const notes = Math.max(0, Math.min(400, Math.round((megabytes * 1_000_000) / rows) - 140));
    await (only === "whole" ? writeCrowd({ ...about, notes }) : writePeople(about));
    const rates = asked("rates") ? await measureRates(await server.make(), people, rows) : null;
    if (rates) say(`Rates: ${JSON.stringify(rates)}`);
    const long = asked("long") ? await tryLong(server, people, megabytes) : null;
    const killed = asked("killed") ? await kill(server, Math.min(rows, 20_000)) : null;
    const whole = only === "whole" ? await importWhole(await server.make(), people) : null;
    process.stdout.write(`${JSON.stringify({ rates, long, ...killed, whole })}\n`);
    const isWrong = killed !== null && !(killed.killed.same && killed.twice.same);
    const held = [rates?.megabytes ?? 0, long?.good.held ?? 0, long?.bad.held ?? 0, whole?.held ?? 0];
    process.exitCode = isWrong || Math.max(...held) > MOST_MEGABYTES ? 1 : 0;
  } finally {
    await server.stop();
  }
}

async function tryLong(server: OwnRegistry, people: string, megabytes: number) {
  const url = await server.make();
  const file = join(server.folder, "long.csv");
  const tried = async (bad: boolean) => {
    await writeLong(people, file, megabytes, bad);
    const found = await tryLongFile(url, file);
    say(`A long file, ${bad ? "bad from first to last" : "good"}: ${JSON.stringify(found)}`);
    return found;
  };
  return { good: await tried(false), bad: await tried(true) };
}

async function kill(server: OwnRegistry, rows: number) {
  const file = join(server.folder, "killed.csv");
  await writePeople({ file, rows, seed: "killed" });
  const whole = await server.make();
  await startImport(whole, ["promis", file]).ended;
  const killed = await killAndResume(whole, await server.make(), file, "import-test");
  say(`Killed ${killed.kills} times: ${killed.same ? "the same" : "NOT THE SAME"}.`);
  const twice = await twiceAtOnce(whole, await server.make(), file);
  say(`Twice at once: ${JSON.stringify(twice)}`);
  return { killed, twice };
}

function readArguments(): Plan {
  try {
    const { values } = parseArgs({
      options: {
        rows: { type: "string", default: "100000" },
        megabytes: { type: "string", default: "200" },
        only: { type: "string" },
      },
    });
    const [rows, megabytes] = [Number(values.rows), Number(values.megabytes)];
    const isPart = values.only === undefined || ["rates", "long", "killed", "whole"].includes(values.only);
    if (rows >= 1 && megabytes >= 1 && isPart) return { rows, megabytes, only: values.only };
  } catch {
    // Said below.
  }
  throw new StartupError(
    "Use: npm run import:test -- --rows 100000 --megabytes 200, with --only rates, long, killed or whole for a part.",
  );
}
