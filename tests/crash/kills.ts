/** Whoever kills: at random, now a process, now a database, now the whole server of the databases. */
import { setTimeout as pause } from "node:timers/promises";
import { PARTNERS } from "../../local/start/partners.ts";
import type { CrashHub } from "./hub.ts";

export interface Killer {
  /** How often each part was killed. */
  kills: Record<string, number>;
  /** Stops killing; resolves when what was killed last is started again. */
  stop: () => Promise<void>;
}

export interface KillerOptions {
  /** Between two kills, in milliseconds, at the least and at the most. */
  pause: readonly [number, number];
  /** Kills the whole server of the databases and starts it again, where that can be done. */
  killServer?: () => Promise<void>;
}

/** Begins to kill: everything once, in a random order, then at random. */
export function startKiller(hub: CrashHub, options: KillerOptions): Killer {
  const [shortest, longest] = options.pause;
  const kills: Record<string, number> = {};
  const victims: [string, () => Promise<void>][] = [
    ...hub.processes.map((name): [string, () => Promise<void>] => [name, () => hub.kill(name)]),
    ...PARTNERS.map((name): [string, () => Promise<void>] => [
      `database ${name}`,
      () => hub.cut(name, 200 + Math.random() * 600),
    ]),
    ...(options.killServer ? [["PostgreSQL", options.killServer] as [string, () => Promise<void>]] : []),
  ];
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    let round = shuffled(victims);
    while (!stopping.signal.aborted) {
      const victim = round.pop();
      if (!victim) {
        round = shuffled(victims);
        continue;
      }
      const [name, kill] = victim;
      await kill();
      kills[name] = (kills[name] ?? 0) + 1;
      // Mostly all is well again before the next blow; sometimes it is not.
      if (Math.random() < 0.7) await hub.ready();
      const wait = shortest + Math.random() * (longest - shortest);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    kills,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function shuffled<Each>(list: readonly Each[]): Each[] {
  return list
    .map((each) => ({ each, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}
