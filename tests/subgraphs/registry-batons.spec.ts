/** Nobody is forgotten: what proposes itself, what was dropped, and the daily digest. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import {
  coordinator,
  counsellor,
  ministry,
  officer,
  openReferralWorld,
  partner,
  type Person,
  type ReferralWorld,
} from "../support/referral-world.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";

let world: ReferralWorld;

beforeAll(async () => {
  world = await openReferralWorld();
});

afterAll(() => world.hub.close());

interface Baton {
  id: string;
  kind: string;
  since: string;
  because: string | null;
  candidate: { id: string } | null;
  referral: { id: string } | null;
  organisations: { code: string }[];
}

interface BatonPage {
  droppedBatons: { nodes: Baton[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const BATONS = `query ($first: Int, $after: String, $filter: DroppedBatonFilter) {
  droppedBatons(first: $first, after: $after, filter: $filter) {
    nodes { id kind since because candidate { id } referral { id } organisations { code } } pageInfo { hasNextPage endCursor } } }`;

async function batons(by: typeof officer, kinds?: string[]): Promise<Baton[]> {
  const filter = kinds ? { kinds } : null;
  return (await world.ask<BatonPage>(by, BATONS, { first: 100, filter })).droppedBatons.nodes;
}

function about({ candidateId }: Person) {
  return ({ candidate }: Baton) => candidate?.id === candidateId;
}

async function referralsOf({ candidateId }: Person): Promise<Record<string, unknown>[]> {
  return world.hub.owner.query(
    `select from_organisation as "from", to_organisation as "to", reason, sections from referral
     where candidate_id = $1 and milestone_id is not null order by requested_at`,
    [candidateId],
  );
}

async function refuse(by: typeof officer, { candidateId }: Person, recipient: string): Promise<void> {
  await world.ask(
    by,
    "mutation ($input: ConsentRecordInput!) { consentRecord(input: $input) { userErrors { code field } } }",
    {
      input: {
        reference: randomUUID(),
        candidateId,
        recipient,
        sections: ["MATCHING"],
        purpose: "SUPPORT",
        given: false,
        collectedHow: "PHONE",
        givenBy: "PERSON",
        givenOn: "2026-11-01",
        expiresOn: "2028-11-01",
      },
    },
  );
}

/** PROMIS says that somebody needs support, and FCCQ promises it within three days; why either was refused. */
async function promise({ candidateId }: Person): Promise<unknown[]> {
  const give = async (by: typeof officer, mutation: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await world.ask<
      Record<string, { supportNeed: { id: string } | null; userErrors: unknown[] }>
    >(
      by,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { supportNeed { id } userErrors { code message } } }`,
      { input: { reference: randomUUID(), ...input } },
    );
    return answer[mutation];
  };
  const need = { candidateId, step: "JOB_SEARCH", kind: "INTERVIEW_PREPARATION" };
  const needed = await give(counsellor, "supportNeedRecord", need);
  const dueOn = new Date(world.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  const supportNeedId = needed?.supportNeed?.id;
  const promised = await give(officer, "supportPromise", { supportNeedId, dueOn });
  return [needed?.userErrors, promised?.userErrors];
}

interface Line {
  kind: string;
  organisation: number;
  mine: number;
  referrals: { id: string }[];
  candidates: { id: string }[];
}

async function digest(by: typeof officer, on: string): Promise<Map<string, Line>> {
  const answer = await world.ask<{ digest: { lines: Line[] } }>(
    by,
    "query ($on: Date!) { digest(on: $on) { lines { kind organisation mine referrals { id } candidates { id } } } }",
    { on },
  );
  return new Map(answer.digest.lines.map((line) => [line.kind, line]));
}

describe("A milestone", () => {
  it("proposes the next referral from who reported it, once, with what its kind needs", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED", "READY_DECLARED", "READY_DECLARED");
    expect(await referralsOf(person)).toEqual([
      {
        from: "promis",
        to: "fccq",
        reason: "READY_FOR_MATCHING",
        sections: ["IDENTITY", "PATHWAY", "EMPLOYABILITY", "MATCHING"],
      },
    ]);
  });

  it("proposes whatever the order in which the milestones come in", async () => {
    const person = await world.person();
    const [assigned, ready] = [world.now().toISOString(), world.now().toISOString()];
    await world.report(counsellor, person, "READY_DECLARED", { occurredAt: ready });
    expect(await referralsOf(person)).toEqual([]);
    await world.report(counsellor, person, "COUNSELLOR_ASSIGNED", { occurredAt: assigned });
    expect(await referralsOf(person)).toMatchObject([{ to: "fccq" }]);
  });

  it("proposes nothing that somebody sent by hand, and nothing again when that was given back", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const declared = world.now().toISOString();
    const referralId = await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING");
    await world.report(counsellor, person, "READY_DECLARED", { occurredAt: declared });
    await world.change(officer, "referralAccept", { referralId });
    await world.change(officer, "referralReturn", { referralId, reason: "NO_CAPACITY" });
    expect(await referralsOf(person)).toEqual([]);
  });

  it("shares people from abroad fairly among the three organisations of Emplois en régions", async () => {
    const counts = new Map<unknown, number>();
    for (let arrival = 0; arrival < 6; arrival += 1) {
      const person = await world.person(ministry);
      const [{ to } = {}] = await referralsOf(person);
      counts.set(to, (counts.get(to) ?? 0) + 1);
    }
    expect(counts.size).toBe(3);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
  });

  it("hands an offer back to the organisation that prepared the person", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED", "READY_DECLARED");
    const [{ id: referralId }] = await world.hub.owner.query(
      "select id from referral where candidate_id = $1",
      [person.candidateId],
    );
    await world.change(officer, "referralAccept", { referralId });
    const [{ id: registrationId }] = await world.hub.owner.query(
      `insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, given_names)
       values (gen_random_uuid(), $1, 'fccq', gen_random_uuid(), 'REFERRAL', current_date, now(), 'Thi Hoa') returning id`,
      [person.candidateId],
    );
    await world.report(officer, { ...person, registrationId }, "OFFER_PROPOSED");
    expect(await referralsOf(person)).toMatchObject([
      { to: "fccq" },
      { from: "fccq", to: "promis", reason: "OFFER_SUPPORT" },
    ]);
  });

  it("proposes nothing to whom the person refused: whoever is responsible is told", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    await refuse(counsellor, person, "fccq");
    await world.report(counsellor, person, "READY_DECLARED");
    expect(await referralsOf(person)).toEqual([]);
    const dropped = await batons(counsellor, ["PROPOSAL_NOT_MADE"]);
    expect(dropped.find(about(person))).toMatchObject({
      because: "PERSON_REFUSED",
      organisations: [{ code: "promis" }],
    });
    expect((await batons(officer, ["PROPOSAL_NOT_MADE"])).find(about(person))).toBeUndefined();
  });
});

describe("Dropped batons", () => {
  it("name a referral that nobody answered to both its sides and to the coordinator, and to nobody else", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const referralId = await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING");
    const named = async (by: typeof officer) =>
      (await batons(by)).filter(({ referral }) => referral?.id === referralId).map(({ kind }) => kind);
    expect(await named(officer)).toEqual([]);
    world.days(11);
    for (const by of [officer, counsellor, coordinator])
      expect([by.subject, await named(by)]).toEqual([by.subject, ["REFERRAL_UNANSWERED"]]);
    expect(await named(partner)).toEqual([]);
    const dashboard = viewer("alliance", "DASHBOARD", { purpose: "STATISTICS" });
    await expect(named(dashboard)).rejects.toThrow("FORBIDDEN");
    await world.change(officer, "referralDecline", { referralId, reason: "WRONG_ORGANISATION" });
    expect(await named(counsellor)).toEqual(["REFERRAL_DECLINED"]);
  });

  it("are picked up by what the sender does about them", async () => {
    const people = [
      await world.person(counsellor, "COUNSELLOR_ASSIGNED"),
      await world.person(counsellor, "COUNSELLOR_ASSIGNED"),
    ];
    const ids: string[] = [];
    for (const person of people) {
      const referralId = await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING");
      await world.change(officer, "referralDecline", { referralId, reason: "NOT_ELIGIBLE" });
      ids.push(referralId);
    }
    const left = async () =>
      (await batons(counsellor, ["REFERRAL_DECLINED"])).filter(({ referral }) =>
        ids.includes(referral?.id ?? ""),
      );
    expect(await left()).toHaveLength(2);
    const settle = (step: string) => world.change(counsellor, "referralSettle", { referralId: ids[0], step });
    expect((await settle("COMPLETE_THE_FILE")).userErrors).toMatchObject([{ code: "OUT_OF_RANGE" }]);
    await settle("CLOSE");
    await world.send(counsellor, people[1] as Person, "fccq", "READY_FOR_MATCHING");
    expect(await left()).toEqual([]);
  });

  it("name a step that is late and a person without a main contact to who is responsible, not to others", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    world.days(61);
    const own = (await batons(counsellor)).filter(about(person)).map(({ kind }) => kind);
    expect(own.sort()).toEqual(["NO_MAIN_CONTACT", "STAGE_OVERDUE"]);
    expect((await batons(officer)).filter(about(person))).toEqual([]);
    const { candidates } = await world.ask<{ candidates: { nodes: { id: string }[] } }>(
      counsellor,
      "{ candidates(first: 100, filter: { late: true }) { nodes { id } } }",
    );
    expect(candidates.nodes.map(({ id }) => id)).toContain(person.candidateId);
    await world.report(counsellor, person, "WITHDREW");
    expect((await batons(counsellor)).filter(about(person))).toEqual([]);
  });

  it("name support that was promised and not given in time to who promised it and to who waits for it", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING");
    const [needed, promised] = await promise(person);
    expect([needed, promised]).toEqual([[], []]);
    const named = async (by: typeof officer) =>
      (await batons(by, ["SUPPORT_OVERDUE"])).filter(about(person)).map(({ organisations }) => organisations);
    expect(await named(officer)).toEqual([]);
    world.days(4);
    for (const by of [officer, counsellor, coordinator])
      expect([by.subject, await named(by)]).toEqual([by.subject, [[{ code: "fccq" }, { code: "promis" }]]]);
    expect(await named(partner)).toEqual([]);
    const day = world.now().toISOString().slice(0, 10);
    const line = (await digest(officer, day)).get("SUPPORT_OVERDUE");
    expect(line?.candidates).toEqual([{ id: person.candidateId }]);
    expect((await digest(counsellor, day)).get("SUPPORT_OVERDUE")).toBeUndefined();
    await world.report(counsellor, person, "WITHDREW");
    expect(await named(counsellor)).toEqual([]);
  });

  it("tell where a person stands to nobody from whom the person withheld it", async () => {
    const person = await world.person(ministry);
    const move = "update referral set to_organisation = 'promis' where candidate_id = $1 returning id";
    const [[moved]]: [{ id: string }[]] = await world.hub.owner.query(move, [person.candidateId]);
    const referralId = moved?.id;
    await world.change(counsellor, "referralAccept", { referralId });
    world.days(91);
    const late = async () => (await batons(counsellor, ["STAGE_OVERDUE"])).some(about(person));
    expect(await late()).toBe(true);
    await world.hub.owner.query(
      `insert into consent (id, candidate_id, recipient, sections, purpose, given, collected_how, collected_by, collected_for, given_on, expires_on, recorded_at)
       values (gen_random_uuid(), $1, 'promis', '{PATHWAY}', 'SUPPORT', false, 'PHONE', 'x', 'mifi', '2026-01-01', '2028-01-01', now())`,
      [person.candidateId],
    );
    expect(await late()).toBe(false);
    expect((await batons(coordinator, ["STAGE_OVERDUE"])).some(about(person))).toBe(true);
  });

  it("come page by page without losing or repeating any, in one statement for each page", async () => {
    const whole = (await batons(coordinator)).map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(10);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { droppedBatons }: BatonPage = await world.ask(coordinator, BATONS, { first: 3, after });
      seen.push(...droppedBatons.nodes.map(({ id }) => id));
      after = droppedBatons.pageInfo.hasNextPage ? droppedBatons.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(whole);
    const sent = await world.hub.statements(() => world.ask(coordinator, BATONS, { first: 50 }));
    expect(sent.filter((statement) => statement.includes("as dropped"))).toHaveLength(1);
    expect(statementsPerTable(sent.filter((statement) => !statement.includes("as dropped")))).toEqual({
      referral: 1,
      registration: 1,
      consent: 1,
      disclosure: 1,
      candidate: 1,
      organisation: 1,
    });
  });
});

describe("The daily digest", () => {
  it("tells an organisation, and a person in it, what is new, due and late, and what became of what they sent", async () => {
    // A day of its own, so that what the other tests left behind is not new on it.
    world.days(400);
    const today = world.now().toISOString().slice(0, 10);
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const [answered, waiting] = [
      await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING"),
      await world.send(counsellor, person, "ccmm", "STAYING_IN_MONTREAL"),
    ];
    expect((await digest(officer, today)).get("REFERRALS_RECEIVED")).toMatchObject({
      organisation: 1,
      referrals: [{ id: answered }],
    });
    await world.change(officer, "referralAccept", { referralId: answered });
    const sent = await digest(counsellor, today);
    expect(sent.get("SENT_REFERRALS_MOVED")).toMatchObject({
      organisation: 1,
      mine: 1,
      referrals: [{ id: answered }],
    });
    world.days(12);
    const later = world.now().toISOString().slice(0, 10);
    expect((await digest(viewer("ccmm", "ADVISER"), later)).get("REFERRALS_LATE")).toMatchObject({
      organisation: 1,
      referrals: [{ id: waiting }],
    });
    world.days(75);
    const due = await digest(officer, world.now().toISOString().slice(0, 10));
    expect(due.get("STEPS_DUE")).toMatchObject({ mine: 1, candidates: [{ id: person.candidateId }] });
    expect((await digest(coordinator, later)).size).toBe(0);
  });
});
