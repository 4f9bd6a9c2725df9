/** The three organisations of Emplois en régions share a database, and PostgreSQL itself keeps them apart. */
import { randomUUID } from "node:crypto";
import { openScope } from "../../platform/scope.ts";
import { inici, openEerWorld, promis, type EerWorld } from "../support/eer-world.ts";
import { asTenant, tablesOf } from "../support/tenants.ts";

/** Listed for everybody, and without a person in them. */
const PUBLIC = ["counsellor", "covered_region", "outreach_event"];

/** Whose a row is; what the platform keeps for every partner names the organisation. */
const tenantOf = (table: string) => (["change", "outbox"].includes(table) ? "organisation" : "tenant");

let world: EerWorld;
let story: Awaited<ReturnType<EerWorld["aWholeStory"]>>;
let others: Awaited<ReturnType<EerWorld["aHousehold"]>>;
let closed: string[];

beforeAll(async () => {
  world = await openEerWorld();
  story = await world.aWholeStory(await world.aCounsellor(), await world.anEvent());
  others = await world.aHousehold({}, inici);
  const tables = await tablesOf(world.hub);
  closed = tables.map(({ name }) => name).filter((name) => !PUBLIC.includes(name));
});

afterAll(() => world.hub.close());

const as = (tenant: string | null, ...registrationIds: string[]) =>
  asTenant(world.hub, tenant, ...registrationIds);

describe("A statement without any condition, by the service of EER", () => {
  it("shows each organisation its own rows of every table, and nobody else's", async () => {
    for (const table of closed) {
      const tenant = tenantOf(table);
      expect([table, (await as("promis").read(`select * from "${table}"`)).length]).not.toEqual([table, 0]);
      for (const row of await as("promis").read(`select * from "${table}"`))
        expect([table, row[tenant]]).toEqual([table, "promis"]);
      for (const row of await as("inici").read(`select * from "${table}"`))
        expect([table, row[tenant]]).toEqual([table, "inici"]);
      expect([table, await as("le-collectif").read(`select * from "${table}"`)]).toEqual([table, []]);
    }
  });

  it("shows nothing to a caller who is nobody's staff", async () => {
    for (const table of closed)
      expect([table, await as(null).read(`select * from "${table}"`)]).toEqual([table, []]);
  });

  it("shows nothing outside a request, before one and after", async () => {
    await as("promis", story.registrationId).read("select * from household");
    for (const table of closed)
      expect([table, await world.hub.database.query(`select * from "${table}"`)]).toEqual([table, []]);
  });

  it("shows what a grant covers, and nothing else of that organisation", async () => {
    const neighbours = await world.aWholeStory(await world.aCounsellor(), await world.anEvent());
    const granted = as("inici", story.registrationId);
    const registrations = async (table: string) =>
      (await granted.read(`select registration_id from "${table}" where tenant = 'promis'`)).map(
        (row) => row["registration_id"],
      );
    for (const table of ["employability_file", "readiness", "pre_departure_case", "ambassador"])
      expect([table, await registrations(table)]).toEqual([table, [story.registrationId]]);
    expect(await granted.read("select id from household where tenant = 'promis'")).toEqual([
      { id: story.householdId },
    ]);
    expect(await granted.read("select distinct plan_id as id from relocation_task")).toEqual([
      { id: story.planId },
    ]);
    expect(await granted.read("select * from household_need where tenant = 'promis'")).toHaveLength(1);
    expect(await granted.read("select * from household where id = $1", [neighbours.householdId])).toEqual([]);
    expect(await granted.read("select * from change where organisation = 'promis'")).toEqual([]);
  });

  it("counts the grants of a request together, those that come after its first statement too", async () => {
    const { manager, admit } = openScope(world.hub.database, null);
    const seen = async () =>
      (await manager.query<{ id: string }[]>("select id from household")).map(({ id }) => id).sort();
    expect(await seen()).toEqual([]);
    admit([story.registrationId]);
    expect(await seen()).toEqual([story.householdId]);
    const first = seen();
    admit([others.registrationId]);
    await first;
    expect(await seen()).toEqual([story.householdId, others.householdId].sort());
  });

  it("goes on after one that fails", async () => {
    const { manager } = openScope(world.hub.database, "inici");
    const [broken, whole] = await Promise.allSettled([
      manager.query("select 1 / 0"),
      manager.query("select id from household"),
    ]);
    expect(broken.status).toBe("rejected");
    expect(whole).toEqual({ status: "fulfilled", value: [{ id: others.householdId }] });
  });

  it("writes nothing while it reads", async () => {
    const { manager } = openScope(world.hub.database, "inici");
    await expect(manager.query("delete from household_member")).rejects.toThrow("read-only transaction");
    expect(await as("inici").read("select * from household_member")).toHaveLength(1);
  });
});

