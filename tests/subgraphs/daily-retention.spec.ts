/** The schedule of retention without anybody's asking: once a day, by whichever replica comes first, as the service's role. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { startDailyRetention } from "../../platform/daily-retention.ts";
import { until } from "../support/background.ts";
import { silentLog } from "../support/log.ts";
import { retire } from "../../platform/retention.ts";
import { fccq } from "../../subgraphs/fccq/subgraph.ts";
import { regional } from "../../subgraphs/regional/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, type TestSubgraph } from "../support/subgraph.ts";

const { retention } = regional.database;
const TODAY = new Date();

let hub: TestSubgraph;
beforeEach(async () => {
  hub = await openSubgraph(regional, { GRANT_KEY: TEST_GRANT_KEY });
});
afterEach(() => hub.close());

/** A change of so many years ago, in the trace that is kept for three. */
async function aChange(years: number): Promise<void> {
  await hub.owner.query(
    `insert into change (organisation, action, reference, fingerprint, thing_id, made_by, request_id, made_at)
     values ('estrie-1', 'visitPlan', $1, '\\x00', $2, 'somebody', $2, now() - make_interval(years => $3))`,
    [randomUUID(), randomUUID(), years],
  );
}

const changes = async (): Promise<number> =>
  ((await hub.owner.query("select count(*)::int as count from change")) as { count: number }[])[0]?.count ??
  -1;

const runs = async (rule = "changes"): Promise<{ rows: number }[]> =>
  hub.owner.query("select rows from retention_run where rule = $1 order by ran_at", [rule]);

describe("A subgraph that serves", () => {
  it("carries its schedule out by itself, though its role may not write the trail", async () => {
    await aChange(4);
    await aChange(2);
    const stop = startDailyRetention(hub.database, retention, silentLog);
    await until(async () => (await runs(retention.at(-1)?.name)).length === 1);
    await stop();
    expect(await changes()).toBe(1);
    expect(await runs()).toEqual([{ rows: 1 }]);
    await expect(hub.database.query("delete from retention_run")).rejects.toThrow("permission denied");
    await expect(hub.database.query("update retention_rule set years = 1")).rejects.toThrow(
      "permission denied",
    );
  });

  it("does so once a day, and again when the day has changed", async () => {
    // Two days apart: a day on which the clocks go back is longer than 24 hours.
    let now = new Date(TODAY.getTime() - 3 * 86_400_000);
    const stop = startDailyRetention(hub.database, retention, silentLog, () => now, 20);
    await until(async () => (await runs(retention.at(-1)?.name)).length === 1);
    await aChange(4);
    await pause(200);
    expect(await runs()).toHaveLength(1);
    expect(await changes()).toBe(1);
    now = new Date(TODAY.getTime() - 86_400_000);
    await until(async () => (await runs(retention.at(-1)?.name)).length === 2);
    await stop();
    expect(await runs()).toEqual([{ rows: 0 }, { rows: 1 }]);
    expect(await changes()).toBe(0);
  });

  it("takes turns with its replicas: each rule is carried out once", async () => {
    await aChange(4);
    const all = await Promise.all(
      [1, 2, 3].map(() => retire(hub.database, retention, TODAY, { onceADay: true })),
    );
    expect(
      all
        .flat()
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(retention.map(({ name }) => name).sort());
    expect(await runs()).toEqual([{ rows: 1 }]);
  });

  it("is held to the database's own clock: what the schedule keeps cannot be taken away early", async () => {
    await aChange(2);
    const early = new Date(TODAY.getTime() + 3 * 365 * 86_400_000);
    await expect(retire(hub.database, retention, early)).rejects.toThrow("the schedule keeps this still");
    expect(await changes()).toBe(1);
  });

  it("tries again after a failure, and goes on serving", async () => {
    const failing = { transaction: () => Promise.reject(new Error("no connection")) } as never as DataSource;
    let looks = 0;
    const log = { ...silentLog, error: () => (looks += 1) } as never as typeof silentLog;
    const stop = startDailyRetention(failing, fccq.database.retention, log, () => TODAY, 10);
    await until(async () => looks > 1);
    await stop();
  });
});
