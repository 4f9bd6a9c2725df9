/**
 * Turns to run an operation: so many at once for all and for one client, the rest wait in a line for each client, and
 * the lines are served in turn. Who sends a thousand waits behind themselves, and nobody behind them.
 */
import { Refusal } from "../refusal.ts";

export interface TurnSettings {
  /** At once, for all clients together. */
  all: number;
  /** At once, for one client. */
  perClient: number;
  /** How many may wait, for one client. */
  waitingPerClient: number;
  /** How long one waits at most, in milliseconds. */
  patience: number;
}

interface Waiting {
  go: () => void;
  settled: boolean;
}

interface Line {
  running: number;
  waiting: Waiting[];
}

export class ClientTurns {
  readonly #settings: TurnSettings;
  /** Those who run or wait; the order is the order in which their lines are served. */
  readonly #lines = new Map<string, Line>();
  #running = 0;

  constructor(settings: TurnSettings) {
    this.#settings = settings;
  }

  /**
   * Waits for a turn of `client`. Resolves with what ends the turn, to be called once.
   * @throws {Refusal} `OVERLOADED` when its line is too long, or the turn did not come in time.
   */
  async take(client: string, gone: AbortSignal): Promise<() => void> {
    const line = this.#lines.get(client) ?? { running: 0, waiting: [] };
    this.#lines.set(client, line);
    if (line.waiting.length === 0 && this.#hasRoom(line)) {
      this.#start(line);
    } else {
      if (line.waiting.length >= this.#settings.waitingPerClient) throw overloaded("Too many requests wait");
      await this.#wait(client, line, gone);
    }
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      line.running -= 1;
      this.#running -= 1;
      this.#forgetIfIdle(client, line);
      this.#serve();
    };
  }

  /** How many run, how many wait, and how many of those in the longest line of one client. */
  get load(): { running: number; waiting: number; longestLine: number } {
    let waiting = 0;
    let longestLine = 0;
    for (const line of this.#lines.values()) {
      waiting += line.waiting.length;
      longestLine = Math.max(longestLine, line.waiting.length);
    }
    return { running: this.#running, waiting, longestLine };
  }

  #wait(client: string, line: Line, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const place: Waiting = {
        settled: false,
        go: () => {
          settle();
          resolve();
        },
      };
      const leave = (refusal: Refusal) => {
        if (place.settled) return;
        settle();
        line.waiting.splice(line.waiting.indexOf(place), 1);
        this.#forgetIfIdle(client, line);
        reject(refusal);
      };
      const onGone = () => leave(overloaded("The caller went away"));
      const timer = setTimeout(() => leave(overloaded("No turn came in time")), this.#settings.patience);
      const settle = () => {
        place.settled = true;
        clearTimeout(timer);
        gone.removeEventListener("abort", onGone);
      };
      line.waiting.push(place);
      gone.addEventListener("abort", onGone, { once: true });
      if (gone.aborted) onGone();
    });
  }

  /** Gives free turns away, one client after the other. */
  #serve(): void {
    for (let found = true; found && this.#running < this.#settings.all;) {
      found = false;
      for (const [client, line] of this.#lines) {
        if (line.waiting.length === 0 || !this.#hasRoom(line)) continue;
        // To the end of the order: the others come first next time.
        this.#lines.delete(client);
        this.#lines.set(client, line);
        this.#start(line);
        line.waiting.shift()?.go();
        found = true;
        break;
      }
    }
  }

  #start(line: Line): void {
    line.running += 1;
    this.#running += 1;
  }

  #hasRoom({ running }: Line): boolean {
    return this.#running < this.#settings.all && running < this.#settings.perClient;
  }

  #forgetIfIdle(client: string, line: Line): void {
    if (line.running === 0 && line.waiting.length === 0) this.#lines.delete(client);
  }
}

function overloaded(what: string): Refusal {
  return new Refusal("OVERLOADED", `${what}: send fewer at once, and try again in a moment.`, {
    headers: { "retry-after": "1" },
  });
}
