import "reflect-metadata";
import { InterviewEventState, InterviewState } from "../../subgraphs/fccq/domain/interview.ts";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { describeChanges, NOBODY, tooLong } from "../support/fccq-changes.ts";
import { counsellor, NOW, officer, openWorld, read, type World } from "../support/fccq-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.clock.now = NOW;
});

const ROOM = { name: "Salle Matapédia", link: "https://salles.example/matapedia" };
const A_FRIDAY = {
  title: "Le vendredi de la Gaspésie",
  startsAt: "2026-11-27T15:00:00Z",
  endsAt: "2026-11-27T16:00:00Z",
  rooms: [ROOM],
};
const SLOT = "2026-11-27T15:15:00.000Z";
/** This very morning: what is booked then has started. */
const EARLIER = new Date("2026-11-20T14:00:00Z");

const invited = () => world.match({ state: MatchState.INVITED });
/** An event of this morning, with an interview booked in it. */
async function thisMorning() {
  const event = await world.friday({ startsAt: EARLIER, endsAt: new Date("2026-11-20T17:00:00Z") });
  return world.interview({ roomId: (await world.room({ eventId: event.id })).id, startsAt: EARLIER });
}

describe("The changes of interview events", () => {
  describeChanges(
    () => world,
    [
      {
        mutation: "interviewEventPlan",
        thing: "event { id state nextStates rooms { name link slots { startsAt endsAt taken } } }",
        input: async () => A_FRIDAY,
        becomes: {
          state: "PLANNED",
          nextStates: ["HELD", "CANCELLED"],
          rooms: [
            {
              ...ROOM,
              slots: [
                ["15:00", "15:15"],
                ["15:15", "15:30"],
                ["15:30", "15:45"],
                ["15:45", "16:00"],
              ].map(([start, end]) => ({
                startsAt: `2026-11-27T${start}:00.000Z`,
                endsAt: `2026-11-27T${end}:00.000Z`,
                taken: false,
              })),
            },
          ],
        },
        bad: [
          [{ title: "" }, "REQUIRED", "title"],
          [{ title: tooLong(200) }, "TOO_LONG", "title"],
          [{ startsAt: "2026-11-27T15:05:00Z" }, "OUT_OF_RANGE", "startsAt"],
          [{ endsAt: "2026-11-27T15:00:00Z" }, "OUT_OF_RANGE", "endsAt"],
          [{ startsAt: "2026-11-26T15:00:00Z", endsAt: "2026-11-26T16:00:00Z" }, "OUT_OF_RANGE", "startsAt"],
          [{ startsAt: "2026-11-13T15:00:00Z", endsAt: "2026-11-13T16:00:00Z" }, "OUT_OF_RANGE", "startsAt"],
          [{ rooms: [] }, "REQUIRED", "rooms"],
          [{ rooms: [ROOM, ROOM] }, "INVALID_FORMAT", "rooms"],
          [{ rooms: [{ ...ROOM, link: "http://salles.example" }] }, "INVALID_FORMAT", "rooms", "0", "link"],
        ],
      },
      {
        mutation: "interviewRoomAdd",
        thing: "event { id rooms { name } }",
        input: async () => ({ eventId: (await world.friday()).id, room: ROOM }),
        becomes: { rooms: [{ name: "Salle Matapédia" }] },
        bad: [
          [{ eventId: NOBODY }, "UNKNOWN_REFERENCE", "eventId"],
          [{ room: { ...ROOM, name: "" } }, "REQUIRED", "room", "name"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "interviewEventCancel",
        thing: "event { id state cancellationReason interviews { nodes { state } } }",
        input: async () => ({ eventId: (await world.interview()).eventId, reason: "Panne." }),
        becomes: {
          state: "CANCELLED",
          cancellationReason: "Panne.",
          interviews: { nodes: [{ state: "CANCELLED" }] },
        },
        bad: [
          [{ eventId: NOBODY }, "UNKNOWN_REFERENCE", "eventId"],
          [{ reason: "" }, "REQUIRED", "reason"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "interviewEventHold",
        thing: "event { id state }",
        input: async () => ({
          eventId: (await world.friday({ startsAt: EARLIER, endsAt: NOW })).id,
        }),
        becomes: { state: "HELD" },
        bad: [[{ eventId: NOBODY }, "UNKNOWN_REFERENCE", "eventId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "interviewBook",
        thing: "interview { id state startsAt endsAt match { state } business { name } nextStates }",
        input: async () => ({
          matchId: (await invited()).id,
          roomId: (await world.room()).id,
          startsAt: SLOT,
        }),
        becomes: {
          state: "BOOKED",
          startsAt: SLOT,
          endsAt: "2026-11-27T15:30:00.000Z",
          match: { state: "INVITED" },
          business: { name: "Scierie du Fleuve" },
          nextStates: ["HELD", "MISSED", "CANCELLED"],
        },
        bad: [
          [{ matchId: NOBODY }, "UNKNOWN_REFERENCE", "matchId"],
          [{ roomId: NOBODY }, "UNKNOWN_REFERENCE", "roomId"],
          [{ startsAt: "2026-11-27T15:10:00Z" }, "OUT_OF_RANGE", "startsAt"],
          [{ startsAt: "2026-11-27T17:00:00Z" }, "OUT_OF_RANGE", "startsAt"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "interviewHold",
        thing: "interview { id state match { state } }",
        input: async () => ({ interviewId: (await thisMorning()).id }),
        becomes: { state: "HELD", match: { state: "INTERVIEWED" } },
        bad: [[{ interviewId: NOBODY }, "UNKNOWN_REFERENCE", "interviewId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "interviewMiss",
        thing: "interview { id state match { state } }",
        input: async () => ({ interviewId: (await thisMorning()).id }),
        becomes: { state: "MISSED", match: { state: "INVITED" } },
        bad: [[{ interviewId: NOBODY }, "UNKNOWN_REFERENCE", "interviewId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "interviewCancel",
        thing: "interview { id state }",
        input: async () => ({ interviewId: (await world.interview()).id }),
        becomes: { state: "CANCELLED" },
        bad: [[{ interviewId: NOBODY }, "UNKNOWN_REFERENCE", "interviewId"]],
        again: "WRONG_STATE",
      },
    ],
  );
});

describe("Nobody is in two rooms at once", () => {
  const book = (matchId: string, roomId: string) =>
    world.change("interviewBook", "interview { id }", { matchId, roomId, startsAt: SLOT });

  it("no room, no person and no business", async () => {
    const taken = await world.interview({ startsAt: new Date(SLOT) });
    const sameRoom = await book((await invited()).id, taken.roomId);
    expect(sameRoom.errors).toMatchObject([{ code: "CONFLICT", field: ["roomId"] }]);

    const samePerson = await world.match({
      registrationId: taken.registrationId,
      state: MatchState.INVITED,
    });
    const person = await book(samePerson.id, (await world.room()).id);
    expect(person.errors).toMatchObject([{ code: "CONFLICT", field: ["startsAt"] }]);
    expect(person.errors[0]?.message).toContain("person");

    const position = await world.position({ businessId: taken.businessId });
    const sameBusiness = await world.match({ positionId: position.id, state: MatchState.INVITED });
    const business = await book(sameBusiness.id, (await world.room()).id);
    expect(business.errors).toMatchObject([{ code: "CONFLICT", field: ["startsAt"] }]);
    expect(business.errors[0]?.message).toContain("business");
  });

  it("even when two officers book at the same moment", async () => {
    const room = await world.room();
    const matches = await Promise.all([invited(), invited(), invited()]);
    const booked = await Promise.all(matches.map((match) => book(match.id, room.id)));
    expect(booked.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(booked.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(["CONFLICT", "CONFLICT"]);
  });

  it.each(["roomId", "registrationId", "businessId"] as const)(
    "even when something writes to the database past the rules: %s",
    async (same) => {
      const taken = await world.interview({ startsAt: new Date(SLOT) });
      const position = await world.position(same === "businessId" ? { businessId: taken.businessId } : {});
      const match = await world.match({
        state: MatchState.INVITED,
        positionId: position.id,
        ...(same === "registrationId" ? { registrationId: taken.registrationId } : {}),
      });
      const room = same === "roomId" ? taken.roomId : (await world.room()).id;
      const second = world.interview({ matchId: match.id, roomId: room, startsAt: new Date(SLOT) });
      await expect(second).rejects.toThrow("duplicate key");
    },
  );

  it("and a cancelled interview leaves its slot to others", async () => {
    const cancelled = await world.interview({ startsAt: new Date(SLOT) });
    await world.change("interviewCancel", "interview { id }", { interviewId: cancelled.id });
    expect((await book(cancelled.matchId, cancelled.roomId)).errors).toEqual([]);
  });
});

describe("A Friday of interviews", () => {
  it("is a Friday for the database too", async () => {
    const thursday = { startsAt: new Date("2026-11-26T15:00:00Z"), endsAt: new Date("2026-11-26T16:00:00Z") };
    await expect(world.friday(thursday)).rejects.toThrow("on_a_friday");
    const crooked = { startsAt: new Date("2026-11-27T15:05:00Z"), endsAt: new Date("2026-11-27T16:00:00Z") };
    await expect(world.friday(crooked)).rejects.toThrow("on_the_grid");
  });

  it("is closed once each interview has its outcome", async () => {
    const interview = await thisMorning();
    const close = () => world.change("interviewEventHold", "event { id }", { eventId: interview.eventId });
    expect((await close()).errors).toMatchObject([{ code: "WRONG_STATE" }]);
    await world.change("interviewHold", "interview { id }", { interviewId: interview.id });
    expect((await close()).errors).toEqual([]);
  });

  it("takes no bookings when it is not planned, over, or for a match that is not invited", async () => {
    const cancelled = await world.friday({
      state: InterviewEventState.CANCELLED,
      cancellationReason: "Panne.",
    });
    const room = await world.room({ eventId: cancelled.id });
    const input = { matchId: (await invited()).id, startsAt: SLOT };
    const book = (more: Record<string, unknown>) =>
      world.change("interviewBook", "interview { id }", { ...input, ...more });
    expect((await book({ roomId: room.id })).errors).toMatchObject([
      { code: "WRONG_STATE", field: ["roomId"] },
    ]);
    const open = await world.room();
    const matched = await world.match();
    expect((await book({ roomId: open.id, matchId: matched.id })).errors).toMatchObject([
      { code: "WRONG_STATE", field: ["matchId"] },
    ]);
    world.clock.now = new Date(SLOT);
    expect((await book({ roomId: open.id })).errors).toMatchObject([
      { code: "OUT_OF_RANGE", field: ["startsAt"] },
    ]);
  });

  it("knows nothing of an interview before it starts", async () => {
    const { id: interviewId } = await world.interview();
    for (const mutation of ["interviewHold", "interviewMiss"]) {
      const { errors } = await world.change(mutation, "interview { id }", { interviewId });
      expect(errors).toMatchObject([{ code: "OUT_OF_RANGE", field: ["interviewId"] }]);
    }
  });

  it("frees the room when the match is set aside", async () => {
    const interview = await world.interview();
    await world.change("matchSetAside", "match { id }", {
      matchId: interview.matchId,
      reason: "Le poste a changé.",
    });
    const [{ state }] = await world.hub.database.query("select state from interview where id = $1", [
      interview.id,
    ]);
    expect(state).toBe(InterviewState.CANCELLED);
  });

  it("shows everyone its rooms and free slots, and its people and links to FCCQ's staff only", async () => {
    const interview = await world.interview();
    const query = `{ interviewEvent(id: "${interview.eventId}") { interviews { nodes { id } } rooms { link slots { taken interview { candidate { registrationId } } } } } }`;
    type Slot = { taken: boolean; interview: unknown };
    type Answer = { interviewEvent: { interviews: unknown; rooms: [{ link: unknown; slots: Slot[] }] } };
    const asked = await read<Answer>(world.hub, counsellor, query);
    expect(asked.interviewEvent.interviews).toBeNull();
    expect(asked.interviewEvent.rooms[0].link).toBeNull();
    expect(asked.interviewEvent.rooms[0].slots.map(({ taken }) => taken).filter(Boolean)).toHaveLength(1);
    expect(asked.interviewEvent.rooms[0].slots.every((slot) => slot.interview === null)).toBe(true);
    const staff = await read<Answer>(world.hub, officer, query);
    expect(staff.interviewEvent.interviews).toEqual({ nodes: [{ id: interview.id }] });
    expect(staff.interviewEvent.rooms[0].slots[0]).toEqual({
      taken: true,
      interview: { candidate: { registrationId: interview.registrationId } },
    });
  });
});
