/** Before a referral is sent or a consent signed: what would this recipient see? The same decision, asked ahead of time. */
import { GraphQLError } from "graphql";
import { Arg, Ctx, Field, ID, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import type { Purpose } from "../../../platform/passport.ts";
import { PurposeEnum } from "../actions/purpose.ts";
import { ALL_SCOPES } from "../../../platform/system-scopes.ts";
import type { RegistryContext } from "../context.ts";
import { decideAccess, mayKnowOf, type Circle } from "../domain/access.ts";
import { roleOfHolder } from "../domain/roles.ts";
import { Section, SECTIONS } from "../domain/section.ts";
import { readCircles } from "../store/circles.ts";
import { SectionAccess } from "./access.type.ts";
import { fieldsOfSection } from "./section.ts";

@InputType({ description: "What is about to be agreed to, or referred." })
export class AccessPreviewInput {
  @Field(() => ID, { description: "The person, of whom the caller may know." })
  candidateId: string;

  @Field(() => String, { description: "The organisation that would see, by its code." })
  recipient: string;

  @Field(() => PurposeEnum, { defaultValue: "SUPPORT", description: "For what purpose." })
  purpose: Purpose;

  @Field(() => [Section], {
    defaultValue: [],
    description: "The sections of a consent that is about to be given.",
  })
  consentSections: Section[];

  @Field(() => [Section], {
    defaultValue: [],
    description: "The sections of a referral that is about to be sent.",
  })
  referralSections: Section[];
}

@ObjectType({ description: "What a recipient would see of one section." })
export class SectionPreview extends SectionAccess {
  @Field(() => [String], { description: "The fields of `Candidate` that it would see." })
  fields: string[];
}

@Resolver()
export class PreviewResolver {
  @Query(() => [SectionPreview], {
    description:
      "What a recipient would see of a person if a consent were given or a referral sent: the very decision, asked ahead of time.",
  })
  async accessPreview(
    @Arg("input") { candidateId, recipient, purpose, consentSections, referralSections }: AccessPreviewInput,
    @Ctx() { manager, viewer, now, load, waves }: RegistryContext,
  ): Promise<SectionPreview[]> {
    const today = dayInQuebec(now());
    const named = { ids: [candidateId], registrationIds: [] };
    const [seen] = await waves.track(readCircles(manager, named, viewer, now()));
    const organisation = await load.organisation(recipient);
    if (!seen || !mayKnowOf(viewer, seen.circle, today) || !organisation) {
      throw new GraphQLError("There is no such person or organisation.", {
        extensions: { code: "BAD_USER_INPUT" },
      });
    }
    // The recipient as a professional of theirs would be; nobody's own emergency or account counts.
    const asRecipient = {
      subject: "",
      organisation: recipient,
      roles: [roleOfHolder(organisation.subgraph)],
      purpose,
      scopes: ALL_SCOPES,
    };
    const [theirs] = await waves.track(readCircles(manager, named, asRecipient, now()));
    if (!theirs) return [];
    const circle: Circle = {
      ...theirs.circle,
      referredSections: [...theirs.circle.referredSections, ...referralSections],
      consents: [
        ...theirs.circle.consents,
        {
          sections: consentSections,
          purpose,
          given: true,
          givenOn: today,
          expiresOn: today,
          recordedAt: now(),
          withdrawnAt: null,
        },
      ],
    };
    return SECTIONS.map((section) => {
      const decision = decideAccess(asRecipient, circle, section, today);
      return { section, ...decision, fields: decision.basis ? fieldsOfSection(section) : [] };
    });
  }
}
