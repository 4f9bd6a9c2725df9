/** The doors to candidates: one by its id, and the worklist. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { keysetPage, mapPage, PageArgs } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { CandidateFilter, CandidateOrder, ORDER_COLUMNS, worklist } from "./candidate.filter.ts";
import { Candidate, CandidateConnection } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";

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

  @Query(() => CandidateConnection, { description: "The worklist: the people of the viewer's circle." })
  async candidates(
    @Arg("filter", () => CandidateFilter, { nullable: true }) filter: CandidateFilter | null,
    @Arg("orderBy", () => CandidateOrder, { nullable: true }) orderBy: CandidateOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { manager, waves, viewer, load } = context;
    const query = worklist(manager.createQueryBuilder(CandidateRow, "candidate"), viewer, filter);
    const rows = await waves.track(keysetPage(query, ORDER_COLUMNS[orderBy ?? CandidateOrder.DUE_ON], page));
    return mapPage(rows, (row) => {
      load.candidate.prime(row.id, row);
      return openCandidate({ id: row.id }, context, info);
    });
  }
}
