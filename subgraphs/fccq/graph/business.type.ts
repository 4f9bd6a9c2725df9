/** A business in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "A business of the network (entreprise)." })
export class Business {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its sector: SCIAN/NAICS 2022, two digits." })
  sector: string;

  @Field(() => String, { description: "Its city; never translated." })
  city: string;

  @Field(() => DateScalar, { description: "Since when the programme knows it." })
  registeredOn: string;

  regionCode: string;
  chamberId: string | null;
}

@ObjectType({ description: "The membership of a business in the federation itself (membre corporatif)." })
export class CorporateMembership {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "Since when." })
  since: string;

  @Field(() => DateScalar, { nullable: true, description: "Its last day; null while it lasts." })
  until: string | null;
}

export const BusinessConnection = connectionOf(() => Business, "Business");
