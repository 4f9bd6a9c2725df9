/** An organisation, by its code; the registry says who it is. */
import { Directive, Field, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../../../platform/scalars.ts";

@Directive('@key(fields: "code")')
@ObjectType("Organisation")
export class Organisation {
  @Field(() => String, { description: "The code of the organisation." })
  code: string;
}

@ObjectType({ description: "A programme of CCMM for immigrant professionals (programme)." })
export class PasserelleProgramme {
  @Field(() => String, { description: "Its name; never translated." })
  name: string;

  @Field(() => PartialDateScalar, { description: "When it was launched, as far as it is known." })
  launched: string;

  @Field(() => Boolean, { description: "Whether it is suspended." })
  suspended: boolean;

  @Field(() => Boolean, { nullable: true, description: "Whether it is free; null when not known." })
  free: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether one can register at any time (inscription en continu); null when not known.",
  })
  continuousRegistration: boolean | null;

  @Field(() => String, { nullable: true, description: "Where one registers; null when nowhere." })
  website: string | null;

  @Field(() => [String], { description: "With whom it was developed; never translated." })
  partners: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "The name of the programme it follows; null for none.",
  })
  follows: string | null;
}
