import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { QueryRunner } from "typeorm";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { StageArrivalsSoFar1766200100000 } from "../../subgraphs/registry/store/migrations/1766200100000-stage-arrivals-so-far.ts";
import { refoldPathways } from "../../subgraphs/registry/store/pathway.ts";
import { WRONGLY_ARRIVED } from "../support/arrived.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const dashboard = viewer("alliance", "DASHBOARD", { purpose: "STATISTICS", purposes: ["STATISTICS"] });

let hub: TestSubgraph;

beforeAll(async () => {
  hub = await openSubgraph(
    registry,
    {
      FCCQ_GRANT_KEY: TEST_GRANT_KEY,
      EER_GRANT_KEY: "e".repeat(43),
      CCMM_GRANT_KEY: "c".repeat(43),
      REGIONAL_GRANT_KEY: "r".repeat(43),
    },
    () => new Date("2026-11-20T15:00:00Z"),
  );
  await hub.owner.query(
    "insert into organisation (code, name, subgraph) values ('estrie-1', 'Partenaire de l’Estrie', 'regional')",
  );
  await hub.owner.query(
    "insert into mandate (organisation_id, mandate, region_code) select id, 'WELCOME', '05' from organisation where code = 'estrie-1'",
  );
  // Six came by FCCQ and five by PROMIS; FCCQ's waited longer for a counsellor. One came by CCMM alone.
  for (let index = 0; index < 6; index += 1) await life("fccq", 20 + index);
  for (let index = 0; index < 5; index += 1) await life("promis", 4 + index);
  await life("ccmm", 90);
});

afterAll(() => hub.close());

/** Somebody who came by a door on 2026-01-05, and got a counsellor so many days later; most of the way follows. */
async function life(door: string, days: number): Promise<void> {
  const id = randomUUID();
  await hub.owner.query("insert into candidate (id, created_at) values ($1, now())", [id]);
  const told: [string, string, number][] = [
    ["REGISTERED", door, 0],
    ["EMPLOYABILITY_ACCEPTED", "promis", days],
    ["COUNSELLOR_ASSIGNED", "promis", days],
    ["READY_DECLARED", "promis", days + 30],
    ["MATCHING_ACCEPTED", "fccq", days + 32],
    ["OFFER_PROPOSED", "fccq", days + 40],
    ["OFFER_REFUSED", "promis", days + 41],
    ["OFFER_PROPOSED", "fccq", days + 50],
    ["OFFER_ACCEPTED", "promis", days + 52],
    ["LIAISON_ACCEPTED", "estrie-1", days + 53],
    ["MOVE_DATED", "promis", days + 54],
    ["ARRIVAL_CONFIRMED", "estrie-1", days + 60],
    ["SETTLEMENT_COMPLETED", "estrie-1", days + 90],
    ["RETENTION_REACHED", "promis", days + 160],
  ];
  for (const [index, [kind, organisation, day]] of told.entries()) {
    const registration = randomUUID();
    await hub.owner.query(
      `insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, family_names)
       values ($1, $2, $3, $4, 'WEBSITE', '2026-01-05', now(), 'Kovalenko')`,
      [registration, id, organisation, randomUUID()],
    );
    await hub.owner.query(
      `insert into milestone (id, registration_id, candidate_id, kind, occurred_at, organisation_code, source_id, recorded_at)
       values ($1, $2, $3, $4, timestamptz '2026-01-05 15:00Z' + make_interval(days => $5, secs => $6), $7, $8, now())`,
      [randomUUID(), registration, id, kind, day, index, organisation, randomUUID()],
    );
  }
  await hub.owner.query(
    `insert into referral (id, candidate_id, from_organisation, to_organisation, reason, sections, state, requested_at, requested_by, due_on, state_since, state_by, outcome)
     values ($1, $2, 'promis', 'fccq', 'READY_FOR_MATCHING', '{IDENTITY}', 'REQUESTED', '2026-02-01 15:00Z', 'somebody', '2026-02-11', '2026-02-01 15:00Z', 'somebody', null)`,
    [randomUUID(), id],
  );
  const answer =
    "update referral set state = $2, state_since = $3, outcome = 'Fait.' where candidate_id = $1";
  await hub.owner.query(answer, [id, "ACCEPTED", "2026-02-04 15:00Z"]);
  await hub.owner.query(answer, [id, "COMPLETED", "2026-05-04 15:00Z"]);
  await refoldPathways(hub.owner.manager, [id]);
}

