/** Interview events with their rooms and slots, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { INTERVIEW_EVENT_MOVES, InterviewEventState, slotsOf } from "../domain/interview.ts";
import { InterviewEventRow } from "../store/interview-event.row.ts";
import {
  Interview,
  InterviewConnection,
  InterviewEvent,
  InterviewEventConnection,
  InterviewRoom,
  InterviewSlot,
} from "./interview.type.ts";

@Resolver(() => InterviewEvent)
export class InterviewEventResolver {
  @Query(() => InterviewEventConnection, { description: "The Fridays of interviews, the latest first." })
  interviewEvents(
    @Arg("state", () => InterviewEventState, { nullable: true, description: "Only those in this state." })
    state: InterviewEventState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = manager
      .createQueryBuilder(InterviewEventRow, "event")
      .where(state ? "event.state = :state" : "true", { state });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "startsAt", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Query(() => InterviewEvent, {
    nullable: true,
    description: "An interview event by its id; null when unknown.",
  })
  interviewEvent(@Arg("id", () => ID) id: string, @Ctx() { load }: FccqContext) {
    return load.interviewEvent.load(id);
  }

  @FieldResolver(() => [InterviewEventState], { description: "What may follow its state." })
  nextStates(@Root() event: InterviewEvent) {
    return INTERVIEW_EVENT_MOVES[event.state];
  }

  @FieldResolver(() => [InterviewRoom], { description: "Its rooms, by name." })
  async rooms(@Root() hours: InterviewEvent, @Ctx() { load }: FccqContext): Promise<InterviewRoom[]> {
    const rooms = await load.roomsOfEvent.load(hours.id);
    return rooms.map((room) => ({ ...room, hours }));
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => InterviewConnection, {
    nullable: true,
    description: "Its interviews in order of time; null for anyone but FCCQ's staff.",
  })
  interviews(
    @Root() event: InterviewEvent,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: FccqContext,
  ) {
    return load.interviewsOfEvent(event.id, page);
  }
}

@Resolver(() => InterviewRoom)
export class InterviewRoomResolver {
  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => String, {
    nullable: true,
    description: "Where the two parties enter; null for anyone but FCCQ's staff.",
  })
  link(@Root() room: InterviewRoom) {
    return room.link;
  }

  @FieldResolver(() => [InterviewSlot], { description: "Its slots of fifteen minutes, in order of time." })
  async slots(@Root() { id, hours }: InterviewRoom, @Ctx() { load }: FccqContext) {
    return slotsOf(hours, await load.interviewsOfRoom.load(id));
  }
}

@Resolver(() => InterviewSlot)
export class InterviewSlotResolver {
  @FieldResolver(() => Boolean, { description: "Whether two parties meet in it." })
  taken(@Root() slot: InterviewSlot) {
    return slot.interview !== null;
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => Interview, {
    nullable: true,
    description: "The interview; null when the slot is free, and for anyone but FCCQ's staff.",
  })
  interview(@Root() slot: InterviewSlot) {
    return slot.interview;
  }
}
