/** What each kind costs the gateway that refuses it, in CPU time: each limit by itself, the rates and the turns too. */
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { DEADLINE, startSurroundings, type Surroundings } from "./gateway.ts";
import { query, type Kind } from "./kind.ts";
import { KINDS } from "./kinds.ts";
import { send } from "./send.ts";
import { startWatched, type WatchedGateway } from "./watched.ts";

export interface Cost {
  name: string;
  /** The code of the refusal; HTTP's status where the connection was closed without one; null when it was served. */
  code: string | null;
  /** CPU milliseconds of the gateway for one. */
  cpu: number;
  /** How large its body is, in kilobytes. */
  kilobytes: number;
}

/** Asked before anything is measured, and measured in each of so many slices: the cheapest counts, since noise only adds. */
const WARM_UP = 10;
const MEASURED = 15;
const SLICES = 4;

const NO_RATE = { RATE_PER_CLIENT: "0", RATE_PER_ORGANISATION: "0", PLANNING_PER_CLIENT: "0" };
const SMALL = "{ __typename }";
const NEW = `query NEW { candidate(id: "a") { name { display } relocation { plans { state } } } }`;

/** The costs of all kinds but the slow ones, the dearest first. */
export async function measureCosts(): Promise<Cost[]> {
  const surroundings = await startSurroundings(0);
  try {
    const quick = KINDS.filter(({ name }) => !name.startsWith("slow"));
    return [
      ...(await withGateway(surroundings, NO_RATE, async (gateway) => {
        const costs: Cost[] = [];
        // Whoever comes first would pay for what the gateway does for the first time.
        for (const kind of quick) await gateway.send(kind);
        for (const kind of quick) costs.push(await gateway.cost(kind));
        return costs;
      })),
      ...(await withGateway(surroundings, { ...NO_RATE, RATE_PER_CLIENT: "1" }, async (gateway) => [
        await gateway.cost(query("rate: nothing is left", "refused", SMALL)),
      ])),
      ...(await withGateway(surroundings, { ...NO_RATE, PLANNING_PER_CLIENT: "1" }, async (gateway) => [
        await gateway.cost(query("rate: no plans are left", "refused", NEW)),
      ])),
      await overloaded(),
    ].sort((a, b) => b.cpu - a.cpu);
  } finally {
    await surroundings.close();
  }
}

/** Partners that take their time, a client with one turn and one place in its line: the third request is refused. */
async function overloaded(): Promise<Cost> {
  const surroundings = await startSurroundings(DEADLINE / 4);
  const tight = { ...NO_RATE, MAX_RUNNING_PER_CLIENT: "1", MAX_WAITING_PER_CLIENT: "1" };
  try {
    return await withGateway(surroundings, tight, async (gateway) => {
      const held = [0, 1].map(() => gateway.send(query("held", "served", NEW)));
      await pause(DEADLINE / 20);
      const cost = await gateway.cost(query("turns: the line is full", "refused", SMALL));
      await Promise.all(held);
      return cost;
    });
  } finally {
    await surroundings.close();
  }
}

interface Measured {
  send: (kind: Kind) => Promise<string | null>;
  cost: (kind: Kind) => Promise<Cost>;
}

async function withGateway<Result>(
  surroundings: Surroundings,
  change: Record<string, string>,
  work: (gateway: Measured) => Promise<Result>,
): Promise<Result> {
  const gateway = await startWatched({ ...surroundings.environment, ...change });
  try {
    return await work(await measured(gateway, surroundings));
  } finally {
    gateway.stop();
  }
}

async function measured({ url, watch }: WatchedGateway, { issuer }: Surroundings): Promise<Measured> {
  const token = await issuer.token({ claims: { sub: "hostile", purposes: ["SUPPORT"] } });
  // Making a connection is work too, but not that of a refusal.
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const one = async (kind: Kind) => {
    const { code, status, result } = await send(url, token, kind.make((turn += 1)), DEADLINE, agent);
    return result === "served" ? null : (code ?? `HTTP ${status}`);
  };
  return {
    send: one,
    cost: async (kind) => {
      for (let number = 0; number < WARM_UP; number++) await one(kind);
      let code: string | null = null;
      let cpu = Infinity;
      for (let slice = 0; slice < SLICES; slice++) {
        const before = (await watch()).spent;
        for (let number = 0; number < MEASURED; number++) code = await one(kind);
        cpu = Math.min(cpu, ((await watch()).spent - before) / 1000 / MEASURED);
      }
      const { body = "" } = kind.make(0);
      return {
        name: kind.name,
        code,
        cpu,
        kilobytes: Math.round(Buffer.byteLength(body) / 1024),
      };
    },
  };
}
