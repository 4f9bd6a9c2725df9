/**
 * `npm run access:matrix`: every role, organisation, section, state of consent, tie and path, asked of the running
 * graph and compared with the decision and with the plainly written table.
 */
import progress from "cli-progress";
import startTestPostgres from "../support/global-setup.ts";
import stopTestPostgres from "../support/global-teardown.ts";
import { startAccessHub } from "./hub.ts";
import { readOwnership } from "./ownership.ts";
import { runAll, runs } from "./runs.ts";
import { ORGANISATIONS, tellStories } from "./stories.ts";
import { writeStories } from "./story-rows.ts";

await startTestPostgres();
let failed = true;
try {
  const hub = await startAccessHub();
  try {
    const stories = tellStories();
    await writeStories(hub.databases.registry, stories, true);
    const { rows } = await hub.databases.registry.query<{ code: string }>(
      "select code from organisation order by code",
    );
    const others = rows
      .map(({ code }) => code)
      .filter((code) => !(ORGANISATIONS as readonly string[]).includes(code));
    const list = runs(stories, [...ORGANISATIONS, ...others, "self", "nowhere"]);
    const ownership = await readOwnership(hub.databases);
    const bar = new progress.SingleBar({ format: "  {bar} {percentage} %", clearOnComplete: true });
    if (process.stdout.isTTY) bar.start(100, 0);
    const started = Date.now();
    let said = 0;
    const tally = await runAll(hub, { stories, ownership }, list, (done) => {
      const percentage = Math.floor(done * 100);
      bar.update(percentage);
      // Where there is no terminal, a line now and then says that it goes on.
      if (!process.stdout.isTTY && percentage >= said + 10) console.log(`${(said = percentage)} %`);
    });
    bar.stop();
    for (const finding of tally.findings) console.log(finding);
    console.log(
      `${list.length} viewers, ${stories.length} people, ${((Date.now() - started) / 1000).toFixed(0)} s; ${tally.withheld} cases in which something is withheld.`,
    );
    const { cases, leaks, mismatches } = tally;
    console.log(JSON.stringify({ cases, leaks, mismatches }));
    failed = leaks + mismatches > 0 || cases === 0;
  } finally {
    await hub.stop();
  }
} finally {
  await stopTestPostgres();
}
process.exit(failed ? 1 : 0);
