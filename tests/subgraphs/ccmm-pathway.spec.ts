import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { adviser, openCcmm, questionnaire, website, type CcmmWorld } from "../support/ccmm-world.ts";

let world: CcmmWorld;

beforeAll(async () => {
  world = await openCcmm();
});

afterAll(() => world.close());

const journey = async ({ participantId }: { participantId: string }) => {
  const { data } = await world.hub.ask(
    adviser,
    `{ passerelleParticipant(id: "${participantId}") { journey { kind step closingReason } } }`,
  );
  return (
    data as never as {
      passerelleParticipant: { journey: { kind: string; step: string; closingReason: string | null }[] };
    }
  ).passerelleParticipant.journey.map(({ kind, step, closingReason }) =>
    [kind, step, closingReason].filter((each) => each !== null).join(" "),
  );
};

describe("A person on the pathway", () => {
  it("goes from the questionnaire to a job, step by step", async () => {
    const { participantId, employerId, eventId } = await world.anEventHeld();
    expect(await world.standing({ participantId })).toMatchObject({ step: "SELF_DIRECTED_MATCHING" });
    const exchangeId = await world.done("passerelleExchangeOpen", {
      participantId,
      employerId,
      eventId,
      openedBy: "EMPLOYER",
    });
    const since = world
      .wait(3 * 24 * 60)
      .toISOString()
      .slice(0, 10);
    const hired = await world.change(
      "passerelleOutcomeRecord",
      { participantId, employed: true, since, employerId, way: "SELF_DIRECTED_MATCHING" },
      adviser,
      "employed since way employerName employer { name } event { id }",
    );
    expect(hired.thing).toEqual({
      employed: true,
      since,
      way: "SELF_DIRECTED_MATCHING",
      employerName: "Logiciels du Plateau",
      employer: { name: "Logiciels du Plateau" },
      event: null,
    });
    expect(await journey({ participantId })).toEqual([
      "ENTERED QUESTIONNAIRE",
      "ENTERED ADVISER_CALL",
      "ENTERED WELCOME_AND_VIDEO",
      "ENTERED SECTOR_ACTIVITIES",
      "ENTERED RECRUITMENT_EVENT",
      "ENTERED SELF_DIRECTED_MATCHING",
      "ENTERED EMPLOYED",
    ]);
    const [exchange] = await world.hub.database.query("select state from exchange where id = $1", [
      exchangeId,
    ]);
    expect(exchange).toEqual({ state: "HIRED" });
  });

  it("goes back to matching on their own when the job ends, and may come to another event", async () => {
    const { participantId, registrationId } = await world.anEventHeld();
    const since = world.inMinutes(0).slice(0, 10);
    const job = { participantId, employed: true, since, employerName: "Ailleurs inc.", way: "OTHER" };
    await world.done("passerelleOutcomeRecord", job);
    await world.done("passerelleOutcomeRecord", { participantId, employed: false, since });
    expect(await world.standing({ participantId })).toMatchObject({ step: "SELF_DIRECTED_MATCHING" });
    await world.goes(await world.anEvent(), { participantId, registrationId });
    expect(await world.standing({ participantId })).toMatchObject({ step: "RECRUITMENT_EVENT" });
  });

  it("stays at the call when it is missed, and is called again", async () => {
    const person = await world.aPerson();
    const callId = await world.aCall(person);
    world.wait(90);
    await world.done("passerelleCallMiss", { callId });
    expect(await world.standing(person)).toMatchObject({ step: "ADVISER_CALL" });
    const again = await world.aCall(person);
    world.wait(90);
    const { thing } = await world.change(
      "passerelleCallMake",
      { callId: again, note: "Cherche en logiciel" },
      adviser,
      "id state note adviser { name } participant { step }",
    );
    expect(thing).toMatchObject({
      state: "MADE",
      note: "Cherche en logiciel",
      adviser: { name: "Amina Benali" },
      participant: { step: "WELCOME_AND_VIDEO" },
    });
  });

  it("is prepared by the welcome and the training, whatever their order", async () => {
    const person = await world.aPersonCalled();
    await world.attend("VIDEO_TRAINING", person);
    expect(await world.standing(person)).toMatchObject({ step: "WELCOME_AND_VIDEO" });
    await world.attend("WELCOME", person);
    expect(await world.standing(person)).toMatchObject({ step: "SECTOR_ACTIVITIES" });
  });

  it("is not prepared by an activity they missed", async () => {
    const person = await world.aPersonCalled();
    await world.attend("WELCOME", person);
    const activityId = await world.anActivity("VIDEO_TRAINING");
    await world.done("passerelleActivityEnrol", { activityId, participantId: person.participantId });
    world.wait(120);
    await world.done("passerelleActivityHold", {
      activityId,
      absentParticipantIds: [person.participantId],
    });
    expect(await world.standing(person)).toMatchObject({ step: "WELCOME_AND_VIDEO" });
  });

  it("cannot skip the call, nor the sector activities", async () => {
    const person = await world.aPerson();
    const enrol = await world.change("passerelleActivityEnrol", {
      activityId: await world.anActivity("WELCOME"),
      participantId: person.participantId,
    });
    expect(enrol.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["participantId"] }]);
    const called = await world.aPersonCalled();
    const register = await world.change("passerelleEventParticipantRegister", {
      eventId: await world.anEvent(),
      participantId: called.participantId,
    });
    expect(register.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["participantId"] }]);
  });
});

