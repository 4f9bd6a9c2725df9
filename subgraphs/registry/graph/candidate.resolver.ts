/** The doors to candidates: one by its id, and the worklist. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { PageArgs, pageSize } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { Section } from "../domain/section.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { CandidateFilter, CandidateOrder, tellsPathway } from "./candidate.filter.ts";
import { listCandidates } from "./candidate.search.ts";
import { Candidate, CandidateConnection } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { isShown } from "./section.ts";
import { pageOfShown } from "./worklist-page.ts";

@Resolver(() => Candidate)
export class CandidateResolver {
  @Query(() => Candidate, {
    nullable: true,
    description: "A person by their id; null when unknown, or when this viewer may not know of them.",
  })
  candidate(
    @Arg("id", () => ID) id: string,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openCandidate({ id }, context, info);
  }

  @Query(() => CandidateConnection, {
    description:
      "The worklist: the people of the viewer's circle, the latest first; or those of them whom a search finds. Whoever asks by what is due, or narrows the list by it, finds those whose section PATHWAY they may see.",
  })
  candidates(
    @Arg("filter", () => CandidateFilter, { nullable: true }) filter: CandidateFilter | null,
    @Arg("orderBy", () => CandidateOrder, { nullable: true }) orderBy: CandidateOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pathwayIsTold = tellsPathway({ filter, orderBy });
    const list = listCandidates(context, filter, orderBy, page);
    return pageOfShown({
      size: pageSize(page),
      after: page.after,
      read: (after) => context.waves.track(list.read(after)),
      show: async (row, ahead) => {
        if (row instanceof CandidateRow) context.load.candidate.prime(row.id, row);
        const key = ahead ? { id: row.id, unshown: true as const } : { id: row.id };
        const candidate = await openCandidate(key, context, info);
        if (!candidate || (pathwayIsTold && !isShown(candidate, Section.PATHWAY))) return null;
        return (await list.isFound(candidate)) ? candidate : null;
      },
    });
  }
}
