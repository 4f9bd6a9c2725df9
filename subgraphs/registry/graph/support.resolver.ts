/** Assessments and support of a person's file, and what each leads to. */
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { PageArgs } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import type { RegistryContext } from "../context.ts";
import { Section } from "../domain/section.ts";
import { isLate, SUPPORT_MOVES, suggestSupport, SupportState } from "../domain/support.ts";
import { Candidate } from "./candidate.type.ts";
import { Organisation } from "./organisation.type.ts";
import { Stage } from "./pathway.type.ts";
import { Professional } from "./professional.type.ts";
import { InSection } from "./section.ts";
import {
  Assessment,
  AssessmentConnection,
  SuggestedSupport,
  SupportNeed,
  SupportNeedConnection,
} from "./support.type.ts";

@Resolver(() => Candidate)
export class CandidateSupportResolver {
  @InSection(Section.PATHWAY)
  @FieldResolver(() => AssessmentConnection, {
    nullable: true,
    description: "What professionals found of the steps of each stage, the latest first. Section PATHWAY.",
  })
  assessments(
    @Root() { file }: Candidate,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.assessmentsOfFile(file, page);
  }

  @InSection(Section.PATHWAY)
  @FieldResolver(() => SupportNeedConnection, {
    nullable: true,
    description: "The support needed, promised and given, the latest first. Section PATHWAY.",
  })
  supportNeeds(
    @Root() { file }: Candidate,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.supportNeedsOfFile(file, page);
  }
}

@Resolver(() => Assessment)
export class AssessmentResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "For which organisation." })
  organisation(@Root() { organisationCode }: Assessment, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: "Who assessed; null when the registry does not know them by name.",
  })
  professional(@Root() { assessedBy }: Assessment, @Ctx() { load }: RegistryContext) {
    return load.professionalOfSubject.load(assessedBy);
  }
}

@Resolver(() => SupportNeed)
export class SupportNeedResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "Which organisation recorded it." })
  organisation(@Root() { organisationCode }: SupportNeed, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: "Who recorded it; null when the registry does not know them by name.",
  })
  professional(@Root() { recordedBy }: SupportNeed, @Ctx() { load }: RegistryContext) {
    return load.professionalOfSubject.load(recordedBy);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "Which organisation promised it; null when none did.",
  })
  promisedBy(@Root() { promisedBy }: SupportNeed, @Ctx() { load }: RegistryContext) {
    return promisedBy && load.organisation(promisedBy);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "By when it was promised; null when it was not.",
  })
  dueOn(@Root() { dueOn }: SupportNeed): string | null {
    return dueOn === "infinity" ? null : dueOn;
  }

  @FieldResolver(() => Boolean, { description: "Whether it was promised and its day has passed." })
  late(@Root() need: SupportNeed, @Ctx() { now }: RegistryContext): boolean {
    return isLate(need, dayInQuebec(now()));
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Who gave it; null until it is given." })
  givenBy(@Root() { givenBy }: SupportNeed, @Ctx() { load }: RegistryContext) {
    return givenBy && load.organisation(givenBy);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: "Who gave or dropped it; null until then, or when the registry does not know them by name.",
  })
  closedBy(@Root() { closedBy }: SupportNeed, @Ctx() { load }: RegistryContext) {
    return closedBy && load.professionalOfSubject.load(closedBy);
  }

  @FieldResolver(() => [SupportState], { description: "The states that may follow." })
  nextStates(@Root() { state }: SupportNeed): readonly SupportState[] {
    return SUPPORT_MOVES[state];
  }
}

@Resolver(() => Stage)
export class SuggestionsResolver {
  @FieldResolver(() => [SuggestedSupport], {
    description:
      "The support usual at this stage, with who offers it by their mandates. Of regional partners those of one region: that of the partner who welcomes the person, else the one they last chose, unless another is named.",
  })
  async suggestedSupport(
    @Root() { code, exit, candidateId, responsibleCode, welcomedByCode }: Stage,
    @Arg("regionCode", () => ID, { nullable: true }) regionCode: string | null,
    @Ctx() { load }: RegistryContext,
  ): Promise<SuggestedSupport[]> {
    if (exit) return [];
    const offerings = await load.offerings();
    const theirs =
      offerings.find((each) => each.organisation === welcomedByCode && each.regionCode !== null)
        ?.regionCode ?? (regionCode ? null : await load.chosenRegion.load(candidateId));
    const known = [responsibleCode, welcomedByCode].flatMap((each) => each ?? []);
    return suggestSupport(code, regionCode ?? theirs ?? null, offerings, known).map(
      ({ kind, organisations }) => ({ kind, organisationCodes: organisations }),
    );
  }
}

@Resolver(() => SuggestedSupport)
export class SuggestedSupportResolver {
  @FieldResolver(() => [Organisation], {
    description: "Who offers it, those who have the person already first; empty where nobody does.",
  })
  async organisations(@Root() { organisationCodes }: SuggestedSupport, @Ctx() { load }: RegistryContext) {
    const organisations = await Promise.all(organisationCodes.map((code) => load.organisation(code)));
    return organisations.filter((each) => each !== null);
  }
}