describe("A registration", () => {
  it("of somebody who is not eligible leaves a closed file that says why", async () => {
    const { thing, userErrors } = await world.change(
      "passerelleRegister",
      {
        ...questionnaire({ postalCode: "H7N 5H9", status: "STUDENT" }),
        ticket: world.hub.ticket(randomUUID(), "ccmm"),
      },
      website,
      "id postalArea closingReason closedOn nextSteps pairingSince eligibility { eligible reasons { criterion met code } }",
    );
    expect(userErrors).toEqual([]);
    expect(thing).toMatchObject({
      postalArea: "H7N",
      closingReason: "NOT_ELIGIBLE",
      nextSteps: [],
      pairingSince: null,
      eligibility: {
        eligible: false,
        reasons: [
          { criterion: "STATUS", met: false, code: "STATUS_NOT_COVERED" },
          { criterion: "RESIDENCE", met: false, code: "IN_LAVAL" },
        ],
      },
    });
    const reopen = await world.change("passerelleFileReopen", { participantId: thing.id });
    expect(reopen.userErrors).toMatchObject([{ code: "WRONG_STATE" }]);
    await world.done("passerelleQuestionnaireRevise", { ...questionnaire(), participantId: thing.id });
    await world.done("passerelleFileReopen", { participantId: thing.id });
    expect(await world.standing({ participantId: thing.id })).toMatchObject({ closedOn: null });
  });

  it("keeps no more of the address than the first three characters of the postal code", async () => {
    const { participantId } = await world.aPerson({ postalCode: "h3e 1k8" });
    const [row] = await world.hub.database.query("select * from participant where id = $1", [participantId]);
    expect(row.postal_area).toBe("H3E");
    expect(JSON.stringify(row)).not.toContain("1k8");
  });

  it("of another organisation opens nothing", async () => {
    const { userErrors } = await world.change("passerelleRegister", {
      ...questionnaire(),
      ticket: world.hub.ticket(randomUUID(), "promis"),
    });
    expect(userErrors).toMatchObject([{ code: "UNKNOWN_REFERENCE", field: ["ticket"] }]);
  });

  it("that is no longer eligible by new answers is closed", async () => {
    const person = await world.aPersonCalled();
    await world.done("passerelleQuestionnaireRevise", {
      ...questionnaire({ postalCode: "J4K 1A1" }),
      participantId: person.participantId,
    });
    expect(await world.standing(person)).toMatchObject({ closingReason: "NOT_ELIGIBLE" });
  });
});

describe("A file that is closed because the person moved to a region", () => {
  it("says which, ends what was under way, and is reopened where it stood", async () => {
    const matched = await world.aMatchedEvent();
    const { participantId, registrationId, pairingId } = matched;
    const startsAt = world.inMinutes(620);
    const interviewId = await world.done("passerelleInterviewSchedule", { pairingId, room: 1, startsAt });
    const callId = await world.aCall(matched);
    const { thing } = await world.change(
      "passerelleFileClose",
      { participantId, reason: "MOVED_TO_REGION", regionCode: "11" },
      adviser,
      "id closingReason movedTo { code } step nextSteps",
    );
    expect(thing).toMatchObject({
      closingReason: "MOVED_TO_REGION",
      movedTo: { code: "11" },
      step: "RECRUITMENT_EVENT",
      nextSteps: [],
    });
    const states = await world.hub.database.query(
      `select (select state from adviser_call where id = $1) as call,
              (select state from interview where id = $2) as interview,
              (select presence from event_participant where registration_id = $3) as event`,
      [callId, interviewId, registrationId],
    );
    expect(states).toEqual([{ call: "CANCELLED", interview: "CANCELLED", event: "WITHDRAWN" }]);
    const late = await world.change("passerellePitchWrite", { participantId, pitch: "Trop tard" });
    expect(late.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["participantId"] }]);
    await world.done("passerelleFileReopen", { participantId });
    expect((await journey(matched)).slice(-2)).toEqual([
      "CLOSED RECRUITMENT_EVENT MOVED_TO_REGION",
      "REOPENED RECRUITMENT_EVENT",
    ]);
  });
});

