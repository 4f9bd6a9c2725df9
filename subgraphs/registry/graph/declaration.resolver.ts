/** What an organisation declared of a person over time: for the organisation itself, and for the person. */
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { DateScalar, PartialDateScalar } from "../../../platform/scalars.ts";
import type { RegistryContext } from "../context.ts";
import { history, readsHistory } from "../domain/identity.ts";
import { Registration } from "./identity.type.ts";

@ObjectType({ description: "What an organisation declared of a person on a day (déclaration)." })
export class Declaration {
  @Field(() => DateScalar, { description: "When it was declared." })
  declaredOn: string;

  @Field(() => Boolean, { description: "Whether it stands, or was corrected since." })
  current: boolean;

  @Field(() => String, { nullable: true, description: "Given names." })
  givenNames: string | null;

  @Field(() => String, { nullable: true, description: "Family names." })
  familyNames: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "Birth date, as far as it is known." })
  birthDate: string | null;

  @Field(() => String, { nullable: true, description: "Electronic mail address." })
  email: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number." })
  phone: string | null;

  @Field(() => String, { nullable: true, description: "Street address." })
  address: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  city: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode: string | null;

  @Field(() => String, { nullable: true, description: "Country: ISO 3166-1, two letters." })
  country: string | null;
}

@Resolver(() => Registration)
export class DeclarationResolver {
  @FieldResolver(() => [Declaration], {
    nullable: true,
    description:
      "What was declared, the latest first, with what it corrected; null but for the organisation itself and the person.",
  })
  async declarations(
    @Root() { id, organisationCode }: Registration,
    @Ctx() { viewer, load }: RegistryContext,
  ): Promise<Declaration[] | null> {
    if (!readsHistory(viewer, organisationCode)) return null;
    const [first, corrections] = await Promise.all([
      load.registration.load(id),
      load.correctionsOfRegistration.load(id),
    ]);
    return first && history(first, corrections);
  }
}
