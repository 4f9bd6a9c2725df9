/** A steady load while one subgraph after the other is restarted, as an operator replaces versions. */
import { setTimeout as pause } from "node:timers/promises";
import { PARTNERS } from "../../local/start/partners.ts";
import type { FaultsHub } from "./hub.ts";
import { startLoad, type Tally } from "./load.ts";
import { Asker, learn, smallQuestionsAbout } from "./questions.ts";

export interface RestartsPlan {
  /** A moment on the clock of `Date.now()`. */
  until: number;
  perMinute: number;
  say: (line: string) => void;
}

export interface RestartsOutcome extends Tally {
  findings: string[];
  restarts: number;
  /** Partial answers that name a subgraph which was not being restarted. */
  unexplained: number;
}

/** The gateway's own deadline, unless told, in milliseconds. */
const DEADLINE = 15_000;

/** The time between two restarts, in milliseconds. */
const EVERY = 30_000;

export async function runRestarts(hub: FaultsHub, plan: RestartsPlan): Promise<RestartsOutcome> {
  // So many that no question waits here for another one's answer: that would be counted as the gateway's time.
  const asker = new Asker(hub.url, 2_000);
  const questions = await learn(asker, await smallQuestionsAbout(hub.demoCandidate, hub.issuer));
  const load = startLoad(asker, questions, DEADLINE, { perSecond: plan.perMinute / 60 });
  let restarts = 0;
  let unexplained = 0;
  for (let turn = 0; Date.now() < plan.until; turn += 1) {
    const name = PARTNERS[turn % PARTNERS.length] as (typeof PARTNERS)[number];
    const began = Date.now();
    const before = new Map(load.named);
    hub.signal(name, "SIGTERM");
    await hub.restart(name);
    restarts += 1;
    await pause(Math.max(0, Math.min(EVERY - (Date.now() - began), plan.until - Date.now())));
    const others = [...load.named].filter(([other]) => other !== name);
    const more = others.reduce((sum, [other, count]) => sum + count - (before.get(other) ?? 0), 0);
    unexplained += more;
    plan.say(`${name} was restarted: ${JSON.stringify(load.tally)}, ${more} partial answers name others`);
  }
  await load.stop();
  await asker.close();
  return { ...load.tally, restarts, unexplained, findings: load.findings };
}
