/** Regions. */
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { RegistryContext } from "../context.ts";
import { RegionRow } from "../store/region.row.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => [Region], { description: "The seventeen administrative regions." })
  regions(@Ctx() { manager, waves }: RegistryContext) {
    return waves.track(manager.find(RegionRow, { order: { code: "ASC" } }));
  }

  @Query(() => Region, { nullable: true, description: "A region by its code; null when unknown." })
  region(@Arg("code", () => String) code: string, @Ctx() { load }: RegistryContext) {
    return load.region(code);
  }
}
