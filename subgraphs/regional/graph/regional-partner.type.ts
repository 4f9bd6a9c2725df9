/** A regional partner in the graph, and what it covers. */
import { Field, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({
  description: "An organisation that welcomes people in a region (partenaire régional).",
})
export class RegionalPartner {
  @Field(() => String, { description: "The city of its seat; never translated." })
  city: string;

  @Field(() => String, { nullable: true, description: "The address of its web site; null when it has none." })
  website: string | null;

  code: string;
}

@ObjectType({ description: "A region that a partner covers, and since when (territoire couvert)." })
export class RegionalCoverage {
  @Field(() => DateScalar, { description: "The first day." })
  coversFrom: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day; null while it lasts." })
  coversUntil: string | null;

  regionCode: string;
}
