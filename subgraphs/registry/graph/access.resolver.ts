/** What the viewer may see of a file and why, who looked before, and the grants that the query plan carries to partners. */
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { PageArgs } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { decideAccess } from "../domain/access.ts";
import { Section, SECTIONS } from "../domain/section.ts";
import { Consent, DisclosureConnection, DisclosureLookConnection, SectionAccess } from "./access.type.ts";
import { isOwnOnly } from "../store/files.ts";
import { Candidate } from "./candidate.type.ts";
import { Organisation, OrganisationGroup } from "./organisation.type.ts";
import { InSection } from "./section.ts";

@Resolver(() => Candidate)
export class AccessResolver {
  @FieldResolver(() => [SectionAccess], {
    description: "For each section whether it is shown to the viewer and, where withheld, why.",
  })
  access(@Root() { file }: Candidate, @Ctx() { viewer, now }: RegistryContext): SectionAccess[] {
    const today = dayInQuebec(now());
    return SECTIONS.map((section) => ({ section, ...decideAccess(viewer, file.circle, section, today) }));
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => [Consent], {
    nullable: true,
    description: "What the person agreed to or refused, the latest first. Section IDENTITY.",
  })
  async consents(@Root() { id, file }: Candidate, @Ctx() { load, viewer }: RegistryContext) {
    const all = await load.consentsOfCandidate.load(id);
    if (!isOwnOnly(file, Section.IDENTITY)) return all;
    return all.filter(({ recipient, collectedFor }) =>
      [recipient, collectedFor].includes(viewer.organisation),
    );
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => DisclosureConnection, {
    nullable: true,
    description:
      "Who looked, for whom, why and at what: one for each section, the latest first; an organisation that sees its own file alone is told of its own looks alone. Section IDENTITY.",
  })
  disclosures(
    @Root() { file }: Candidate,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.disclosuresOfFile(file, page);
  }

  @InSection(Section.IDENTITY)
  @FieldResolver(() => DisclosureLookConnection, {
    nullable: true,
    description:
      "Who looked, one line for each look with all the sections it was for, the latest first; an organisation that sees its own file alone is told of its own looks alone. Section IDENTITY.",
  })
  looks(@Root() { file }: Candidate, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: RegistryContext) {
    return load.looksOfFile(file, page);
  }
}

/** One hidden field per section that a partner holds: the grant, null when the section is withheld. */
@Resolver(() => Candidate)
export class GrantResolver {
  @InSection(Section.MATCHING)
  @Directive("@inaccessible")
  @FieldResolver(() => String, { nullable: true })
  matchingGrant(@Root() { file }: Candidate, @Ctx() { mint }: RegistryContext): string {
    return mint("MATCHING", file);
  }

  @InSection(Section.EMPLOYABILITY)
  @Directive("@inaccessible")
  @FieldResolver(() => String, { nullable: true })
  employabilityGrant(@Root() { file }: Candidate, @Ctx() { mint }: RegistryContext): string {
    return mint("EMPLOYABILITY", file);
  }

  @InSection(Section.RELOCATION)
  @Directive("@inaccessible")
  @FieldResolver(() => String, { nullable: true })
  relocationGrant(@Root() { file }: Candidate, @Ctx() { mint }: RegistryContext): string {
    return mint("RELOCATION", file);
  }

  @InSection(Section.PASSERELLE)
  @Directive("@inaccessible")
  @FieldResolver(() => String, { nullable: true })
  passerelleGrant(@Root() { file }: Candidate, @Ctx() { mint }: RegistryContext): string {
    return mint("PASSERELLE", file);
  }

  @InSection(Section.WELCOME)
  @Directive("@inaccessible")
  @FieldResolver(() => String, { nullable: true })
  welcomeGrant(@Root() { file }: Candidate, @Ctx() { mint }: RegistryContext): string {
    return mint("WELCOME", file);
  }
}

@Resolver(() => Consent)
export class ConsentResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation that may see the sections, or may not; null when it is a group.",
  })
  recipient(@Root() { recipient }: Consent, @Ctx() { load }: RegistryContext) {
    return recipient && load.organisation(recipient);
  }

  @FieldResolver(() => OrganisationGroup, {
    nullable: true,
    description: "The group of organisations that may see the sections, or may not; null when it is one.",
  })
  recipientGroup(@Root() { recipientGroup }: Consent, @Ctx() { load }: RegistryContext) {
    return recipientGroup && load.organisationGroup(recipientGroup);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation that collected it; null when the person gave it themselves.",
  })
  collectedFor(@Root() { collectedFor }: Consent, @Ctx() { load }: RegistryContext) {
    return collectedFor && load.organisation(collectedFor);
  }
}