async function statistics(selection: string, from = "2026-01-01", to = "2026-12-31"): Promise<never> {
  const { data, errors } = await hub.ask(
    dashboard,
    `{ statistics(from: "${from}", to: "${to}") { pathway { ${selection} } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as never as { statistics: { pathway: never } }).statistics.pathway;
}

describe("The statistics of the pathway", () => {
  it("say how long people stay at each stage", async () => {
    const { daysInStage } = await statistics("daysInStage { stage people medianDays p90Days }");
    const known = new Map((daysInStage as { stage: string }[]).map((each) => [each.stage, each]));
    // Of twelve the last two wait until they are five.
    expect(known.get("EMPLOYABILITY")).toMatchObject({ people: 10, medianDays: 32, p90Days: 32 });
    // The first time at it only: the second, after the offer that was refused, took nine days.
    expect(known.get("MATCHING")).toMatchObject({ medianDays: 8 });
    expect(known.get("PRE_DEPARTURE")).toEqual({
      stage: "PRE_DEPARTURE",
      people: null,
      medianDays: null,
      p90Days: null,
    });
    expect(known.get("ESTABLISHED")).toMatchObject({ people: null });
  });

  it("say how long an accepted referral waited, though it is long completed", async () => {
    const { acceptance } = await statistics("acceptance { reason people medianDays p90Days }");
    expect(acceptance).toContainEqual({
      reason: "READY_FOR_MATCHING",
      people: 12,
      medianDays: 3,
      p90Days: 3,
    });
  });

  it("say why referrals were declined, in people, and of few people nothing", async () => {
    const declined = async (people: number, because: string) =>
      hub.owner.query(
        `insert into referral (id, candidate_id, from_organisation, to_organisation, reason, sections, state, requested_at, requested_by, due_on, state_since, state_by, outcome, end_code)
         select uuidv7(), candidate.id, 'promis', 'fccq', 'READY_FOR_MATCHING', '{IDENTITY}', 'DECLINED', '2026-08-01 15:00Z', 'somebody', '2026-08-11', '2026-08-02 15:00Z', 'somebody', 'Non.', $2
         from candidate cross join generate_series(1, 2) order by candidate.id limit $1`,
        [2 * people, because],
      );
    await declined(6, "NO_CAPACITY");
    await declined(4, "WRONG_ORGANISATION");
    const { declineReasons } = await statistics("declineReasons { because people }");
    expect(declineReasons).toContainEqual({ because: "NO_CAPACITY", people: 6 });
    expect(declineReasons).toContainEqual({ because: "WRONG_ORGANISATION", people: null });
    expect(declineReasons).toHaveLength(7);
  });

  it("count returns and retention by people", async () => {
    const { returns, retention } = await statistics("returns { kind people } retention { retained left }");
    expect(returns).toContainEqual({ kind: "OFFER_REFUSED", people: 10 });
    expect(returns).toContainEqual({ kind: "RETURNED_TO_MONTREAL", people: null });
    expect(retention).toEqual({ retained: 10, left: null });
  });

  it("compare the doors, and tell of no door with fewer than five people", async () => {
    const { doorEquality } = await statistics(
      "doorEquality { stage fromAbroad gapDays doors { door people medianDays p90Days } }",
    );
    expect((doorEquality as { stage: string }[]).find(({ stage }) => stage === "EMPLOYABILITY")).toEqual({
      stage: "EMPLOYABILITY",
      fromAbroad: false,
      gapDays: 16,
      doors: [
        { door: "EMPLOYABILITY", people: 5, medianDays: 6, p90Days: null },
        { door: "MATCHING", people: 5, medianDays: 22, p90Days: null },
      ],
    });
  });

  it("compare the doors by pathways as they are, however they change", async () => {
    const wrong = () => hub.owner.query(WRONGLY_ARRIVED) as Promise<unknown[]>;
    const arrivals = async () => {
      const [row] = await hub.owner.query("select count(*)::int as arrivals from stage_arrival");
      return (row as { arrivals: number }).arrivals;
    };
    expect(await wrong()).toEqual([]);
    const before = await arrivals();
    // As the migration finds a registry that was there before, and as it goes on where it was stopped.
    await hub.owner.query("delete from stage_arrival where stage <> 'OFFER'");
    const { owner } = hub;
    await new StageArrivalsSoFar1766200100000().up({
      query: (sql: string) => owner.query(sql),
    } as QueryRunner);
    expect([await arrivals(), await wrong()]).toEqual([before, []]);
    await life("fccq", 9);
    const [{ id }] = await hub.owner.query("select id from candidate order by created_at desc limit 1");
    const told = await arrivals();
    expect(told).toBeGreaterThan(before);
    const tell = async (kind: string, occurredAt: string) => {
      await hub.owner.query(
        `insert into milestone (id, registration_id, candidate_id, kind, occurred_at, organisation_code, source_id, recorded_at)
         select gen_random_uuid(), registration_id, candidate_id, $2, $3, 'fccq', gen_random_uuid(), now()
         from milestone where candidate_id = $1 limit 1`,
        [id, kind, occurredAt],
      );
      await refoldPathways(hub.owner.manager, [id]);
      expect(await wrong()).toEqual([]);
    };
    // Told of late: the file was closed before the first arrival, and none of them counts.
    await tell("WITHDREW", "2026-01-06T12:00:00Z");
    expect(await arrivals()).toBeLessThan(told);
    await hub.owner.query(
      "update milestone set withdrawn_at = now() where candidate_id = $1 and kind = 'WITHDREW'",
      [id],
    );
    await refoldPathways(hub.owner.manager, [id]);
    expect([await arrivals(), await wrong()]).toEqual([told, []]);
    // And one that moves the beginning to another day.
    await hub.owner.query(
      "update milestone set occurred_at = occurred_at - interval '3 days' where candidate_id = $1 and kind = 'REGISTERED'",
      [id],
    );
    await refoldPathways(hub.owner.manager, [id]);
    expect(await wrong()).toEqual([]);
    await hub.owner.query("update candidate set door = 'ccmm' where id = $1", [id]);
    expect([await arrivals(), await wrong()]).toEqual([told, []]);
    await hub.owner.query("delete from milestone where candidate_id = $1", [id]);
    await refoldPathways(hub.owner.manager, [id]);
    expect([await arrivals(), await wrong()]).toEqual([before, []]);
  });

  it("never tell of one to four people, whatever periods are compared", async () => {
    const seen = new Set<number>([0]);
    for (let day = 1; day <= 28; day += 1) {
      const to = `2026-02-${String(day).padStart(2, "0")}`;
      const { daysInStage } = await statistics("daysInStage { stage people }", "2026-01-01", to);
      const intake = (daysInStage as { stage: string; people: number | null }[]).find(
        ({ stage }) => stage === "INTAKE",
      );
      seen.add(intake?.people ?? 0);
    }
    const counts = [...seen].sort((one, other) => one - other);
    expect(counts.length).toBeGreaterThan(1);
    for (const [index, count] of counts.slice(1).entries())
      expect(count - (counts[index] ?? 0)).toBeGreaterThanOrEqual(5);
  });
});
