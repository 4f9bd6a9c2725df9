/** What happens to a household happens to each of its adults whom the registry knows. */
import { IsNull, Not } from "typeorm";
import type { Work } from "../../../platform/action.ts";
import { tell, type Milestone } from "../../../platform/outbox.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";

/** Tells the registry of every registered member who belongs to the household now. */
export async function tellHousehold(
  work: Work,
  householdId: string,
  ...milestones: Omit<Milestone, "registrationId">[]
): Promise<void> {
  const members = await work.manager.findBy(HouseholdMemberRow, {
    householdId,
    leftOn: IsNull(),
    registrationId: Not(IsNull()),
  });
  const registrations = members.map(({ registrationId }) => registrationId).filter((id) => id !== null);
  await tell(
    work,
    ...registrations.flatMap((registrationId) =>
      milestones.map((milestone) => ({
        ...milestone,
        registrationId,
        sourceId: `${milestone.sourceId}:${registrationId}`,
      })),
    ),
  );
}

/** Whoever joins a household that is in a counsellor's care is in that care too. */
export async function tellCare(work: Work, householdId: string, registrationId: string): Promise<void> {
  const care = await work.manager.findOneBy(CounsellorAssignmentRow, { householdId, until: IsNull() });
  if (!care) return;
  await tell(work, {
    kind: MILESTONE_OF.counsellorAssign,
    registrationId,
    sourceId: `assignment:${care.id}:${registrationId}`,
  });
}