describe("The calls of an adviser", () => {
  it("are one at a time", async () => {
    const adviserId = await world.anAdviser();
    await world.aCall(await world.aPerson(), adviserId);
    const other = await world.aPerson();
    const { thing, userErrors } = await world.change("passerelleCallSchedule", {
      participantId: other.participantId,
      adviserId,
      startsAt: world.inMinutes(75),
    });
    expect([thing, userErrors.map(({ code }) => code)]).toEqual([null, ["CONFLICT"]]);
    expect(await world.standing(other)).toMatchObject({ step: "QUESTIONNAIRE" });
  });

  it("are not made before their time, nor by an adviser who has left", async () => {
    const person = await world.aPerson();
    const callId = await world.aCall(person);
    const early = await world.change("passerelleCallMake", { callId });
    expect(early.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["callId"] }]);
    const adviserId = await world.anAdviser();
    await world.done("passerelleAdviserLeave", { adviserId, until: "2026-03-01" });
    const late = await world.change("passerelleCallSchedule", {
      participantId: person.participantId,
      adviserId,
      startsAt: world.inMinutes(3000),
    });
    expect(late.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["adviserId"] }]);
  });

  it("are listed for the staff, by state and adviser", async () => {
    const adviserId = await world.anAdviser();
    const callId = await world.aCall(await world.aPerson(), adviserId);
    const list = async (state: string, id: string) => {
      const { data } = await world.hub.ask(
        adviser,
        `{ passerelleCalls(filter: { state: ${state}, adviserId: "${id}" }) { nodes { id } } }`,
      );
      return (data as never as { passerelleCalls: { nodes: unknown[] } }).passerelleCalls.nodes;
    };
    expect(await list("SCHEDULED", adviserId)).toEqual([{ id: callId }]);
    expect(await list("MADE", adviserId)).toEqual([]);
    expect(await list("SCHEDULED", "not an id")).toEqual([]);
  });
});

describe("A video", () => {
  const VIDEOS = "id videos { url consentedOn endedOn ending }";
  const link = (participantId: string, name: string) =>
    world.done("passerelleVideoLink", {
      participantId,
      url: `https://video.example/${name}`,
      consent: true,
      consentedOn: "2026-03-01",
    });
  const videos = async (participantId: string) => {
    const { data } = await world.hub.ask(
      adviser,
      `{ passerelleParticipant(id: "${participantId}") { ${VIDEOS} } }`,
    );
    return (data as never as { passerelleParticipant: { videos: Record<string, unknown>[] } })
      .passerelleParticipant.videos;
  };

  it("is a link with a dated consent, erased when the consent is withdrawn, even from a closed file", async () => {
    const { participantId } = await world.aPerson();
    const videoId = await link(participantId, "a");
    expect(await videos(participantId)).toEqual([
      { url: "https://video.example/a", consentedOn: "2026-03-01", endedOn: null, ending: null },
    ]);
    await world.done("passerelleFileClose", { participantId, reason: "WITHDREW" });
    await world.done("passerelleVideoWithdraw", { videoId });
    expect(await videos(participantId)).toMatchObject([
      { url: null, consentedOn: "2026-03-01", ending: "WITHDRAWN" },
    ]);
    const rows = await world.hub.database.query("select * from video where id = $1", [videoId]);
    expect(JSON.stringify(rows)).not.toContain("video.example");
  });

  it("takes the place of the former, whose link is erased", async () => {
    const { participantId } = await world.aPerson();
    await link(participantId, "former");
    await link(participantId, "new");
    const urls = (await videos(participantId)).map(({ url, ending }) => [url, ending]);
    expect(urls).toEqual(
      expect.arrayContaining([
        ["https://video.example/new", null],
        [null, "REPLACED"],
      ]),
    );
  });
});
