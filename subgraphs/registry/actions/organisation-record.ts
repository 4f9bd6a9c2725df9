/** Record an organisation that joins the alliance, with what it is mandated to do. */
import { IsEnum, IsIn, IsNotEmpty, IsOptional, Length, Matches, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HOLDER_OF_MANDATE, Mandate, PERSONS_THEMSELVES } from "../domain/organisation.ts";
import { REGION_CODES } from "../domain/region.ts";
import { MandateRow } from "../store/mandate.row.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { RegionRow } from "../store/region.row.ts";

@InputType({ description: "An organisation to record." })
export class OrganisationRecordInput extends ChangeInput {
  @Field(() => String, {
    description: "The short name by which systems will name it: small letters, digits and hyphens.",
  })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(60)
  code: string;

  @Field(() => String, { description: "Its name." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => Mandate, { description: "What it is mandated to do." })
  @IsEnum(Mandate)
  mandate: Mandate;

  @Field(() => String, {
    nullable: true,
    description: "The region the mandate is for, by code; null for all.",
  })
  @IsOptional()
  @IsIn(REGION_CODES)
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: "Who funds it." })
  @IsOptional()
  @Length(1, 200)
  funder?: string | null;

  @Field(() => DateScalar, { description: "Since when it takes part." })
  since: string;
}

export const organisationRecord = defineAction<OrganisationRecordInput, OrganisationRow>({
  name: "organisationRecord",
  roles: ["COORDINATOR"],
  row: OrganisationRow,
  async apply(input, { save, manager }) {
    if (
      input.code === PERSONS_THEMSELVES ||
      (await manager.existsBy(OrganisationRow, { code: input.code }))
    ) {
      throw new Refusal("CONFLICT", "Another organisation has this code.", "code");
    }
    if (input.regionCode && !(await manager.existsBy(RegionRow, { code: input.regionCode }))) {
      throw new Refusal("UNKNOWN_REFERENCE", "There is no such region.", "regionCode");
    }
    const organisation = await save(OrganisationRow, {
      id: uuid(),
      code: input.code,
      name: input.name,
      subgraph: HOLDER_OF_MANDATE[input.mandate],
      since: input.since,
    });
    await save(MandateRow, {
      id: uuid(),
      organisationId: organisation.id,
      mandate: input.mandate,
      regionCode: input.regionCode ?? null,
      funder: input.funder ?? null,
      since: input.since,
      until: null,
    });
    return organisation;
  },
});
