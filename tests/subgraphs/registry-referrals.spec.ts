/** Referrals between organisations, as the registry's subgraph moves them. */
import "reflect-metadata";
import pg from "pg";
import { stateOfTrail } from "../../subgraphs/registry/domain/referral.ts";
import { sweepReferrals } from "../../subgraphs/registry/store/referral-sweeper.ts";
import {
  colleague,
  coordinator,
  counsellor,
  officer,
  openReferralWorld,
  partner,
  type Person,
  type ReferralWorld,
} from "../support/referral-world.ts";
import { viewer } from "../support/subgraph.ts";

let world: ReferralWorld;

beforeAll(async () => {
  world = await openReferralWorld();
});

afterAll(() => world.hub.close());

interface StageAnswer {
  candidate: {
    stage: { code: string; responsible: { code: string } | null };
    mainContact: { familyName: string } | null;
  } | null;
}

function stage(by: typeof officer, { candidateId }: Person): Promise<StageAnswer> {
  return world.ask(
    by,
    "query ($id: ID!) { candidate(id: $id) { stage { code responsible { code } } mainContact { familyName } } }",
    { id: candidateId },
  );
}

interface Sent {
  id: string;
  state: string;
  late: boolean;
  declineReason: string | null;
  result: string | null;
  outcome: string | null;
  nextForSender: string[];
  expiresOn: string;
  receivedBy: { familyName: string } | null;
  candidate: { id: string } | null;
  moves: {
    move: never;
    fromState: never;
    toState: never;
    by: { familyName: string } | null;
    words: string | null;
  }[];
}

async function seen(by: typeof officer, id: string, filter = ""): Promise<Sent | undefined> {
  const { referrals } = await world.ask<{ referrals: { nodes: Sent[] } }>(
    by,
    `{ referrals(first: 100${filter}) { nodes { id state late declineReason result outcome nextForSender expiresOn
       receivedBy { familyName } candidate { id } moves { move fromState toState words by { familyName } } } } }`,
  );
  return referrals.nodes.find((each) => each.id === id);
}

/** Somebody ready for matching, referred to FCCQ by hand. */
async function referred(): Promise<{ person: Person; referralId: string }> {
  const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
  const referralId = await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING");
  return { person, referralId };
}

it("A referral is cancelled by its sender with a reason, before it is answered and not after", async () => {
  const { person, referralId } = await referred();
  const cancel = (by: typeof officer, id: string) =>
    world.change(by, "referralCancel", { referralId: id, reason: "PERSON_CHANGED_MIND" });
  expect((await cancel(officer, referralId)).userErrors).toMatchObject([{ code: "UNKNOWN_REFERENCE" }]);
  expect((await cancel(counsellor, referralId)).referral).toMatchObject({ state: "CANCELLED" });
  expect((await stage(officer, person)).candidate).toBeNull();
  const { referralId: answered } = await referred();
  await world.change(officer, "referralAccept", { referralId: answered });
  expect((await cancel(counsellor, answered)).userErrors).toMatchObject([{ code: "WRONG_STATE" }]);
});

describe("The acceptance of a referral", () => {
  it("passes the responsibility on, and not before", async () => {
    const { person, referralId } = await referred();
    expect((await stage(counsellor, person)).candidate?.stage).toEqual({
      code: "EMPLOYABILITY",
      responsible: { code: "promis" },
    });
    await world.change(officer, "referralAccept", { referralId });
    expect((await stage(officer, person)).candidate).toEqual({
      stage: { code: "MATCHING", responsible: { code: "fccq" } },
      mainContact: { familyName: "Gagnon" },
    });
    const milestones = await world.hub.owner.query(
      "select kind, organisation_code as by, source_id as source from milestone where candidate_id = $1 and kind = 'MATCHING_ACCEPTED'",
      [person.candidateId],
    );
    expect(milestones).toEqual([
      { kind: "MATCHING_ACCEPTED", by: "fccq", source: `referral:${referralId}:accepted` },
    ]);
  });

  it("succeeds for one of two professionals who accept at the same moment, and tells the other who did", async () => {
    const { referralId } = await referred();
    const answers = await Promise.all(
      [officer, colleague].map((by) => world.change(by, "referralAccept", { referralId })),
    );
    const refused = answers.filter(({ referral }) => referral === null);
    expect(answers.filter(({ referral }) => referral?.state === "ACCEPTED")).toHaveLength(1);
    expect(refused).toMatchObject([{ userErrors: [{ code: "WRONG_STATE", field: ["referralId"] }] }]);
    const winner = answers[0]?.referral ? "Émile Gagnon" : "Aïcha Diallo";
    expect(refused[0]?.userErrors[0]?.message).toContain(
      `by ${winner} (Fédération des chambres de commerce du Québec (FCCQ))`,
    );
  });

  it("leaves the sender a view of where it stands and what came of it, and no file that they did not have", async () => {
    const person = await world.person(viewer("ccmm", "ADVISER"));
    const adviser = viewer("ccmm", "ADVISER");
    const referralId = await world.send(adviser, person, "promis", "REGION_INTEREST");
    await world.change(counsellor, "referralAccept", { referralId });
    expect((await stage(counsellor, person)).candidate?.stage.responsible).toEqual({ code: "promis" });
    await world.change(counsellor, "referralStart", { referralId });
    await world.change(counsellor, "referralComplete", {
      referralId,
      outcome: "GOAL_REACHED",
      words: "Plan commencé.",
    });
    expect(await seen(adviser, referralId)).toMatchObject({
      state: "COMPLETED",
      result: "GOAL_REACHED",
      outcome: "Plan commencé.",
      receivedBy: { familyName: "Ferreira" },
    });
    expect((await stage(counsellor, person)).candidate).toBeNull();
  });

  it("needs an outcome from the list, and words where the list has none", async () => {
    const { referralId } = await referred();
    await world.change(officer, "referralAccept", { referralId });
    expect(await world.change(officer, "referralComplete", { referralId, outcome: "OTHER" })).toMatchObject({
      referral: null,
      userErrors: [{ code: "REQUIRED", field: ["words"] }],
    });
  });
});

