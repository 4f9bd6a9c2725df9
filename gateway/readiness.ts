/** Whether the gateway can do its work: whether the registry can, and which partners cannot. */
import type { Readiness } from "../platform/health.ts";

/** What is asked of a subgraph's source. */
interface Source {
  isReady: () => Promise<boolean>;
}

/** Without it nobody is found; without a partner only that partner's sections are missing. */
const NEEDED = "registry";

/** For how long the word of the subgraphs is taken, in milliseconds. */
const REMEMBERED_FOR = 500;

/**
 * A check that asks each subgraph whether it is ready, and names those that are not or that are given up for the moment.
 * Callers at the same time share one round: the check is open to anybody, and must not become a way to storm the
 * partners.
 */
export function subgraphReadiness(sources: ReadonlyMap<string, Source>): () => Promise<Readiness> {
  let round: Promise<Readiness> | undefined;
  return () => {
    round ??= ask(sources).finally(() => {
      setTimeout(() => {
        round = undefined;
      }, REMEMBERED_FOR).unref();
    });
    return round;
  };
}

async function ask(sources: ReadonlyMap<string, Source>): Promise<Readiness> {
  const answers = await Promise.all(
    [...sources].map(async ([name, source]) => ({ name, ready: await source.isReady() })),
  );
  const notReady = answers.filter(({ ready }) => !ready).map(({ name }) => name);
  return { ready: !notReady.includes(NEEDED), ...(notReady.length > 0 ? { notReady } : {}) };
}
