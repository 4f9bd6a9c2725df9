/** What an organisation declares of who a person is: the input and its reading, for a registration and its correction. */
import { IsEmail, IsISO31661Alpha2, IsOptional, Length, MaxLength, ValidateBy } from "class-validator";
import { Field, InputType } from "type-graphql";
import { ChangeInput } from "../../../platform/action.ts";
import { PartialDateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { isTelephone } from "../domain/telephone.ts";
import type { DeclaredColumns } from "../store/declared.columns.ts";

/** The library's own rule would refuse every number that is not Canadian. */
const IsTelephone = () =>
  ValidateBy({
    name: "isPhoneNumber",
    validator: {
      validate: (value) => typeof value === "string" && isTelephone(value),
      defaultMessage: () => "phone must be a valid phone number",
    },
  });

@InputType()
export abstract class DeclarationInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: "Given names, as declared." })
  @IsOptional()
  @Length(1, 200)
  givenNames?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Family names, as declared. One of the two is needed.",
  })
  @IsOptional()
  @Length(1, 200)
  familyNames?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "Birth date, as far as it is known." })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: "Electronic mail address." })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Telephone number, with its country code where it is not of Canada.",
  })
  @IsOptional()
  @IsTelephone()
  @MaxLength(30)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "Street address." })
  @IsOptional()
  @Length(1, 300)
  address?: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  @IsOptional()
  @Length(1, 100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  @IsOptional()
  @Length(3, 12)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country: ISO 3166-1, two capital letters." })
  @IsOptional()
  @IsISO31661Alpha2()
  country?: string | null;
}

/** The declared values, null where none is given. @throws {Refusal} `REQUIRED` for somebody without a name. */
export function declaredBy(input: DeclarationInput): DeclaredColumns {
  if (!input.givenNames?.trim() && !input.familyNames?.trim()) {
    throw new Refusal("REQUIRED", "A person has a given name or a family name.", "familyNames");
  }
  return {
    givenNames: input.givenNames ?? null,
    familyNames: input.familyNames ?? null,
    birthDate: input.birthDate ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    address: input.address ?? null,
    city: input.city ?? null,
    postalCode: input.postalCode ?? null,
    country: input.country ?? null,
  };
}
