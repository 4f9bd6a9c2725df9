/** What a month's capacity leads to. */
import { FieldResolver, Int, Resolver, Root } from "type-graphql";
import { remaining } from "../domain/capacity.ts";
import { WelcomeCapacityMonth } from "./welcome-capacity.type.ts";

@Resolver(() => WelcomeCapacityMonth)
export class WelcomeCapacityMonthResolver {
  @FieldResolver(() => Int, { description: "The places left." })
  remaining(@Root() month: WelcomeCapacityMonth): number {
    return remaining(month);
  }
}
