/** The section IDENTITY of a file, and the source of each declared value. */
import { Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import type { Viewer } from "../../../platform/passport.ts";
import { PartialDateScalar } from "../../../platform/scalars.ts";
import type { RegistryContext } from "../context.ts";
import {
  declaredAddresses,
  declaredNames,
  declaredTexts,
  displayName,
  ownFirst,
} from "../domain/identity.ts";
import { Section } from "../domain/section.ts";
import type { KnownRegistration } from "../store/circles.ts";
import { seenIn, type CandidateFile } from "../store/files.ts";
import { Candidate } from "./candidate.type.ts";
import {
  ContactDetails,
  DeclaredAddress,
  DeclaredBirthDate,
  DeclaredName,
  DeclaredText,
  PersonName,
  Registration,
} from "./identity.type.ts";
import { Organisation } from "./organisation.type.ts";
import { InSection } from "./section.ts";

@Resolver(() => Candidate)
export class IdentityResolver {
  @InSection(Section.IDENTITY)
  @FieldResolver(() => PersonName, {
    nullable: true,
    description: "What the person is called. Section IDENTITY: null when withheld.",
  })
  name(@Root() { file }: Candidate, @Ctx() { viewer }: RegistryContext): PersonName {
    const declarations = ownFirst(known(file, viewer), viewer.organisation);
    return {
      display: declarations[0] ? displayName(declarations[0]) : "",
      declared: declaredNames(declarations),
    };
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => PartialDateScalar, {
    nullable: true,
    description:
      "The birth date as the viewer's own organisation recorded it, otherwise as the first who knew it did; see birthDates. Section IDENTITY.",
  })
  birthDate(@Root() { file }: Candidate, @Ctx() { viewer }: RegistryContext): string | null {
    return declaredTexts(ownFirst(known(file, viewer), viewer.organisation), "birthDate")[0]?.value ?? null;
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => [DeclaredBirthDate], {
    nullable: true,
    description: "Each birth date recorded, with its source and date. Section IDENTITY.",
  })
  birthDates(@Root() { file }: Candidate, @Ctx() { viewer }: RegistryContext): DeclaredBirthDate[] {
    return declaredTexts(known(file, viewer), "birthDate");
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => ContactDetails, {
    nullable: true,
    description: "How to reach the person. Section IDENTITY: null when withheld.",
  })
  contact(@Root() { file }: Candidate, @Ctx() { viewer }: RegistryContext): ContactDetails {
    const declarations = known(file, viewer);
    return {
      emails: declaredTexts(declarations, "email"),
      phones: declaredTexts(declarations, "phone"),
      addresses: declaredAddresses(declarations),
    };
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => [Registration], {
    nullable: true,
    description: "Which organisations know the person, since when, by which door. Section IDENTITY.",
  })
  registrations(@Root() { file }: Candidate, @Ctx() { viewer }: RegistryContext): Registration[] {
    return known(file, viewer);
  }
}

/** What the section IDENTITY shows to this viewer. */
function known(file: CandidateFile, { organisation }: Viewer): KnownRegistration[] {
  return seenIn(file, Section.IDENTITY, organisation);
}

/** The resolver by which a declared value leads to the organisation that recorded it. */
function sourceResolverOf(type: ClassType) {
  @Resolver(() => type)
  class SourceResolver {
    @FieldResolver(() => Organisation, { nullable: true, description: "Who recorded it." })
    source(@Root() { organisationCode }: { organisationCode: string }, @Ctx() { load }: RegistryContext) {
      return load.organisation(organisationCode);
    }
  }
  return SourceResolver;
}

export const SOURCE_RESOLVERS = [DeclaredText, DeclaredName, DeclaredAddress, DeclaredBirthDate].map(
  sourceResolverOf,
);
