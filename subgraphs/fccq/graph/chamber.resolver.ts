/** Chambers, and what they lead to. */
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import type { FccqContext } from "../context.ts";
import { ChamberRow } from "../store/chamber.row.ts";
import { Chamber, ChamberConnection } from "./chamber.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Chamber)
export class ChamberResolver {
  @Query(() => ChamberConnection, { description: "The chambers of the federation, by name." })
  chambers(@Args(() => PageArgs) page: PageArgs, @Ctx() { manager, waves }: FccqContext) {
    return waves.track(
      keysetPage(
        manager.createQueryBuilder(ChamberRow, "chamber"),
        [
          { property: "name", direction: "ASC" },
          { property: "id", direction: "ASC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Region, { description: "The region of its seat." })
  region(@Root() chamber: Chamber): Region {
    return { code: chamber.regionCode };
  }
}
