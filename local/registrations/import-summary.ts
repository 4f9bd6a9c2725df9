/** What an import says to whoever ran it: how it is used, and in a sentence what came of it. */
import type { Imported } from "./import-file.ts";

export const HELP = `npm run import -- ORGANISATION FILE [options]

Registers the people of a spreadsheet (CSV or XLSX) at the door of an organisation, named by its code, as promis.
The same file twice changes nothing, and an import that was stopped goes on when it is run again.

  --dry-run            read and check everything, write nothing
  --keep-good          keep the good rows when some are bad (this is what happens unless told)
  --refuse-all         write nothing when one row is bad
  --month-first        04/05/1987 is the fifth of April
  --mapping FILE.json  other headings: { "Dossier no": "organisationReference" }
  --problems FILE      where the bad rows are told; FILE.problems.txt beside the spreadsheet unless told
  --help               this

docs/how-to/import-registrations.md says which columns are read. The last line of the output is JSON.
`;

/** @param wrong what was wrong with the command, in a sentence */
export function usage(wrong: string): string {
  return `${wrong} Use npm run import -- ORGANISATION FILE; --help tells the options.`;
}

/** What came of it, and what there is to do; one sentence a line. */
export function summaryOf(imported: Imported, dryRun: boolean, problems: string | null): string[] {
  const { rows, bad, outdated, refused, linked, possible } = imported;
  if (refused)
    return [
      `Nothing was imported, since ${counted(bad, "row is bad", "rows are bad")}${inFile(problems)}: mend the file, or use --keep-good for the good rows.`,
    ];
  const parts = [
    counted(imported.imported, "row is new", "rows are new"),
    imported.known > 0 ? `${imported.known} known` : "",
    imported.corrected > 0 ? `${imported.corrected} corrected` : "",
    bad > 0 ? `${bad} bad${inFile(problems)}` : "",
  ].filter((part) => part !== "");
  const lines = [`Of ${counted(rows, "row", "rows")}: ${parts.join(", ")}.`];
  if (dryRun) lines.push("Nothing was written: this was a dry run.");
  else if (bad > 0 && bad === rows) lines.push("Nothing was imported, since every row is bad.");
  if (linked > 0 || possible > 0)
    lines.push(
      `Of the new ones, ${linked} were known at some door and are linked; of ${possible} somebody must say whether they are.`,
    );
  if (outdated > 0)
    lines.push(
      `${counted(outdated, "row holds", "rows hold")} what was corrected since and changes nothing: to bring back an old value, correct the registration itself.`,
    );
  return lines;
}

function counted(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

function inFile(problems: string | null): string {
  return problems === null ? "" : ` (see ${problems})`;
}
