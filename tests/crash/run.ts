/** The crash test: work, kills, recovery, and what is found then. */
import { setTimeout as pause } from "node:timers/promises";
import { check, outstanding, type Findings } from "./checks.ts";
import { clientOf } from "./client.ts";
import type { CrashHub } from "./hub.ts";
import { startKiller, type KillerOptions } from "./kills.ts";
import { prepare, work, workers } from "./load.ts";
import { missedBy, type Subscriber } from "./subscriber.ts";

export interface CrashPlan extends KillerOptions {
  /** How long everybody works while parts are killed, in seconds; longer if fewer parts were killed by then. */
  seconds: number;
  /** So many parts are killed at least. */
  kills: number;
  /** So many people work at each kind of work. */
  each: number;
  /** Follows every milestone by webhook. */
  subscriber: Subscriber;
  /** Whether webhooks that wait for their next attempt get it at once when all is over. */
  hurry: boolean;
  say: (sentence: string) => void;
}

export interface CrashFindings extends Findings {
  kills: number;
  /** Milestones that the registry refused or that were given up: none here is refused for a reason. */
  undelivered: number;
  /** Milestones whose news the subscriber was told of, and acknowledged. */
  acknowledged: number;
  /** Milestones of the registry of which the subscriber has acknowledged nothing. */
  missed: number;
}

/** How long recovery may take, in milliseconds; the longest wait between two attempts is five minutes. */
const RECOVERY = 600_000;

/** Works and kills for a while, lets everything recover, and says what is found. */
export async function crash(hub: CrashHub, plan: CrashPlan): Promise<CrashFindings> {
  const { say } = plan;
  await hub.ready();
  await prepare(hub);
  await plan.subscriber.subscribe(hub);
  const over = new AbortController();
  const client = clientOf(hub, over.signal);
  const rounds = await workers(client, hub, plan.each);
  say(`${rounds.length} people work; parts are killed.`);

  const working = Promise.all(rounds.map(work));
  // Whoever stumbles stops everybody: said when the work is awaited.
  working.catch(() => over.abort());
  const killer = startKiller(hub, plan);
  const total = () => Object.values(killer.kills).reduce((sum, count) => sum + count, 0);
  for (const until = Date.now() + plan.seconds * 1_000; Date.now() < until || total() < plan.kills;) {
    if (over.signal.aborted) break;
    await pause(100);
  }
  await killer.stop();
  over.abort();
  await working;
  say(
    `Killed: ${Object.entries(killer.kills)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}.`,
  );
  say(`${client.failures()} requests were not answered, and were made again.`);

  await hub.ready();
  const { undelivered } = await recovery(hub, say);
  const { length: missed } = await missedBy(plan.subscriber, hub, { patience: RECOVERY, hurry: plan.hurry });
  const { size: acknowledged } = plan.subscriber.acknowledged;
  say(`The subscriber acknowledged the news of ${acknowledged} milestones, and missed ${missed}.`);
  return { ...(await check(hub)), undelivered, acknowledged, missed, kills: total() };
}

async function recovery(hub: CrashHub, say: (sentence: string) => void): Promise<{ undelivered: number }> {
  const began = Date.now();
  for (;;) {
    const { waiting, undelivered } = await outstanding(hub);
    if (waiting === 0) {
      say(`Everything was delivered ${((Date.now() - began) / 1_000).toFixed(1)} s after the last kill.`);
      return { undelivered };
    }
    if (Date.now() - began > RECOVERY) {
      say(`${waiting} milestones still wait.`);
      return { undelivered };
    }
    await pause(250);
  }
}
