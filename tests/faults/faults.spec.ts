/** Things go wrong in the whole hub, in small: every answer is right, or says which section is missing and why. */
import { fault } from "./faults.ts";
import { startFaultsHub, type FaultsHub } from "./hub.ts";
import { runFaults } from "./run.ts";

let hub: FaultsHub;
beforeAll(async () => {
  hub = await startFaultsHub();
});
afterAll(() => hub.stop());

it("answers rightly, or says what is missing, while subgraphs and databases fail, and comes back by itself", async () => {
  const outcome = await runFaults(hub, {
    rounds: [
      [fault("fccq freezes"), fault("eer resets connections")],
      [fault("the database of regional cannot be reached"), fault("ccmm answers garbage")],
      [fault("the database of eer freezes")],
      [fault("registry sends half of each body"), fault("fccq answers 500")],
    ],
    hold: 700,
    connections: 3,
  });
  expect(outcome).toMatchObject({ findings: [], stuck: [], wrong: 0, hung: 0 });
  expect(outcome.right).toBeGreaterThan(0);
  expect(outcome.partial).toBeGreaterThan(0);
  expect(outcome.memory.after).toBeLessThan(outcome.memory.before * 1.5 + 30);
});
