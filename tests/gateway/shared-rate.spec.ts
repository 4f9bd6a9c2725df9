/** Several gateways count together when they share a store, and each alone while it is down. */
import type { Log } from "../../platform/log.ts";
import { openRate, type Rate } from "../../gateway/rate/rate.ts";
import {
  createTestDatabase,
  testPostgresAdminUrl,
  withClient,
  type TestDatabase,
} from "../support/database.ts";

const log = { warn: () => undefined } as unknown as Log;
const amina = { subject: "amina", organisation: "promis" };
let database: TestDatabase;
let gateways: Rate[] = [];

beforeAll(async () => {
  database = await createTestDatabase("gateway", async () => undefined);
  const settings = {
    perClient: 10,
    perOrganisation: 0,
    planningPerClient: 0,
    databaseUrl: database.ownerUrl,
  };
  // Both at once, as two replicas start: one makes the table, the other finds it.
  gateways = await Promise.all([openRate(settings, log), openRate(settings, log)]);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()));
  await database.drop();
});

it("counts what was spent at the other gateway", async () => {
  const [first, second] = gateways as [Rate, Rate];
  await first.spend(amina, 6);
  await expect(second.spend(amina, 6)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

it("goes on counting alone when the store goes away", async () => {
  const [first] = gateways as [Rate, Rate];
  const name = new URL(database.url).pathname.slice(1);
  await withClient(testPostgresAdminUrl(), async (admin) => {
    await admin.query(`alter database "${name}" allow_connections false`);
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  });
  const other = { subject: "other", organisation: "ccmm" };
  expect(await first.spend(other, 6)).toMatchObject({ "ratelimit-remaining": "4" });
  await expect(first.spend(other, 6)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});
