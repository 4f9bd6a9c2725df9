/** Corrections: asked for by the person or on their behalf, answered by everyone who holds what is wrong. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import type { Viewer } from "../../../platform/passport.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { correctionAnswer, CorrectionAnswerInput } from "../actions/correction-answer.ts";
import { correctionRequest, CorrectionRequestInput } from "../actions/correction-request.ts";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { isOverdue, readsTheWords, tasksFor, type CorrectionReader } from "../domain/correction.ts";
import { CorrectionRow } from "../store/correction.row.ts";
import { Candidate } from "./candidate.type.ts";
import { listed } from "./correction.filter.ts";
import { Correction, CorrectionConnection, CorrectionFilter, CorrectionTask } from "./correction.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";

const CorrectionRequestPayload = payloadOf("CorrectionRequest", "correction", () => Correction);
const CorrectionAnswerPayload = payloadOf("CorrectionAnswer", "correction", () => Correction);

@Resolver(() => Correction)
export class CorrectionResolver {
  @Query(() => CorrectionConnection, {
    description:
      "Corrections, the latest first: their own, for a person; those it asked for or has to answer, for an organisation; all, for the coordinator.",
  })
  corrections(
    @Arg("filter", () => CorrectionFilter, { nullable: true }) filter: CorrectionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer, now }: RegistryContext,
  ) {
    const query = manager.createQueryBuilder(CorrectionRow, "correction");
    return waves.track(
      keysetPage(
        listed(query, viewer, filter, dayInQuebec(now())),
        [
          { property: "requestedAt", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Mutation(() => CorrectionRequestPayload, {
    description:
      "Asks everyone who holds it to correct what is wrong, within thirty days. For the person, and for professionals of their circle.",
  })
  correctionRequest(@Arg("input") input: CorrectionRequestInput, @Ctx() context: RegistryContext) {
    return payload("correction", correctionRequest, input, context);
  }

  @Mutation(() => CorrectionAnswerPayload, {
    description: "Answers a correction: done, or refused with the reason. For the organisation of the task.",
  })
  correctionAnswer(@Arg("input") input: CorrectionAnswerInput, @Ctx() context: RegistryContext) {
    return payload("correction", correctionAnswer, input, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What is wrong; null for the coordinator, who follows that it is answered.",
  })
  wrong(@Root() { wrong }: Correction, @Ctx() { viewer }: RegistryContext): string | null {
    return readsTheWords(readerOf(viewer)) ? wrong : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What it should be; null for the coordinator.",
  })
  shouldBe(@Root() { shouldBe }: Correction, @Ctx() { viewer }: RegistryContext): string | null {
    return readsTheWords(readerOf(viewer)) ? shouldBe : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether somebody should have answered by now." })
  overdue(@Root() correction: Correction, @Ctx() { now }: RegistryContext): boolean {
    return isOverdue(correction, dayInQuebec(now()));
  }

  @FieldResolver(() => [CorrectionTask], {
    description:
      "What each organisation has to answer: all for the person and the coordinator, its own for an organisation.",
  })
  async tasks(
    @Root() { id }: Correction,
    @Ctx() { viewer, load }: RegistryContext,
  ): Promise<CorrectionTask[]> {
    return tasksFor(await load.tasksOfCorrection.load(id), readerOf(viewer));
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "Who asked on the person's behalf; null when the person did.",
  })
  requestedFor(@Root() { requestedFor }: Correction, @Ctx() { load }: RegistryContext) {
    return requestedFor && load.organisation(requestedFor);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(
    @Root() { candidateId }: Correction,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openCandidate({ id: candidateId }, context, info);
  }
}

@Resolver(() => CorrectionTask)
export class CorrectionTaskResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "Who has to answer." })
  organisation(@Root() { organisationCode }: CorrectionTask, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it was refused; null when it was not, and for the coordinator.",
  })
  reason(@Root() { reason }: CorrectionTask, @Ctx() { viewer }: RegistryContext): string | null {
    return readsTheWords(readerOf(viewer)) ? reason : null;
  }
}

function readerOf(viewer: Viewer): CorrectionReader {
  return { organisation: viewer.organisation, reach: reach(viewer) };
}
