import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { viewer } from "../support/subgraph.ts";
import {
  counsellor,
  openCcmm,
  questionnaire,
  website,
  type CcmmWorld,
  type Input,
} from "../support/ccmm-world.ts";

let world: CcmmWorld;

beforeAll(async () => {
  world = await openCcmm();
});

afterAll(() => world.close());

/** For every change: an input with which it succeeds, and what it answers when it is asked for once more. */
const CHANGES: Record<string, { ready: () => Promise<Input>; again: string | null }> = {
  passerelleAdviserAdd: { ready: async () => ({ name: "Luis Ortega" }), again: null },
  passerelleAdviserLeave: {
    ready: async () => ({ adviserId: await world.anAdviser() }),
    again: "WRONG_STATE",
  },
  passerelleRegister: {
    ready: async () => ({ ...questionnaire(), ticket: world.hub.ticket(randomUUID(), "ccmm") }),
    again: "CONFLICT",
  },
  passerelleQuestionnaireRevise: {
    ready: async () => ({ ...questionnaire({ skills: ["SQL"] }), participantId: await participant() }),
    again: null,
  },
  passerellePairingAllow: { ready: async () => ({ participantId: await participant() }), again: null },
  passerellePairingStop: { ready: async () => ({ participantId: await participant() }), again: null },
  passerellePitchWrite: {
    ready: async () => ({ participantId: await participant(), pitch: "Dix ans de logiciels utiles." }),
    again: null,
  },
  passerelleFileClose: {
    ready: async () => ({ participantId: await participant(), reason: "MOVED_TO_REGION", regionCode: "05" }),
    again: "WRONG_STATE",
  },
  passerelleFileReopen: {
    ready: async () => {
      const participantId = await participant();
      await world.done("passerelleFileClose", { participantId, reason: "LOST_CONTACT" });
      return { participantId };
    },
    again: "WRONG_STATE",
  },
  passerelleVideoLink: { ready: aLink, again: null },
  passerelleVideoWithdraw: {
    ready: async () => ({ videoId: await world.done("passerelleVideoLink", await aLink()) }),
    again: "WRONG_STATE",
  },
  passerelleCallSchedule: {
    ready: async () => ({
      participantId: await participant(),
      adviserId: await world.anAdviser(),
      startsAt: world.inMinutes(60),
    }),
    again: "CONFLICT",
  },
  passerelleCallMake: { ready: () => aCall(90), again: "WRONG_STATE" },
  passerelleCallMiss: { ready: () => aCall(90), again: "WRONG_STATE" },
  passerelleCallCancel: { ready: () => aCall(0), again: "WRONG_STATE" },
  passerelleActivityPlan: { ready: async () => anActivity(), again: null },
  passerelleActivityCancel: {
    ready: async () => ({ activityId: await world.anActivity("WELCOME") }),
    again: "WRONG_STATE",
  },
  passerelleActivityEnrol: {
    ready: async () => ({
      activityId: await world.anActivity("SECTOR"),
      participantId: (await world.aPersonCalled()).participantId,
    }),
    again: "CONFLICT",
  },
  passerelleActivityHold: {
    ready: async () => {
      const activityId = await world.anActivity("WELCOME");
      world.wait(120);
      return { activityId };
    },
    again: "WRONG_STATE",
  },
  passerelleEmployerAdd: {
    ready: async () => ({ name: "Ateliers Beaubien", sector: "31", city: "Montréal" }),
    again: null,
  },
  passerelleEventPlan: {
    ready: async () => ({
      kind: "VIRTUAL_FAIR",
      title: "Foire",
      startsAt: world.inMinutes(60),
      endsAt: world.inMinutes(240),
    }),
    again: null,
  },
  passerelleEventCancel: { ready: async () => ({ eventId: await world.anEvent() }), again: "WRONG_STATE" },
  passerelleEventEmployerRegister: {
    ready: async () => ({
      eventId: await world.anEvent(),
      employerId: await world.anEmployer(),
      occupations: ["21232"],
      skills: [],
    }),
    again: "CONFLICT",
  },
  passerelleEventEmployerWithdraw: {
    ready: async () => ({ eventEmployerId: (await world.aPairing()).eventEmployerId }),
    again: "WRONG_STATE",
  },
  passerelleEventParticipantRegister: {
    ready: async () => ({
      eventId: await world.anEvent(),
      participantId: (await world.aPersonPrepared()).participantId,
    }),
    again: "CONFLICT",
  },
  passerelleEventHold: {
    ready: async () => {
      const { eventId } = await world.aMatchedEvent();
      world.wait(900);
      return { eventId };
    },
    again: "WRONG_STATE",
  },
  passerelleExerciseRun: { ready: async () => ({ eventId: (await world.aPairing()).eventId }), again: null },
  passerellePairingPropose: {
    ready: async () => {
      const { eventId, participantId } = await world.aPairing();
      const employerId = await world.anEmployer("Récoltes du Nord", "11");
      await world.comes(eventId, employerId);
      return { eventId, participantId, employerId };
    },
    again: "CONFLICT",
  },
  passerellePairingConfirm: {
    ready: async () => ({ pairingId: (await world.aPairing()).pairingId, reason: "Bon profil" }),
    again: "WRONG_STATE",
  },
  passerellePairingSetAside: {
    ready: async () => ({ pairingId: (await world.aPairing()).pairingId, reason: "Autre projet" }),
    again: "WRONG_STATE",
  },
  passerelleExerciseComplete: {
    ready: async () => {
      const { eventId, pairingId } = await world.aPairing();
      await world.done("passerellePairingConfirm", { pairingId, reason: "Bon profil" });
      return { eventId };
    },
    again: "WRONG_STATE",
  },
  passerelleExerciseReopen: {
    ready: async () => ({ eventId: (await world.aMatchedEvent()).eventId }),
    again: "WRONG_STATE",
  },
  passerelleInterviewSchedule: { ready: anInterview, again: "CONFLICT" },
  passerelleInterviewHold: {
    ready: async () => ({ ...(await anInterviewScheduled(700)), outcome: "CONTINUES" }),
    again: "WRONG_STATE",
  },
  passerelleInterviewMiss: { ready: () => anInterviewScheduled(700), again: "WRONG_STATE" },
  passerelleInterviewCancel: { ready: () => anInterviewScheduled(0), again: "WRONG_STATE" },
  passerelleExchangeOpen: { ready: anExchange, again: "CONFLICT" },
  passerelleExchangeEnd: {
    ready: async () => ({ exchangeId: await world.done("passerelleExchangeOpen", await anExchange()) }),
    again: "WRONG_STATE",
  },
  passerelleOutcomeRecord: {
    ready: async () => {
      const { participantId, employerId, eventId } = await world.anEventHeld();
      return { participantId, employed: true, since: today(), employerId, way: "RECRUITMENT_EVENT", eventId };
    },
    again: "CONFLICT",
  },
};

