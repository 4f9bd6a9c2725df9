/** The trace of what was written through the graph since the hub was opened. */
import { createHash } from "node:crypto";
import type { ChangeRow } from "../../platform/change.row.ts";
import { moment, type Day } from "./calendar.ts";
import type { Fresh } from "./copy-text.ts";
import type { Random } from "./random.ts";

export interface Made {
  organisation: string;
  /** The mutation, by its name in the graph. */
  action: string;
  reference: string;
  thingId: string;
  madeBy: string;
  on: Day;
}

/** Sheets of any database that has the table of changes, which all have. */
interface ChangeSheets {
  add(table: "change", row: Fresh<ChangeRow>): void;
}

/** Writes one change; the request of each is its own. */
export function writeChange(sheets: ChangeSheets, random: Random, made: Made): void {
  const { on, ...change } = made;
  sheets.add("change", {
    ...change,
    fingerprint: createHash("sha256").update(`${made.action} ${made.reference}`).digest(),
    requestId: random.uuid(on * 86_400_000),
    madeAt: moment(on, 400),
  });
}
