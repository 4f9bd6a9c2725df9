/** The place that a household holds among those its partner offers in a month: nobody gives the same place twice. */
import { In } from "typeorm";
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { remaining } from "../domain/capacity.ts";
import { WelcomeCapacityRow } from "../store/welcome-capacity.row.ts";
import type { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { saveCapacity } from "../tell-capacity.ts";

/**
 * Takes a place in a month for the household and gives back the one it held; gives the id of the month's capacity.
 * @throws {Refusal} `CONFLICT` when no place is left
 */
export async function takePlace(
  { capacityId, tenant, regionCode }: WelcomeCaseRow,
  month: string,
  work: Work,
): Promise<string> {
  const wanted = await work.manager.findOneBy(WelcomeCapacityRow, { tenant, regionCode, month });
  const ids = [wanted?.id, capacityId].filter((id) => id != null);
  // Both months are locked at once and in the same order by everybody, so that two exchanges never wait on each other.
  const locked = await work.manager.find(WelcomeCapacityRow, {
    where: { id: In(ids) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
  const next = locked.find(({ id }) => id === wanted?.id);
  if (next && next.id === capacityId) return next.id;
  if (!next || remaining(next) < 1) {
    throw new Refusal(
      "CONFLICT",
      "No place is left in that month: offer more with capacitySet, or choose another month.",
      "expectedOn",
    );
  }
  const held = locked.find(({ id }) => id === capacityId);
  if (held) await saveCapacity(work, { ...held, reserved: held.reserved - 1 });
  await saveCapacity(work, { ...next, reserved: next.reserved + 1 });
  return next.id;
}

/** Gives back the place that the household held, if it held one. */
export async function giveBackPlace({ capacityId }: WelcomeCaseRow, work: Work): Promise<void> {
  if (!capacityId) return;
  const held = await work.find(WelcomeCapacityRow, capacityId, "caseId");
  await saveCapacity(work, { ...held, reserved: held.reserved - 1 });
}
