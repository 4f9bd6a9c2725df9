/**
 * `npm run access:fuzz -- --seconds N [--seed S] [--plant]`: random operations of random viewers over the whole graph;
 * `--plant` puts a leak in and must find it.
 */
import { parseArgs } from "node:util";
import startTestPostgres from "../support/global-setup.ts";
import stopTestPostgres from "../support/global-teardown.ts";
import { fuzz, PLANT, readJudge } from "./fuzz-run.ts";
import { startAccessHub } from "./hub.ts";
import { tellStories } from "./stories.ts";
import { writeStories } from "./story-rows.ts";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "continuum" },
    plant: { type: "boolean", default: false },
  },
});
const seconds = Number(options.seconds);
if (!(seconds > 0)) {
  console.error(
    "Use npm run access:fuzz -- --seconds 60, with --seed WORDS for other questions and --plant for a leak to find.",
  );
  process.exit(1);
}

await startTestPostgres();
let failed = true;
try {
  const hub = await startAccessHub(options.plant ? { change: { registry: PLANT } } : {});
  try {
    const stories = tellStories();
    await writeStories(hub.databases.registry, stories, false);
    const tally = await fuzz(hub, stories, await readJudge(hub), {
      seconds,
      seed: options.seed,
      untilFound: options.plant,
    });
    for (const finding of tally.findings) console.log(finding);
    console.log(
      `Seed ${options.seed}: ${tally.answered} of ${tally.operations} operations brought something back.`,
    );
    if (options.plant)
      console.log(
        tally.leaks > 0 ? "The leak that was planted was found." : "The leak that was planted was not found.",
      );
    const { operations, values, leaks } = tally;
    console.log(JSON.stringify({ operations, values, leaks }));
    failed = options.plant ? leaks === 0 : leaks > 0 || tally.findings.length > 0 || operations === 0;
  } finally {
    await hub.stop();
  }
} finally {
  await stopTestPostgres();
}
process.exit(failed ? 1 : 0);
