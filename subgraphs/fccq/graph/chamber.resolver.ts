/** Chambers, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import type { FccqContext } from "../context.ts";
import { ChamberRow } from "../store/chamber.row.ts";
import { BusinessConnection } from "./business.type.ts";
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

  @Query(() => Chamber, { nullable: true, description: "A chamber by its id; null when unknown." })
  chamber(@Arg("id", () => ID) id: string, @Ctx() { load }: FccqContext) {
    return load.chamber.load(id);
  }

  @FieldResolver(() => Region, { description: "The region of its seat." })
  region(@Root() chamber: Chamber): Region {
    return { code: chamber.regionCode };
  }

  @FieldResolver(() => BusinessConnection, { description: "The businesses that belong to it, by name." })
  businesses(@Root() chamber: Chamber, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.businessesOfChamber(chamber.id, page);
  }
}
