/** An employer in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "An employer that recruits through Passerelle sectorielle (entreprise)." })
export class PasserelleEmployer {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, {
    description: "Its sector: SCIAN/NAICS 2022, two digits; ranges keep their first.",
  })
  sector: string;

  @Field(() => String, { description: "Its city; never translated." })
  city: string;

  @Field(() => DateScalar, { description: "Since when the programme knows it." })
  joinedOn: string;
}

export const EmployerConnection = connectionOf(() => PasserelleEmployer, "PasserelleEmployer");
