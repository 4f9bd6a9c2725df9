/** Who is who: questions for a human with both sides, what was decided, and the decisions themselves. */
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Float,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import {
  registrationsDeclareDifferent,
  RegistrationsDeclareDifferentInput,
} from "../actions/registrations-declare-different.ts";
import { registrationsLink, RegistrationsLinkInput } from "../actions/registrations-link.ts";
import { registrationsUnlink, RegistrationsUnlinkInput } from "../actions/registrations-unlink.ts";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { Section } from "../domain/section.ts";
import { seenIn } from "../store/files.ts";
import { coordinates } from "../store/identity-sight.ts";
import { PossibleDuplicateRow } from "../store/possible-duplicate.row.ts";
import { Candidate } from "./candidate.type.ts";
import {
  IdentityDecision,
  IdentityEvidence,
  PossibleDuplicate,
  PossibleDuplicateConnection,
  PossibleDuplicateSide,
  RegistrationIdentity,
} from "./duplicate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";
import { AsksFor } from "./section.ts";

const RegistrationsLinkPayload = payloadOf("RegistrationsLink", "decision", () => IdentityDecision);
const RegistrationsDeclareDifferentPayload = payloadOf(
  "RegistrationsDeclareDifferent",
  "decision",
  () => IdentityDecision,
);
const RegistrationsUnlinkPayload = payloadOf("RegistrationsUnlink", "decision", () => IdentityDecision);

/** Whether the viewer may read this registration, or follows everybody. */
async function sees(
  registrationId: string,
  context: RegistryContext,
  info: GraphQLResolveInfo,
): Promise<boolean> {
  const { viewer } = context;
  if (coordinates(viewer)) return true;
  const candidate = await openCandidate({ registrationId }, context, info);
  return (
    candidate !== null &&
    seenIn(candidate.file, Section.IDENTITY, viewer.organisation).some(({ id }) => id === registrationId)
  );
}

async function seesBoth(
  { oneId, otherId }: Pick<PossibleDuplicate, "oneId" | "otherId">,
  context: RegistryContext,
  info: GraphQLResolveInfo,
): Promise<boolean> {
  const [one, other] = await Promise.all([sees(oneId, context, info), sees(otherId, context, info)]);
  return one && other;
}

@Resolver(() => PossibleDuplicate)
class PossibleDuplicateResolver {
  @Query(() => PossibleDuplicateConnection, {
    description:
      "Registrations that may be of one person and wait for a human, the longest waiting first: those of the viewer's organisation; all, for the coordinator.",
  })
  possibleDuplicates(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: RegistryContext,
  ) {
    const query = manager.createQueryBuilder(PossibleDuplicateRow, "duplicate");
    if (!coordinates(viewer))
      query.where(
        reach(viewer) === "CIRCLE"
          ? ":organisation in (duplicate.oneOrganisation, duplicate.otherOrganisation)"
          : "false",
        { organisation: viewer.organisation },
      );
    const columns = [
      { property: "askedAt", direction: "ASC" },
      { property: "id", direction: "ASC" },
    ] as const;
    return waves.track(keysetPage(query, columns, page));
  }

  @FieldResolver(() => PossibleDuplicateSide, { description: "One of the two." })
  one(@Root() { oneId, oneOrganisation }: PossibleDuplicate): PossibleDuplicateSide {
    return { registrationId: oneId, organisationCode: oneOrganisation };
  }

  @FieldResolver(() => PossibleDuplicateSide, { description: "The other." })
  other(@Root() { otherId, otherOrganisation }: PossibleDuplicate): PossibleDuplicateSide {
    return { registrationId: otherId, organisationCode: otherOrganisation };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "The chance that the two are one person, from 0 to 1; null for who may not read both registrations.",
  })
  async probability(
    @Root() root: PossibleDuplicate,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await seesBoth(root, context, info)) ? root.probability : null;
  }

  @FieldResolver(() => [IdentityEvidence], {
    nullable: true,
    description:
      "What each field says for and against, without its values; null for who may not read both registrations.",
  })
  async evidence(
    @Root() root: PossibleDuplicate,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await seesBoth(root, context, info)) ? root.evidence : null;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      "Why the matcher does not decide itself: TWINS, SPOUSES, NAMESAKES …; null for who may not read both registrations.",
  })
  async gates(
    @Root() root: PossibleDuplicate,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await seesBoth(root, context, info)) ? root.gates : null;
  }
}

