/** Several processes that serve one subgraph, and several gateways before them. */
import { ed25519Key, startHub } from "./testing/hub.ts";
import { startSubgraph } from "./testing/subgraphs.ts";
import { until } from "./testing/until.ts";

const VIEW = `{ candidate(id: "a") { name relocation } }`;
const WHOLE = { candidate: { name: "Amina", relocation: "plan-of-a" } };

async function twoOfEer() {
  const key = await ed25519Key();
  const first = await startSubgraph("eer", key.publicKey);
  const second = await startSubgraph("eer", key.publicKey);
  const hub = await startHub({}, { eer: [first.url, second.url] }, key);
  return {
    hub,
    first,
    second,
    close: async () => {
      await hub.close();
      await Promise.all([first.close(), second.close()]);
    },
  };
}

it("asks the processes of one subgraph in turn", async () => {
  const { hub, first, second, close } = await twoOfEer();
  for (let time = 0; time < 6; time += 1) expect((await hub.ask(VIEW)).data).toEqual(WHOLE);
  expect([first.calls.length, second.calls.length]).toEqual([3, 3]);
  await close();
});

it("answers every question while the processes of a subgraph are replaced one after the other", async () => {
  const { hub, first, second, close } = await twoOfEer();
  let goesOn = true;
  const answers: unknown[] = [];
  const asking = Array.from({ length: 3 }, async () => {
    while (goesOn && answers.length < 2_000) answers.push((await hub.ask(VIEW)).errors ?? "whole");
  });
  const asked = async (more: number) => {
    const before = answers.length;
    await until("more is asked", () => answers.length >= before + more);
  };
  await asked(10);
  await first.close();
  await asked(10);
  await first.open();
  await until("the first is asked again", async () => {
    first.calls.length = 0;
    await asked(5);
    return first.calls.length > 0;
  });
  await second.close();
  await asked(10);
  goesOn = false;
  await Promise.all(asking);
  expect(new Set(answers)).toEqual(new Set(["whole"]));
  await close();
});

it("passes over a process that says it is leaving", async () => {
  const { hub, first, second, close } = await twoOfEer();
  first.ready = false;
  await until("it is passed over", async () => {
    const before = first.calls.length;
    await hub.ask(VIEW);
    await hub.ask(VIEW);
    return first.calls.length === before;
  });
  expect(second.calls.length).toBeGreaterThan(0);
  await close();
});

it("needs no memory of a caller: any gateway answers any question of theirs", async () => {
  const one = await startHub();
  const other = await one.another();
  const token = await one.issuer.token();
  for (const url of [one.url, other.url, one.url, other.url]) {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: VIEW }),
    });
    expect(await response.json()).toEqual({ data: WHOLE });
  }
  await other.stop();
  await one.close();
});
