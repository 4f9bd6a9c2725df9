/**
 * Milestones from end to end, on the demonstration world: how long from a change that is committed at EER until the
 * person's file at the gateway shows it, and how many a second go from the partners' outboxes into the registry.
 */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import { perPartner } from "../../local/start/partners.ts";
import * as service from "../../local/start/services.ts";
import { dayInQuebec, type Work } from "../../platform/action.ts";
import { connect, createDatabase } from "../../platform/database.ts";
import { tell } from "../../platform/outbox.ts";
import { outstanding } from "../crash/checks.ts";
import { startCrashHub, type CrashHub } from "../crash/hub.ts";
import { finishService, startOwnServer, type OwnServer } from "../crash/own-server.ts";
import { percentile, rounded } from "./figures.ts";
import { say, step } from "./terminal.ts";

const FIRST_PORT = 29_500;
const COUNSELLOR = "counsellor@promis";

export interface MilestoneFigures {
  /** Milliseconds from the answer of `readinessDeclare` until the person's file shows the milestone and the stage. */
  seen: { p50: number | null; p99: number | null; rounds: number };
  /** Milestones committed one by one at their sources, delivered, folded and stored, while all of it goes on at once. */
  sustained: { perSecond: number | null; milestones: number };
}

/** Measures on a hub of its own; `rounds` declarations, and `seconds` of as many milestones as go. */
export async function benchMilestones(rounds: number, seconds: number): Promise<MilestoneFigures> {
  const server = await step("PostgreSQL and tables", () => startOwnServer(FIRST_PORT));
  const stops = [server.stop];
  try {
    const world = service.world(perPartner((name) => server.databases[name].ownerUrl));
    const env = { ...world.env, WORLD_FILE: join(server.folder, "world.json") };
    await step("the demonstration world", () =>
      finishService({ ...world, env }, join(server.folder, "logs")),
    );
    const hub = await startCrashHub({ ...server });
    stops.push(hub.stop);
    await step("login, subgraphs and gateway", hub.ready);
    const waits = await step("declarations, one after the other", () => declare(hub, rounds));
    const { perSecond, milestones } = await step("as many milestones as go", () =>
      sustain(hub, server, seconds),
    );
    const seen = {
      p50: rounded(percentile(waits, 0.5)),
      p99: rounded(percentile(waits, 0.99)),
      rounds: waits.length,
    };
    say(`  committed at EER until seen at the gateway: p50 ${seen.p50} ms, p99 ${seen.p99} ms`);
    say(`  sustained: ${Math.round(perSecond)} milestones a second (${milestones} in all)`);
    return { seen, sustained: { perSecond: rounded(perSecond), milestones } };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

interface Ready {
  fileId: string;
  readinessId: string;
  registrationId: string;
}

/** Withdraws and declares anew the readiness of people of PROMIS; gives the time until each is seen, in milliseconds. */
async function declare(hub: CrashHub, rounds: number): Promise<number[]> {
  const { rows: people } = await hub.inspect("eer", (eer) =>
    eer.query<Ready>(
      `select file.id as "fileId", readiness.id as "readinessId", registration_id as "registrationId"
       from readiness join employability_file file using (tenant, registration_id)
       join household_member member using (tenant, registration_id)
       join counsellor_assignment assignment using (tenant, household_id)
       where tenant = 'promis' and withdrawn_at is null and member.left_on is null and assignment.until is null
       order by registration_id`,
    ),
  );
  const ask = asker(hub, await hub.token(COUNSELLOR));
  const waits: number[] = [];
  for (let tries = 0; waits.length < rounds && tries < rounds * 2; tries += 1) {
    const person = people[tries % people.length];
    if (!person) throw new Error("Nobody of PROMIS is ready in this world.");
    const wait = await declareOne(hub, ask, person);
    if (wait !== null) waits.push(wait);
  }
  return waits;
}

type Ask = (query: string, variables: object) => Promise<Record<string, never>>;

async function declareOne(hub: CrashHub, ask: Ask, person: Ready): Promise<number | null> {
  const { rows } = await hub.inspect("registry", (registry) =>
    registry.query<{ id: string }>("select candidate_id as id from registration where id = $1", [
      person.registrationId,
    ]),
  );
  await ask(
    "mutation ($input: ReadinessWithdrawInput!) { readinessWithdraw(input: $input) { userErrors { code } } }",
    { input: { reference: randomUUID(), readinessId: person.readinessId, reason: "Mesure." } },
  );
  const { readinessDeclare } = await ask(
    `mutation ($input: ReadinessDeclareInput!) {
       readinessDeclare(input: $input) { readiness { id declaredAt } userErrors { code } } }`,
    { input: { reference: randomUUID(), fileId: person.fileId } },
  );
  const committed = performance.now();
  const { readiness } = readinessDeclare as unknown as {
    readiness: { id: string; declaredAt: string } | null;
  };
  // Not everybody who was declared ready once would be today.
  if (!readiness) return null;
  person.readinessId = readiness.id;
  for (;;) {
    const { candidate } = (await ask(
      "query ($id: ID!) { candidate(id: $id) { stage { code } timeline(first: 5) { nodes { kind occurredAt } } } }",
      { id: rows[0]?.id },
    )) as unknown as { candidate: { timeline: { nodes: { kind: string; occurredAt: string }[] } } };
    const seen = candidate.timeline.nodes.some(
      ({ kind, occurredAt }) =>
        kind === "READY_DECLARED" && Date.parse(occurredAt) === Date.parse(readiness.declaredAt),
    );
    if (seen) return performance.now() - committed;
    if (performance.now() - committed > 60_000)
      throw new Error("A declaration was not seen within a minute.");
  }
}

function asker(hub: CrashHub, token: string): Ask {
  return async (query, variables) => {
    const response = await fetch(`${hub.gatewayUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data: Record<string, never>;
      errors?: { message: string }[];
    };
    if (errors) throw new Error(errors[0]?.message);
    return data;
  };
}

/** The organisations that tell, and the subgraph of each. */
const TELLERS = [
  ["promis", "eer", "COUNSELLOR_ASSIGNED"],
  ["inici", "eer", "COUNSELLOR_ASSIGNED"],
  ["fccq", "fccq", "OFFER_PROPOSED"],
  ["ccmm", "ccmm", "PASSERELLE_ADVISER_CALL"],
] as const;

/** Tells milestones as changes do, each in a transaction of its own, until the time is up; then waits for the last. */
async function sustain(
  hub: CrashHub,
  server: OwnServer,
  seconds: number,
): Promise<{ perSecond: number; milestones: number }> {
  const began = performance.now();
  const told = await Promise.all(
    TELLERS.map(([organisation, name, kind]) => tellAll(hub, server, { organisation, name, kind, seconds })),
  );
  while ((await outstanding(hub)).waiting > 0) await pause(50);
  const milestones = told.reduce((sum, count) => sum + count, 0);
  return { milestones, perSecond: (milestones * 1_000) / (performance.now() - began) };
}

interface Telling {
  organisation: string;
  name: "eer" | "fccq" | "ccmm";
  kind: string;
  seconds: number;
}

/** Told faster than the registry takes them they would only wait: so many at a time are on their way at most. */
const MOST_WAITING = 2_000;
/** People of one organisation who record something at the same moment. */
const AT_ONCE = 4;

async function tellAll(hub: CrashHub, server: OwnServer, telling: Telling): Promise<number> {
  const { organisation, name, kind, seconds } = telling;
  const { rows } = await hub.inspect("registry", (registry) =>
    registry.query<{ id: string }>("select id from registration where organisation_code = $1 limit 1000", [
      organisation,
    ]),
  );
  const database = await connect(
    createDatabase(server.databases[name].url, { rows: [], migrations: [], retention: [] }, AT_ONCE),
  );
  const until = performance.now() + seconds * 1_000;
  let count = 0;
  const tellOne = () => {
    const now = new Date();
    const { id: registrationId = "" } = rows[count % rows.length] ?? {};
    count += 1;
    return database.transaction(async (manager) => {
      await manager.query("select set_config('app.tenant', $1, true)", [organisation]);
      const work = { manager, now, today: dayInQuebec(now), viewer: { organisation } } as Work;
      await tell(work, { kind, registrationId, sourceId: `bench:${uuid()}` });
    });
  };
  try {
    while (performance.now() < until) {
      const people = Array.from({ length: AT_ONCE }, async () => {
        for (let each = 0; each < 50; each += 1) await tellOne();
      });
      await Promise.all(people);
      while (performance.now() < until && (await outstanding(hub)).waiting > MOST_WAITING) await pause(20);
    }
  } finally {
    await database.destroy();
  }
  return count;
}
