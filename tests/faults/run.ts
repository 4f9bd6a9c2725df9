/** One thing after the other goes wrong, or two at a time, under load; after each the hub must come back by itself. */
import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "./faults.ts";
import { DEADLINE, type FaultsHub } from "./hub.ts";
import { judge } from "./judge.ts";
import { startLoad, type Tally } from "./load.ts";
import { Asker, learn, questionsAbout, type KnownQuestion } from "./questions.ts";

export interface Outcome extends Tally {
  /** What was wrong, in words. */
  findings: string[];
  /** Faults after which the hub did not come back. */
  stuck: string[];
  /** Memory in use before and after, all processes together, in megabytes. */
  memory: { before: number; after: number };
}

export interface Plan {
  /** What goes wrong at the same time, in turn; ends early when `until` is past. */
  rounds: Iterable<readonly Fault[]>;
  /** How long it stays wrong, in milliseconds. */
  hold: number;
  connections: number;
  /** A moment on the clock of `Date.now()`. */
  until?: number;
  say?: (line: string) => void;
}

/** How long the hub may take to come back, in milliseconds. */
const RECOVERY = 60_000;

export async function runFaults(hub: FaultsHub, plan: Plan): Promise<Outcome> {
  const asker = new Asker(hub.url, plan.connections + 4);
  const questions = await learn(asker, await questionsAbout(hub.demoCandidate, hub.issuer));
  await warmUp(asker, questions);
  const before = await hub.memory();
  const load = startLoad(asker, questions, DEADLINE, { connections: plan.connections });
  const stuck: string[] = [];
  for (const round of plan.rounds) {
    if (plan.until !== undefined && Date.now() > plan.until) break;
    const name = round.map((each) => each.name).join(", and ");
    const then = { ...load.tally };
    for (const each of round) await each.begin(hub);
    await pause(plan.hold);
    for (const each of round) await each.end(hub);
    if (!(await comesBack(hub, asker, questions))) stuck.push(name);
    const { right, partial, wrong, hung } = load.tally;
    plan.say?.(
      `${name}: ${right - then.right} right, ${partial - then.partial} partial, ${wrong - then.wrong} wrong, ${hung - then.hung} hung`,
    );
  }
  await load.stop();
  await warmUp(asker, questions);
  const after = await hub.memory();
  await asker.close();
  return { ...load.tally, findings: load.findings, stuck, memory: { before, after } };
}

/** Until every question has its whole answer again, and the gateway has given up nobody. */
async function comesBack(
  hub: FaultsHub,
  asker: Asker,
  questions: readonly KnownQuestion[],
): Promise<boolean> {
  for (const end = Date.now() + RECOVERY; Date.now() < end; await pause(100)) {
    const answers = await Promise.all(
      questions.map(async (question) => judge(await asker.ask(question, RECOVERY), question.right).verdict),
    );
    if (answers.every((verdict) => verdict === "right") && !(await hub.readiness()).notReady) return true;
  }
  return false;
}

/** So often that what is compiled and cached is there before the memory is weighed. */
async function warmUp(asker: Asker, questions: readonly KnownQuestion[]): Promise<void> {
  for (let time = 0; time < 10; time += 1)
    await Promise.all(questions.map((question) => asker.ask(question, RECOVERY)));
}
