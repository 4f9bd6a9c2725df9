/** One person from pre-departure to established, through every partner, each of whom reads what they may at each step. */
import { randomUUID } from "node:crypto";
import { withClient } from "../support/database.ts";
import { openHub, type Hub } from "../support/hub.ts";

const MIFI = "system@mifi";
/** The three of Emplois en régions: which of them follows the person, the hub proposes. */
const EMPLOIS_EN_REGIONS = ["counsellor@promis", "counsellor@inici", "counsellor@le-collectif"];
const FCCQ = "officer@fccq";
const CCMM = "adviser@ccmm";
const BAS_SAINT_LAURENT = "professional@bas-saint-laurent-1";
const ESTRIE = "professional@estrie-1";
const COORDINATOR = "coordinator@alliance";

let hub: Hub;
/** The person. */
let id: string;
/** Who follows the person at Emplois en régions, and the two who do not. */
let EER: string;
let OTHER_EER: string[];
/** The registration of each organisation that knows them, by who works there. */
const registrations = new Map<string, string>();

beforeAll(async () => {
  hub = await openHub();
});

interface Change {
  userErrors: { code: string; message: string }[];
  moved?: boolean;
  thing: { id: string } | null;
}

async function change(by: string, name: string, type: string, thing: string, input: object): Promise<Change> {
  const { data, errors } = await hub.ask<Record<string, Change>>(
    by,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       thing: ${thing} { ${name === "capacityReport" ? "id: month" : "id"} } userErrors { code message } ${name === "milestoneReport" ? "moved" : ""} } }`,
    { input: { reference: randomUUID(), ...input } },
  );
  if (errors || !data?.[name]) throw new Error(`${by} ${name}: ${JSON.stringify(errors)}`);
  return data[name];
}

async function must(by: string, name: string, type: string, thing: string, input: object): Promise<Change> {
  const done = await change(by, name, type, thing, input);
  expect([by, name, done.userErrors]).toEqual([by, name, []]);
  return done;
}

/** Registers the person at another door. Who they are is known there, so that the registry has them as one person. */
async function register(by: string): Promise<void> {
  const { thing } = await must(by, "registrationRecord", "RegistrationRecordInput", "registration", {
    organisationReference: randomUUID(),
    entryDoor: by === MIFI ? "PRE_DEPARTURE" : "REFERRAL",
    givenNames: "Imani",
    familyNames: "Nakamura-Lévesque",
    birthDate: "1991-03-14",
  });
  const registration = thing?.id ?? "";
  registrations.set(by, registration);
  await withClient(hub.state.ownerDatabaseUrls.registry, async (registry) => {
    const { rows } = await registry.query<{ candidate_id: string }>(
      "select candidate_id from registration where id = $1",
      [registration],
    );
    const alone = rows[0]?.candidate_id ?? "";
    id ??= alone;
    if (alone === id) return;
    // What linking comes to.
    await registry.query("update registration set candidate_id = $2 where candidate_id = $1", [alone, id]);
    await registry.query("update milestone set candidate_id = $2 where candidate_id = $1", [alone, id]);
    await registry.query("delete from candidate where id = $1", [alone]);
  });
}

/** Reports what happened; gives whether it moved the pathway. */
async function report(by: string, ...kinds: string[]): Promise<boolean[]> {
  const moved = [];
  for (const kind of kinds) moved.push(await reportOne(by, { kind }));
  return moved;
}

async function reportOne(by: string, milestone: { kind: string; regionCode?: string }): Promise<boolean> {
  const done = await must(by, "milestoneReport", "MilestoneReportInput", "milestone", {
    registrationId: registrations.get(by),
    occurredAt: new Date().toISOString(),
    sourceId: randomUUID(),
    ...milestone,
  });
  return done.moved ?? false;
}

/** A partner with places, that met the person on a visit: whoever is known there is asked before the others. */
async function visits(by: string, regionCode: string): Promise<void> {
  await must(by, "capacityReport", "CapacityReportInput", "capacity", {
    regionCode,
    month: new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto" }).format(),
    offered: 50,
    reserved: 0,
    countedAt: new Date().toISOString(),
  });
  await register(by);
  expect(await report(by, "EXPLORATORY_TRIP_MADE")).toEqual([false]);
}

interface Proposed {
  id: string;
  reason: string;
  from: { code: string };
  candidate: { id: string } | null;
}

/** The referral of the person that waits for an answer here, for this reason; undefined when there is none. */
async function proposed(to: string, reason: string): Promise<Proposed | undefined> {
  const { data, errors } = await hub.ask<{ referrals: { nodes: Proposed[] } }>(
    to,
    `{ referrals(filter: { box: INBOX, state: REQUESTED }, first: 100) {
       nodes { id reason from { code } candidate { id } } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.referrals.nodes.find((each) => each.candidate?.id === id && each.reason === reason);
}

/** Accepts what the hub proposed by itself, from whoever reported what it follows from. */
async function accept(by: string, reason: string, from: string): Promise<void> {
  const referral = await proposed(by, reason);
  expect([by, reason, referral?.from.code]).toEqual([by, reason, codeOf(from)]);
  await must(by, "referralAccept", "ReferralAcceptInput", "referral", { referralId: referral?.id });
}

const codeOf = (persona: string) => persona.split("@")[1] ?? "";

interface View {
  name: { display: string } | null;
  stage: { code: string; next: string | null; responsible: { code: string } | null } | null;
  access: { section: string; status: string }[];
}

/** What somebody reads of the person; null when they may not even know of them. */
async function reads(by: string): Promise<(View & { sections: string[] }) | null> {
  const { data, errors } = await hub.ask<{ candidate: View | null }>(
    by,
    `query ($id: ID!) { candidate(id: $id) {
       name { display } stage { code next responsible { code } } access { section status } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  const view = data?.candidate;
  if (!view) return null;
  const sections = view.access.filter(({ status }) => status === "GRANTED").map(({ section }) => section);
  return { ...view, sections };
}

/** Where the person stands, read by each of those who may; the others read nothing at all. */
async function expectStanding(
  stage: string,
  responsible: string | null,
  readers: string[],
  others: string[],
) {
  for (const reader of readers) {
    const view = await reads(reader);
    const { code, responsible: owner } = view?.stage ?? {};
    expect([reader, code, owner?.code ?? null]).toEqual([reader, stage, responsible]);
  }
  for (const other of others) expect([other, await reads(other)]).toEqual([other, null]);
}

describe("A person's journey", () => {
  it("begins abroad, where MIFI registers them and one of Emplois en régions is asked, who reads what it must", async () => {
    await register(MIFI);
    const asked = await Promise.all(EMPLOIS_EN_REGIONS.map((each) => proposed(each, "PRE_DEPARTURE")));
    expect(asked.filter(Boolean)).toHaveLength(1);
    EER = EMPLOIS_EN_REGIONS.find((_, index) => asked[index]) ?? "";
    OTHER_EER = EMPLOIS_EN_REGIONS.filter((each) => each !== EER);
    // Nothing is handed over before it is accepted.
    await expectStanding(
      "PRE_DEPARTURE",
      "mifi",
      [MIFI, EER, COORDINATOR],
      [...OTHER_EER, FCCQ, CCMM, ESTRIE],
    );
    const view = await reads(EER);
    expect(view?.name?.display).toBe("Imani Nakamura-Lévesque");
    expect(view?.sections).toEqual(["IDENTITY", "PATHWAY", "EMPLOYABILITY"]);
    await accept(EER, "PRE_DEPARTURE", MIFI);
    await register(EER);
    expect(await report(EER, "COUNSELLOR_ASSIGNED")).toHaveLength(1);
    await expectStanding("PRE_DEPARTURE", codeOf(EER), [EER], [...OTHER_EER, FCCQ, CCMM, ESTRIE]);
  });

  it("goes on in Montréal, where a counsellor prepares them, and says what support they need", async () => {
    expect(await report(EER, "ARRIVED_IN_QUEBEC")).toEqual([true]);
    await expectStanding("INTAKE", codeOf(EER), [EER, COORDINATOR], [...OTHER_EER, FCCQ, CCMM]);
    expect(await report(EER, "COUNSELLOR_ASSIGNED")).toEqual([true]);
    const found = {
      candidateId: id,
      step: "JOB_SEARCH",
      verdict: "NEEDS_SUPPORT",
      note: "A first interview.",
    };
    await must(EER, "assessmentRecord", "AssessmentRecordInput", "assessment", found);
    const need = { candidateId: id, step: "JOB_SEARCH", kind: "INTERVIEW_PREPARATION" };
    await must(EER, "supportNeedRecord", "SupportNeedRecordInput", "supportNeed", need);
    for (const other of OTHER_EER) {
      const outside = await change(other, "supportNeedRecord", "SupportNeedRecordInput", "supportNeed", need);
      expect(outside).toMatchObject({ thing: null, userErrors: [{ code: "UNKNOWN_REFERENCE" }] });
    }
    expect(await report(EER, "TRAVEL_GRANT_PAID", "READY_DECLARED")).toEqual([false, true]);
    expect((await reads(EER))?.stage?.next).toBe("REFER_FOR_MATCHING");
  });

  it("passes to FCCQ when it accepts, who promises the support and proposes an offer that is refused", async () => {
    await expectStanding("EMPLOYABILITY", codeOf(EER), [EER, FCCQ], [...OTHER_EER, CCMM, ESTRIE]);
    const { sections } = (await reads(FCCQ)) ?? {};
    expect(sections).toEqual(expect.arrayContaining(["IDENTITY", "PATHWAY", "EMPLOYABILITY"]));
    expect(sections).not.toEqual(expect.arrayContaining(["RELOCATION"]));
    await accept(FCCQ, "READY_FOR_MATCHING", EER);
    await register(FCCQ);
    // The acceptance has moved the person already: to say so again is history.
    expect(await report(FCCQ, "MATCHING_ACCEPTED")).toEqual([false]);
    await expectStanding("MATCHING", "fccq", [FCCQ, COORDINATOR], [...OTHER_EER, CCMM, ESTRIE]);
    const { data } = await hub.ask<{ candidate: { supportNeeds: { nodes: { id: string }[] } } }>(
      FCCQ,
      "query ($id: ID!) { candidate(id: $id) { supportNeeds { nodes { id } } } }",
      { id },
    );
    const supportNeedId = data?.candidate.supportNeeds.nodes[0]?.id;
    const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await must(FCCQ, "supportPromise", "SupportPromiseInput", "supportNeed", { supportNeedId, dueOn });
    await must(FCCQ, "supportGive", "SupportGiveInput", "supportNeed", { supportNeedId });

    expect(await report(FCCQ, "OFFER_PROPOSED")).toEqual([true]);
    // From the proposal on it is EER who helps the person answer: the same counsellors as before are asked.
    await accept(EER, "OFFER_SUPPORT", FCCQ);
    await expectStanding("OFFER", codeOf(EER), [EER, FCCQ], [...OTHER_EER, CCMM, ESTRIE]);
    expect(await report(EER, "OFFER_REFUSED")).toEqual([true]);
    await expectStanding("MATCHING", "fccq", [EER, FCCQ], [...OTHER_EER, CCMM, ESTRIE]);
    expect(await report(FCCQ, "OFFER_PROPOSED")).toEqual([true]);
    expect(await report(EER, "OFFER_ACCEPTED")).toEqual([true]);
    await expectStanding("LIAISON", codeOf(EER), [EER, FCCQ, COORDINATOR], [...OTHER_EER, CCMM, ESTRIE]);
  });

  it("arrives in a first region, whose partner is responsible from the arrival on", async () => {
    await visits(BAS_SAINT_LAURENT, "01");
    expect(await reportOne(EER, { kind: "REGION_CHOSEN", regionCode: "01" })).toBe(true);
    expect((await reads(BAS_SAINT_LAURENT))?.sections).toEqual([
      "IDENTITY",
      "PATHWAY",
      "RELOCATION",
      "WELCOME",
    ]);
    expect(await reads(ESTRIE)).toBeNull();
    await accept(BAS_SAINT_LAURENT, "REGION_CHOSEN", EER);
    expect(await report(EER, "MOVE_DATED")).toEqual([true]);
    await expectStanding("MOVE", codeOf(EER), [EER, BAS_SAINT_LAURENT], [...OTHER_EER, CCMM, ESTRIE]);
    expect(await report(BAS_SAINT_LAURENT, "ARRIVAL_CONFIRMED")).toEqual([true]);
    await expectStanding(
      "SETTLEMENT",
      "bas-saint-laurent-1",
      [EER, BAS_SAINT_LAURENT],
      [...OTHER_EER, CCMM, ESTRIE],
    );
  });

  it("changes region, and what the first partner reports afterwards is history", async () => {
    expect(await report(EER, "REGION_CHANGED")).toEqual([true]);
    expect(await report(BAS_SAINT_LAURENT, "SETTLEMENT_COMPLETED")).toEqual([false]);
    expect((await reads(EER))?.stage).toEqual({
      code: "LIAISON",
      next: "FIND_WELCOME",
      responsible: { code: codeOf(EER) },
    });
    await visits(ESTRIE, "05");
    await reportOne(EER, { kind: "REGION_CHOSEN", regionCode: "05" });
    await accept(ESTRIE, "REGION_CHOSEN", EER);
    expect(await report(EER, "MOVE_DATED")).toEqual([true]);
    expect(await report(BAS_SAINT_LAURENT, "ARRIVAL_CONFIRMED")).toEqual([false]);
    expect(await report(ESTRIE, "ARRIVAL_CONFIRMED", "SETTLEMENT_COMPLETED")).toEqual([true, true]);
    await expectStanding("FOLLOW_UP", codeOf(EER), [EER, ESTRIE, COORDINATOR], [...OTHER_EER, CCMM]);
  });

  it("ends established, with every step of the way to be read by whom the person agreed to", async () => {
    expect(await report(EER, "RETENTION_REACHED")).toEqual([true]);
    await expectStanding("ESTABLISHED", null, [EER, COORDINATOR], [...OTHER_EER, CCMM]);
    await must(EER, "consentRecord", "ConsentRecordInput", "consent", {
      candidateId: id,
      recipient: codeOf(EER),
      sections: ["IDENTITY", "PATHWAY"],
      purpose: "SUPPORT",
      given: true,
      givenBy: "PERSON",
      collectedHow: "IN_PERSON",
      expiresOn: new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10),
    });
    const { data } = await hub.ask<{
      candidate: { timeline: { nodes: { kind: string; moved: boolean; reportedBy: { code: string } }[] } };
    }>(
      EER,
      "query ($id: ID!) { candidate(id: $id) { timeline(first: 100) { nodes { kind moved reportedBy { code } } } } }",
      { id },
    );
    const told = data?.candidate.timeline.nodes ?? [];
    const movers = told.filter(({ moved }) => moved).map(({ kind }) => kind);
    expect(movers.filter((kind) => kind === "OFFER_PROPOSED")).toHaveLength(2);
    expect(movers).toEqual(expect.arrayContaining(["OFFER_REFUSED", "REGION_CHANGED", "RETENTION_REACHED"]));
    const reporters = new Set(told.map(({ reportedBy }) => reportedBy.code));
    expect([...reporters].sort()).toEqual(
      ["bas-saint-laurent-1", "estrie-1", "fccq", "mifi", codeOf(EER)].sort(),
    );
    // Each other partner still sees their own part and no more.
    const own = await hub.ask<typeof data>(
      BAS_SAINT_LAURENT,
      "query ($id: ID!) { candidate(id: $id) { employability { files { id } } } }",
      { id },
    );
    expect(own).toEqual({ data: { candidate: { employability: null } } });
  });
});
