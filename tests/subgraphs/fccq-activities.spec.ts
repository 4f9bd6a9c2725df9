import "reflect-metadata";
import { ActivityState } from "../../subgraphs/fccq/domain/activity.ts";
import { describeChanges, NOBODY, tooLong } from "../support/fccq-changes.ts";
import { counsellor, officer, openWorld, read, TODAY, type World } from "../support/fccq-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const PART = { kind: "WELCOME", title: "Accueil", ledBy: "Mairie", startsAt: "09:00", minutes: 30 };
const A_TRIP = {
  kind: "EXPLORATORY_TRIP",
  mode: "IN_PERSON",
  title: "Une journée à Matane",
  heldOn: "2026-12-05",
  regionCode: "01",
  city: "Matane",
  programme: [PART],
};
const HELD = { state: ActivityState.HELD };

describe("The changes of activities", () => {
  describeChanges(
    () => world,
    [
      {
        mutation: "activityPlan",
        thing: "activity { id state heldOn programme { kind startsAt } nextStates }",
        input: async () => A_TRIP,
        becomes: {
          state: "PLANNED",
          heldOn: "2026-12-05",
          programme: [{ kind: "WELCOME", startsAt: "09:00" }],
          nextStates: ["HELD", "SUSPENDED"],
        },
        bad: [
          [{ title: "" }, "REQUIRED", "title"],
          [{ title: tooLong(200) }, "TOO_LONG", "title"],
          [{ regionCode: "00" }, "INVALID_FORMAT", "regionCode"],
          [{ city: "" }, "REQUIRED", "city"],
          [{ chamberId: NOBODY }, "UNKNOWN_REFERENCE", "chamberId"],
          [{ programme: Array(51).fill(PART) }, "TOO_LONG", "programme"],
          [{ programme: [{ ...PART, startsAt: "9 h" }] }, "INVALID_FORMAT", "programme", "0", "startsAt"],
          [{ programme: [PART, { ...PART, minutes: 0 }] }, "OUT_OF_RANGE", "programme", "1", "minutes"],
        ],
      },
      {
        mutation: "activityProgrammeSet",
        thing: "activity { id programme { title } }",
        input: async () => {
          const { thing } = await world.change("activityPlan", "activity { id }", A_TRIP);
          const visit = { ...PART, kind: "VISIT", title: "Visite du port", startsAt: "14:30" };
          return { activityId: thing?.id, programme: [visit, PART] };
        },
        becomes: { programme: [{ title: "Accueil" }, { title: "Visite du port" }] },
        bad: [
          [{ activityId: NOBODY }, "UNKNOWN_REFERENCE", "activityId"],
          [{ programme: [{ ...PART, title: "" }] }, "REQUIRED", "programme", "0", "title"],
        ],
      },
      {
        mutation: "activityCompanyAdd",
        thing: "activity { id companyCount companies { nodes { attendance business { name } } } }",
        input: async () => ({
          activityId: (await world.activity()).id,
          businessId: (await world.business()).id,
        }),
        becomes: {
          companyCount: 1,
          companies: { nodes: [{ attendance: "EXPECTED", business: { name: "Scierie du Fleuve" } }] },
        },
        bad: [
          [{ activityId: NOBODY }, "UNKNOWN_REFERENCE", "activityId"],
          [{ businessId: NOBODY }, "UNKNOWN_REFERENCE", "businessId"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "activityCompanyRemove",
        thing: "activity { id companyCount }",
        input: async () => ({
          companyId: (await world.company({ activityId: (await world.activity()).id })).id,
        }),
        becomes: { companyCount: 0 },
        bad: [[{ companyId: "nobody" }, "UNKNOWN_REFERENCE", "companyId"]],
        again: "UNKNOWN_REFERENCE",
      },
      {
        mutation: "activityParticipantAdd",
        thing: "activity { id participantCount participants { nodes { signedUpOn attendance } } }",
        input: async () => ({
          activityId: (await world.activity()).id,
          participantId: (await world.participant()).id,
        }),
        becomes: {
          participantCount: 1,
          participants: { nodes: [{ signedUpOn: TODAY, attendance: "EXPECTED" }] },
        },
        bad: [
          [{ activityId: NOBODY }, "UNKNOWN_REFERENCE", "activityId"],
          [{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "activityParticipantRemove",
        thing: "activity { id participantCount }",
        input: async () => ({
          participationId: (await world.guest({ activityId: (await world.activity()).id })).id,
        }),
        becomes: { participantCount: 0 },
        bad: [[{ participationId: NOBODY }, "UNKNOWN_REFERENCE", "participationId"]],
        again: "UNKNOWN_REFERENCE",
      },
      {
        mutation: "activityHold",
        thing: "activity { id state nextStates }",
        input: async () => ({
          activityId: (await world.activity()).id,
          absentCompanyIds: [],
          absentParticipantIds: [],
        }),
        becomes: { state: "HELD", nextStates: [] },
        bad: [
          [{ activityId: NOBODY }, "UNKNOWN_REFERENCE", "activityId"],
          [{ absentCompanyIds: [NOBODY] }, "UNKNOWN_REFERENCE", "absentCompanyIds"],
          [{ absentParticipantIds: ["nobody"] }, "UNKNOWN_REFERENCE", "absentParticipantIds"],
          [{ absentParticipantIds: Array(501).fill(NOBODY) }, "TOO_LONG", "absentParticipantIds"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "activitySuspend",
        thing: "activity { id state suspensionReason }",
        input: async () => ({ activityId: (await world.activity()).id, reason: "Tempête" }),
        becomes: { state: "SUSPENDED", suspensionReason: "Tempête" },
        bad: [
          [{ reason: "" }, "REQUIRED", "reason"],
          [{ reason: tooLong(1000) }, "TOO_LONG", "reason"],
          [{ activityId: NOBODY }, "UNKNOWN_REFERENCE", "activityId"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "activityResume",
        thing: "activity { id state heldOn mode suspensionReason }",
        input: async () => ({
          activityId: (await world.activity({ state: ActivityState.SUSPENDED, suspensionReason: "Tempête" }))
            .id,
          heldOn: "2026-12-12",
          mode: "VIRTUAL",
        }),
        becomes: { state: "PLANNED", heldOn: "2026-12-12", mode: "VIRTUAL", suspensionReason: null },
        bad: [
          [{ heldOn: "2026-11-19" }, "OUT_OF_RANGE", "heldOn"],
          [{ activityId: NOBODY }, "UNKNOWN_REFERENCE", "activityId"],
        ],
        again: "WRONG_STATE",
      },
    ],
  );
});

describe("An activity", () => {
  it("is held with those who came; those who did not are counted out", async () => {
    const { id: activityId } = await world.activity();
    const absentCompany = await world.company({ activityId });
    await world.company({ activityId });
    const absentGuest = await world.guest({ activityId });
    await world.guest({ activityId });
    const { thing, errors } = await world.change(
      "activityHold",
      "activity { id companyCount participantCount companies { nodes { attendance } } participants { nodes { attendance } } }",
      { activityId, absentCompanyIds: [absentCompany.id], absentParticipantIds: [absentGuest.id] },
    );
    expect(errors).toEqual([]);
    const nodes = [{ attendance: "ABSENT" }, { attendance: "PRESENT" }];
    expect(thing).toMatchObject({
      companyCount: 1,
      participantCount: 1,
      companies: { nodes },
      participants: { nodes },
    });
  });

  it("is not held before its day", async () => {
    const { id: activityId } = await world.activity({ heldOn: "2026-11-21" });
    const { errors } = await world.change("activityHold", "activity { id }", {
      activityId,
      absentCompanyIds: [],
      absentParticipantIds: [],
    });
    expect(errors).toMatchObject([{ code: "OUT_OF_RANGE", field: ["activityId"] }]);
  });

  it("stays as it was once it was held", async () => {
    const { id: activityId } = await world.activity(HELD);
    const company = await world.company({ activityId });
    const guest = await world.guest({ activityId });
    const business = await world.business();
    const participant = await world.participant();
    const refused = await Promise.all([
      world.change("activityProgrammeSet", "activity { id }", { activityId, programme: [] }),
      world.change("activityCompanyAdd", "activity { id }", { activityId, businessId: business.id }),
      world.change("activityCompanyRemove", "activity { id }", { companyId: company.id }),
      world.change("activityParticipantAdd", "activity { id }", {
        activityId,
        participantId: participant.id,
      }),
      world.change("activityParticipantRemove", "activity { id }", { participationId: guest.id }),
    ]);
    for (const { errors } of refused) expect(errors).toMatchObject([{ code: "WRONG_STATE" }]);
  });

  it("shows its companies to everyone, and its people to FCCQ's staff only", async () => {
    const { id: activityId } = await world.activity();
    await world.company({ activityId });
    const guest = await world.guest({ activityId });
    const query = `{ activity(id: "${activityId}") { companyCount participantCount participants { nodes { candidate { registrationId } } } } }`;
    expect(await read(world.hub, counsellor, query)).toEqual({
      activity: { companyCount: 1, participantCount: null, participants: null },
    });
    expect(await read(world.hub, officer, query)).toEqual({
      activity: {
        companyCount: 1,
        participantCount: 1,
        participants: { nodes: [{ candidate: { registrationId: guest.registrationId } }] },
      },
    });
  });

  it("is found by state, kind, mode, region and day", async () => {
    const here = await world.activity({ regionCode: "14", heldOn: "2026-02-03", ...HELD });
    await world.activity({ regionCode: "14", heldOn: "2026-02-04", ...HELD });
    await world.activity({ regionCode: "14", heldOn: "2026-02-03" });
    const found = await read(
      world.hub,
      counsellor,
      `{ activities(filter: { regionCode: "14", state: HELD, kind: EXPLORATORY_TRIP, mode: IN_PERSON, from: "2026-02-01", to: "2026-02-03" }) { nodes { id } } }`,
    );
    expect(found).toEqual({ activities: { nodes: [{ id: here.id }] } });
  });
});
