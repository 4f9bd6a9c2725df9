/** The crash test in small: a few seconds of work, every kind of part killed at random, and nothing lost. */
import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PARTNERS, type PerPartner } from "../local/start/partners.ts";
import { migrate } from "../platform/database.ts";
import { ccmm } from "../subgraphs/ccmm/subgraph.ts";
import { eer } from "../subgraphs/eer/subgraph.ts";
import { fccq } from "../subgraphs/fccq/subgraph.ts";
import { regional } from "../subgraphs/regional/subgraph.ts";
import { registry } from "../subgraphs/registry/subgraph.ts";
import { startCrashHub, type CrashHub } from "./crash/hub.ts";
import { crash } from "./crash/run.ts";
import { openSubscriber, type Subscriber } from "./crash/subscriber.ts";
import { createTestDatabase, testPostgresAdminUrl, type TestDatabase } from "./support/database.ts";

const SUBGRAPHS = { registry, fccq, eer, ccmm, regional };

let folder: string;
let databases: PerPartner<TestDatabase>;
let hub: CrashHub;
let subscriber: Subscriber;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "continuum-crash-"));
  const made: Partial<PerPartner<TestDatabase>> = {};
  for (const name of PARTNERS)
    made[name] = await createTestDatabase(name, async (ownerUrl) => {
      await migrate(ownerUrl, SUBGRAPHS[name].database);
    });
  databases = made as PerPartner<TestDatabase>;
  subscriber = await openSubscriber();
  const adminUrl = testPostgresAdminUrl();
  hub = await startCrashHub({ folder, adminUrl, databases, subscriber: subscriber.host });
});

afterAll(async () => {
  await hub.stop();
  await subscriber.stop();
  await Promise.all(PARTNERS.map((name) => databases[name].drop()));
  rmSync(folder, { recursive: true, force: true });
});

describe("While processes and databases are killed at random", () => {
  it("no milestone that was committed is lost or told twice, every referral is where its trail leads, and a subscriber hears of all", async () => {
    const findings = await crash(hub, {
      seconds: 2,
      kills: 5,
      each: 1,
      pause: [50, 250],
      subscriber,
      hurry: true,
      say: () => undefined,
    });
    expect(findings.committed).toBeGreaterThan(10);
    expect(findings.referrals).toBeGreaterThan(0);
    expect(findings.kills).toBeGreaterThanOrEqual(5);
    expect(findings).toMatchObject({
      delivered: findings.committed,
      lost: 0,
      duplicated: 0,
      unexplained: 0,
      undelivered: 0,
      missed: 0,
    });
    expect(findings.acknowledged).toBeGreaterThan(findings.committed);
  }, 900_000);
});
