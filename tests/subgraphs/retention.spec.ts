/** What is kept for how long: the clock is moved, and what should be gone is gone. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { retire } from "../../platform/retention.ts";
import { ccmm } from "../../subgraphs/ccmm/subgraph.ts";
import { eer } from "../../subgraphs/eer/subgraph.ts";
import { fccq } from "../../subgraphs/fccq/subgraph.ts";
import { regional } from "../../subgraphs/regional/subgraph.ts";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register } from "../support/register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const KEYS = {
  FCCQ_GRANT_KEY: TEST_GRANT_KEY,
  EER_GRANT_KEY: TEST_GRANT_KEY,
  CCMM_GRANT_KEY: TEST_GRANT_KEY,
  REGIONAL_GRANT_KEY: TEST_GRANT_KEY,
};
const CLOSED_ON = new Date("2026-03-02T15:00:00Z");
const counsellor = viewer("promis", "COUNSELLOR");

async function trail(database: DataSource): Promise<Record<string, number>> {
  const rows: { rule: string; rows: number }[] = await database.query("select rule, rows from retention_run");
  return Object.fromEntries(rows.map(({ rule, rows: met }) => [rule, met]));
}

describe("The registry's schedule", () => {
  let hub: TestSubgraph;
  beforeEach(async () => {
    hub = await openSubgraph(registry, KEYS, () => CLOSED_ON);
  });
  afterEach(() => hub.close());

  /** Somebody whom PROMIS registered on 2 March 2026, with a reference of theirs; their file closed that day, or not. */
  async function aPerson(closed: boolean): Promise<{ id: string; candidateId: string }> {
    const { registrationId: id, candidateId } = await register(hub, counsellor, {
      organisationReference: `dossier-${randomUUID()}`,
      familyNames: "Kovalenko",
      email: "o.kovalenko@example.org",
    });
    if (closed)
      await hub.database.query("update candidate set exit_reason = 'WITHDREW' where id = $1", [candidateId]);
    return { id, candidateId };
  }

  const names = async ({ id }: { id: string }) => {
    const [row] = await hub.database.query(
      `select family_names, email, anonymised_on, organisation_reference = id::text as unnamed,
         (select string_agg(source_id, ',') from milestone where registration_id = registration.id) like '%dossier%' as told
       from registration where id = $1`,
      [id],
    );
    return row;
  };

  it("takes the identity of a closed file away three years after its last milestone, and not a day before", async () => {
    const closed = await aPerson(true);
    await retire(hub.owner, registry.database.retention, new Date("2029-03-02T15:00:00Z"));
    expect(await names(closed)).toMatchObject({ family_names: "Kovalenko", anonymised_on: null, told: true });
    await retire(hub.owner, registry.database.retention, new Date("2029-03-03T15:00:00Z"));
    expect(await names(closed)).toEqual({
      family_names: null,
      email: null,
      anonymised_on: "2029-03-03",
      unnamed: true,
      told: false,
    });
  });

  it("keeps open files, and counts each file once", async () => {
    const open = await aPerson(false);
    await aPerson(true);
    const later = new Date("2031-01-10T15:00:00Z");
    const ran = async () =>
      (await retire(hub.owner, registry.database.retention, later)).find(
        ({ rule }) => rule === "identity-of-closed-files",
      );
    expect(await ran()).toEqual({ rule: "identity-of-closed-files", keptFrom: "2028-01-10", rows: 1 });
    later.setMinutes(1);
    expect((await ran())?.rows).toBe(0);
    expect(await names(open)).toMatchObject({ family_names: "Kovalenko" });
  });

  it("leaves the disclosures that are not sealed yet, so that nothing goes unproven", async () => {
    const { candidateId } = await aPerson(true);
    await hub.ask(counsellor, "query ($id: ID!) { candidate(id: $id) { name { display } } }", {
      id: candidateId,
    });
    const count = () => hub.database.query("select count(*)::int as count from disclosure");
    const before = await count();
    await retire(hub.owner, registry.database.retention, new Date("2031-01-10T15:00:00Z"));
    expect(await count()).toEqual(before);
    expect(before).toEqual([{ count: 1 }]);
  });

  it("only tells, when it is run dry, and leaves a trail without a name when it is not", async () => {
    const closed = await aPerson(true);
    const later = new Date("2031-01-10T15:00:00Z");
    const told = await retire(hub.owner, registry.database.retention, later, { dryRun: true });
    expect(told.map(({ rule, rows }) => [rule, rows])).toEqual([
      ["identity-of-closed-files", 1],
      ["incidents", 0],
      ["disclosures", 0],
      ["milestone-reports", 0],
      ["news", 0],
      ["changes", 1],
    ]);
    expect(await names(closed)).toMatchObject({ family_names: "Kovalenko" });
    expect(await trail(hub.database)).toEqual({});
    await retire(hub.owner, registry.database.retention, later);
    expect(await trail(hub.database)).toEqual({
      "identity-of-closed-files": 1,
      incidents: 0,
      disclosures: 0,
      "milestone-reports": 0,
      news: 0,
      changes: 1,
    });
  });
});

describe("A partner's schedule", () => {
  it.each([fccq, eer, ccmm, regional].map((definition) => [definition.name, definition] as const))(
    "can be carried out whole, with a line of the trail for each rule: %s",
    async (_name, definition) => {
      const hub = await openSubgraph(definition as typeof fccq, { GRANT_KEY: TEST_GRANT_KEY });
      await retire(hub.owner, definition.database.retention, new Date("2031-01-10T15:00:00Z"));
      expect(Object.keys(await trail(hub.database)).sort()).toEqual(
        definition.database.retention.map(({ name }) => name).sort(),
      );
      await hub.close();
    },
  );

  it("destroys the video and the pitch of Passerelle sectorielle a year after the file was closed", async () => {
    const hub = await openSubgraph(ccmm, { GRANT_KEY: TEST_GRANT_KEY });
    const registrationId = randomUUID();
    await hub.database.query(
      `insert into participant (registration_id, id, registered_on, status, postal_area, sector, occupation, skills,
         experience_years, answered_on, pitch, pitch_written_on, step, step_since, closed_on, closing_reason)
       values ($1, $1, '2025-01-06', 'PERMANENT_RESIDENT', 'H2R', '54', '21231', '{}', 5, '2025-01-06', 'Bonjour',
         '2025-02-03', 'ADVISER_CALL', '2025-01-06', '2026-03-02', 'WITHDREW')`,
      [registrationId],
    );
    await hub.database.query(
      "insert into video (id, registration_id, url, consented_on) values (uuidv7(), $1, 'https://example.org/v', '2025-02-03')",
      [registrationId],
    );
    const left = async () => {
      const [row] = await hub.database.query(
        "select pitch, (select count(*)::int from video) as videos from participant where registration_id = $1",
        [registrationId],
      );
      return row;
    };
    await retire(hub.owner, ccmm.database.retention, new Date("2027-03-02T15:00:00Z"));
    expect(await left()).toEqual({ pitch: "Bonjour", videos: 1 });
    await retire(hub.owner, ccmm.database.retention, new Date("2027-03-03T15:00:00Z"));
    expect(await left()).toEqual({ pitch: null, videos: 0 });
    await hub.close();
  });
});
