/**
 * The households a person belongs to. One that the person has left is somebody else's: after a separation nobody
 * learns through it where the others live.
 */
import { all } from "../../../platform/load.ts";
import type { EerContext } from "../context.ts";
import type { HouseholdRow } from "../store/household.row.ts";
import type { Loaders } from "../store/loaders.ts";
import type { TravelGrantRow } from "../store/travel-grant.row.ts";

/** The ids of the households to which these registrations belong now, each once. */
export async function householdIdsOf(
  registrationIds: readonly string[],
  { membersOfRegistration }: Loaders,
): Promise<string[]> {
  const members = await all(membersOfRegistration, registrationIds);
  return [...new Set(members.filter(({ leftOn }) => leftOn === null).map(({ householdId }) => householdId))];
}

/** The households to which these registrations belong now. */
export async function householdsOf(
  registrationIds: readonly string[],
  load: Loaders,
): Promise<HouseholdRow[]> {
  const ids = await householdIdsOf(registrationIds, load);
  const rows = await Promise.all(ids.map((id) => load.household.load(id)));
  return rows.filter((row) => row !== null);
}

/** The travel grants of a household, of the members of whom the viewer may read. */
export async function travelGrantsOf(
  householdId: string,
  { load, mayRead }: EerContext,
): Promise<TravelGrantRow[]> {
  const grants = await load.travelGrantsOfHousehold.load(householdId);
  if (grants.length === 0) return [];
  const members = await load.membersOfHousehold.load(householdId);
  const open = new Set(members.filter(mayRead).map(({ id }) => id));
  return grants.filter(({ memberId }) => open.has(memberId));
}
