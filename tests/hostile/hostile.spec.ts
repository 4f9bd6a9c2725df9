/** Hostile requests, one kind after the other: each is refused as it should be, or served; the gateway stays well. */
import { buildGateway, type Gateway } from "../../gateway/server.ts";
import { DEADLINE, settingsIn, startSurroundings, type Surroundings } from "./gateway.ts";
import type { Kind } from "./kind.ts";
import { KINDS } from "./kinds.ts";
import { isAsExpected, send } from "./send.ts";

let surroundings: Surroundings;
let gateway: Gateway;
let url: string;

beforeAll(async () => {
  surroundings = await startSurroundings(0);
  const settings = settingsIn(surroundings);
  gateway = await buildGateway({
    ...settings,
    requestTimeout: 2_000,
    // Each kind is to meet its own limit, not the one of all together.
    rate: { perClient: 0, perOrganisation: 0, planningPerClient: 0 },
  });
  url = await gateway.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await gateway.stop();
  await surroundings.close();
});

it("knows more than a hundred kinds, each with its own name", () => {
  expect(KINDS.length).toBeGreaterThan(100);
  expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
});

it("refuses or serves each kind as it should, and answers an honest question afterwards", async () => {
  const token = await surroundings.issuer.token({ claims: { purposes: ["SUPPORT"] } });
  const surprises: string[] = [];
  const attack = async (turn: number, kind: Kind) => {
    // A generous multiple of the deadline: this is about what happens, and not about when.
    const outcome = await send(url, token, kind.make(turn), 6 * DEADLINE);
    if (!isAsExpected(kind, outcome))
      surprises.push(`${kind.name}: ${outcome.result} ${outcome.status} ${outcome.code}`);
  };
  const isSlow = ({ name }: Kind) => name.startsWith("slow: ");
  for (const [turn, kind] of KINDS.entries()) if (!isSlow(kind)) await attack(turn, kind);
  // Those that only wait to be given up wait together.
  const slow = KINDS.filter(isSlow);
  expect(slow.length).toBeGreaterThan(1);
  await Promise.all(slow.map((kind, turn) => attack(KINDS.length + turn, kind)));
  expect(surprises).toEqual([]);
  const honest = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: `{ candidate(id: "a") { id relocation { plans { state } } } }` }),
  });
  expect(await honest.json()).toEqual({
    data: { candidate: { id: "a", relocation: { plans: [{ state: "PLANNED" }] } } },
  });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it("refuses whoever goes on sending them", async () => {
  const token = await surroundings.issuer.token({ claims: { sub: "greedy" } });
  const limited = await buildGateway({
    ...settingsIn(surroundings),
    rate: { perClient: 100, perOrganisation: 0, planningPerClient: 60 },
  });
  const address = await limited.app.listen({ host: "127.0.0.1", port: 0 });
  const codes = new Set<string | null>();
  for (const [turn, kind] of KINDS.filter(({ name }) => name.startsWith("planning")).entries())
    for (const again of [0, 1, 2])
      codes.add((await send(address, token, kind.make(turn * 3 + again), 6 * DEADLINE)).code);
  expect([...codes]).toEqual(expect.arrayContaining(["PLANNING_LIMITED", "RATE_LIMITED"]));
  // To open a stream of news and leave again costs as well.
  const follower = await surroundings.issuer.token({ claims: { sub: "follower" } });
  const opened: (string | null)[] = [];
  for (let time = 0; time < 11; time += 1)
    opened.push((await send(address, follower, { path: "/events", method: "GET" }, 6 * DEADLINE)).code);
  expect(opened.at(-1)).toBe("RATE_LIMITED");
  const other = await surroundings.issuer.token({ claims: { sub: "modest" } });
  const answer = await send(
    address,
    other,
    { path: "/graphql?query={__typename}", method: "GET" },
    6 * DEADLINE,
  );
  expect(answer.result).toBe("served");
  await limited.stop();
});
