/** One world: start everything, compare the answers, warm up, measure, count the statements, stop everything. */
import { PARTNERS, perPartner, type PerPartner } from "../../local/start/partners.ts";
import type { Plan } from "./arguments.ts";
import { askAway, type Question } from "./cases.ts";
import { difference } from "./compare.ts";
import { LABELS, startContenders, type Contender, type ContenderName } from "./contenders.ts";
import { memoryOf } from "./cpu.ts";
import { startHub, type Hub } from "./hub.ts";
import { openClient, type Case } from "./load.ts";
import { measure, SETTINGS, warmUp } from "./measure.ts";
import { memoryTable, settingTables, statementTable } from "./report.ts";
import { summarise, type SettingResult } from "./results.ts";
import { withStatementLog, type Statements } from "./statements.ts";
import { say, step } from "./terminal.ts";

export interface QuestionResult {
  question: Question["name"];
  /** How many different questions there were, and how many answers of each gateway were compared with ours. */
  distinct: number;
  compared: number;
  differences: string[];
  /** SQL statements per request. */
  statements: Record<ContenderName, PerPartner<Statements>>;
  settings: SettingResult[];
}

export interface ScaleResult {
  scale: number;
  candidates: number;
  postgres: string;
  questions: QuestionResult[];
  /** Megabytes of each process when all was done. */
  memory: Record<string, number>;
}

/** Requests for which statements are counted. */
const COUNTED = 20;

/** Runs everything on the world of this scale. */
export async function runScale(scale: number, plan: Plan): Promise<ScaleResult> {
  say(`\nThe world, times ${scale}`);
  const hub = await startHub(scale);
  try {
    const { contenders, stop } = await step("the gateways", () => startContenders(hub));
    try {
      return await runQuestions(scale, hub, contenders, plan);
    } finally {
      await stop();
    }
  } finally {
    await hub.stop();
  }
}

async function runQuestions(
  scale: number,
  hub: Hub,
  contenders: readonly Contender[],
  plan: Plan,
): Promise<ScaleResult> {
  const [ours] = contenders;
  if (!ours) throw new Error("No gateway was started.");
  const client = openClient(ours.url, 1);
  const questions = await step("the questions and their viewers", () => askAway(hub, client));
  await client.close();
  const counted = await hub.registry.query<{ candidates: number; version: string }>(
    "select count(*)::int as candidates, current_setting('server_version') as version from candidate",
  );
  const { candidates = 0, version = "" } = counted.rows[0] ?? {};
  say(`  ${candidates} candidates`);
  const results: QuestionResult[] = [];
  for (const question of questions) results.push(await runQuestion(hub, contenders, question, plan));
  const memory = memoryNow(hub, contenders);
  say(`\n${memoryTable(memory)}`);
  return { scale, candidates, postgres: version, questions: results, memory };
}

async function runQuestion(
  hub: Hub,
  contenders: readonly Contender[],
  question: Question,
  plan: Plan,
): Promise<QuestionResult> {
  say(`\n${question.name}: ${question.cases.length} different ones`);
  const asked = [...question.oddities, ...question.cases.slice(0, plan.compared)];
  const differences = await step(`${asked.length} answers of each compared`, () =>
    compare(contenders, asked),
  );
  for (const line of differences.slice(0, 10)) say(`  DIFFERS: ${line}`);
  await step("warm-up", () =>
    warmUp(contenders, question.cases, plan.warmUp[question.heavy ? "heavy" : "light"]),
  );
  const statements = await step("statements counted", () => statementsOf(hub, contenders, question.cases));
  say(statementTable(statements));
  const settings: SettingResult[] = [];
  for (const setting of SETTINGS) {
    say();
    const rounds = await step(`${question.name}, ${setting.name}`, () =>
      measure(hub, contenders, question.cases, setting, plan),
    );
    const result = summarise(setting, rounds);
    say(settingTables(result));
    settings.push(result);
  }
  return {
    question: question.name,
    distinct: question.cases.length,
    compared: asked.length,
    differences,
    statements,
    settings,
  };
}

/** What the others answer otherwise than we do, one line for each answer. */
async function compare(contenders: readonly Contender[], asked: readonly Case[]): Promise<string[]> {
  const clients = contenders.map((contender) => ({ ...contender, client: openClient(contender.url, 4) }));
  const differences: string[] = [];
  const queue = [...asked.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, each] = next;
      const [ours, ...theirs] = await Promise.all(
        clients.map(async ({ name, client }) => ({ name, answer: await client.ask(each) })),
      );
      if (!ours) return;
      for (const { name, answer } of theirs) {
        const found = difference(ours.answer, answer);
        if (found) differences.push(`${LABELS[name]}, question ${index}: ${found}`);
      }
    }
  };
  await Promise.all([worker(), worker()]);
  await Promise.all(clients.map(({ client }) => client.close()));
  return differences;
}

async function statementsOf(
  hub: Hub,
  contenders: readonly Contender[],
  cases: readonly Case[],
): Promise<Record<ContenderName, PerPartner<Statements>>> {
  const counts: Partial<Record<ContenderName, PerPartner<Statements>>> = {};
  await withStatementLog(hub, async (count) => {
    for (const { name, url } of contenders) {
      const client = openClient(url, 1);
      const all = await count(async () => {
        for (const each of cases.slice(0, COUNTED)) await client.ask(each);
      });
      await client.close();
      counts[name] = perPartner((partner) => ({
        tables: all[partner].tables / COUNTED,
        control: all[partner].control / COUNTED,
      }));
    }
  });
  return counts as Record<ContenderName, PerPartner<Statements>>;
}

function memoryNow(hub: Hub, contenders: readonly Contender[]): Record<string, number> {
  return Object.fromEntries([
    ...contenders.map((contender) => [contender.name, memoryOf(contender.process.pid)]),
    ...PARTNERS.map((name) => [name, memoryOf(hub.own.processes[name].pid)]),
    ["postgres", memoryOf(hub.postgresPid)],
  ]) as Record<string, number>;
}
