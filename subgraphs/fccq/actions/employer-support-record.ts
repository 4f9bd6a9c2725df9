/** Record that a business was helped in human resources. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { EmployerSupportTopic } from "../domain/employer-support.ts";
import { BusinessRow } from "../store/business.row.ts";
import { EmployerSupportRow } from "../store/employer-support.row.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "Help to record." })
export class EmployerSupportRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The business." })
  businessId: string;

  @Field(() => EmployerSupportTopic, { description: "With what." })
  topic: EmployerSupportTopic;

  @Field(() => String, { description: "What was done, in words; at most 2,000 characters." })
  @IsNotEmpty()
  @MaxLength(2000)
  note: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  givenOn?: string | null;
}

export const employerSupportRecord = defineAction<EmployerSupportRecordInput, EmployerSupportRow>({
  name: "employerSupportRecord",
  roles: ["OFFICER"],
  row: EmployerSupportRow,
  async apply(input, { find, save, today }) {
    const business = await find(BusinessRow, input.businessId, "businessId");
    return save(EmployerSupportRow, {
      id: uuid(),
      businessId: business.id,
      topic: input.topic,
      givenOn: pastDay(input.givenOn, today, "givenOn"),
      note: input.note,
    });
  },
});
