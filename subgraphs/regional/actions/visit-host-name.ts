/** Name a host: a person of the community now agrees to be named. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { VisitHostRow } from "../store/visit-host.row.ts";
import { pastDay } from "./given-day.ts";
import { ownHost, requireNaming, VisitHostChangeInput } from "./own-host.ts";

@InputType({ description: "The name of a person who receives visitors and agrees to be named." })
export class VisitHostNameInput extends VisitHostChangeInput {
  @Field(() => String, { description: "The name; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => DateScalar, { description: "When the person agreed." })
  consentedOn: string;
}

export const visitHostName = defineAction<VisitHostNameInput, VisitHostRow>({
  name: "visitHostName",
  roles: ["PROFESSIONAL"],
  row: VisitHostRow,
  async apply(input, work) {
    const host = await ownHost(input, work);
    const named = {
      ...host,
      name: input.name,
      namedSince: pastDay(input.consentedOn, work.today, "consentedOn"),
    };
    requireNaming(named);
    return work.save(VisitHostRow, named);
  },
});
