/** The thirty regional partners share a database, and PostgreSQL itself keeps them apart. */
import { randomUUID } from "node:crypto";
import {
  openRegionalWorld,
  RIMOUSKI,
  RIVIERE_DU_LOUP,
  type RegionalWorld,
} from "../support/regional-world.ts";
import { asTenant, tablesOf } from "../support/tenants.ts";

const CLOSED = ["change", "outbox", "retention_check", "welcome_case", "welcome_item", "welcome_step"];

let world: RegionalWorld;
const registrationId = randomUUID();
let caseId: string;

beforeAll(async () => {
  world = await openRegionalWorld();
  caseId = await world.anArrivedCase({ registrationId });
  await world.aCase();
});

afterAll(() => world.close());

const as = (tenant: string | null, ...registrationIds: string[]) =>
  asTenant(world.hub, tenant, ...registrationIds);

describe("A statement without any condition, by the service of the regional partners", () => {
  it("shows a partner its own cases and no neighbour's", async () => {
    for (const table of CLOSED) {
      expect([table, (await as(RIMOUSKI).read(`select * from "${table}"`)).length > 0]).toEqual([
        table,
        table !== "welcome_step",
      ]);
      expect([table, await as(RIVIERE_DU_LOUP).read(`select * from "${table}"`)]).toEqual([table, []]);
      expect([table, await as(null).read(`select * from "${table}"`)]).toEqual([table, []]);
      expect([table, await world.hub.database.query(`select * from "${table}"`)]).toEqual([table, []]);
    }
  });

  it("shows the case that a grant covers, with what hangs on it, and no other", async () => {
    const granted = as(RIVIERE_DU_LOUP, registrationId);
    expect(await granted.read("select id from welcome_case")).toEqual([{ id: caseId }]);
    expect(await granted.read("select distinct case_id as id from welcome_item")).toEqual([{ id: caseId }]);
    expect(await granted.read("select distinct case_id as id from retention_check")).toEqual([
      { id: caseId },
    ]);
    expect(await granted.read("select * from change")).toEqual([]);
  });

  it("shows a host to everybody once they receive visitors, and before to their partner", async () => {
    const hostId = randomUUID();
    const { owner } = world.hub;
    await owner.query(
      `insert into visit_host (id, tenant, region_code, city, kind, presentation, name, since)
       values ($1, $2, '01', 'Rimouski', 'ORGANISATION', 'Un musée', 'Musée', '2026-01-01')`,
      [hostId, RIMOUSKI],
    );
    const hosts = "select id from visit_host";
    expect(await as(RIMOUSKI).read(hosts)).toEqual([{ id: hostId }]);
    expect(await as(RIVIERE_DU_LOUP).read(hosts)).toEqual([]);
    await owner.query(
      `insert into visit (id, tenant, region_code, city, title, host_id, state, planned_on)
       values ($1, $2, '01', 'Rimouski', 'Le musée', $3, 'PLANNED', '2026-04-01')`,
      [randomUUID(), RIMOUSKI, hostId],
    );
    expect(await as(RIVIERE_DU_LOUP).read(hosts)).toEqual([{ id: hostId }]);
  });
});

describe("What a partner writes", () => {
  it("never reaches another's rows, not even those it was granted to read", async () => {
    const granted = as(RIVIERE_DU_LOUP, registrationId);
    const before = await world.contents();
    for (const table of [...CLOSED.filter((name) => name !== "change"), "welcome_capacity", "visit"]) {
      expect([table, await granted.change(`delete from "${table}"`)]).toEqual([table, 0]);
      const tenant = table === "outbox" ? "organisation" : "tenant";
      const taken = `update "${table}" set ${tenant} = '${RIVIERE_DU_LOUP}'`;
      expect([table, await granted.change(taken)]).toEqual([table, 0]);
    }
    expect(await world.contents()).toEqual(before);
  });

  it("is its own", async () => {
    const insert = (tenant: string) =>
      as(RIVIERE_DU_LOUP).change(
        `insert into welcome_capacity (id, tenant, region_code, month, offered, reserved)
         values ($1, $2, '01', '2027-01-01', 3, 0)`,
        [randomUUID(), tenant],
      );
    await expect(insert(RIMOUSKI)).rejects.toThrow("violates row-level security policy");
    await insert(RIVIERE_DU_LOUP);
  });

  it("may replace what a neighbour told of the region they both cover, in its own name only", async () => {
    await world.hub.owner.query(
      `insert into region_profile (id, region_code, reality_fr, tenant, written_at)
       values ($1, '01', 'Le fleuve', $2, now()), ($3, '05', 'Les Cantons', $2, now())`,
      [randomUUID(), RIMOUSKI, randomUUID()],
    );
    const write = (tenant: string) =>
      as(RIVIERE_DU_LOUP).change("update region_profile set reality_fr = 'La mer', tenant = $1", [tenant]);
    await expect(write(RIMOUSKI)).rejects.toThrow("violates row-level security policy");
    expect(await write(RIVIERE_DU_LOUP)).toBe(1);
  });

  it("is not who the partners are, nor what they cover", async () => {
    const cover = as(RIVIERE_DU_LOUP).change(
      "insert into coverage (id, partner_code, region_code, covers_from) values ($1, $2, '05', '2020-01-01')",
      [randomUUID(), RIVIERE_DU_LOUP],
    );
    await expect(cover).rejects.toThrow("violates row-level security policy");
    expect(await as(RIVIERE_DU_LOUP).change("update coverage set region_code = '05'")).toBe(0);
    expect(await as(RIVIERE_DU_LOUP).change("delete from regional_partner")).toBe(0);
  });
});

describe("The tables of the regional partners", () => {
  it("are guarded, each of them", async () => {
    expect((await tablesOf(world.hub)).filter(({ guarded }) => !guarded)).toEqual([]);
  });
});