const names = Object.keys(CHANGES);

it("is known here whatever can be changed", () => {
  expect([...names].sort()).toEqual(world.mutations().sort());
});

describe.each(names)("%s", (name) => {
  const { ready, again } = CHANGES[name] as (typeof CHANGES)[string];
  let input: Input;

  beforeAll(async () => {
    input = await ready();
  });

  it("is not made by other organisations, nor by other roles", async () => {
    const before = await world.fingerprint();
    for (const by of [counsellor, viewer("ccmm", "DASHBOARD"), viewer("fccq", "ADVISER")]) {
      const { thing, userErrors } = await world.change(name, input, by);
      expect([thing, userErrors.map(({ code }) => code)]).toEqual([null, ["NOT_ALLOWED"]]);
    }
    expect(await world.fingerprint()).toBe(before);
  });

  it("refuses what does not exist, and writes nothing", async () => {
    const before = await world.fingerprint();
    for (const field of Object.keys(input).filter((key) => /Id$|^ticket$/.test(key))) {
      for (const value of [randomUUID(), "not an id"]) {
        const { thing, userErrors } = await world.change(name, { ...input, [field]: value });
        expect([thing, userErrors]).toEqual([
          null,
          [{ code: "UNKNOWN_REFERENCE", field: [field], message: expect.any(String) }],
        ]);
      }
    }
    expect(await world.fingerprint()).toBe(before);
  });

  it("refuses an empty reference and one that is too long", async () => {
    const before = await world.fingerprint();
    const empty = await world.change(name, { ...input, reference: "" });
    const long = await world.change(name, { ...input, reference: "x".repeat(201) });
    expect(empty.userErrors[0]).toMatchObject({ code: "REQUIRED", field: ["reference"] });
    expect(long.userErrors[0]).toMatchObject({ code: "TOO_LONG", field: ["reference"] });
    expect(await world.fingerprint()).toBe(before);
  });

  it("is made once, however often the same write arrives", async () => {
    const once = { ...input, reference: randomUUID() };
    const first = await Promise.all([world.change(name, once), world.change(name, once)]);
    for (const { userErrors } of first) expect(userErrors).toEqual([]);
    const after = await world.fingerprint();
    const later = await world.change(name, once);
    expect(new Set([...first, later].map(({ thing }) => thing.id)).size).toBe(1);
    expect(await world.fingerprint()).toBe(after);
  });

  it(again ? `answers ${again} to a second one` : "can be made again", async () => {
    const before = await world.fingerprint();
    const { userErrors } = await world.change(name, input);
    expect(userErrors.map(({ code }) => code)).toEqual(again ? [again] : []);
    if (again) expect(await world.fingerprint()).toBe(before);
  });
});

