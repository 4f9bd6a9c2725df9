/** A chamber of commerce in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";

@ObjectType({ description: "A chamber of commerce of the federation (chambre de commerce)." })
export class Chamber {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "The city of its seat; never translated." })
  city: string;

  regionCode: string;
}

export const ChamberConnection = connectionOf(() => Chamber, "Chamber");
