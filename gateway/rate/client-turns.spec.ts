/** Turns of clients: greed waits behind itself. */
import { Refusal } from "../refusal.ts";
import { ClientTurns } from "./client-turns.ts";

const here = new AbortController().signal;
const SETTINGS = { all: 2, perClient: 1, waitingPerClient: 2, patience: 60_000 };

/** Lets everything that can go on do so. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

it("serves the lines of the clients in turn, not the longest first", async () => {
  const turns = new ClientTurns({ all: 1, perClient: 1, waitingPerClient: 10, patience: 60_000 });
  const order: string[] = [];
  const end = await turns.take("first", here);
  const all = ["greedy", "greedy", "greedy", "modest", "other"].map(async (client) => {
    const done = await turns.take(client, here);
    order.push(client);
    await settle();
    done();
  });
  await settle();
  end();
  await Promise.all(all);
  expect(order).toEqual(["greedy", "modest", "other", "greedy", "greedy"]);
  expect(turns.load).toEqual({ running: 0, waiting: 0, longestLine: 0 });
});

it("lets one client hold no more than its own places, while another finds room", async () => {
  const turns = new ClientTurns(SETTINGS);
  await turns.take("greedy", here);
  let second = false;
  const gone = new AbortController();
  const waiting = turns.take("greedy", gone.signal).then(() => (second = true));
  await turns.take("modest", here);
  await settle();
  expect(second).toBe(false);
  gone.abort();
  await expect(waiting).rejects.toBeInstanceOf(Refusal);
});

it("refuses who waits in too long a line, at once and with when to try again", async () => {
  const turns = new ClientTurns(SETTINGS);
  await turns.take("greedy", here);
  const gone = new AbortController();
  const waiting = [1, 2].map(() => turns.take("greedy", gone.signal));
  const refusal = await turns.take("greedy", here).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: "OVERLOADED", particulars: { headers: { "retry-after": "1" } } });
  gone.abort();
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

it("lets go of who waited too long, and of who went away", async () => {
  const turns = new ClientTurns({ ...SETTINGS, patience: 1 });
  const end = await turns.take("a", here);
  await expect(turns.take("a", here)).rejects.toMatchObject({ code: "OVERLOADED" });
  const patient = new ClientTurns(SETTINGS);
  const endOther = await patient.take("a", here);
  const gone = new AbortController();
  const waiting = patient.take("a", gone.signal);
  gone.abort();
  await expect(waiting).rejects.toMatchObject({ code: "OVERLOADED" });
  end();
  end();
  endOther();
  expect([turns.load, patient.load]).toEqual([
    { running: 0, waiting: 0, longestLine: 0 },
    { running: 0, waiting: 0, longestLine: 0 },
  ]);
});
