/** Record a chamber of commerce that joined the federation. */
import { IsIn, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { REGION_CODES } from "../domain/region.ts";
import { ChamberRow } from "../store/chamber.row.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A chamber to record." })
export class ChamberRecordInput extends ChangeInput {
  @Field(() => String, { description: "Its name; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: "Its region, 01 to 17." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "Its city; at most 100 characters. Never translated." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => DateScalar, { nullable: true, description: "When it joined; today unless told." })
  @IsOptional()
  joinedOn?: string | null;
}

export const chamberRecord = defineAction<ChamberRecordInput, ChamberRow>({
  name: "chamberRecord",
  roles: ["OFFICER"],
  row: ChamberRow,
  async apply(input, { save, today }) {
    return save(ChamberRow, {
      id: uuid(),
      name: input.name,
      regionCode: input.regionCode,
      city: input.city,
      joinedOn: pastDay(input.joinedOn, today, "joinedOn"),
      leftOn: null,
    });
  },
});
