/** Who waits for a turn at a subgraph, and who is refused. */
import { Clock } from "./clock.ts";
import { SubgraphTurns } from "./subgraph-turns.ts";

const clocks: Clock[] = [];
afterAll(() => {
  for (const clock of clocks) clock.stop();
});
const nobody = patient(undefined);

/** Waits for as long as it takes, unless `gone`. */
function patient(gone: AbortSignal | undefined): Clock {
  const clock = new Clock({ deadline: Infinity, gone }, 600_000);
  clocks.push(clock);
  return clock;
}

it("lets so many at once, and the next when one of them is done", async () => {
  const turns = new SubgraphTurns(2, 10);
  const end = await turns.take(nobody);
  await turns.take(nobody);
  let begun = false;
  const third = turns.take(nobody).then((done) => {
    begun = true;
    return done;
  });
  await Promise.resolve();
  expect(begun).toBe(false);
  end();
  await third;
  expect(begun).toBe(true);
});

it("refuses at once who comes when too many wait", async () => {
  const turns = new SubgraphTurns(1, 1);
  await turns.take(nobody);
  void turns.take(nobody);
  await expect(turns.take(nobody)).rejects.toThrow("QUEUE_FULL");
});

it("forgets who waits no longer, and hands the turn to the next", async () => {
  const turns = new SubgraphTurns(1, 2);
  const end = await turns.take(nobody);
  const goner = new AbortController();
  const gone = turns.take(patient(goner.signal));
  const next = turns.take(nobody);
  goner.abort();
  await expect(gone).rejects.toThrow("CLIENT_GONE");
  end();
  (await next)();
  await expect(turns.take(nobody)).resolves.toBeInstanceOf(Function);
});
