/** Make registrations of the rows that imports landed before they were killed. */
import type { DataSource } from "typeorm";
import { aloneOn, importsArriving } from "../store/arrivals.ts";
import { enterArrivals, type EnterOptions } from "./enter-arrivals.ts";

/** What came of rows whose import is gone. */
export interface LeftBehind {
  rows: number;
  linked: number;
  possible: number;
}

/** Of one organisation, or of all for null; imports that are still at work are passed over. */
export async function enterLeftBehind(
  registry: DataSource,
  {
    organisation,
    ...how
  }: { organisation: string | null } & Pick<EnterOptions, "batch" | "progress" | "signal">,
): Promise<LeftBehind> {
  const total: LeftBehind = { rows: 0, linked: 0, possible: 0 };
  for (const left of await importsArriving(registry.manager, organisation)) {
    const { importId } = left;
    const entered = await aloneOn(registry, importId, () =>
      enterArrivals(registry, { importId, organisation: left.organisation, ...how }),
    );
    if (entered) for (const each of ["rows", "linked", "possible"] as const) total[each] += entered[each];
  }
  return total;
}
