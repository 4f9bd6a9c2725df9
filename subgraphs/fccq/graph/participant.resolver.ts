/** What a participant's profile leads to. */
import { FieldResolver, Resolver, Root } from "type-graphql";
import { Participant } from "./participant.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Participant)
export class ParticipantResolver {
  @FieldResolver(() => [Region], { description: "The regions where the person would live." })
  targetedRegions(@Root() participant: Participant): Region[] {
    return participant.targetedRegions.map((code) => ({ code }));
  }
}
