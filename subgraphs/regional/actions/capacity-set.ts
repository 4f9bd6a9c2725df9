/** Set the capacity of a month: how many households the partner can receive in a region. */
import { IsIn, Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { monthOf } from "../domain/capacity.ts";
import { REGION_CODES } from "../domain/region.ts";
import { WelcomeCapacityRow } from "../store/welcome-capacity.row.ts";
import { saveCapacity } from "../tell-capacity.ts";
import { plannedDay } from "./given-day.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "The capacity of a month." })
export class CapacitySetInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => DateScalar, {
    description: "The month, by any of its days: this month or one of the 24 that follow.",
  })
  month: string;

  @Field(() => Int, {
    description: "The households that can be received, 0 to 500; no fewer than hold a place already.",
  })
  @Min(0)
  @Max(500)
  offered: number;
}

export const capacitySet = defineAction<CapacitySetInput, WelcomeCapacityRow>({
  name: "capacitySet",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCapacityRow,
  async apply(input, work) {
    const { manager, viewer, today } = work;
    const month = monthOf(plannedDay(input.month, monthOf(today), today, "month"));
    await requireOwnRegion(input.regionCode, work, month < today ? today : month);
    const place = { tenant: viewer.organisation, regionCode: input.regionCode, month };
    const known = await manager.findOne(WelcomeCapacityRow, {
      where: place,
      lock: { mode: "pessimistic_write" },
    });
    if (known && input.offered < known.reserved) {
      throw new Refusal(
        "CONFLICT",
        `${known.reserved} places of this month are taken: offer at least as many.`,
        "offered",
      );
    }
    const row = known ?? { id: uuid(), ...place, reserved: 0 };
    return saveCapacity(work, { ...row, offered: input.offered });
  },
});
