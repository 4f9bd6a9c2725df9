/** The attacker as a process: sends every kind over and over until it is told to stop, then says what came of each. */
import { setTimeout as pause } from "node:timers/promises";
import { DEADLINE } from "./gateway.ts";
import { KINDS } from "./kinds.ts";
import { isAsExpected, send, type Outcome } from "./send.ts";

/** Connections, and the pause of each between two requests, in milliseconds. */
const LANES = 4;
const PAUSE = 20;

export interface Tally {
  name: string;
  sent: number;
  served: number;
  refused: number;
  late: number;
  /** The slowest, in milliseconds. */
  slowest: number;
  /** What came of the first, before any rate was used up. */
  first: Omit<Outcome, "milliseconds"> | null;
  asExpected: boolean;
}

const [url = "", token = ""] = process.argv.slice(2);
const tallies = KINDS.map((kind): Tally => ({
  name: kind.name,
  sent: 0,
  served: 0,
  refused: 0,
  late: 0,
  slowest: 0,
  first: null,
  asExpected: true,
}));
let turn = 0;
let isStopped = false;

async function attack(index: number): Promise<void> {
  const kind = KINDS[index];
  const tally = tallies[index];
  if (!kind || !tally) return;
  const { milliseconds, ...outcome } = await send(url, token, kind.make((turn += 1)), DEADLINE);
  if (!tally.first) {
    tally.first = outcome;
    tally.asExpected = isAsExpected(kind, { ...outcome, milliseconds });
  }
  tally.sent += 1;
  tally[outcome.result] += 1;
  tally.slowest = Math.max(tally.slowest, Math.round(milliseconds));
}

/** The slow ones have a lane of their own: they would hold up the others. */
async function lane(indexes: readonly number[]): Promise<void> {
  for (let round = 0; !isStopped || round === 0; round++) {
    for (const index of indexes) {
      if (isStopped && round > 0) return;
      await attack(index);
      await pause(PAUSE);
    }
  }
}

const slow = [...KINDS.keys()].filter((index) => KINDS[index]?.name.startsWith("slow"));
const quick = [...KINDS.keys()].filter((index) => !slow.includes(index));
process.once("message", () => {
  isStopped = true;
});
await Promise.all([
  lane(slow),
  ...Array.from({ length: LANES }, (_, part) => lane(quick.filter((index) => index % LANES === part))),
]);
process.send?.(tallies, () => process.disconnect());
