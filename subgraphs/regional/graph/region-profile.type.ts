/** The profile of a region in the graph: its reality, its services, its videos. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { RegionalServiceKind, RegionalVideoKind } from "../domain/profile.ts";

registerEnumType(RegionalServiceKind, {
  name: "RegionalServiceKind",
  description: "What a service is for.",
  valuesConfig: {
    WELCOME: { description: "Welcome and settlement of newcomers (accueil et installation)." },
    HOUSING: { description: "Finding a home (logement)." },
    EMPLOYMENT: { description: "Finding work (emploi)." },
    FRENCH_COURSES: { description: "Learning French (francisation)." },
    SCHOOL: { description: "Schools and training (écoles et formation)." },
    CHILD_CARE: { description: "Child care (services de garde)." },
    HEALTH: { description: "Health (santé)." },
    TRANSPORT: { description: "Getting about (transport)." },
    COMMUNITY: { description: "Community life (vie communautaire)." },
    BUSINESS: { description: "Starting or taking over a business (entrepreneuriat et repreneuriat)." },
  },
});

registerEnumType(RegionalVideoKind, {
  name: "RegionalVideoKind",
  description: "What a video shows.",
  valuesConfig: {
    LOCAL_REALITY: { description: "The region itself (réalité locale)." },
    LOCAL_ACTOR: { description: "Somebody who helps newcomers there (acteur local)." },
    TESTIMONY: { description: "Somebody who settled there (témoignage)." },
  },
});

@ObjectType({ description: "What it is like to live in a region (portrait de la région)." })
export class RegionProfile {
  regionCode: string;
}

@ObjectType({ description: "A service that newcomers find in a region (service)." })
export class RegionalService {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => RegionalServiceKind, { description: "What it is for." })
  kind: RegionalServiceKind;

  @Field(() => String, { description: "Its name, as it calls itself." })
  name: string;

  @Field(() => String, { description: "Its city; never translated." })
  city: string;

  @Field(() => String, { nullable: true, description: "The address of its web site; null when it has none." })
  website: string | null;

  @Field(() => DateScalar, { description: "Since when it is in the profile." })
  addedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Since when it is no longer in the profile; null while it is.",
  })
  withdrawnOn: string | null;

  tenant: string;
  regionCode: string;
  aboutFr: string;
  aboutEn: string | null;
}

@ObjectType({
  description: "A video that shows a region, with captions and with the consent of whoever speaks.",
})
export class RegionalVideo {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => RegionalVideoKind, { description: "What it shows." })
  kind: RegionalVideoKind;

  @Field(() => String, { description: "The address where it is seen." })
  url: string;

  @Field(() => Boolean, { description: "Whether it has captions (sous-titres); all that are shown have." })
  captioned: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When whoever speaks in it agreed; null when nobody does.",
  })
  consentedOn: string | null;

  @Field(() => DateScalar, { description: "Since when it is shown." })
  publishedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Since when it is no longer shown; null while it is.",
  })
  withdrawnOn: string | null;

  tenant: string;
  regionCode: string;
  titleFr: string;
  titleEn: string | null;
}
