/** Participants, and what their profile leads to. */
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Participant, ParticipantConnection } from "./participant.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Participant)
export class ParticipantResolver {
  @StaffOnly("OFFICER", "SYSTEM")
  @Query(() => ParticipantConnection, {
    description: "The participants of the programme, the latest first. For FCCQ's staff.",
  })
  participants(@Args(() => PageArgs) page: PageArgs, @Ctx() { manager, waves }: FccqContext) {
    return waves.track(
      keysetPage(
        manager.createQueryBuilder(ParticipantRow, "participant"),
        [
          { property: "registeredOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => [Region], { description: "The regions where the person would live." })
  targetedRegions(@Root() participant: Participant): Region[] {
    return participant.targetedRegions.map((code) => ({ code }));
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: Participant): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
