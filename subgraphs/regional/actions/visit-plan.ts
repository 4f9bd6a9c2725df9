/** Plan a visit to a community, with the host who receives the visitors. */
import { IsIn, IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { REGION_CODES } from "../domain/region.ts";
import { receivesOn, RegionalVisitState } from "../domain/visit.ts";
import { VisitRow } from "../store/visit.row.ts";
import { plannedDay } from "./given-day.ts";
import { ownHost } from "./own-host.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "A visit to plan." })
export class VisitPlanInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "The city." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => String, { description: "What is visited; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => DateScalar, { description: "The day, today or in the 24 months that follow." })
  plannedOn: string;

  @Field(() => ID, {
    nullable: true,
    description: "The host, of your own partner; null when your partner receives the visitors itself.",
  })
  hostId?: string | null;
}

export const visitPlan = defineAction<VisitPlanInput, VisitRow>({
  name: "visitPlan",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: VisitRow,
  async apply({ regionCode, city, title, hostId, ...input }, work) {
    const plannedOn = plannedDay(input.plannedOn, work.today, work.today, "plannedOn");
    await requireOwnRegion(regionCode, work, work.today);
    const host = hostId ? await ownHost({ ...input, hostId }, work) : null;
    if (host && !receivesOn(host, plannedOn))
      throw new Refusal("WRONG_STATE", "This host does not receive visitors on that day.", "hostId");
    return work.save(VisitRow, {
      id: uuid(),
      tenant: work.viewer.organisation,
      regionCode,
      city,
      title,
      hostId: host?.id ?? null,
      state: RegionalVisitState.PLANNED,
      plannedOn,
      heldOn: null,
      received: null,
      cancelReason: null,
    });
  },
});
