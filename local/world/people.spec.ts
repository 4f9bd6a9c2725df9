import { foldPathway, type Milestone } from "../../subgraphs/registry/domain/pathway.ts";
import { REPORTERS } from "../../subgraphs/registry/domain/milestone.ts";
import { openTestWorld, type TestWorld } from "../../tests/support/demonstration-world.ts";
import { PARTNERS, type Partner } from "../start/partners.ts";
import { DEMO_CANDIDATE } from "./demo.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.drop());

interface Registration {
  id: string;
  candidate_id: string;
  organisation_code: string;
  given_names: string | null;
  family_names: string | null;
  birth_date: string | null;
  email: string | null;
  phone: string | null;
  postal_code: string | null;
}

const registrations = () => world.rows<Registration>("registry", "select * from registration");

/** The tables of a partner that name a person, but for what is about to be told: a world has told all of it. */
async function tablesOfPeople(partner: Partner): Promise<string[]> {
  const rows = await world.rows<{ name: string }>(
    partner,
    "select table_name as name from information_schema.columns where column_name = 'registration_id' and table_schema = 'public' and table_name <> 'outbox' order by 1",
  );
  return rows.map(({ name }) => name);
}

describe("What the registry holds of people", () => {
  it("is nobody twice", async () => {
    const people = new Map<string, string>();
    for (const { candidate_id, given_names, family_names, birth_date } of await registrations()) {
      if (birth_date?.length !== 10) continue;
      const who = `${given_names} ${family_names} ${birth_date}`;
      expect([who, people.get(who) ?? candidate_id]).toEqual([who, candidate_id]);
      people.set(who, candidate_id);
    }
    expect(people.size).toBeGreaterThan(1_500);
  });

  it("is invented: numbers and addresses that belong to nobody, postal codes as they are written", async () => {
    for (const { email, phone, postal_code } of await registrations()) {
      if (email !== null) expect(email).toMatch(/^[a-z.0-9]+@example\.(org|com)$/);
      if (phone !== null) expect(phone).toMatch(/^\d{3} 555-01\d{2}$/);
      if (postal_code !== null) expect(postal_code).toMatch(/^[GHJ]\d[A-Z] \d[A-Z]\d$/);
    }
  });

  it("is written a little differently by different organisations", async () => {
    const spellings = new Map<string, Set<string>>();
    for (const { candidate_id, given_names, family_names } of await registrations()) {
      const known = spellings.get(candidate_id) ?? new Set();
      spellings.set(candidate_id, known.add(`${given_names} ${family_names}`));
    }
    expect([...spellings.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(200);
  });

  it("is a pathway that folds from milestones which each reporter may report", async () => {
    const milestones = await world.rows<Milestone & { candidateId: string }>(
      "registry",
      `select milestone.id, kind, occurred_at as "occurredAt", organisation_code as reporter, track, candidate_id as "candidateId",
         array(select mandate from mandate where mandate.organisation_id = organisation.id)::text[] as mandates
       from milestone join organisation on organisation.code = organisation_code`,
    );
    for (const { kind, mandates } of milestones)
      if (kind !== "REFERRED_FROM_ABROAD" && kind !== "EMPLOYABILITY_ACCEPTED")
        expect(REPORTERS[kind].some((mandate) => mandates.includes(mandate))).toBe(true);
    const byCandidate = Map.groupBy(milestones, ({ candidateId }) => candidateId);
    const candidates = await world.rows("registry", "select *, due_on::text as due_on from candidate");
    for (const candidate of candidates) {
      const told = byCandidate.get(candidate["id"]) ?? [];
      const pathway = foldPathway(told);
      expect(candidate).toMatchObject({
        stage: pathway?.stage,
        stage_since: pathway?.since,
        responsible: pathway?.responsible,
        next_step: pathway?.next,
        due_on: pathway?.dueOn ?? "infinity",
        exit_reason: pathway?.exit,
        montreal_step: pathway?.montrealStep,
        door: pathway?.door,
        welcomed_by: pathway?.welcomedBy,
      });
    }
  });
});

describe("What the partners hold of people", () => {
  it("hangs on registrations that are theirs", async () => {
    const organisations = new Map(
      (await registrations()).map(({ id, organisation_code }) => [id, organisation_code]),
    );
    for (const partner of PARTNERS.filter((each) => each !== "registry"))
      for (const table of await tablesOfPeople(partner)) {
        const rows = await world.rows<{ registration_id: string; tenant?: string }>(
          partner,
          `select * from "${table}" where registration_id is not null`,
        );
        for (const { registration_id, tenant } of rows)
          expect([table, organisations.get(registration_id)]).toEqual([table, tenant ?? partner]);
      }
  });

  it("names nobody: no name, electronic mail address or telephone number leaves the registry", async () => {
    const people = await registrations();
    const names = people.flatMap(({ given_names, family_names }) =>
      given_names && family_names ? [`${given_names} ${family_names}`] : [],
    );
    for (const partner of PARTNERS.filter((each) => each !== "registry"))
      for (const table of (await world.tables(partner)).filter(
        (name) => !["counsellor", "adviser", "activity_speaker"].includes(name),
      )) {
        const [row] = await world.rows<{ all: string | null }>(
          partner,
          `select string_agg(t::text, ' ') as all from "${table}" t`,
        );
        const all = row?.all ?? "";
        expect(all).not.toMatch(/@example\.|555-01/);
        for (const name of new Set(names))
          if (all.includes(name)) throw new Error(`${partner}.${table} names a person.`);
      }
  });

  it.each([
    ["READY_DECLARED", "eer", "select registration_id from readiness"],
    ["OFFER_PROPOSED", "fccq", "select registration_id from offer"],
    [
      "ARRIVAL_CONFIRMED",
      "regional",
      "select registration_id from welcome_case where arrived_on is not null",
    ],
    [
      "SETTLEMENT_COMPLETED",
      "regional",
      "select registration_id from welcome_case where settled_on is not null",
    ],
    ["PASSERELLE_EMPLOYED", "ccmm", "select registration_id from outcome where employed"],
  ] as const)("agrees with the milestone %s", async (kind, partner, sql) => {
    const reported = await world.rows(
      "registry",
      "select registration_id from milestone where kind = $1 order by 1",
      [kind],
    );
    expect(await world.rows(partner, `${sql} order by 1`)).toEqual(reported);
    expect(reported.length).toBeGreaterThan(5);
  });

  it("agrees on offers accepted and on households that moved", async () => {
    const accepted = await world.rows(
      "registry",
      "select candidate_id from milestone where kind = 'OFFER_ACCEPTED'",
    );
    expect(await world.rows("fccq", "select 1 from offer where state = 'ACCEPTED'")).toHaveLength(
      accepted.length,
    );
    const arrived = await world.rows(
      "registry",
      "select candidate_id from milestone where kind = 'ARRIVAL_CONFIRMED'",
    );
    expect(
      await world.rows("eer", "select 1 from relocation_plan where arrived_on is not null"),
    ).toHaveLength(arrived.length);
  });
});

describe("The candidate of the README", () => {
  const hers = () =>
    world.rows<Registration>(
      "registry",
      "select * from registration where candidate_id = $1 order by registered_on",
      [DEMO_CANDIDATE],
    );

  it("is known to all five organisations, and followed by those whom one can sign in as", async () => {
    const codes = (await hers()).map(({ organisation_code }) => organisation_code);
    expect(codes.sort()).toEqual(["bas-saint-laurent-1", "ccmm", "estrie-1", "fccq", "mifi", "promis"]);
    const [contact] = await world.rows(
      "registry",
      "select subject from professional join candidate on main_contact_id = professional.id where candidate.id = $1",
      [DEMO_CANDIDATE],
    );
    expect(contact).toEqual({ subject: "counsellor@promis" });
  });

  it("has rows in every table that is about a person", async () => {
    const ids = (await hers()).map(({ id }) => id);
    const missing: string[] = [];
    for (const partner of PARTNERS.filter((each) => each !== "registry"))
      for (const table of await tablesOfPeople(partner)) {
        // The world's milestones are in the registry already: nothing of it is on its way there.
        if (table === "outbox") continue;
        const found = await world.rows(partner, `select 1 from "${table}" where registration_id = any($1)`, [
          ids,
        ]);
        if (found.length === 0) missing.push(`${partner}.${table}`);
      }
    // A voice in a video is for others to give.
    expect(missing).toEqual(["fccq.media_speaker"]);
    for (const table of ["milestone", "referral", "consent", "disclosure_of"]) {
      const found = await world.rows("registry", `select 1 from ${table} where candidate_id = $1`, [
        DEMO_CANDIDATE,
      ]);
      expect([table, found.length > 3]).toEqual([table, true]);
    }
  });

  it("has a household with needs met, a move with its checklist, and a return before it", async () => {
    const ids = (await hers()).map(({ id }) => id);
    const household = "select household_id from household_member where registration_id = any($1)";
    for (const table of [
      "household_member",
      "counsellor_assignment",
      "region_choice",
      "travel_grant",
      "relocation_plan",
      "relocation_return",
    ]) {
      const found = await world.rows("eer", `select 1 from ${table} where household_id in (${household})`, [
        ids,
      ]);
      expect([table, found.length > 0]).toEqual([table, true]);
    }
    for (const table of ["household_need", "household_support"]) {
      const members = `select id from household_member where household_id in (${household})`;
      const found = await world.rows("eer", `select 1 from ${table} where member_id in (${members})`, [ids]);
      expect([table, found.length > 0]).toEqual([table, true]);
    }
  });
});