describe("An acceptance that is taken back", () => {
  it("gives the person and the responsibility back to the sender, who is told why and what they may do", async () => {
    const { person, referralId } = await referred();
    await world.change(officer, "referralAccept", { referralId });
    const { referral } = await world.change(officer, "referralReturn", { referralId, reason: "NO_CAPACITY" });
    expect(referral?.state).toBe("DECLINED");
    expect((await stage(counsellor, person)).candidate).toEqual({
      stage: { code: "EMPLOYABILITY", responsible: { code: "promis" } },
      mainContact: null,
    });
    expect((await stage(officer, person)).candidate).toBeNull();
    const sent = await seen(counsellor, referralId);
    expect(sent).toMatchObject({
      declineReason: "NO_CAPACITY",
      nextForSender: ["RESEND_ELSEWHERE", "RESEND"],
    });
    expect(sent?.moves.map(({ move, by }) => [move, by?.familyName])).toEqual([
      ["SEND", "Ferreira"],
      ["ACCEPT", "Gagnon"],
      ["RETURN", "Gagnon"],
    ]);
    const trail = sent?.moves.map(({ move, fromState, toState }) => ({ move, from: fromState, to: toState }));
    expect(stateOfTrail(trail ?? [])).toBe("DECLINED");
  });

  it("is refused once ten days have passed, once the work began, and once the person has moved on", async () => {
    const [late, begun, moved] = [await referred(), await referred(), await referred()];
    for (const { referralId } of [late, begun, moved])
      await world.change(officer, "referralAccept", { referralId });
    await world.change(officer, "referralStart", { referralId: begun.referralId });
    await world.report(counsellor, moved.person, "CONTACT_LOST");
    await world.report(counsellor, moved.person, "REOPENED");
    const giveBack = async ({ referralId }: { referralId: string }) =>
      (await world.change(officer, "referralReturn", { referralId, reason: "NO_CAPACITY" })).userErrors[0];
    expect(await giveBack(begun)).toMatchObject({ code: "WRONG_STATE" });
    expect((await giveBack(moved))?.message).toContain("moved on");
    world.days(11);
    expect((await giveBack(late))?.message).toContain("within 10 days");
  });
});

describe("A referral that nobody answers", () => {
  it("opens nothing after its last day, even before anybody noted it, and is noted once by however many sweep", async () => {
    const { person, referralId } = await referred();
    expect((await stage(officer, person)).candidate).not.toBeNull();
    world.days(11);
    expect(await seen(officer, referralId, ", filter: { late: true }")).toMatchObject({ late: true });
    world.days(31);
    expect((await stage(officer, person)).candidate).toBeNull();
    expect(await seen(officer, referralId, ", filter: { state: EXPIRED }")).toMatchObject({
      state: "EXPIRED",
      candidate: null,
    });
    expect(await seen(officer, referralId, ", filter: { state: REQUESTED }")).toBeUndefined();
    expect((await world.change(officer, "referralAccept", { referralId })).userErrors).toMatchObject([
      { code: "WRONG_STATE" },
    ]);
    const { url } = world.hub.database.options as { url: string };
    const pools = [1, 2].map(() => new pg.Pool({ connectionString: url, max: 1 }));
    // The database may be dropped before its server has heard that their connections are closed.
    for (const pool of pools) pool.on("error", () => undefined);
    await Promise.all(pools.map((pool) => sweepReferrals(pool, world.now())));
    await Promise.all(pools.map((pool) => pool.end()));
    const sent = await seen(counsellor, referralId);
    expect(sent?.moves.map(({ move }) => move)).toEqual(["SEND", "EXPIRE"]);
    expect(sent?.nextForSender).toContain("RESEND");
  });

  it("does not stand in the way of the next, which settles it", async () => {
    const { person, referralId } = await referred();
    world.days(60);
    await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING");
    const [row] = await world.hub.owner.query("select state, settled_as from referral where id = $1", [
      referralId,
    ]);
    expect(row.state).toBe("EXPIRED");
  });
});

