/** From a change at FCCQ to a graph that takes it, refuses it, or is not there: nothing is lost, nothing told twice. */
import "reflect-metadata";
import { deliveryOf } from "../platform/deliver.ts";
import { OutOfReach, RefusedWhole, type Delivery, type Outgoing, type Report } from "../platform/delivery.ts";
import { startJobs } from "../platform/jobs.ts";
import { fccq } from "../subgraphs/fccq/subgraph.ts";
import { rememberingLog, until } from "./support/background.ts";
import { officer, openWorld, read, type World } from "./support/fccq-world.ts";
import { viewer } from "./support/subgraph.ts";

let world: World;
/** What the graph took, in order. */
let taken: Outgoing[];
/** How the graph answers; tests change it. */
let answer: Delivery;
let stop: () => Promise<void>;
const { log, lines } = rememberingLog();

const take = async (milestones: readonly Outgoing[]): Promise<Report[]> => {
  taken.push(...milestones);
  return milestones.map(({ sourceId }) => ({ sourceId, error: null }));
};

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  taken = [];
  answer = take;
  lines.length = 0;
  await world.hub.owner.query("delete from outbox");
});

/** FCCQ's process begins to deliver to the graph. */
function start(): void {
  const { url } = world.hub.database.options as { url: string };
  const delivery: Delivery = (milestones, credentials, signal) => answer(milestones, credentials, signal);
  const tasks = deliveryOf({ fccq: { client: "outbox@fccq", secret: "a secret" } }, delivery);
  stop = startJobs({ databaseUrl: url, database: fccq.database, tasks, log });
}

const states = async (): Promise<Record<string, number>> => {
  const rows: { state: string; count: number }[] = await world.hub.owner.query(
    "select state, count(*)::int as count from outbox group by state",
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

async function propose(): Promise<string> {
  const { id: participantId } = await world.participant();
  const { id: positionId } = await world.position();
  const { thing } = await world.change("offerPropose", "offer { id }", { participantId, positionId });
  return thing?.id ?? "";
}

describe("A milestone", () => {
  afterEach(() => stop());

  it("is delivered once for each change, with the day it happened and an id of its own", async () => {
    start();
    const offer = await propose();
    await world.change("offerRefuse", "offer { id }", { offerId: offer, reason: "Le salaire." });
    await until(async () => (await states())["DELIVERED"] === 2);
    expect(taken.map(({ kind, sourceId }) => [kind, sourceId]).sort()).toEqual([
      ["OFFER_PROPOSED", `offer:${offer}:proposed`],
      ["OFFER_REFUSED", `offer:${offer}:refused`],
    ]);
    for (const { occurredAt } of taken) expect(occurredAt).toEqual(world.clock.now);
  });

  it("is not told of a change that is refused", async () => {
    start();
    const offer = await propose();
    const { errors } = await world.change("offerRefuse", "offer { id }", { offerId: offer, reason: "" });
    expect(errors[0]?.code).toBe("REQUIRED");
    await until(async () => (await states())["DELIVERED"] === 1);
    expect(await states()).toEqual({ DELIVERED: 1 });
  });

  it("waits while the graph is out of reach, and is delivered when it is back", async () => {
    let tries = 0;
    answer = async (milestones) => {
      tries += 1;
      if (tries <= 3) throw new OutOfReach("OUT_OF_REACH", "The graph does not answer.");
      return take(milestones);
    };
    start();
    await propose();
    await propose();
    await until(async () => (await states())["DELIVERED"] === 2);
    expect(taken).toHaveLength(2);
    expect(lines.some((line) => line.includes("they are tried again"))).toBe(true);
  });

  it("goes in a batch with the others that wait", async () => {
    for (let offers = 0; offers < 5; offers += 1) await propose();
    const sizes: number[] = [];
    answer = (milestones) => {
      sizes.push(milestones.length);
      return take(milestones);
    };
    start();
    await until(async () => (await states())["DELIVERED"] === 5);
    expect(sizes).toEqual([5]);
  });

  it("that spoils its batch is set aside, and the others are delivered", async () => {
    const offers = [];
    for (let count = 0; count < 5; count += 1) offers.push(await propose());
    const spoiled = `offer:${offers[3]}:proposed`;
    answer = async (milestones) => {
      if (milestones.some(({ sourceId }) => sourceId === spoiled))
        throw new RefusedWhole("BAD_USER_INPUT", "A kind that nobody knows.");
      return take(milestones);
    };
    start();
    await until(async () => (await states())["UNDELIVERED"] === 1 && (await states())["DELIVERED"] === 4);
    expect(taken).toHaveLength(4);
  });
});

describe("A milestone that the registry refuses", () => {
  const LIST =
    "{ matchingUndeliveredMilestones { nodes { id kind sourceId state attempts problem message } } }";
  const listed = async () =>
    (await read<{ matchingUndeliveredMilestones: { nodes: { id: string }[] } }>(world.hub, officer, LIST))
      .matchingUndeliveredMilestones.nodes;

  beforeEach(() => {
    answer = async (milestones) =>
      milestones.map(({ sourceId }) => ({
        sourceId,
        error: { code: "NOT_ALLOWED", message: "OFFER_PROPOSED is reported by MATCHING." },
      }));
    start();
  });
  afterEach(() => stop());

  it("is listed with the reason for FCCQ's own staff, and delivered when they try again", async () => {
    const offer = await propose();
    await until(async () => (await states())["UNDELIVERED"] === 1);
    const [node] = await listed();
    expect(node).toMatchObject({
      kind: "OFFER_PROPOSED",
      sourceId: `offer:${offer}:proposed`,
      state: "UNDELIVERED",
      problem: "NOT_ALLOWED",
      message: "OFFER_PROPOSED is reported by MATCHING.",
    });
    answer = take;
    const retried = await world.change("matchingMilestoneRetry", "milestone { id state attempts problem }", {
      milestoneId: node?.id,
    });
    expect(retried.thing).toEqual({ id: node?.id, state: "WAITING", attempts: 0, problem: null });
    await until(async () => (await states())["DELIVERED"] === 1);
    expect(await listed()).toEqual([]);
    const again = await world.change("matchingMilestoneRetry", "milestone { id }", { milestoneId: node?.id });
    expect(again.errors[0]?.code).toBe("WRONG_STATE");
  });

  it("is nobody else's to see or to retry", async () => {
    await propose();
    await until(async () => (await states())["UNDELIVERED"] === 1);
    const [node] = await listed();
    const counsellor = viewer("promis", "COUNSELLOR");
    const { errors } = await world.hub.ask(counsellor, LIST);
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const input = { milestoneId: node?.id };
    const retried = await world.change("matchingMilestoneRetry", "milestone { id }", input, counsellor);
    expect(retried.errors[0]?.code).toBe("NOT_ALLOWED");
  });

  it("leaves one line in the log that names nobody", async () => {
    await propose();
    await until(async () => (await states())["UNDELIVERED"] === 1);
    const about = lines.filter((line) => line.includes("a person has to look"));
    expect(about).toHaveLength(1);
    const [row] = await world.hub.owner.query("select registration_id from outbox");
    expect(lines.join("\n")).not.toContain(row.registration_id);
  });
});
