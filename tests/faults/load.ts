/** Questions, one after the other on several connections, each answer judged. */
import { judge } from "./judge.ts";
import type { Asker, KnownQuestion } from "./questions.ts";

export interface Tally {
  requests: number;
  right: number;
  /** Answers that say which of their parts are missing, and whose. */
  partial: number;
  /** Questions that were refused whole, since the gateway had more to do than it could. */
  refused: number;
  wrong: number;
  /** Questions without an answer long after the deadline. */
  hung: number;
}

export interface Load {
  tally: Tally;
  /** What was wrong, in words; the first few. */
  findings: string[];
  /** The subgraphs that partial answers named, with how often. */
  named: Map<string, number>;
  /** Ends the load once what is asked is answered. */
  stop: () => Promise<void>;
}

/** How long an answer may be late on a busy machine before it counts as hung, in milliseconds. */
const GRACE = 10_000;

const FINDINGS = 20;

/**
 * Begins to ask.
 * @param pace connections, or questions per second whatever the answers take
 */
export function startLoad(
  asker: Asker,
  questions: readonly KnownQuestion[],
  deadline: number,
  pace: { connections: number } | { perSecond: number },
): Load {
  const tally: Tally = { requests: 0, right: 0, partial: 0, refused: 0, wrong: 0, hung: 0 };
  const load = { tally, findings: [] as string[], named: new Map<string, number>() };
  let goesOn = true;
  const note = (finding: string) => {
    if (load.findings.length < FINDINGS) load.findings.push(`${new Date().toISOString()} ${finding}`);
  };
  const askNext = async () => {
    const question = questions[tally.requests % questions.length];
    if (!question) throw new RangeError("There is nothing to ask.");
    tally.requests += 1;
    try {
      const judgement = judge(await asker.ask(question, deadline + GRACE), question.right);
      tally[judgement.verdict] += 1;
      if (judgement.verdict === "wrong") note(`${question.name}: ${judgement.why}`);
      if (judgement.verdict === "partial")
        for (const name of judgement.subgraphs) load.named.set(name, (load.named.get(name) ?? 0) + 1);
    } catch (error) {
      const isHung = (error as Error).name === "TimeoutError";
      tally[isHung ? "hung" : "wrong"] += 1;
      note(`${question.name}: ${isHung ? "no answer" : `no answer could be read (${String(error)})`}`);
    }
  };
  const asking =
    "connections" in pace
      ? Promise.all(
          Array.from({ length: pace.connections }, async () => {
            while (goesOn) await askNext();
          }),
        )
      : atRate(pace.perSecond, askNext, () => goesOn);
  return {
    ...load,
    stop: async () => {
      goesOn = false;
      await asking;
    },
  };
}

/** Asks so often a second, without waiting for the answers; in steps, for timers are coarse. */
async function atRate(perSecond: number, ask: () => Promise<void>, goesOn: () => boolean): Promise<void> {
  const started = performance.now();
  const under = new Set<Promise<void>>();
  for (let asked = 0; goesOn(); await new Promise((resolve) => setTimeout(resolve, 10))) {
    const due = Math.floor(((performance.now() - started) / 1000) * perSecond);
    for (; asked < due; asked += 1) {
      const one = ask().finally(() => under.delete(one));
      under.add(one);
    }
  }
  await Promise.all(under);
}
