/** Finding what is the caller's own organisation's to change: another tenant's rows are as unknown as what does not exist. */
import type { EntityTarget, FindOptionsWhere } from "typeorm";
import type { Thing, Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HouseholdState } from "../domain/household.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { HouseholdRow } from "../store/household.row.ts";

interface Kept extends Thing {
  tenant: string;
}

/** The row, locked. @throws {Refusal} `UNKNOWN_REFERENCE` when it is not the caller's organisation's. */
export function findOwn<Row extends Kept>(
  { find, viewer }: Work,
  row: EntityTarget<Row>,
  id: string,
  field: string,
): Promise<Row> {
  return find(row, id, field, { tenant: viewer.organisation } as FindOptionsWhere<Row>);
}

/** The household, whose file is open. @throws {Refusal} `WRONG_STATE` when it is closed. */
export async function findOpenHousehold(
  work: Work,
  id: string,
  field = "householdId",
): Promise<HouseholdRow> {
  const household = await findOwn(work, HouseholdRow, id, field);
  if (household.state !== HouseholdState.OPEN)
    throw new Refusal("WRONG_STATE", "The file of this household is closed; open it again first.", field);
  return household;
}

/** The member, who belongs to the household now. @throws {Refusal} `WRONG_STATE` when they left. */
export async function findPresentMember(work: Work, id: string): Promise<HouseholdMemberRow> {
  const member = await findOwn(work, HouseholdMemberRow, id, "memberId");
  if (member.leftOn !== null)
    throw new Refusal("WRONG_STATE", "This person has left the household.", "memberId");
  return member;
}

/** The member of a household whose file is open. */
export async function findSupportedMember(work: Work, id: string): Promise<HouseholdMemberRow> {
  const member = await findPresentMember(work, id);
  await findOpenHousehold(work, member.householdId, "memberId");
  return member;
}
