/** The feed of news: what happened to the people of the viewer's organisation, behind a cursor. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { mapPage, PageArgs, pageOf, pageSize } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { mayBeTold, NewsKind } from "../domain/news.ts";
import { readNews } from "../store/news.ts";
import { Candidate } from "./candidate.type.ts";
import { placeKept } from "./news.cursor.ts";
import { BY_PLACE, News, NewsConnection } from "./news.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { askedFor, asksFor } from "./section.ts";

@Resolver(() => News)
export class NewsResolver {
  @Query(() => NewsConnection, {
    description:
      "What happened to the people of the viewer's circle, the oldest first, kept for 90 days. Ask again with the last `endCursor`: nothing is skipped, and what the viewer may no longer know of is left out. An empty page keeps the cursor.",
  })
  async news(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kinds", () => [NewsKind], { nullable: true, description: "Only these kinds; all unless told." })
    kinds: NewsKind[] | null,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { manager, waves, viewer, now, openFile } = context;
    const size = pageSize(page);
    const after = page.after ? await waves.track(placeKept(manager, page.after)) : 0;
    const read = waves.track(readNews(manager, viewer.organisation, after, size + 1, kinds ?? undefined));
    const found = pageOf(await read, BY_PLACE, size);
    const unshown = !asksFor(info, "News", "candidate");
    const told = await mapPage(found, async (each) => {
      const key = unshown ? { unshown: true as const } : {};
      const file =
        each.candidateId === null ? null : await openFile({ id: each.candidateId, ...key }, askedFor(info));
      return mayBeTold(viewer, file?.circle ?? null, each, dayInQuebec(now())) ? each : null;
    });
    return {
      ...told,
      pageInfo: { ...told.pageInfo, endCursor: told.pageInfo.endCursor ?? page.after ?? null },
    };
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null for what is about no person.",
  })
  candidate(
    @Root() { candidateId }: News,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return candidateId && openCandidate({ id: candidateId }, context, info);
  }
}
