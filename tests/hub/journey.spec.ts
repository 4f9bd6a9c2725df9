/** One person from pre-departure to established, through every partner, each of whom reads what they may at each step. */
import { randomUUID } from "node:crypto";
import { withClient } from "../support/database.ts";
import { openHub, type Hub } from "../support/hub.ts";

const MIFI = "system@mifi";
const PROMIS = "counsellor@promis";
const INICI = "counsellor@inici";
const FCCQ = "officer@fccq";
const CCMM = "adviser@ccmm";
const BAS_SAINT_LAURENT = "professional@bas-saint-laurent-1";
const ESTRIE = "professional@estrie-1";
const COORDINATOR = "coordinator@alliance";

let hub: Hub;
/** The person. */
let id: string;
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
       thing: ${thing} { id } userErrors { code message } ${name === "milestoneReport" ? "moved" : ""} } }`,
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
  for (const kind of kinds) {
    const done = await must(by, "milestoneReport", "MilestoneReportInput", "milestone", {
      registrationId: registrations.get(by),
      kind,
      occurredAt: new Date().toISOString(),
      sourceId: randomUUID(),
    });
    moved.push(done.moved ?? false);
  }
  return moved;
}

/** Sends a referral, unless the hub proposed it already; gives it. */
async function refer(from: string, to: string, reason: string, sections: string[]): Promise<string> {
  const code = to.split("@")[1] ?? "";
  const input = { candidateId: id, to: code, reason, sections };
  const { thing, userErrors } = await change(from, "referralSend", "ReferralSendInput", "referral", input);
  if (thing) return thing.id;
  expect(userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const { data } = await hub.ask<{
    referrals: { nodes: { id: string; candidate: { id: string } | null }[] };
  }>(
    to,
    "{ referrals(filter: { box: INBOX, state: REQUESTED }, first: 100) { nodes { id candidate { id } } } }",
  );
  const sent = data?.referrals.nodes.find(({ candidate }) => candidate?.id === id);
  if (!sent) throw new Error(`${code} has no referral of the person`);
  return sent.id;
}

async function accept(by: string, referralId: string): Promise<void> {
  await must(by, "referralAccept", "ReferralMoveInput", "referral", { referralId });
}

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
  it("begins abroad, where MIFI refers them to PROMIS, who reads what the referral names", async () => {
    await register(MIFI);
    await expectStanding("PRE_DEPARTURE", "mifi", [MIFI, COORDINATOR], [PROMIS, INICI, FCCQ, CCMM, ESTRIE]);
    const referral = await refer(MIFI, PROMIS, "PRE_DEPARTURE", ["EMPLOYABILITY"]);
    // Nothing is handed over before it is accepted.
    await expectStanding("PRE_DEPARTURE", "mifi", [MIFI, PROMIS], [INICI, FCCQ, CCMM, ESTRIE]);
    const view = await reads(PROMIS);
    expect(view?.name?.display).toBe("Imani Nakamura-Lévesque");
    expect(view?.sections).toEqual(["IDENTITY", "PATHWAY", "EMPLOYABILITY"]);
    await accept(PROMIS, referral);
    await register(PROMIS);
    expect(await report(PROMIS, "COUNSELLOR_ASSIGNED")).toHaveLength(1);
    await expectStanding("PRE_DEPARTURE", "promis", [PROMIS], [INICI, FCCQ, CCMM, ESTRIE]);
  });

  it("goes on in Montréal, where a counsellor prepares them, and says what support they need", async () => {
    expect(await report(PROMIS, "ARRIVED_IN_QUEBEC")).toEqual([true]);
    await expectStanding("INTAKE", "promis", [PROMIS, COORDINATOR], [INICI, FCCQ, CCMM]);
    expect(await report(PROMIS, "COUNSELLOR_ASSIGNED")).toEqual([true]);
    const found = {
      candidateId: id,
      step: "JOB_SEARCH",
      verdict: "NEEDS_SUPPORT",
      note: "A first interview.",
    };
    await must(PROMIS, "assessmentRecord", "AssessmentRecordInput", "assessment", found);
    const need = { candidateId: id, step: "JOB_SEARCH", kind: "INTERVIEW_PREPARATION" };
    await must(PROMIS, "supportNeedRecord", "SupportNeedRecordInput", "supportNeed", need);
    const outside = await change(INICI, "supportNeedRecord", "SupportNeedRecordInput", "supportNeed", need);
    expect(outside).toMatchObject({ thing: null, userErrors: [{ code: "UNKNOWN_REFERENCE" }] });
    expect(await report(PROMIS, "TRAVEL_GRANT_PAID", "READY_DECLARED")).toEqual([false, true]);
    expect((await reads(PROMIS))?.stage?.next).toBe("REFER_FOR_MATCHING");
  });

  it("passes to FCCQ when it accepts, who promises the support and proposes an offer that is refused", async () => {
    const referral = await refer(PROMIS, FCCQ, "READY_FOR_MATCHING", ["EMPLOYABILITY", "MATCHING"]);
    await expectStanding("EMPLOYABILITY", "promis", [PROMIS, FCCQ], [INICI, CCMM, ESTRIE]);
    const { sections } = (await reads(FCCQ)) ?? {};
    expect(sections).toEqual(expect.arrayContaining(["IDENTITY", "PATHWAY", "EMPLOYABILITY"]));
    expect(sections).not.toEqual(expect.arrayContaining(["RELOCATION"]));
    await accept(FCCQ, referral);
    await register(FCCQ);
    await report(FCCQ, "MATCHING_ACCEPTED");
    await expectStanding("MATCHING", "fccq", [FCCQ, COORDINATOR], [INICI, CCMM, ESTRIE]);
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
    // From the proposal on it is EER who helps the person answer.
    await expectStanding("OFFER", "promis", [PROMIS, FCCQ], [INICI, CCMM, ESTRIE]);
    expect(await report(PROMIS, "OFFER_REFUSED")).toEqual([true]);
    await expectStanding("MATCHING", "fccq", [PROMIS, FCCQ], [INICI, CCMM, ESTRIE]);
    expect(await report(FCCQ, "OFFER_PROPOSED")).toEqual([true]);
    expect(await report(PROMIS, "OFFER_ACCEPTED", "REGION_CHOSEN")).toEqual([true, true]);
    await expectStanding("LIAISON", "promis", [PROMIS, FCCQ, COORDINATOR], [INICI, CCMM, ESTRIE]);
  });

  it("arrives in a first region, whose partner is responsible from the arrival on", async () => {
    const referral = await refer(PROMIS, BAS_SAINT_LAURENT, "REGION_CHOSEN", ["RELOCATION", "WELCOME"]);
    expect((await reads(BAS_SAINT_LAURENT))?.sections).toEqual([
      "IDENTITY",
      "PATHWAY",
      "RELOCATION",
      "WELCOME",
    ]);
    expect(await reads(ESTRIE)).toBeNull();
    await accept(BAS_SAINT_LAURENT, referral);
    await register(BAS_SAINT_LAURENT);
    await report(BAS_SAINT_LAURENT, "LIAISON_ACCEPTED");
    expect(await report(PROMIS, "MOVE_DATED")).toEqual([true]);
    await expectStanding("MOVE", "promis", [PROMIS, BAS_SAINT_LAURENT], [INICI, CCMM, ESTRIE]);
    expect(await report(BAS_SAINT_LAURENT, "ARRIVAL_CONFIRMED")).toEqual([true]);
    await expectStanding(
      "SETTLEMENT",
      "bas-saint-laurent-1",
      [PROMIS, BAS_SAINT_LAURENT],
      [INICI, CCMM, ESTRIE],
    );
  });

  it("changes region, and what the first partner reports afterwards is history", async () => {
    expect(await report(PROMIS, "REGION_CHANGED")).toEqual([true]);
    expect(await report(BAS_SAINT_LAURENT, "SETTLEMENT_COMPLETED")).toEqual([false]);
    expect((await reads(PROMIS))?.stage).toEqual({
      code: "LIAISON",
      next: "FIND_WELCOME",
      responsible: { code: "promis" },
    });
    const referral = await refer(PROMIS, ESTRIE, "REGION_CHOSEN", ["RELOCATION", "WELCOME"]);
    await accept(ESTRIE, referral);
    await register(ESTRIE);
    await report(ESTRIE, "LIAISON_ACCEPTED");
    expect(await report(PROMIS, "MOVE_DATED")).toEqual([true]);
    expect(await report(BAS_SAINT_LAURENT, "ARRIVAL_CONFIRMED")).toEqual([false]);
    expect(await report(ESTRIE, "ARRIVAL_CONFIRMED", "SETTLEMENT_COMPLETED")).toEqual([true, true]);
    await expectStanding("FOLLOW_UP", "promis", [PROMIS, ESTRIE, COORDINATOR], [INICI, CCMM]);
  });

  it("ends established, with every step of the way to be read by whom the person agreed to", async () => {
    expect(await report(PROMIS, "RETENTION_REACHED")).toEqual([true]);
    await expectStanding("ESTABLISHED", null, [PROMIS, COORDINATOR], [INICI, CCMM]);
    await must(PROMIS, "consentRecord", "ConsentRecordInput", "consent", {
      candidateId: id,
      recipient: "promis",
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
      PROMIS,
      "query ($id: ID!) { candidate(id: $id) { timeline(first: 100) { nodes { kind moved reportedBy { code } } } } }",
      { id },
    );
    const told = data?.candidate.timeline.nodes ?? [];
    const movers = told.filter(({ moved }) => moved).map(({ kind }) => kind);
    expect(movers.filter((kind) => kind === "OFFER_PROPOSED")).toHaveLength(2);
    expect(movers).toEqual(expect.arrayContaining(["OFFER_REFUSED", "REGION_CHANGED", "RETENTION_REACHED"]));
    const reporters = new Set(told.map(({ reportedBy }) => reportedBy.code));
    expect([...reporters].sort()).toEqual(["bas-saint-laurent-1", "estrie-1", "fccq", "mifi", "promis"]);
    // Each other partner still sees their own part and no more.
    const own = await hub.ask<typeof data>(
      BAS_SAINT_LAURENT,
      "query ($id: ID!) { candidate(id: $id) { employability { files { id } } } }",
      { id },
    );
    expect(own).toEqual({ data: { candidate: { employability: null } } });
  });
});
