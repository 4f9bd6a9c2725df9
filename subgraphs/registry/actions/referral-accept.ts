/** Accept a referral: the receiver takes the person on, and with them the responsibility that goes with its kind. */
import { IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { defineAction, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ReferralMove, ReferralSide } from "../domain/referral.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { ProfessionalRow } from "../store/professional.row.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { recordAcceptance } from "./referral-acceptance.ts";
import { findMovable, moveReferral, REFERRAL_ROLES, ReferralMoveInput } from "./referral-move.ts";

@InputType({ description: "A referral to accept." })
export class ReferralAcceptInput extends ReferralMoveInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "The professional of your organisation who receives the person; yourself unless told. They become the main contact where your organisation becomes responsible.",
  })
  @IsOptional()
  professionalId?: string | null;
}

export const referralAccept = defineAction<ReferralAcceptInput, ReferralRow>({
  name: "referralAccept",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    const { manager, viewer } = work;
    const movable = await findMovable(input, ReferralSide.RECEIVER, work);
    const receivedBy = await receivingProfessional(input, work);
    const referral = await moveReferral(movable, ReferralMove.ACCEPT, work, {}, { receivedBy });
    await recordAcceptance(referral, work);
    if (receivedBy)
      await manager.update(
        CandidateRow,
        { id: referral.candidateId, responsible: viewer.organisation },
        { mainContactId: receivedBy },
      );
    return referral;
  },
});

/** The id of the professional named, or of the caller; null for a system that names nobody. */
async function receivingProfessional(
  { professionalId }: ReferralAcceptInput,
  { find, manager, viewer, today }: Work,
): Promise<string | null> {
  if (!professionalId)
    return (await manager.findOneBy(ProfessionalRow, { subject: viewer.subject }))?.id ?? null;
  const { id: organisationId } = await manager.findOneByOrFail(OrganisationRow, {
    code: viewer.organisation,
  });
  const professional = await find(ProfessionalRow, professionalId, "professionalId", { organisationId });
  if (professional.until !== null && professional.until < today)
    throw new Refusal("WRONG_STATE", "This professional no longer works there.", "professionalId");
  return professional.id;
}
