/** End with a host: they no longer receive visitors. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { VisitHostRow } from "../store/visit-host.row.ts";
import { pastDay } from "./given-day.ts";
import { ownHost, VisitHostChangeInput } from "./own-host.ts";

@InputType({ description: "A host who no longer receives visitors." })
export class VisitHostEndInput extends VisitHostChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on which they did; today unless told.",
  })
  until?: string | null;
}

export const visitHostEnd = defineAction<VisitHostEndInput, VisitHostRow>({
  name: "visitHostEnd",
  roles: ["PROFESSIONAL"],
  row: VisitHostRow,
  async apply(input, work) {
    const host = await ownHost(input, work);
    if (host.until) throw new Refusal("WRONG_STATE", "This host has ended already.", "hostId");
    const until = pastDay(input.until, work.today, "until");
    if (until < host.since)
      throw new Refusal("OUT_OF_RANGE", "The last day is not before the first.", "until");
    return work.save(VisitHostRow, { ...host, until });
  },
});