describe("Bad input", () => {
  const long = (length: number) => "x".repeat(length + 1);
  it.each<[string, Input, string, string]>([
    ["passerelleAdviserAdd", { name: "" }, "REQUIRED", "name"],
    ["passerelleAdviserAdd", { name: long(200) }, "TOO_LONG", "name"],
    ["passerelleAdviserLeave", { until: "2020-01-01" }, "OUT_OF_RANGE", "until"],
    ["passerelleRegister", { postalCode: "12345" }, "INVALID_FORMAT", "postalCode"],
    ["passerelleRegister", { sector: "32" }, "INVALID_FORMAT", "sector"],
    ["passerelleRegister", { occupation: "dev" }, "INVALID_FORMAT", "occupation"],
    ["passerelleRegister", { experienceYears: 61 }, "OUT_OF_RANGE", "experienceYears"],
    ["passerelleRegister", { experienceYears: -1 }, "OUT_OF_RANGE", "experienceYears"],
    ["passerelleRegister", { skills: Array.from({ length: 51 }, () => "x") }, "TOO_LONG", "skills"],
    ["passerelleRegister", { skills: [""] }, "INVALID_FORMAT", "skills"],
    ["passerelleQuestionnaireRevise", { postalCode: "H2X 1Y" }, "INVALID_FORMAT", "postalCode"],
    ["passerellePitchWrite", { pitch: "" }, "REQUIRED", "pitch"],
    ["passerellePitchWrite", { pitch: long(1500) }, "TOO_LONG", "pitch"],
    ["passerelleFileClose", { regionCode: null }, "REQUIRED", "regionCode"],
    ["passerelleFileClose", { regionCode: "06" }, "INVALID_FORMAT", "regionCode"],
    ["passerelleFileClose", { reason: "WITHDREW" }, "REQUIRED", "regionCode"],
    ["passerelleVideoLink", { url: "http://video.example/a" }, "INVALID_FORMAT", "url"],
    ["passerelleVideoLink", { url: "javascript:alert(1)" }, "INVALID_FORMAT", "url"],
    ["passerelleVideoLink", { url: "https://me:secret@video.example/a" }, "INVALID_FORMAT", "url"],
    ["passerelleVideoLink", { url: `https://video.example/${long(500)}` }, "TOO_LONG", "url"],
    ["passerelleVideoLink", { consent: false }, "INVALID_FORMAT", "consent"],
    ["passerelleVideoLink", { consentedOn: "2999-01-01" }, "OUT_OF_RANGE", "consentedOn"],
    ["passerelleCallSchedule", { minutes: 9 }, "OUT_OF_RANGE", "minutes"],
    ["passerelleCallSchedule", { minutes: 121 }, "OUT_OF_RANGE", "minutes"],
    ["passerelleCallSchedule", { startsAt: "2020-01-01T10:00:00Z" }, "OUT_OF_RANGE", "startsAt"],
    ["passerelleCallMake", { note: "" }, "INVALID_FORMAT", "note"],
    ["passerelleActivityPlan", { title: "" }, "REQUIRED", "title"],
    ["passerelleActivityPlan", { title: long(200) }, "TOO_LONG", "title"],
    ["passerelleActivityPlan", { sector: null }, "REQUIRED", "sector"],
    ["passerelleActivityPlan", { sector: "99" }, "INVALID_FORMAT", "sector"],
    ["passerelleActivityPlan", { kind: "WELCOME" }, "REQUIRED", "sector"],
    ["passerelleActivityPlan", { endsAt: "2020-01-01T10:00:00Z" }, "OUT_OF_RANGE", "endsAt"],
    ["passerelleEmployerAdd", { name: "" }, "REQUIRED", "name"],
    ["passerelleEmployerAdd", { city: long(100) }, "TOO_LONG", "city"],
    ["passerelleEmployerAdd", { sector: "1" }, "INVALID_FORMAT", "sector"],
    ["passerelleEventPlan", { title: "" }, "REQUIRED", "title"],
    ["passerelleEventPlan", { sector: "00" }, "INVALID_FORMAT", "sector"],
    ["passerelleEventPlan", { endsAt: "2999-01-01T10:00:00Z" }, "OUT_OF_RANGE", "endsAt"],
    ["passerelleEventEmployerRegister", { occupations: ["x"] }, "INVALID_FORMAT", "occupations"],
    [
      "passerelleEventEmployerRegister",
      { skills: Array.from({ length: 31 }, () => "x") },
      "TOO_LONG",
      "skills",
    ],
    ["passerelleEventHold", { absentEmployerIds: [randomUUID()] }, "UNKNOWN_REFERENCE", "absentEmployerIds"],
    ["passerelleEventHold", { absentEmployerIds: ["x"] }, "UNKNOWN_REFERENCE", "absentEmployerIds"],
    [
      "passerelleEventHold",
      { absentParticipantIds: [randomUUID()] },
      "UNKNOWN_REFERENCE",
      "absentParticipantIds",
    ],
    ["passerelleActivityHold", { absentParticipantIds: ["x"] }, "UNKNOWN_REFERENCE", "absentParticipantIds"],
    ["passerelleExerciseRun", { perParticipant: 0 }, "OUT_OF_RANGE", "perParticipant"],
    ["passerelleExerciseRun", { perParticipant: 21 }, "OUT_OF_RANGE", "perParticipant"],
    ["passerellePairingConfirm", { reason: "" }, "REQUIRED", "reason"],
    ["passerellePairingSetAside", { reason: long(1000) }, "TOO_LONG", "reason"],
    ["passerelleInterviewSchedule", { room: 0 }, "OUT_OF_RANGE", "room"],
    ["passerelleInterviewSchedule", { minutes: 61 }, "OUT_OF_RANGE", "minutes"],
    ["passerelleInterviewSchedule", { startsAt: "2020-01-01T10:00:00Z" }, "OUT_OF_RANGE", "startsAt"],
    ["passerelleExchangeOpen", { openedOn: "2999-01-01" }, "OUT_OF_RANGE", "openedOn"],
    ["passerelleOutcomeRecord", { since: "2999-01-01" }, "OUT_OF_RANGE", "since"],
    ["passerelleOutcomeRecord", { since: "2020-01-01" }, "OUT_OF_RANGE", "since"],
    ["passerelleOutcomeRecord", { employerName: "Ailleurs inc." }, "REQUIRED", "employerId"],
    ["passerelleOutcomeRecord", { way: null }, "REQUIRED", "way"],
    ["passerelleOutcomeRecord", { eventId: null }, "REQUIRED", "eventId"],
  ])("%s with %j is refused, and nothing is written", async (name, wrong, code, field) => {
    const input = await (CHANGES[name] as (typeof CHANGES)[string]).ready();
    const before = await world.fingerprint();
    const { thing, userErrors } = await world.change(name, { ...input, ...wrong });
    expect(thing).toBeNull();
    expect(userErrors[0]).toMatchObject({ code, field: [field] });
    expect(await world.fingerprint()).toBe(before);
  });

  it("says which speaker is wrong, and never repeats what was given", async () => {
    const speakers = [{ role: "HR_PROFESSIONAL", name: "" }];
    const { userErrors } = await world.change("passerelleActivityPlan", { ...anActivity(), speakers });
    expect(userErrors[0]).toMatchObject({ code: "REQUIRED", field: ["speakers", "0", "name"] });
    const secret = "SECRET".repeat(40);
    const long = await world.change("passerelleAdviserAdd", { name: secret }, website);
    expect(JSON.stringify(long)).not.toContain("SECRET");
  });
});

