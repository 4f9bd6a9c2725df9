/** The measuring itself: every gateway in every round, in turn, with what each process spent meanwhile. */
import { PARTNERS, perPartner } from "../../local/start/partners.ts";
import type { Plan } from "./arguments.ts";
import { CONTENDERS, type Contender, type ContenderName } from "./contenders.ts";
import { cpuTimes, machineTime } from "./cpu.ts";
import type { Hub } from "./hub.ts";
import { load, openClient, type Case, type Slice } from "./load.ts";

/** How the gateways are asked. */
export interface Setting {
  name: string;
  concurrency: number;
  /** Milliseconds that every request to a subgraph waits on its way. */
  delay: number;
}

export const SETTINGS: readonly Setting[] = [
  { name: "1 at a time", concurrency: 1, delay: 0 },
  { name: "32 at a time", concurrency: 32, delay: 0 },
  { name: "4 at a time, partners 5 ms away", concurrency: 4, delay: 5 },
];

/** The processes whose CPU time is counted, beside the gateway's. */
export const BEHIND = [...PARTNERS, "postgres"] as const;
export type Spender = "gateway" | (typeof BEHIND)[number];

/** One gateway in one round. */
export interface Round extends Slice {
  /** CPU milliseconds of each process during the slice. */
  cpu: Record<Spender, number>;
  /** CPU milliseconds that the whole machine spent on anything else, the load generator left out. */
  elsewhere: number;
}

export type Rounds = Record<ContenderName, Round[]>;

/** The rounds of one kind of question in one setting. */
export async function measure(
  hub: Hub,
  contenders: readonly Contender[],
  cases: readonly Case[],
  setting: Setting,
  plan: Plan,
): Promise<Rounds> {
  await delaySubgraphs(hub, setting.delay);
  const clients = new Map(
    contenders.map((contender) => [contender, openClient(contender.url, setting.concurrency)]),
  );
  const rounds = Object.fromEntries(CONTENDERS.map((name) => [name, [] as Round[]])) as Rounds;
  try {
    for (let round = 0; round < plan.rounds; round += 1) {
      // Each round begins with another gateway, so that none always follows the same one.
      const turn = round % contenders.length;
      for (const contender of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
        const client = clients.get(contender);
        if (!client) continue;
        const before = { cpu: spent(hub, contender), machine: machineTime(), own: process.cpuUsage() };
        const slice = await load({
          client,
          cases,
          from: round * 97,
          concurrency: setting.concurrency,
          until: { milliseconds: plan.slice },
        });
        const cpu = minus(spent(hub, contender), before.cpu);
        const own = process.cpuUsage(before.own);
        const machine = machineTime() - before.machine;
        const known = Object.values(cpu).reduce((sum, value) => sum + value, (own.user + own.system) / 1_000);
        rounds[contender.name].push({ ...slice, cpu, elsewhere: Math.max(0, machine - known) });
      }
    }
  } finally {
    await Promise.all([...clients.values()].map((client) => client.close()));
    await delaySubgraphs(hub, 0);
  }
  return rounds;
}

/** Asks each gateway `requests` times before anything is measured, eight at a time. */
export async function warmUp(
  contenders: readonly Contender[],
  cases: readonly Case[],
  requests: number,
): Promise<void> {
  for (const contender of contenders) {
    const client = openClient(contender.url, 8);
    await load({ client, cases, from: 0, concurrency: 8, until: { requests } });
    await client.close();
  }
}

async function delaySubgraphs(hub: Hub, delay: number): Promise<void> {
  const processes = [hub.own, hub.stock].flatMap((subgraphs) => Object.values(subgraphs.processes));
  await Promise.all(processes.map((each) => each.tell({ delay })));
}

function spent(hub: Hub, contender: Contender): Record<Spender, number> {
  const processes = {
    gateway: contender.process.pid,
    postgres: hub.postgresPid,
    ...perPartner((name) => hub.own.processes[name].pid),
  };
  const spent = cpuTimes<Spender>(processes);
  // Both of a partner's: the one that is not asked spends next to nothing, but for the registry's seals, which either
  // of the two may make.
  const stock = cpuTimes(perPartner((name) => hub.stock.processes[name].pid));
  for (const name of PARTNERS) spent[name] += stock[name];
  return spent;
}

function minus(after: Record<Spender, number>, before: Record<Spender, number>): Record<Spender, number> {
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, value - before[name as Spender]]),
  ) as Record<Spender, number>;
}
