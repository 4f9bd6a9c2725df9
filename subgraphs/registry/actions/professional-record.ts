/** Record a professional, so that the subject of their token has a name and a place. */
import { IsNotEmpty, IsOptional, Length, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { ProfessionalRow } from "../store/professional.row.ts";

@InputType({ description: "A professional to record." })
export class ProfessionalRecordInput extends ChangeInput {
  @Field(() => String, { description: "The subject of their token." })
  @IsNotEmpty()
  @MaxLength(200)
  subject: string;

  @Field(() => String, { description: "Where they work: the organisation's code." })
  organisationCode: string;

  @Field(() => String, { description: "Given name." })
  @IsNotEmpty()
  @MaxLength(100)
  givenName: string;

  @Field(() => String, { description: "Family name." })
  @IsNotEmpty()
  @MaxLength(100)
  familyName: string;

  @Field(() => String, { nullable: true, description: "Job title." })
  @IsOptional()
  @Length(1, 200)
  jobTitle?: string | null;
}

export const professionalRecord = defineAction<ProfessionalRecordInput, ProfessionalRow>({
  name: "professionalRecord",
  roles: ["COORDINATOR"],
  row: ProfessionalRow,
  async apply(input, { save, manager, today }) {
    const organisation = await manager.findOneBy(OrganisationRow, { code: input.organisationCode });
    if (!organisation)
      throw new Refusal("UNKNOWN_REFERENCE", "There is no such organisation.", "organisationCode");
    if (await manager.existsBy(ProfessionalRow, { subject: input.subject })) {
      throw new Refusal("CONFLICT", "A professional with this subject is recorded already.", "subject");
    }
    return save(ProfessionalRow, {
      id: uuid(),
      subject: input.subject,
      organisationId: organisation.id,
      givenName: input.givenName,
      familyName: input.familyName,
      jobTitle: input.jobTitle ?? null,
      since: today,
      until: null,
    });
  },
});
