/** Report capacity: a regional partner tells how many households it can receive in a month, and how many it expects. */
import { IsIn, Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { Mandate } from "../domain/organisation.ts";
import { REGION_CODES } from "../domain/region.ts";
import { monthOf } from "../store/capacity.ts";
import { DeclaredCapacityRow } from "../store/declared-capacity.row.ts";
import { MandateRow } from "../store/mandate.row.ts";
import { OrganisationRow } from "../store/organisation.row.ts";

@InputType({ description: "The places for households of a month, as the partner counts them." })
export class CapacityReportInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, in which you welcome people." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => DateScalar, { description: "The month, by any of its days." })
  month: string;

  @Field(() => Int, { description: "The households that can be received, 0 to 500." })
  @Min(0)
  @Max(500)
  offered: number;

  @Field(() => Int, { description: "The places taken already, 0 to 500." })
  @Min(0)
  @Max(500)
  reserved: number;

  @Field(() => DateTimeScalar, {
    description:
      "When you counted, not in the future: what was counted before what is known changes nothing.",
  })
  countedAt: Date;
}

export const capacityReport = defineAction<CapacityReportInput, DeclaredCapacityRow>({
  name: "capacityReport",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: DeclaredCapacityRow,
  async apply({ regionCode, offered, reserved, countedAt, ...input }, { manager, save, viewer, now, today }) {
    const { id: organisationId } = await manager.findOneByOrFail(OrganisationRow, {
      code: viewer.organisation,
    });
    const mandates = await manager.findBy(MandateRow, {
      organisationId,
      mandate: Mandate.WELCOME,
      regionCode,
    });
    if (!mandates.some(({ until }) => until === null || until >= today))
      throw new Refusal(
        "NOT_ALLOWED",
        "Your organisation does not welcome people in this region.",
        "regionCode",
      );
    if (countedAt > now)
      throw new Refusal("OUT_OF_RANGE", "Places are reported once they were counted.", "countedAt");
    const place = { organisationCode: viewer.organisation, regionCode, month: monthOf(input.month) };
    const known = await manager.findOne(DeclaredCapacityRow, {
      where: place,
      lock: { mode: "pessimistic_write" },
    });
    if (known && known.countedAt > countedAt) return known;
    return save(DeclaredCapacityRow, {
      id: known?.id ?? uuid(),
      ...place,
      offered,
      reserved,
      countedAt,
      declaredAt: now,
      declaredBy: viewer.subject,
    });
  },
});
