/** The section PATHWAY of a file: where the person stands, who is to be spoken to, and what happened. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { Section } from "../domain/section.ts";
import { Candidate } from "./candidate.type.ts";
import { Organisation } from "./organisation.type.ts";
import { Milestone, MilestoneConnection, Stage } from "./pathway.type.ts";
import { Professional } from "./professional.type.ts";
import { ReferralConnection } from "./referral.type.ts";
import { Region } from "./region.type.ts";
import { InSection } from "./section.ts";
import { stageOf } from "./stage-of.ts";

@Resolver(() => Candidate)
export class PathwayResolver {
  @InSection(Section.PATHWAY)
  @FieldResolver(() => Stage, {
    nullable: true,
    description:
      "Where the person stands. Section PATHWAY: null when withheld, or before the first milestone.",
  })
  stage(@Root() { row }: Candidate): Stage | null {
    return stageOf(row);
  }

  @InSection(Section.PATHWAY)
  @FieldResolver(() => Professional, {
    nullable: true,
    description:
      "The one person to talk to (interlocuteur principal); null when none is named. Section PATHWAY.",
  })
  mainContact(@Root() { row }: Candidate, @Ctx() { load }: RegistryContext) {
    return row.mainContactId && load.professional.load(row.mainContactId);
  }

  @InSection(Section.PATHWAY)
  @FieldResolver(() => MilestoneConnection, {
    nullable: true,
    description: "What happened, the latest first. Section PATHWAY.",
  })
  timeline(
    @Root() { file }: Candidate,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.milestonesOfFile(file, page);
  }

  @InSection(Section.PATHWAY)
  @FieldResolver(() => ReferralConnection, {
    nullable: true,
    description: "The person's referrals, the latest first. Section PATHWAY.",
  })
  referrals(
    @Root() { file }: Candidate,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.referralsOfFile(file, page);
  }
}

@Resolver(() => Stage)
export class StageResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "Who is responsible; null when nobody is.",
  })
  responsible(@Root() { responsibleCode }: Stage, @Ctx() { load }: RegistryContext) {
    return responsibleCode && load.organisation(responsibleCode);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The regional partner that welcomes the person; null until one accepted.",
  })
  welcomedBy(@Root() { welcomedByCode }: Stage, @Ctx() { load }: RegistryContext) {
    return welcomedByCode && load.organisation(welcomedByCode);
  }
}

@Resolver(() => Milestone)
export class MilestoneResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "Who reported it." })
  reportedBy(@Root() { organisationCode }: Milestone, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: "The region it names; null when it names none.",
  })
  region(@Root() { regionCode }: Milestone, @Ctx() { load }: RegistryContext) {
    return regionCode && load.region(regionCode);
  }
}
