/** Whether every subgraph can do its work, asked of themselves. */
import { request } from "undici";
import type { Readiness } from "../platform/health.ts";

/** How long a subgraph may take to say that it is ready, and for how long its word is taken, in milliseconds. */
const PATIENCE = 1_500;
const REMEMBERED_FOR = 500;

/**
 * A check that asks `/health/ready` of each subgraph at once and names those that do not answer 200. Callers at the
 * same time share one round: the check is open to anybody, and must not become a way to storm the partners.
 */
export function subgraphReadiness(subgraphs: Readonly<Record<string, string>>): () => Promise<Readiness> {
  let round: Promise<Readiness> | undefined;
  return () => {
    round ??= ask(subgraphs).finally(() => {
      setTimeout(() => {
        round = undefined;
      }, REMEMBERED_FOR).unref();
    });
    return round;
  };
}

async function ask(subgraphs: Readonly<Record<string, string>>): Promise<Readiness> {
  const answers = await Promise.all(
    Object.entries(subgraphs).map(async ([name, url]) => ({ name, ready: await isReady(url) })),
  );
  const notReady = answers.filter(({ ready }) => !ready).map(({ name }) => name);
  return notReady.length === 0 ? { ready: true } : { ready: false, notReady };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(new URL("/health/ready", url), {
      headersTimeout: PATIENCE,
      bodyTimeout: PATIENCE,
      signal: AbortSignal.timeout(PATIENCE),
    });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}
