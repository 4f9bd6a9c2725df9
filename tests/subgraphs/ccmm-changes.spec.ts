import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { viewer } from "../support/subgraph.ts";
import { anActivity, CHANGES } from "../support/ccmm-changes.ts";
import { counsellor, openCcmm, website, type CcmmWorld, type Input } from "../support/ccmm-world.ts";

let world: CcmmWorld;

beforeAll(async () => {
  world = await openCcmm();
});

afterAll(() => world.close());

const names = Object.keys(CHANGES);

it("is known here whatever can be changed", () => {
  expect([...names].sort()).toEqual(
    // How a milestone is delivered after all is the same for every partner: tests/outbox.spec.ts.
    world
      .mutations()
      .filter((name) => name !== "passerelleMilestoneRetry")
      .sort(),
  );
});

describe.each(names)("%s", (name) => {
  const { ready, again } = CHANGES[name] as (typeof CHANGES)[string];
  let input: Input;

  beforeAll(async () => {
    input = await ready(world);
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
    ["passerelleRegister", { skills: [""] }, "REQUIRED", "skills"],
    ["passerelleCallMake", { note: long(2000) }, "TOO_LONG", "note"],
    ["passerelleRegister", { skills: [long(100)] }, "TOO_LONG", "skills"],
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
    ["passerelleCallMake", { note: "" }, "REQUIRED", "note"],
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
    const input = await (CHANGES[name] as (typeof CHANGES)[string]).ready(world);
    const before = await world.fingerprint();
    const { thing, userErrors } = await world.change(name, { ...input, ...wrong });
    expect(thing).toBeNull();
    expect(userErrors[0]).toMatchObject({ code, field: [field] });
    expect(await world.fingerprint()).toBe(before);
  });

  it("with a character that PostgreSQL cannot keep is refused too", async () => {
    const { userErrors } = await world.change("passerelleEmployerAdd", {
      name: "Logi\u0000ciels",
      sector: "51",
      city: "Montréal",
    });
    expect(userErrors).toMatchObject([{ code: "INVALID_FORMAT", field: null }]);
  });

  it("says which speaker is wrong, and never repeats what was given", async () => {
    const speakers = [{ role: "HR_PROFESSIONAL", name: "" }];
    const { userErrors } = await world.change("passerelleActivityPlan", { ...anActivity(world), speakers });
    expect(userErrors[0]).toMatchObject({ code: "REQUIRED", field: ["speakers", "0", "name"] });
    const secret = "SECRET".repeat(40);
    const long = await world.change("passerelleAdviserAdd", { name: secret }, website);
    expect(JSON.stringify(long)).not.toContain("SECRET");
  });
});
