/** The doors to candidates: one by its id, and the worklist. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { keysetPage, PageArgs, pageSize } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { Section } from "../domain/section.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import {
  CandidateFilter,
  CandidateOrder,
  ORDER_COLUMNS,
  tellsPathway,
  worklist,
} from "./candidate.filter.ts";
import { Candidate, CandidateConnection } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { isShown } from "./section.ts";
import { pageOfShown } from "./worklist-page.ts";

/** One more than the page holds is looked at: whether it may be shown says whether a page follows. */
const AHEAD = 1;

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
      "The worklist: the people of the viewer's circle, the latest first. Whoever asks by what is due, or narrows the list, finds those whose section PATHWAY they may see.",
  })
  candidates(
    @Arg("filter", () => CandidateFilter, { nullable: true }) filter: CandidateFilter | null,
    @Arg("orderBy", () => CandidateOrder, { nullable: true }) orderBy: CandidateOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { manager, waves, viewer, load, now } = context;
    const columns = ORDER_COLUMNS[orderBy ?? CandidateOrder.NEWEST];
    const pathwayIsTold = tellsPathway({ filter, orderBy });
    return pageOfShown({
      size: pageSize(page),
      after: page.after,
      read: (after) => {
        const query = worklist(manager.createQueryBuilder(CandidateRow, "candidate"), {
          viewer,
          filter,
          order: columns,
          after,
          most: pageSize(page) + AHEAD + 1,
          today: dayInQuebec(now()),
        });
        return waves.track(keysetPage(query, columns, { ...page, after }, AHEAD));
      },
      show: async (row, ahead) => {
        load.candidate.prime(row.id, row);
        const key = ahead ? { id: row.id, unshown: true as const } : { id: row.id };
        const candidate = await openCandidate(key, context, info);
        return candidate && (!pathwayIsTold || isShown(candidate, Section.PATHWAY)) ? candidate : null;
      },
    });
  }
}
