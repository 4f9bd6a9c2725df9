/** What happens to imports in the world, at the size of the world: long files, files of nothing good, kills, rivals. */
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { withClient } from "../../platform/provision-database.ts";
import { Random } from "../../local/world/random.ts";
import { startImport } from "./import-process.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

export interface LongFile {
  megabytes: number;
  rows: number;
  seconds: number;
  /** The most memory that the import held, in megabytes. */
  held: number;
  bad: number;
}

/** A file of so many megabytes, tried whole: every row is read, checked, keyed and compared with what is known. */
export async function tryLongFile(url: string, file: string): Promise<LongFile> {
  const began = performance.now();
  const { figures, megabytes: held, errors } = await startImport(url, ["promis", file, "--dry-run"]).ended;
  if (figures === null) throw new Error(`The long file was not read. ${errors.slice(-500)}`);
  const { rows, bad } = figures as { rows: number; bad: number };
  const megabytes = Math.round(statSync(file).size / 1_000_000);
  return { megabytes, rows, seconds: Math.round((performance.now() - began) / 100) / 10, held, bad };
}

/** Writes the rows of `source` over and over, with new references, until the file has so many megabytes. */
export async function writeLong(
  source: string,
  file: string,
  megabytes: number,
  bad: boolean,
): Promise<void> {
  const out = createWriteStream(file, { mode: 0o600 });
  let [written, round] = [0, 0];
  while (written < megabytes * 1_000_000) {
    for await (const part of createReadStream(source, { encoding: "utf8" })) {
      let text = part as string;
      // The heading stands once; the references of each round are their own.
      if (round > 0) text = text.replace(/^Dossier.*\r\n/, "");
      text = text.replaceAll(/\r\nD-/g, `\r\nD${round}-`).replace(/^D-/, `D${round}-`);
      if (bad) text = text.replaceAll(/,(WALK_IN|WEBSITE|PHONE|FAIR|),2026/g, ",NOWHERE,2026");
      written += Buffer.byteLength(text);
      if (!out.write(text)) await once(out, "drain");
    }
    round += 1;
  }
  out.end();
  await finished(out);
}

export interface Killed {
  kills: number;
  /** Whether the outcome is that of an import that nobody disturbed. */
  same: boolean;
  outcome: Outcome;
}

/** The import is killed again and again, until it was left alone for once. */
export async function killAndResume(whole: string, url: string, file: string, seed: string): Promise<Killed> {
  const random = new Random(seed);
  let kills = 0;
  for (let quiet = false; !quiet;) {
    const importing = startImport(url, ["promis", file]);
    // Later each time, so that it gets on.
    const patience = pause(random.int(500, 2_000) + kills * 500).then(() => importing.kill());
    const { code } = await importing.ended;
    quiet = code === 0;
    if (!quiet) kills += 1;
    await patience;
  }
  const outcome = await withClient(url, outcomeOf);
  const undisturbed = await withClient(whole, outcomeOf);
  return { kills, same: JSON.stringify(outcome) === JSON.stringify(undisturbed), outcome };
}

/** Two imports of one file at once: what both brought, and whether it is what one brings. */
export async function twiceAtOnce(whole: string, url: string, file: string) {
  const done = await Promise.all([1, 2].map(() => startImport(url, ["promis", file]).ended));
  const imported = done.map(({ figures }) => Number(figures?.["imported"]));
  const [outcome, alone] = [await withClient(url, outcomeOf), await withClient(whole, outcomeOf)];
  const { registrations, declared, waiting } = outcome;
  const same = registrations === alone.registrations && declared === alone.declared && waiting === 0;
  return { imported, registrations, same };
}
