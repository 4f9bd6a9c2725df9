/** The regional partners' places reach the registry: what is offered and taken, as it stands, whoever is out of reach. */
import "reflect-metadata";
import type { Ask, Question } from "../../platform/graph-client.ts";
import { startJobs } from "../../platform/jobs.ts";
import { regional } from "../../subgraphs/regional/subgraph.ts";
import { capacityTasks } from "../../subgraphs/regional/tell-capacity.ts";
import { rememberingLog, until } from "../support/background.ts";
import { openRegionalWorld, professional, RIMOUSKI, type RegionalWorld } from "../support/regional-world.ts";

interface Told {
  regionCode: string;
  month: string;
  offered: number;
  reserved: number;
  countedAt: Date;
}

const TAKEN = { status: 200, body: { data: { capacityReport: { userErrors: [] } } } };

let world: RegionalWorld;
let told: Told[];
/** How the graph answers; tests change it. */
let answer: Ask;
let stop: () => Promise<void>;
const { log, lines } = rememberingLog();

const take = async ({ variables }: Question) => {
  told.push((variables as { input: Told }).input);
  return TAKEN;
};

beforeAll(async () => {
  world = await openRegionalWorld();
});
afterAll(() => world.close());

beforeEach(() => {
  told = [];
  answer = take;
  lines.length = 0;
});
afterEach(() => stop());

/** The partners' process begins to tell. */
function start(): void {
  const { url } = world.hub.database.options as { url: string };
  const tasks = capacityTasks({
    credentialsOf: (organisation) => ({ client: `outbox@${organisation}`, secret: "a secret" }),
    ask: (question, credentials, signal) => answer(question, credentials, signal),
  });
  stop = startJobs({ databaseUrl: url, database: regional.database, tasks, log });
}

async function jobsLeft(): Promise<number> {
  const [{ jobs }] = await world.hub.owner.query("select count(*)::int as jobs from graphile_worker.jobs");
  return jobs as number;
}

const last = (month: string) => told.findLast((each) => each.month === month);

describe("The places of a month", () => {
  it("are told in the name of the partner when they are offered, and when a household takes one or gives it back", async () => {
    const clients = new Set<string>();
    answer = (question, credentials) => {
      clients.add(credentials.client);
      return take(question);
    };
    start();
    await world.offer("2026-05-01", 3);
    await until(() => last("2026-05-01")?.offered === 3);
    const caseId = await world.aContactedCase();
    await world.change(professional, "welcomeArrivalPlan", { caseId, expectedOn: "2026-05-20" });
    await until(() => last("2026-05-01")?.reserved === 1);
    await world.change(professional, "welcomeCaseCancel", { caseId, reason: "LOST_CONTACT" });
    await until(() => last("2026-05-01")?.reserved === 0);
    expect([...clients]).toEqual([`outbox@${RIMOUSKI}`]);
    const counted = told.map(({ countedAt }) => countedAt.getTime());
    expect(counted).toEqual([...counted].sort((one, other) => one - other));
  });

  it("are told once they stand, however often they changed while nobody listened", async () => {
    for (const offered of [1, 2, 7]) await world.offer("2026-06-01", offered);
    start();
    await until(() => told.length > 0);
    expect(told.map(({ month, offered }) => [month, offered])).toEqual([["2026-06-01", 7]]);
  });

  it("are told again when the graph did not answer", async () => {
    let tries = 0;
    answer = (question) => {
      tries += 1;
      return tries === 1 ? Promise.resolve({ status: 503, body: null }) : take(question);
    };
    start();
    await world.offer("2026-07-01", 4);
    await until(() => told.length > 0);
    expect(last("2026-07-01")).toMatchObject({ regionCode: "01", offered: 4 });
    expect(lines.some((line) => line.includes("HTTP_503"))).toBe(true);
  });

  it("that the registry refuses are left to a person, and told no more", async () => {
    answer = async (question) => {
      await take(question);
      const userErrors = [{ code: "NOT_ALLOWED", message: "Not your region." }];
      return { status: 200, body: { data: { capacityReport: { userErrors } } } };
    };
    start();
    await world.offer("2026-08-01", 2);
    await until(() => lines.some((line) => line.includes("the registry refused a capacity")));
    // The job ends a moment after the line is written: what was refused is not kept to be tried again.
    await until(async () => (await jobsLeft()) === 0);
    expect(told).toHaveLength(1);
  });
});
