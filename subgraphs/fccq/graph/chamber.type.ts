/** A chamber of commerce in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "A chamber of commerce of the federation (chambre de commerce)." })
export class Chamber {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "The city of its seat; never translated." })
  city: string;

  @Field(() => DateScalar, { description: "When it joined the federation." })
  joinedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Its last day in the federation; null while it belongs to it.",
  })
  leftOn: string | null;

  regionCode: string;
}

export const ChamberConnection = connectionOf(() => Chamber, "Chamber");
