/** A text of a region in its languages. */
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A text in French, with English beside it." })
export class RegionalText {
  @Field(() => String, { description: "In French." })
  fr: string;

  @Field(() => String, { nullable: true, description: "In English; null when it is not translated." })
  en: string | null;
}