@Resolver(() => PossibleDuplicateSide)
class PossibleDuplicateSideResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "Who registered the person: to whom to speak.",
  })
  organisation(@Root() { organisationCode }: PossibleDuplicateSide, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: "The registration; null for who may not read it.",
  })
  async registrationId(
    @Root() { registrationId }: PossibleDuplicateSide,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await sees(registrationId, context, info)) ? registrationId : null;
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description:
      "The person whom it belongs to now, with each value's source and date; null when the viewer may not know of them.",
  })
  candidate(
    @Root() { registrationId }: PossibleDuplicateSide,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openCandidate({ registrationId }, context, info);
  }
}

@Resolver(() => RegistrationIdentity)
class RegistrationIdentityResolver {
  @FieldResolver(() => [Organisation], {
    description:
      "To whom to speak: the organisations that may know the person. Empty unless a human has to say.",
  })
  async mayBeKnownTo(@Root() { mayBeKnownTo }: RegistrationIdentity, @Ctx() { load }: RegistryContext) {
    const organisations = await Promise.all(mayBeKnownTo.map((code) => load.organisation(code)));
    return organisations.filter((organisation) => organisation !== null);
  }
}

@Resolver(() => Candidate)
class CandidateIdentityResolver {
  @AsksFor(Section.IDENTITY)
  @FieldResolver(() => [IdentityDecision], {
    description:
      "What holds of the person's registrations: links among them, and others they were declared different from. Only decisions on registrations that the viewer may read; all, for the coordinator.",
  })
  async identityDecisions(
    @Root() { id }: Candidate,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IdentityDecision[]> {
    const held = await context.load.identityOfCandidate.load(id);
    const seen = await Promise.all(held.map((decision) => seesBoth(decision, context, info)));
    return held.filter((_, index) => seen[index]);
  }
}

@Resolver(() => IdentityDecision)
class IdentityDecisionResolver {
  @Mutation(() => RegistrationsLinkPayload, {
    description:
      "Links two registrations: they are one person. For the coordinator, and professionals who may read both.",
  })
  registrationsLink(@Arg("input") input: RegistrationsLinkInput, @Ctx() context: RegistryContext) {
    return payload("decision", registrationsLink, input, context);
  }

  @Mutation(() => RegistrationsDeclareDifferentPayload, {
    description:
      "Declares that two registrations are two persons, for good. For the coordinator, and professionals who may read both.",
  })
  registrationsDeclareDifferent(
    @Arg("input") input: RegistrationsDeclareDifferentInput,
    @Ctx() context: RegistryContext,
  ) {
    return payload("decision", registrationsDeclareDifferent, input, context);
  }

  @Mutation(() => RegistrationsUnlinkPayload, {
    description:
      "Takes back a link, or that two were declared different: what stood before stands again, exactly. For the coordinator, and professionals who may read both.",
  })
  registrationsUnlink(@Arg("input") input: RegistrationsUnlinkInput, @Ctx() context: RegistryContext) {
    return payload("decision", registrationsUnlink, input, context);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "For which organisation it was decided; null for the matcher.",
  })
  organisation(@Root() { organisationCode }: IdentityDecision, @Ctx() { load }: RegistryContext) {
    return organisationCode === null ? null : load.organisation(organisationCode);
  }
}

export const DUPLICATE_RESOLVERS = [
  CandidateIdentityResolver,
  IdentityDecisionResolver,
  PossibleDuplicateResolver,
  PossibleDuplicateSideResolver,
  RegistrationIdentityResolver,
];