describe("What a referral shares", () => {
  it("ends on its day, unless the sender prolongs it", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const in20 = (days: number) =>
      new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const referralId = await world.send(counsellor, person, "fccq", "READY_FOR_MATCHING", {
      expiresOn: in20(20),
    });
    await world.change(officer, "referralAccept", { referralId });
    world.days(21);
    expect((await stage(officer, person)).candidate).toBeNull();
    expect(
      (await world.change(officer, "referralExtend", { referralId, expiresOn: in20(20) })).userErrors,
    ).toMatchObject([{ code: "UNKNOWN_REFERENCE" }]);
    await world.change(counsellor, "referralExtend", { referralId, expiresOn: in20(20) });
    expect((await stage(officer, person)).candidate).not.toBeNull();
    expect((await seen(counsellor, referralId))?.state).toBe("ACCEPTED");
  });
});

describe("A referral to a region", () => {
  const tell = (by: typeof partner, offered: number, reserved: number, countedAt = world.now()) =>
    world.ask<{ capacityReport: { capacity: { offered: number } | null; userErrors: { code: string }[] } }>(
      by,
      "mutation ($input: CapacityReportInput!) { capacityReport(input: $input) { capacity { offered } userErrors { code } } }",
      {
        input: {
          reference: `${countedAt.toISOString()} ${offered}`,
          regionCode: "05",
          month: world.now().toISOString().slice(0, 10),
          offered,
          reserved,
          countedAt: countedAt.toISOString(),
        },
      },
    );

  it("is refused when the partner has no place left this month, naming who has", async () => {
    await tell(partner, 3, 3);
    await tell(viewer("estrie-2", "PROFESSIONAL"), 2, 0);
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const { userErrors } = await world.change(counsellor, "referralSend", {
      candidateId: person.candidateId,
      to: "estrie-1",
      reason: "REGION_CHOSEN",
      sections: ["RELOCATION"],
    });
    expect(userErrors).toMatchObject([{ code: "CONFLICT", field: ["to"] }]);
    expect(userErrors[0]?.message).toContain("estrie-2 (2)");
    await world.send(counsellor, person, "estrie-2", "REGION_CHOSEN");
    const { referralCapacity } = await world.ask<{ referralCapacity: unknown[] }>(
      counsellor,
      '{ referralCapacity(regionCode: "05") { organisation { code } offered reserved requested left } }',
    );
    expect(referralCapacity).toEqual([
      { organisation: { code: "estrie-1" }, offered: 3, reserved: 3, requested: 0, left: 0 },
      { organisation: { code: "estrie-2" }, offered: 2, reserved: 0, requested: 1, left: 1 },
    ]);
  });

  it("goes by the latest count, whatever order they are told in, and by those of the region's partners alone", async () => {
    const before = world.now();
    await tell(partner, 5, 1);
    expect((await tell(partner, 9, 9, before)).capacityReport.capacity).toEqual({ offered: 5 });
    expect((await tell(viewer("fccq", "SYSTEM"), 1, 0)).capacityReport.userErrors).toMatchObject([
      { code: "NOT_ALLOWED" },
    ]);
  });

  it("is proposed by the choice of the region, to a partner that has a place", async () => {
    await tell(partner, 5, 5);
    await tell(viewer("estrie-2", "PROFESSIONAL"), 20, 0);
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    await world.report(counsellor, person, "REGION_CHOSEN", { regionCode: "05" });
    const rows = await world.hub.owner.query(
      "select to_organisation as to, reason, state from referral where candidate_id = $1",
      [person.candidateId],
    );
    expect(rows).toEqual([{ to: "estrie-2", reason: "REGION_CHOSEN", state: "REQUESTED" }]);
  });

  it("goes to an organisation whose mandate it is", async () => {
    const person = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const { userErrors } = await world.change(counsellor, "referralSend", {
      candidateId: person.candidateId,
      to: "ccmm",
      reason: "REGION_CHOSEN",
      sections: ["RELOCATION"],
    });
    expect(userErrors).toMatchObject([{ code: "OUT_OF_RANGE", field: ["to"] }]);
  });
});

describe("The coordinator", () => {
  it("moves no referral", async () => {
    const { referralId } = await referred();
    expect((await world.change(coordinator, "referralAccept", { referralId })).userErrors).toMatchObject([
      { code: "NOT_ALLOWED" },
    ]);
  });
});
