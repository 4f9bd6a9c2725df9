/** `npm run bench -- --access`: what it costs to decide who may see what and to write it down, side by side. */
import { PARTNERS, perPartner, type PerPartner } from "../../local/start/partners.ts";
import type { Plan } from "./arguments.ts";
import { askAway, type Question } from "./cases.ts";
import { difference } from "./compare.ts";
import { startContenders, type Contender } from "./contenders.ts";
import { cpuTimes } from "./cpu.ts";
import { median, pairedRatio, type Ratio } from "./figures.ts";
import { startHub, type Hub } from "./hub.ts";
import { load, openClient, type Client } from "./load.ts";
import { BEHIND, type Spender } from "./measure.ts";
import { withStatementLog, type Statements } from "./statements.ts";
import { say, step } from "./terminal.ts";

/** The same registry, with the step and without it. */
const FORMS = ["with", "without"] as const;
type Form = (typeof FORMS)[number];

export interface AccessResult {
  scale: number;
  question: Question["name"];
  differences: string[];
  /** SQL statements per request. */
  statements: Record<Form, PerPartner<Statements>>;
  /** CPU milliseconds per request: the median of the rounds. */
  cpu: Record<Form, Record<Spender | "all", number>>;
  /** The CPU of all processes with the step, over that without it, round by round. */
  ratio: Ratio;
}

const AT_ONCE = 8;
/** Requests for which statements are counted. */
const COUNTED = 40;

/** Measures the unified view and the worklist on the world of this scale. */
export async function runAccess(scale: number, plan: Plan): Promise<AccessResult[]> {
  say(`\nThe world, times ${scale}: with the step that decides and discloses, and without it`);
  const hub = await startHub(scale, "tests/bench/without-access.mjs");
  try {
    const { contenders, stop } = await step("the gateway", () => startContenders(hub, ["continuum"]));
    try {
      const [ours] = contenders;
      if (!ours) throw new Error("No gateway was started.");
      const client = openClient(ours.url, AT_ONCE);
      const questions = await step("the questions and their viewers", () => askAway(hub, client));
      const results: AccessResult[] = [];
      for (const question of questions.filter(({ name }) => name !== "statistics"))
        results.push({ scale, ...(await measureQuestion(hub, ours, client, question, plan)) });
      await client.close();
      return results;
    } finally {
      await stop();
    }
  } finally {
    await hub.stop();
  }
}

async function measureQuestion(
  hub: Hub,
  ours: Contender,
  client: Client,
  question: Question,
  plan: Plan,
): Promise<Omit<AccessResult, "scale">> {
  const { name, cases, heavy } = question;
  const take = (form: Form) => hub.own.processes.registry.tell({ access: form === "with" });
  const ask = (requests: number, from = 0) =>
    load({ client, cases, from, concurrency: AT_ONCE, until: { requests } });
  say(`\n${name}: ${cases.length} different ones`);
  // Each question once with the step: what was decided is then remembered for the other form.
  await step("warm-up", async () => {
    for (const form of FORMS) {
      await take(form);
      await ask(Math.max(cases.length, plan.warmUp[heavy ? "heavy" : "light"]));
    }
  });
  const differences: string[] = [];
  for (const [index, each] of cases.slice(0, plan.compared).entries()) {
    await take("with");
    const one = await client.ask(each);
    await take("without");
    const found = difference(one, await client.ask(each));
    if (found) differences.push(`question ${index}: ${found}`);
  }
  const statements = {} as AccessResult["statements"];
  await withStatementLog(hub, async (count) => {
    for (const form of FORMS) {
      await take(form);
      const all = await count(async () => {
        for (const each of cases.slice(0, COUNTED)) await client.ask(each);
      });
      statements[form] = perPartner((partner) => ({
        tables: all[partner].tables / COUNTED,
        control: all[partner].control / COUNTED,
      }));
    }
  });
  const requests = (plan.quick ? 80 : 240) / (heavy ? 4 : 1);
  const spent = { with: [], without: [] } as Record<Form, Record<Spender | "all", number>[]>;
  await step(`${plan.rounds * 2} rounds of ${requests} requests each`, async () => {
    for (let round = 0; round < plan.rounds * 2; round += 1)
      // Neither form always follows the other.
      for (const form of round % 2 === 0 ? FORMS : FORMS.toReversed()) {
        await take(form);
        const before = cpuOf(hub, ours);
        await ask(requests, round * 97);
        const after = cpuOf(hub, ours);
        spent[form].push(perRequest(before, after, requests));
      }
  });
  await take("with");
  const result = {
    question: name,
    differences,
    statements,
    cpu: { with: medians(spent.with), without: medians(spent.without) },
    ratio: pairedRatio(
      spent.with.map(({ all }) => all),
      spent.without.map(({ all }) => all),
    ),
  };
  say(table(result));
  return result;
}

function cpuOf(hub: Hub, ours: Contender): Record<Spender, number> {
  const subgraphs = Object.fromEntries(PARTNERS.map((name) => [name, hub.own.processes[name].pid]));
  return cpuTimes({ ...subgraphs, gateway: ours.process.pid, postgres: hub.postgresPid } as Record<
    Spender,
    number
  >);
}

function perRequest(
  before: Record<Spender, number>,
  after: Record<Spender, number>,
  requests: number,
): Record<Spender | "all", number> {
  const each = Object.entries(after).map(
    ([name, value]) => [name, (value - before[name as Spender]) / requests] as const,
  );
  const all = each.reduce((sum, [, value]) => sum + value, 0);
  return { ...Object.fromEntries(each), all } as Record<Spender | "all", number>;
}

function medians(rounds: readonly Record<Spender | "all", number>[]): Record<Spender | "all", number> {
  const names = ["all", "gateway", ...BEHIND] as const;
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((each) => each[name]))])) as Record<
    Spender | "all",
    number
  >;
}

function table({ question, statements, cpu, ratio, differences }: Omit<AccessResult, "scale">): string {
  const lines = FORMS.map((form) => {
    const { registry } = statements[form];
    const all = Object.values(statements[form]).reduce((sum, { tables }) => sum + tables, 0);
    const spent = (["all", "registry", "postgres", "gateway"] as const).map((name) =>
      cpu[form][name].toFixed(2),
    );
    return `| ${question} | ${form} | ${registry.tables.toFixed(1)} (${registry.control.toFixed(1)}) | ${all.toFixed(1)} | ${spent.join(" | ")} |`;
  });
  return [
    "| question | the step | statements of the registry | of all | CPU ms, all | registry | PostgreSQL | gateway |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
    `CPU of all with the step over without: ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}); answers that differ: ${differences.length}${differences[0] ? ` (${differences[0]})` : ""}`,
  ].join("\n");
}
