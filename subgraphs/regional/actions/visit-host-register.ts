/** Register a host: somebody of the community, or an organisation, who receives visitors. */
import { IsIn, IsNotEmpty, IsOptional, Length, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { REGION_CODES } from "../domain/region.ts";
import { VisitHostKind } from "../domain/visit.ts";
import { VisitHostRow } from "../store/visit-host.row.ts";
import { pastDay } from "./given-day.ts";
import { requireNaming } from "./own-host.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "A host to register." })
export class VisitHostRegisterInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "The city." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => VisitHostKind, { description: "A person or an organisation." })
  kind: VisitHostKind;

  @Field(() => String, {
    description: "Who they are in the community, without their name; at most 300 characters.",
  })
  @IsNotEmpty()
  @MaxLength(300)
  presentation: string;

  @Field(() => String, {
    nullable: true,
    description: "The name: of an organisation always, of a person only with their consent.",
  })
  @IsOptional()
  @Length(1, 200)
  name?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the person agreed to be named." })
  consentedOn?: string | null;
}

export const visitHostRegister = defineAction<VisitHostRegisterInput, VisitHostRow>({
  name: "visitHostRegister",
  roles: ["PROFESSIONAL"],
  row: VisitHostRow,
  async apply(input, work) {
    const name = input.name ?? null;
    const namedSince = input.consentedOn ? pastDay(input.consentedOn, work.today, "consentedOn") : null;
    requireNaming({ kind: input.kind, name, namedSince });
    await requireOwnRegion(input.regionCode, work, work.today);
    return work.save(VisitHostRow, {
      id: uuid(),
      tenant: work.viewer.organisation,
      regionCode: input.regionCode,
      city: input.city,
      kind: input.kind,
      presentation: input.presentation,
      name,
      namedSince,
      since: work.today,
      until: null,
    });
  },
});