describe("What an organisation writes", () => {
  it("is its own", async () => {
    const need = [randomUUID(), others.memberId];
    const insert = (tenant: string) =>
      as("inici").change(
        `insert into household_need (id, tenant, member_id, kind, state, recorded_on)
         values ($1, '${tenant}', $2, 'FRENCH', 'OPEN', '2026-03-10')`,
        need,
      );
    await expect(insert("promis")).rejects.toThrow("violates row-level security policy");
    await insert("inici");
    expect(await as("inici").read("select id from household_need")).toEqual([{ id: need[0] }]);
  });

  it("never reaches another's rows, not even those it was granted to read", async () => {
    const granted = as("inici", story.registrationId);
    const before = await world.everything();
    for (const table of closed.filter((name) => name !== "change")) {
      const tenant = tenantOf(table);
      const ofPromis = `"${table}" where ${tenant} = 'promis'`;
      expect([table, await granted.change(`delete from ${ofPromis}`)]).toEqual([table, 0]);
      const taken = `update "${table}" set ${tenant} = 'inici' where ${tenant} = 'promis'`;
      expect([table, await granted.change(taken)]).toEqual([table, 0]);
    }
    for (const table of ["counsellor", "outreach_event"]) {
      const taken = `update "${table}" set tenant = 'inici' where tenant = 'promis'`;
      expect([table, await granted.change(taken)]).toEqual([table, 0]);
    }
    expect(await world.everything()).toBe(before);
  });

  it("cannot be given away", async () => {
    const given = as("inici").change("update employability_file set tenant = 'promis'");
    await expect(given).rejects.toThrow("violates row-level security policy");
  });

  it("may name an event that another of the three held", async () => {
    const outreachEventId = await world.anEvent();
    const { householdId } = await world.aHousehold({ source: "OUTREACH_EVENT", outreachEventId }, inici);
    const query = `{ household(id: "${householdId}") { outreachEvent { organisation { code } } } }`;
    expect(await world.hub.ask(inici, query)).toEqual({
      data: { household: { outreachEvent: { organisation: { code: "promis" } } } },
    });
  });
});

describe("The counts of all three", () => {
  it("are given to everybody, without a row of theirs", async () => {
    expect(await as(null).read("select tenant, count from households_opened order by tenant")).toEqual(
      expect.arrayContaining([{ tenant: "promis", count: expect.any(Number) }]),
    );
    const columns = await world.hub.owner.query<{ name: string }[]>(
      `select distinct column_name as name from information_schema.columns
       where table_name in (select table_name from information_schema.views where table_schema = 'public') order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      "count",
      "day",
      "outreach_event_id",
      "reason",
      "region",
      "region_code",
      "tenant",
      "track",
    ]);
  });
});

describe("The tables of EER", () => {
  it("are guarded, all but the regions it covers", async () => {
    const open = (await tablesOf(world.hub)).filter(({ guarded }) => !guarded);
    expect(open.map(({ name }) => name)).toEqual(["covered_region"]);
  });

  it("show a dashboard of the organisation itself no file", async () => {
    const dashboard = { ...promis, roles: ["DASHBOARD"] as const };
    const [candidate] = await world.read(dashboard, [randomUUID()], "employability { files { id } }");
    expect(candidate).toEqual({ employability: { files: [] } });
    const { errors } = await world.hub.ask(dashboard, "{ households { nodes { id } } }");
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});
