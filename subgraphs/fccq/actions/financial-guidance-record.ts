/** Record that a person was guided to a financial aid. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { FinancialAid } from "../domain/financial-guidance.ts";
import { FinancialGuidanceRow } from "../store/financial-guidance.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "Guidance to record." })
export class FinancialGuidanceRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The participant." })
  participantId: string;

  @Field(() => FinancialAid, { description: "What the aid is for." })
  aid: FinancialAid;

  @Field(() => String, { description: "The organisation that grants it; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  grantedBy: string;

  @Field(() => String, { nullable: true, description: "What was said, in words; at most 2,000 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  givenOn?: string | null;
}

export const financialGuidanceRecord = defineAction<FinancialGuidanceRecordInput, FinancialGuidanceRow>({
  name: "financialGuidanceRecord",
  roles: ["OFFICER"],
  row: FinancialGuidanceRow,
  async apply(input, { find, save, today }) {
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    return save(FinancialGuidanceRow, {
      id: uuid(),
      registrationId: participant.registrationId,
      aid: input.aid,
      givenOn: pastDay(input.givenOn, today, "givenOn"),
      grantedBy: input.grantedBy,
      note: input.note ?? null,
    });
  },
});
