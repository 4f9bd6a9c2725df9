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

it("answers every question while gateways behind one address are replaced, one after the other", async () => {
  const hub = await startHub({ stopDelay: 1_000 });
  const gateways = new Map([[hub.url, true]]);
  const join = async () => {
    const made = await hub.another();
    gateways.set(made.url, true);
    return made;
  };
  const second = await join();
  // What a load balancer does: it asks each whether it is ready, and sends to those that are, in turn.
  const looking = setInterval(() => {
    for (const url of gateways.keys())
      void fetch(`${url}/health/ready`).then(
        ({ ok }) => gateways.set(url, ok),
        () => gateways.set(url, false),
      );
  }, 20);
  const token = await hub.issuer.token();
  const seen: [string, unknown][] = [];
  let turn = 0;
  let goesOn = true;
  const asking = Array.from({ length: 3 }, async () => {
    while (goesOn && seen.length < 3_000) {
      const ready = [...gateways].flatMap(([url, isReady]) => (isReady ? [url] : []));
      const url = ready[(turn += 1) % ready.length];
      // One that is just asked whether it is ready may be late: a balancer waits for the next word.
      if (url === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      const answer = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: VIEW }),
      }).then(
        (response) => response.json(),
        // A balancer that was not told in time goes to the next: nothing was sent.
        (error: { cause?: { code?: string } }) =>
          error.cause?.code === "ECONNREFUSED" ? null : String(error),
      );
      if (answer !== null) seen.push([url, answer]);
    }
  });
  const asked = async (url: string) => {
    const before = seen.length;
    await until("it is asked", () => seen.slice(before).some(([address]) => address === url));
  };
  await asked(second.url);
  const third = await join();
  await second.stop();
  await asked(third.url);
  const fourth = await join();
  await third.stop();
  await asked(fourth.url);
  goesOn = false;
  await Promise.all(asking);
  clearInterval(looking);
  const wrong = seen.filter(([, answer]) => JSON.stringify(answer) !== JSON.stringify({ data: WHOLE }));
  expect(wrong).toEqual([]);
  await fourth.stop();
  await hub.close();
});
