/** What a follow-up leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { FccqContext } from "../context.ts";
import { Offer } from "./offer.type.ts";
import { WorkerFollowUp } from "./worker-follow-up.type.ts";

@Resolver(() => WorkerFollowUp)
export class WorkerFollowUpResolver {
  @FieldResolver(() => Offer, { nullable: true, description: "The accepted offer that the job came of." })
  offer(@Root() followUp: WorkerFollowUp, @Ctx() { load }: FccqContext) {
    return load.offer.load(followUp.offerId);
  }
}
