/** Work that nobody waits for ends in PostgreSQL itself, and a connection that was cut is no error of the caller's. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { QueryRunner } from "typeorm";
import { TIME_LEFT_HEADER } from "../../platform/request-work.ts";
import { eer } from "../../subgraphs/eer/subgraph.ts";
import { fccq } from "../../subgraphs/fccq/subgraph.ts";
import { testPostgresAdminUrl, withClient } from "../support/database.ts";
import { officer } from "../support/fccq-people.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";
import { until } from "../../gateway/testing/until.ts";

const promis = viewer("promis", "COUNSELLOR");

/** How many statements of the service wait for a lock, as PostgreSQL tells its superuser. */
async function waiting({ owner }: TestSubgraph): Promise<number> {
  const [{ name }] = await owner.query("select current_database() as name");
  const { rows } = await withClient(testPostgresAdminUrl(), (admin) =>
    admin.query(
      `select pid from pg_stat_activity
       where datname = $1 and application_name = 'continuum' and state = 'active' and wait_event_type = 'Lock'`,
      [name],
    ),
  );
  return rows.length;
}

/** Cuts all connections that the service has. */
async function cutConnections({ owner, database }: TestSubgraph): Promise<void> {
  const [{ name }] = await owner.query("select current_database() as name");
  const { username } = new URL((database.options as { url: string }).url);
  await withClient(testPostgresAdminUrl(), (admin) =>
    admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = $2",
      [name, username],
    ),
  );
}

describe.each([
  {
    what: "one tenant",
    open: () => openSubgraph(fccq, { GRANT_KEY: TEST_GRANT_KEY }),
    who: officer,
    table: "activity",
    query: "{ activities(first: 1) { nodes { id } } }",
    empty: { activities: { nodes: [] } },
  },
  {
    what: "several tenants",
    open: () => openSubgraph(eer, { GRANT_KEY: TEST_GRANT_KEY }),
    who: promis,
    table: "counsellor",
    query: "{ counsellors(first: 1) { nodes { id } } }",
    empty: { counsellors: { nodes: [] } },
  },
])("A subgraph of $what", ({ open, who, table, query, empty }) => {
  let subgraph: TestSubgraph;
  let url: string;
  let lock: QueryRunner;
  beforeAll(async () => {
    subgraph = await open();
    url = `${await subgraph.listen()}/graphql`;
  });
  beforeEach(async () => {
    lock = subgraph.owner.createQueryRunner();
    await lock.startTransaction();
  });
  afterEach(async () => {
    if (lock.isTransactionActive) await lock.rollbackTransaction();
    await lock.release();
  });
  afterAll(() => subgraph.close());

  const ask = async (body: object, signal?: AbortSignal, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: "POST",
      headers: { ...(await subgraph.headers(who)), ...headers },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  const hold = () => lock.query(`lock table ${table} in access exclusive mode`);

  it("cancels its statements in PostgreSQL when whoever asked has gone", async () => {
    await hold();
    const goner = new AbortController();
    const asked = ask({ query }, goner.signal).catch(() => "gone");
    await until("the statement waits", async () => (await waiting(subgraph)) === 1);
    goner.abort();
    expect(await asked).toBe("gone");
    await until("the statement is cancelled", async () => (await waiting(subgraph)) === 0);
    await lock.rollbackTransaction();
    expect(await (await ask({ query })).json()).toEqual({ data: empty });
  });

  it("cancels them when the time is up that the gateway gave it", async () => {
    await hold();
    let hasWaited = false;
    // A machine that is too busy to send the statement in that time, or to see it wait, is given more of it.
    for (let time = 1_000; !hasWaited; time *= 2) {
      let isOver = false;
      const asked = ask({ query }, undefined, { [TIME_LEFT_HEADER]: String(time) }).finally(
        () => (isOver = true),
      );
      while (!isOver && !hasWaited) hasWaited = (await waiting(subgraph)) === 1;
      const response = await asked;
      expect(response.status).toBe(503);
      expect(await response.json()).toEqual({
        errors: [{ message: "The database does not answer.", extensions: { code: "WORK_CUT" } }],
      });
    }
    await until("the statement is cancelled", async () => (await waiting(subgraph)) === 0);
  });

  it("answers over a fresh connection when PostgreSQL has cut those that it had", async () => {
    expect((await ask({ query })).status).toBe(200);
    for (let time = 0; time < 5; time += 1) {
      await cutConnections(subgraph);
      expect(await (await ask({ query })).json()).toEqual({ data: empty });
    }
  });

  it("says that its database is out of reach when PostgreSQL cuts a transaction at its very end", async () => {
    const ending = subgraph.database.transaction(async (manager) => {
      await manager.query("select 1");
      await cutConnections(subgraph);
    });
    await expect(ending).rejects.toMatchObject({ name: "DatabaseUnavailable" });
    expect((await ask({ query })).status).toBe(200);
  });

  it("gives each cancelled connection back to the pool, whole", async () => {
    await hold();
    // More than the pool has connections: some wait for one when they are given up.
    const goner = new AbortController();
    const asked = Array.from({ length: 15 }, () => ask({ query }, goner.signal).catch(() => "gone"));
    await until("the pool is busy", async () => (await waiting(subgraph)) === 10);
    goner.abort();
    await Promise.all(asked);
    await until("the statements are cancelled", async () => (await waiting(subgraph)) === 0);
    await lock.rollbackTransaction();
    const answers = await Promise.all(Array.from({ length: 15 }, async () => (await ask({ query })).json()));
    expect(answers).toEqual(answers.map(() => ({ data: empty })));
  });
});

it("never cuts a change under way, even when whoever asked for it has gone", async () => {
  const subgraph = await openSubgraph(eer, { GRANT_KEY: TEST_GRANT_KEY });
  const lock = subgraph.owner.createQueryRunner();
  try {
    const url = `${await subgraph.listen()}/graphql`;
    await lock.startTransaction();
    await lock.query("lock table counsellor in access exclusive mode");
    const goner = new AbortController();
    const asked = fetch(url, {
      method: "POST",
      headers: await subgraph.headers(promis),
      body: JSON.stringify({
        query: `mutation ($input: CounsellorAddInput!) { counsellorAdd(input: $input) { counsellor { id } } }`,
        variables: {
          input: {
            reference: randomUUID(),
            subject: randomUUID(),
            name: "Fatou Sarr",
            startedOn: "2020-01-06",
          },
        },
      }),
      signal: goner.signal,
    }).catch(() => "gone");
    const counsellors = async () =>
      Number((await subgraph.owner.query("select count(*) as count from counsellor"))[0].count);
    await until("the change waits", async () => (await waiting(subgraph)) === 1);
    goner.abort();
    expect(await asked).toBe("gone");
    await lock.rollbackTransaction();
    await until("the change is made", async () => (await counsellors()) === 1);
  } finally {
    await lock.release();
    await subgraph.close();
  }
});
