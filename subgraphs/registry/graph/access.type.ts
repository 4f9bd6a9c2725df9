/** Why a section is shown or withheld, who looked, and what the person agreed to. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import type { Purpose } from "../../../platform/passport.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { AccessBasis, AccessStatus } from "../domain/access.ts";
import { CollectedHow, GivenBy } from "../domain/consent.ts";
import { Section } from "../domain/section.ts";
import { PurposeEnum } from "../actions/purpose.ts";

registerEnumType(Section, {
  name: "Section",
  description: "A section of a file: what is shown or withheld as one (section du dossier).",
  valuesConfig: {
    IDENTITY: { description: "Who the person is (identité)." },
    PATHWAY: { description: "Where the person stands (parcours)." },
    EMPLOYABILITY: { description: "Preparation for the labour market, held by EER (employabilité)." },
    MATCHING: { description: "Matching with positions, held by FCCQ (maillage)." },
    PASSERELLE: { description: "Passerelle sectorielle, held by CCMM." },
    RELOCATION: { description: "Household and move to a region, held by EER (régionalisation)." },
    WELCOME: { description: "Welcome and settlement, held by the regional partners (accueil)." },
  },
});

registerEnumType(AccessStatus, {
  name: "AccessStatus",
  description: "Whether a section is shown to the viewer and, where it is withheld, why.",
  valuesConfig: {
    GRANTED: { description: "It is shown." },
    NO_CONSENT: { description: "The person did not agree." },
    CONSENT_WITHDRAWN: { description: "The person agreed once and withdrew." },
    CONSENT_EXPIRED: { description: "The person's agreement has expired." },
    NOT_IN_CIRCLE: {
      description: "The viewer's organisation neither registered the person nor is being referred them.",
    },
    PURPOSE_NOT_ALLOWED: { description: "The viewer's role does not look for this purpose." },
    ROLE_NOT_ALLOWED: { description: "The viewer's role does not see this section." },
  },
});

registerEnumType(CollectedHow, {
  name: "CollectedHow",
  description: "How a consent was collected.",
  valuesConfig: {
    IN_PERSON: { description: "In person (sur place)." },
    PHONE: { description: "By telephone (téléphone)." },
    ONLINE: { description: "Online (en ligne)." },
    PAPER: { description: "On paper (papier)." },
  },
});

registerEnumType(AccessBasis, {
  name: "AccessBasis",
  description: "What opens a section to a viewer.",
  valuesConfig: {
    SELF: { description: "The viewer is the person (la personne elle-même)." },
    ROLE: { description: "The viewer's role sees it of anybody (rôle)." },
    BREAK_GLASS: { description: "The viewer opened the file in an emergency (urgence)." },
    CONSENT: { description: "The person agreed (consentement)." },
    REFERRAL: { description: "An open referral names the section (référencement)." },
    OWN_FILE: {
      description: "The viewer's organisation wrote it itself, and sees that alone (dossier propre).",
    },
  },
});

registerEnumType(GivenBy, {
  name: "GivenBy",
  description: "Who gave a consent.",
  valuesConfig: {
    PERSON: { description: "The person (la personne)." },
    PARENT: { description: "A parent, for a child under 14 (titulaire de l'autorité parentale)." },
  },
});

@ObjectType({ description: "Whether a section of a file is shown to the viewer, and why not." })
export class SectionAccess {
  @Field(() => Section, { description: "The section." })
  section: Section;

  @Field(() => AccessStatus, { description: "Whether it is shown and, where withheld, why." })
  status: AccessStatus;

  @Field(() => AccessBasis, { nullable: true, description: "What opens it; null when it is withheld." })
  basis: AccessBasis | null;
}

@ObjectType({ description: "What a person agreed to, or refused (consentement)." })
export class Consent {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => [Section], { description: "The sections it is about." })
  sections: Section[];

  @Field(() => PurposeEnum, { description: "The one purpose it is for." })
  purpose: Purpose;

  @Field(() => Boolean, { description: "True when the person agreed, false when they refused." })
  given: boolean;

  @Field(() => GivenBy, { description: "Who gave it." })
  givenBy: GivenBy;

  @Field(() => CollectedHow, { description: "How it was collected." })
  collectedHow: CollectedHow;

  @Field(() => DateScalar, { description: "When the person gave or refused it." })
  givenOn: string;

  @Field(() => DateScalar, { description: "When it expires." })
  expiresOn: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the person withdrew it; null while they have not.",
  })
  withdrawnAt: Date | null;

  recipient: string | null;
  recipientGroup: string | null;
  collectedFor: string | null;
}

@ObjectType({ description: "Who was shown, or denied, a section of a file, for whom and why (divulgation)." })
export class Disclosure {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at: Date;

  @Field(() => Section, { description: "Which section." })
  section: Section;

  @Field(() => AccessStatus, { description: "Whether it was shown." })
  status: AccessStatus;

  @Field(() => AccessBasis, { nullable: true, description: "What opened it; null when it was withheld." })
  basis: AccessBasis | null;

  @Field(() => PurposeEnum, { description: "Why." })
  purpose: Purpose;

  @Field(() => String, { nullable: true, description: "The name of the operation; null when it had none." })
  operation: string | null;

  @Field(() => ID, { description: "The request, as in logs and traces." })
  requestId: string;

  subject: string;
  organisation: string;
}

export const DisclosureConnection = connectionOf(() => Disclosure, "Disclosure");

@ObjectType({
  description: "One look at a file: who asked, for whom and why, for which sections (consultation).",
})
export class DisclosureLook {
  @Field(() => ID, { description: "Its id: that of its first disclosure." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at: Date;

  @Field(() => PurposeEnum, { description: "Why." })
  purpose: Purpose;

  @Field(() => String, { nullable: true, description: "The name of the operation; null when it had none." })
  operation: string | null;

  @Field(() => ID, { description: "The request, as in logs and traces." })
  requestId: string;

  subject: string;
  organisation: string;
  sections: SectionAccess[];
}

export const DisclosureLookConnection = connectionOf(() => DisclosureLook, "DisclosureLook");
