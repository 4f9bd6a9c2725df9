/** What each service can do with the role it is given, whatever its code asks for. */
import "reflect-metadata";
import { randomBytes, randomUUID } from "node:crypto";
import { migrate } from "../platform/database.ts";
import type { DatabaseDefinition } from "../platform/database.ts";
import { buildSubgraphServer } from "../platform/serve-subgraph.ts";
import { ccmm } from "../subgraphs/ccmm/subgraph.ts";
import { eer } from "../subgraphs/eer/subgraph.ts";
import { fccq } from "../subgraphs/fccq/subgraph.ts";
import { regional } from "../subgraphs/regional/subgraph.ts";
import { registry } from "../subgraphs/registry/subgraph.ts";
import {
  createTestDatabase,
  databaseUrl,
  testPostgresAdminUrl,
  withClient,
  type TestDatabase,
} from "./support/database.ts";

const SUBGRAPHS: { name: string; database: DatabaseDefinition }[] = [registry, fccq, eer, ccmm, regional];
const NAMES = SUBGRAPHS.map(({ name }) => name);

const databases = new Map<string, TestDatabase>();
const databaseOf = (name: string): TestDatabase => {
  const database = databases.get(name);
  if (!database) throw new Error(`There is no database ${name}.`);
  return database;
};

beforeAll(async () => {
  for (const { name, database } of SUBGRAPHS) {
    const made = await createTestDatabase(name, async (ownerUrl) => {
      await migrate(ownerUrl, database);
    });
    databases.set(name, made);
  }
});

afterAll(() => Promise.all([...databases.values()].map(({ drop }) => drop())));

describe.each(NAMES)("The role of the service %s", (name) => {
  it("is bound by the rules of the tables: it owns none, is no superuser, and may not bypass them", async () => {
    const [role] = await withClient(databaseOf(name).url, async (service) => {
      const { rows } = await service.query(
        `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
           (select count(*) from pg_auth_members where member = pg_roles.oid)::int as memberships,
           (select count(*) from pg_class where relowner = pg_roles.oid)::int as owned
         from pg_roles where rolname = current_user`,
      );
      return rows as Record<string, unknown>[];
    });
    expect(role).toEqual({
      name,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberships: 0,
      owned: 0,
    });
  });

  it("reaches its own database only", async () => {
    const others = [...NAMES.filter((each) => each !== name).map((each) => databaseOf(each).url)];
    const names = ["postgres", "template1", ...others.map((url) => new URL(url).pathname.slice(1))];
    for (const other of names) {
      const connect = withClient(databaseUrl(databaseOf(name).url, other), async () => {});
      await expect(connect).rejects.toThrow("permission denied for database");
    }
    await withClient(databaseOf(name).url, (service) => service.query("select from change"));
  });

  it("cannot lift the rules: no policy, no table, no other role", async () => {
    const refused = async (sql: string, why: string) => {
      const run = withClient(databaseOf(name).url, (service) => service.query(sql));
      await expect(run).rejects.toThrow(why);
    };
    await refused("alter table change disable row level security", "must be owner");
    await refused("create policy open on change using (true)", "must be owner");
    await refused(`set role ${name}_owner`, "permission denied to set role");
    await refused("alter role current_user bypassrls", "permission denied");
  });
});

describe("The disclosures", () => {
  const disclose = (url: string) =>
    withClient(url, (client) =>
      client.query(
        `insert into disclosure (at, candidate_id, section, status, subject, organisation, purpose, request_id)
         values (now(), $1, 'IDENTITY', 'GRANTED', 'somebody', 'promis', 'SUPPORT', $2)`,
        [randomUUID(), randomUUID()],
      ),
    );

  it("are only ever added to by the registry, which writes them", async () => {
    const { url, ownerUrl } = databaseOf("registry");
    await disclose(url);
    const all = (address: string) =>
      withClient(address, async (client) => (await client.query("select * from disclosure")).rows);
    const before = await all(ownerUrl);
    expect(before).toHaveLength(1);
    for (const sql of [
      "update disclosure set subject = 'nobody'",
      "delete from disclosure",
      "truncate disclosure",
      "truncate disclosure cascade",
      "insert into disclosure select * from disclosure on conflict (id) do update set subject = 'nobody'",
    ]) {
      const run = withClient(url, (service) => service.query(sql));
      await expect(run).rejects.toThrow("permission denied for table disclosure");
    }
    expect(await all(ownerUrl)).toEqual(before);
  });
});

describe("A service that is started with a role above the rules", () => {
  const start = (databaseUrlGiven: string) =>
    buildSubgraphServer(
      eer,
      { GRANT_KEY: randomBytes(32).toString("base64url") },
      {
        databaseUrl: databaseUrlGiven,
        logLevel: "silent",
        verifyPassport: () => Promise.reject(new Error("nobody")),
      },
    );

  it("does not start: neither as the owner of the tables nor as the superuser", async () => {
    await expect(start(databaseOf("eer").ownerUrl)).rejects.toThrow(
      /^The role eer_owner of DATABASE_URL stands above the rules of its tables \(it owns them\)\. Give/,
    );
    const database = new URL(databaseOf("eer").url).pathname.slice(1);
    await expect(start(databaseUrl(testPostgresAdminUrl(), database))).rejects.toThrow(
      /it may bypass row-level security/,
    );
    const server = await start(databaseOf("eer").url);
    await server.stop();
  });
});
