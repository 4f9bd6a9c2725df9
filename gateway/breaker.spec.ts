/** When the breaker of an address opens, and how it closes by itself. */
import { Breaker, FAILURES, type BreakerState } from "./breaker.ts";
import { until } from "./testing/until.ts";

let isReady: boolean;
let seen: BreakerState[];
let breaker: Breaker;
beforeEach(() => {
  isReady = false;
  seen = [];
  breaker = new Breaker({
    probe: async () => isReady,
    onChange: (state) => seen.push(state),
    probeEvery: 5,
  });
});
afterEach(() => breaker.close());

const fail = (times: number) => {
  for (let time = 0; time < times; time += 1) breaker.enter()?.failed();
};

it("stays closed while failures are followed by successes", () => {
  for (let round = 0; round < 5; round += 1) {
    fail(FAILURES - 1);
    breaker.enter()?.succeeded();
  }
  expect(breaker.state).toBe("closed");
});

it("opens after several failures in a row, and then lets nobody wait", () => {
  fail(FAILURES);
  expect(breaker.state).toBe("open");
  expect(breaker.enter()).toBeNull();
});

it("stays open as long as the address does not say that it is ready", async () => {
  fail(FAILURES);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(breaker.state).toBe("open");
});

it("lets one question through when the address says that it is ready, and all once that is answered", async () => {
  fail(FAILURES);
  isReady = true;
  await until("it is half open", () => breaker.state === "half-open");
  const trial = breaker.enter();
  expect(trial).not.toBeNull();
  expect(breaker.enter()).toBeNull();
  trial?.succeeded();
  expect(breaker.enter()).not.toBeNull();
  expect(seen).toEqual(["open", "half-open", "closed"]);
});

it("opens again when that question fails", async () => {
  fail(FAILURES);
  isReady = true;
  await until("it is half open", () => breaker.state === "half-open");
  breaker.enter()?.failed();
  expect(breaker.state).toBe("open");
  await until("it is half open again", () => breaker.state === "half-open");
});

it("gives the next question the trial when the caller of the first went away", async () => {
  fail(FAILURES);
  isReady = true;
  await until("it is half open", () => breaker.state === "half-open");
  breaker.enter()?.neither();
  expect(breaker.enter()).not.toBeNull();
});

it("learns nothing from answers to what was asked before it opened", async () => {
  const late = breaker.enter();
  fail(FAILURES);
  late?.succeeded();
  expect(breaker.state).toBe("open");
});
