/** Name the main contact: the one person whom a candidate and the partners talk to. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { findInCircle } from "../store/circle.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { ProfessionalRow } from "../store/professional.row.ts";

@InputType({ description: "A main contact to name." })
export class MainContactAssignInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => ID, { description: "The professional of your organisation who becomes their main contact." })
  professionalId: string;
}

export const mainContactAssign = defineAction<MainContactAssignInput, CandidateRow>({
  name: "mainContactAssign",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"],
  row: CandidateRow,
  async apply(input, work) {
    const { find, save, viewer, today, manager } = work;
    const candidate = await findInCircle(work, input.candidateId, "candidateId");
    if (candidate.responsible !== viewer.organisation) {
      throw new Refusal("WRONG_STATE", "The responsible organisation names the main contact.", "candidateId");
    }
    const { id: organisationId } = await manager.findOneByOrFail(OrganisationRow, {
      code: viewer.organisation,
    });
    const professional = await find(ProfessionalRow, input.professionalId, "professionalId", {
      organisationId,
    });
    if (professional.until !== null && professional.until < today) {
      throw new Refusal("WRONG_STATE", "This professional no longer works there.", "professionalId");
    }
    return save(CandidateRow, { ...candidate, mainContactId: professional.id });
  },
});
