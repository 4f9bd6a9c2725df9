/**
 * `npm run identity:lookup [-- --sizes 10000,100000,1000000 --lookups 2000]`: what it costs to know at the door who
 * somebody is, as the register grows: the lookup of those alike and their comparison, on a PostgreSQL of its own.
 */
import "reflect-metadata";
import { parseArgs } from "node:util";
import type { DataSource } from "typeorm";
import { v7 as uuid } from "uuid";
import { connect, createDatabase, migrate } from "../../platform/database.ts";
import { databaseUrl } from "../../platform/provision-database.ts";
import { runStatementsSafely } from "../../platform/query-runner.ts";
import { keysOf, normalise } from "../../subgraphs/registry/domain/identity/index.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { Recogniser } from "../../subgraphs/registry/store/identify-many.ts";
import { decideAmong } from "../../subgraphs/registry/store/identify.ts";
import { findAlike } from "../../subgraphs/registry/store/identity-lookup.ts";
import { cpuTimes, machineTime } from "../bench/cpu.ts";
import { percentile, rounded } from "../bench/figures.ts";
import { createTestDatabase, testPostgresAdminUrl } from "../support/database.ts";
import startTestPostgres from "../support/global-setup.ts";
import stopTestPostgres from "../support/global-teardown.ts";
import { newcomer } from "./crowd.ts";
import { fillRegistry } from "./fill-registry.ts";
import { commonKeys, lookupPlan, pagesRead } from "./lookup-plan.ts";

/** What is not in memory yet is read first; that is another question. */
const WARM_UP = 300;
/** So many at once, as an import brings them. */
const SCORED = 10_000;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    lookups: { type: "string", default: "2000" },
    plan: { type: "boolean", default: false },
  },
});
const sizes = values.sizes.split(",").map(Number);
const lookups = Number(values.lookups);
if (!(lookups > 0) || sizes.some((size, place) => !(size > (sizes[place - 1] ?? 0)))) {
  console.error(
    "Use npm run identity:lookup -- --sizes 10000,100000 --lookups 2000, with --plan for the plan.",
  );
  process.exit(1);
}

await startTestPostgres();
try {
  const test = await createTestDatabase("registry", async (url) => {
    await migrate(url, database);
  });
  const adminUrl = databaseUrl(testPostgresAdminUrl(), new URL(test.url).pathname.slice(1));
  const registry = await connect(createDatabase(test.url, database, 1));
  // As a subgraph sends its statements.
  runStatementsSafely(registry, test.url);
  const figures = [];
  for (const [place, size] of sizes.entries()) {
    const started = performance.now();
    await fillRegistry(adminUrl, sizes[place - 1] ?? 0, size);
    const loaded = rounded((performance.now() - started) / 1000);
    console.error(`${size} registrations, loaded in ${loaded} s`);
    figures.push({
      registrations: size,
      ...(await measure(registry, size)),
      pages: await pagesRead(adminUrl, size, Math.min(lookups, 300)),
      commonest: await commonKeys(adminUrl),
      ...(place === 0 ? { secondsForTenThousand: await scoreMany(registry, size) } : {}),
    });
    console.error(JSON.stringify(figures.at(-1)));
  }
  if (values.plan) console.error(await lookupPlan(adminUrl, sizes.at(-1) ?? 0));
  await registry.destroy();
  console.log(JSON.stringify({ lookups, sizes: figures }));
} finally {
  await stopTestPostgres();
}

/** Milliseconds of one lookup: keys made, those alike found, compared and decided; and what it takes of the processors. */
async function measure(registry: DataSource, size: number) {
  const [{ pid }]: [{ pid: number }] = await registry.query("select pg_backend_pid() as pid");
  const cpu = () => ({ ...cpuTimes({ node: process.pid, postgres: pid }), machine: machineTime() });
  let [before, began] = [cpu(), performance.now()];
  const whole: number[] = [];
  const sql: number[] = [];
  let alike = 0;
  for (let number = 0; number < WARM_UP + lookups; number += 1) {
    const { declared } = newcomer(number, size);
    if (number === WARM_UP) [before, began] = [cpu(), performance.now()];
    const started = performance.now();
    const person = normalise(declared);
    const asked = performance.now();
    const found = await findAlike(registry.manager, keysOf(person), null);
    const answered = performance.now();
    const possible = found.map(({ candidateId, established, registrations }) => ({
      id: candidateId,
      established,
      registrations: (registrations ?? []).map((said) => ({ id: said.id, person: normalise(said) })),
    }));
    await decideAmong({ id: "newcomer", person }, possible, () => Promise.resolve(false), true);
    if (number < WARM_UP) continue;
    whole.push(performance.now() - started);
    sql.push(answered - asked);
    alike += found.length;
  }
  const of = (times: number[], share: number) => rounded(percentile(times, share));
  const after = cpu();
  const spent = { node: after.node - before.node, postgres: after.postgres - before.postgres };
  const others = after.machine - before.machine - spent.node - spent.postgres;
  return {
    cpu: { node: rounded(spent.node / lookups), postgres: rounded(spent.postgres / lookups) },
    /** Processors that other programs kept busy meanwhile. */
    othersTook: rounded(Math.max(0, others) / (performance.now() - began)),
    p50: of(whole, 0.5),
    p95: of(whole, 0.95),
    p99: of(whole, 0.99),
    sqlP50: of(sql, 0.5),
    sqlP95: of(sql, 0.95),
    alike: rounded(alike / lookups),
  };
}

/** Seconds to know who ten thousand are among ten thousand, as an import asks it. */
async function scoreMany(registry: DataSource, size: number): Promise<number | null> {
  const started = performance.now();
  for (let from = 0; from < SCORED; from += 1_000) {
    const newcomers = Array.from({ length: 1_000 }, (_, place) => {
      const person = normalise(newcomer(from + place, size).declared);
      return { id: uuid(), candidateId: uuid(), person, keys: keysOf(person) };
    });
    await new Recogniser(registry.manager, new Date()).recognise(newcomers);
  }
  return rounded((performance.now() - started) / 1000);
}
