import { publishedCount, type DayCount } from "../../platform/suppress.ts";
import { STEP_MOVES } from "../../subgraphs/ccmm/domain/step.ts";
import { ReferralState } from "../../subgraphs/registry/domain/referral.ts";
import { MONTREAL_STEPS } from "../../subgraphs/registry/domain/montreal.ts";
import { ExitReason, StageCode } from "../../subgraphs/registry/domain/pathway.ts";
import { openTestWorld, type TestWorld } from "../../tests/support/demonstration-world.ts";
import { PERSONAS } from "../personas.ts";
import { PARTNERS } from "../start/partners.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.drop());

const UESQ = ["2018-11-01", "2019-12-31"] as const;

async function count(
  partner: (typeof PARTNERS)[number],
  sql: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const [row] = await world.rows<{ count: number }>(
    partner,
    `select count(*)::int as count from (${sql}) as counted`,
    [...values],
  );
  return row?.count ?? 0;
}

/** People between two days as they are published: `sql` gives the day of each. */
async function published(
  partner: (typeof PARTNERS)[number],
  sql: string,
  from: string,
  to: string,
): Promise<number | null> {
  const days = await world.rows<DayCount>(
    partner,
    `select day::text as day, count(*)::int as count from (${sql}) as person group by day order by day`,
  );
  return publishedCount(days, from, to);
}

describe("The figures that FCCQ published for November 2018 to December 2019", () => {
  const activities = "select * from activity where state = 'HELD' and held_on between $1 and $2";

  it("are 31 activities in 19 cities", async () => {
    expect(await count("fccq", activities, UESQ)).toBe(31);
    expect(await count("fccq", `select distinct region_code, city from (${activities}) as held`, UESQ)).toBe(
      19,
    );
  });

  it("are 562 companies", async () => {
    const present = `select distinct business_id from activity_company company join (${activities}) as held on held.id = company.activity_id
      where attendance = 'PRESENT'`;
    expect(await count("fccq", present, UESQ)).toBe(562);
  });

  it("are 861 participants, each counted at their first activity", async () => {
    const first = `select min(held_on) as day from activity_participant guest join activity on activity.id = guest.activity_id
      where state = 'HELD' and attendance = 'PRESENT' group by registration_id`;
    expect(await published("fccq", first, ...UESQ)).toBe(861);
  });

  it("are 58 jobs accepted", async () => {
    expect(
      await published("fccq", "select answered_on as day from offer where state = 'ACCEPTED'", ...UESQ),
    ).toBe(58);
  });

  it("come with 125 chambers, 1,100 corporate members and 2,000 businesses", async () => {
    expect(await count("fccq", "select * from chamber where left_on is null")).toBe(125);
    expect(await count("fccq", "select distinct business_id from corporate_member where until is null")).toBe(
      1_100,
    );
    expect(await count("fccq", "select * from business")).toBeGreaterThanOrEqual(2_000);
  });
});

