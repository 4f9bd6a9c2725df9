/** A partner acts in the regions that it covers. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { partnersCovering } from "../domain/partner.ts";
import { CoverageRow } from "../store/coverage.row.ts";

/** @throws {Refusal} `NOT_ALLOWED` when the caller's partner does not cover the region on that day. */
export async function requireOwnRegion(
  regionCode: string,
  { manager, viewer }: Work,
  day: string,
): Promise<void> {
  const coverages = await manager.findBy(CoverageRow, { partnerCode: viewer.organisation });
  if (!partnersCovering(coverages, regionCode, day).includes(viewer.organisation))
    throw new Refusal("NOT_ALLOWED", `Your organisation does not cover this region on ${day}.`, "regionCode");
}
