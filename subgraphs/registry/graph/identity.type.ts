/** What partners declared of who a person is: each value with its source and date, never a silent best guess. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar, PartialDateScalar } from "../../../platform/scalars.ts";
import { EntryDoor } from "../domain/registration.ts";

registerEnumType(EntryDoor, {
  name: "EntryDoor",
  description: "How a person came to an organisation (porte d'entrée).",
  valuesConfig: {
    WEBSITE: { description: "Through its website (site Web)." },
    WALK_IN: { description: "In person (sur place)." },
    PHONE: { description: "By telephone (téléphone)." },
    FAIR: { description: "At a fair (salon)." },
    WEBINAR: { description: "At a webinar (webinaire)." },
    REFERRAL: { description: "Referred by another organisation (référencement)." },
    PRE_DEPARTURE: { description: "From abroad, before departure (prédépart)." },
  },
});

@ObjectType({ description: "One organisation's record of a person (inscription); it is never rewritten." })
export class Registration {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => EntryDoor, { description: "How the person came." })
  entryDoor: EntryDoor;

  @Field(() => DateScalar, { description: "When." })
  registeredOn: string;

  organisationCode: string;
}

@ObjectType({ description: "A value as one organisation recorded it." })
export class DeclaredText {
  @Field(() => String, { description: "The value." })
  value: string;

  @Field(() => DateScalar, { description: "When it was declared." })
  declaredOn: string;

  organisationCode: string;
}

@ObjectType({ description: "A name as one organisation recorded it." })
export class DeclaredName {
  @Field(() => String, {
    nullable: true,
    description: "Given names; null for a person of one name, kept as family name.",
  })
  givenNames: string | null;

  @Field(() => String, { nullable: true, description: "Family names; null when none is known." })
  familyNames: string | null;

  @Field(() => DateScalar, { description: "When it was declared." })
  declaredOn: string;

  organisationCode: string;
}

@ObjectType({ description: "What a person is called, as each organisation recorded it." })
export class PersonName {
  @Field(() => String, {
    description:
      "For a heading: as the viewer's own organisation recorded it, otherwise as the first to register the person did.",
  })
  display: string;

  @Field(() => [DeclaredName], { description: "Each name recorded, with its source and date." })
  declared: DeclaredName[];
}

@ObjectType({ description: "A postal address as one organisation recorded it." })
export class DeclaredAddress {
  @Field(() => String, { nullable: true, description: "Street address; null when not known." })
  address: string | null;

  @Field(() => String, { nullable: true, description: "City; never translated." })
  city: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode: string | null;

  @Field(() => String, { nullable: true, description: "Country: ISO 3166-1, two letters." })
  country: string | null;

  @Field(() => DateScalar, { description: "When it was declared." })
  declaredOn: string;

  organisationCode: string;
}

@ObjectType({ description: "How to reach a person, as each organisation recorded it (coordonnées)." })
export class ContactDetails {
  @Field(() => [DeclaredText], { description: "Electronic mail addresses." })
  emails: DeclaredText[];

  @Field(() => [DeclaredText], { description: "Telephone numbers." })
  phones: DeclaredText[];

  @Field(() => [DeclaredAddress], { description: "Postal addresses." })
  addresses: DeclaredAddress[];
}

@ObjectType({ description: "A birth date as one organisation recorded it." })
export class DeclaredBirthDate {
  @Field(() => PartialDateScalar, { description: "The date, as far as it is known." })
  value: string;

  @Field(() => DateScalar, { description: "When it was declared." })
  declaredOn: string;

  organisationCode: string;
}