describe("The figures that Emplois en régions published", () => {
  const opened = "select opened_on as day from household";

  it("are 260 households in 2017-2018 and 1160 since", async () => {
    expect(await published("eer", opened, "2017-04-01", "2018-03-31")).toBe(260);
    expect(await published("eer", opened, "2018-04-01", "2026-11-20")).toBe(1_160);
    expect(await published("eer", opened, "2018-04-01", "2030-12-31")).toBe(1_160);
  });

  it("are the same when the three organisations are added up", async () => {
    for (const [from, to, total] of [
      ["2017-04-01", "2018-03-31", 260],
      ["2018-04-01", "2026-11-20", 1_160],
    ] as const) {
      const tenants = await Promise.all(
        ["promis", "le-collectif", "inici"].map((tenant) =>
          published("eer", `${opened} where tenant = '${tenant}'`, from, to),
        ),
      );
      expect(tenants.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(total);
    }
  });

  it("are 14 counsellors: five, five and four", async () => {
    const rows = await world.rows(
      "eer",
      "select tenant, count(*)::int as count from counsellor where ended_on is null group by tenant order by tenant",
    );
    expect(rows).toEqual([
      { tenant: "inici", count: 4 },
      { tenant: "le-collectif", count: 5 },
      { tenant: "promis", count: 5 },
    ]);
  });

  it("are 30 partners over 15 regions, all but Montréal and Laval", async () => {
    expect(
      await count("regional", "select distinct partner_code from coverage where covers_until is null"),
    ).toBe(30);
    const regions = await world.rows<{ code: string }>(
      "regional",
      "select distinct region_code as code from coverage order by 1",
    );
    expect(regions).toHaveLength(15);
    expect(regions.map(({ code }) => code)).not.toEqual(expect.arrayContaining(["06", "13"]));
    const mandates =
      "select * from mandate join organisation on organisation.id = organisation_id where subgraph = 'regional' and mandate = 'WELCOME'";
    expect(await count("registry", mandates)).toBe(30);
  });
});

describe("The people of the world", () => {
  it("are about two thousand", async () => {
    const people = await count("registry", "select * from candidate");
    expect(people).toBeGreaterThan(1_900);
    expect(people).toBeLessThan(2_600);
  });

  it("stand at every stage, in number enough to be published", async () => {
    const rows = await world.rows<{ stage: string; count: number }>(
      "registry",
      "select stage, count(*)::int as count from candidate where exit_reason is null group by stage",
    );
    expect(rows.map(({ stage }) => stage).sort()).toEqual(Object.values(StageCode).sort());
    for (const { count: open } of rows) expect(open).toBeGreaterThanOrEqual(5);
  });

  it("left for every reason, came back, returned, refused, and are late", async () => {
    const exits = await world.rows<{ reason: string }>(
      "registry",
      "select distinct exit_reason as reason from candidate where exit_reason is not null",
    );
    expect(exits.map(({ reason }) => reason).sort()).toEqual(Object.values(ExitReason).sort());
    for (const kind of [
      "REOPENED",
      "RETURNED_TO_MONTREAL",
      "REGION_CHANGED",
      "OFFER_REFUSED",
      "OFFER_WITHDRAWN",
    ])
      expect(await count("registry", "select * from milestone where kind = $1", [kind])).toBeGreaterThan(5);
    const late = await world.rows<{ stage: string }>(
      "registry",
      "select distinct stage from candidate where due_on < '2026-11-20' and exit_reason is null",
    );
    expect(late.length).toBeGreaterThan(5);
    expect(
      await count(
        "registry",
        "select * from candidate where main_contact_id is null and exit_reason is null",
      ),
    ).toBeGreaterThan(5);
  });

  it("are at every step of the Montréal track", async () => {
    const rows = await world.rows<{ step: string }>(
      "registry",
      "select distinct montreal_step as step from candidate where montreal_step is not null",
    );
    expect(rows.map(({ step }) => step).sort()).toEqual([...MONTREAL_STEPS].sort());
    const steps = await world.rows<{ step: string }>(
      "ccmm",
      "select distinct step from participant where closed_on is null",
    );
    expect(steps.map(({ step }) => step).sort()).toEqual(Object.keys(STEP_MOVES).sort());
  });

  it("were referred with every outcome", async () => {
    const rows = await world.rows<{ state: string }>("registry", "select distinct state from referral");
    expect(rows.map(({ state }) => state).sort()).toEqual(Object.values(ReferralState).sort());
  });

  it("give counsellor@promis a worklist of at least fifty, with people at every stage", async () => {
    const rows = await world.rows<{ stage: string; count: number }>(
      "registry",
      `select stage, count(*)::int as count from candidate join professional on professional.id = main_contact_id
       where subject = 'counsellor@promis' and exit_reason is null group by stage`,
    );
    expect(rows.map(({ stage }) => stage).sort()).toEqual(Object.values(StageCode).sort());
    expect(
      rows.reduce((sum, { stage, count: open }) => (stage === "ESTABLISHED" ? sum : sum + open), 0),
    ).toBeGreaterThanOrEqual(50);
  });

  it("give every persona somebody to see, and every person among them a place in the registry", async () => {
    for (const { name, kind, organisation } of PERSONAS.filter(
      ({ organisation }) => !["alliance", "self"].includes(organisation),
    )) {
      expect(
        await count("registry", "select * from registration where organisation_code = $1", [organisation]),
      ).toBeGreaterThan(15);
      if (kind === "PERSON")
        expect(await count("registry", "select * from professional where subject = $1", [name])).toBe(1);
    }
    for (const partner of ["bas-saint-laurent-1", "estrie-1"])
      expect(
        await count("regional", "select * from welcome_case where assigned_to = $1", [
          `professional@${partner}`,
        ]),
      ).toBeGreaterThan(5);
  });

  it("leave no table empty but those that only duties and deliveries fill", async () => {
    for (const partner of PARTNERS)
      for (const table of await world.tables(partner)) {
        if (DUTIES.has(table)) continue;
        const [row] = await world.rows<{ filled: boolean }>(
          partner,
          `select exists (select from "${table}") as filled`,
        );
        expect([partner, table, row?.filled]).toEqual([partner, table, true]);
      }
  });
});

/**
 * What the hub writes as it runs, and what a world does not begin with: seals, corrections, proposals that could not be made,
 * incidents, retention. Its milestones were told long ago and one by one, its news are what happens from now on, and nobody has subscribed to them.
 * Nobody has decided who is who yet, and no system is held to its operations.
 */
const DUTIES = new Set([
  "outbox",
  "milestone_report",
  "news_entry",
  "news",
  "news_recipient",
  "webhook",
  "webhook_delivery",
  "webhook_attempt",
  "disclosure_seal",
  "disclosure_sealed",
  "correction",
  "missed_proposal",
  "correction_task",
  "registration_correction",
  "incident",
  "retention_run",
  "closed_account",
  "personal_export",
  "candidate_alias",
  "candidate_alias_span",
  "identity_decision",
  "identity_pair",
  "identity_waiting",
  "registration_arriving",
  "trusted_operation",
]);
