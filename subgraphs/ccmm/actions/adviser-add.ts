/** Add an adviser to the team Talents et diversité. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { AdviserRow } from "../store/adviser.row.ts";

@InputType({ description: "An adviser to add." })
export class PasserelleAdviserAddInput extends ChangeInput {
  @Field(() => String, { description: "Their name; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => DateScalar, { nullable: true, description: "Their first day; today unless told." })
  since?: string | null;
}

export const adviserAdd = defineAction<PasserelleAdviserAddInput, AdviserRow>({
  name: "passerelleAdviserAdd",
  roles: ["ADVISER", "SYSTEM"],
  row: AdviserRow,
  apply: (input, { save, today }) =>
    save(AdviserRow, { id: uuid(), name: input.name, since: input.since ?? today, until: null }),
});