function today(): string {
  return world.inMinutes(0).slice(0, 10);
}

async function participant(): Promise<string> {
  return (await world.aPerson()).participantId;
}

async function aLink(): Promise<Input> {
  return {
    participantId: await participant(),
    url: "https://video.example/candidature",
    consent: true,
    consentedOn: "2026-03-01",
  };
}

async function aCall(minutes: number): Promise<Input> {
  const callId = await world.aCall(await world.aPerson());
  world.wait(minutes);
  return { callId };
}

function anActivity(): Input {
  return {
    kind: "SECTOR",
    title: "Réalités du secteur",
    sector: "51",
    startsAt: world.inMinutes(60),
    endsAt: world.inMinutes(120),
    speakers: [{ role: "SECTOR_REPRESENTATIVE", name: "Julie Roy", affiliation: "TechnoMontréal" }],
  };
}

async function anInterview(): Promise<Input> {
  const { pairingId } = await world.aMatchedEvent();
  return { pairingId, room: 1, startsAt: world.inMinutes(620) };
}

async function anInterviewScheduled(minutes: number): Promise<Input> {
  const interviewId = await world.done("passerelleInterviewSchedule", await anInterview());
  world.wait(minutes);
  return { interviewId };
}

async function anExchange(): Promise<Input> {
  const { participantId, employerId, eventId } = await world.anEventHeld();
  return { participantId, employerId, eventId, openedBy: "EMPLOYER" };
}
