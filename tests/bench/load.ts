/** Load on one gateway: requests one after the other on each of a number of connections, for a time or for a count. */
import { Pool } from "undici";

/** One request: what is asked, and by whom. */
export interface Case {
  token: string;
  /** The body, as it is sent. */
  body: string;
}

export interface Answer {
  status: number;
  text: string;
}

export interface Slice {
  /** Milliseconds from the first request to the last answer. */
  elapsed: number;
  /** Milliseconds that each answered request took. */
  latencies: number[];
  /** Answers that were refused, or had an error. */
  wrong: number;
}

/** A client of one gateway. */
export interface Client {
  ask(asked: Case): Promise<Answer>;
  close(): Promise<void>;
}

/** A client with `connections` connections that are kept alive; more requests than that wait for one. */
export function openClient(url: URL, connections: number): Client {
  const pool = new Pool(url.origin, {
    connections,
    pipelining: 1,
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
  });
  return {
    async ask({ token, body }) {
      const response = await pool.request({
        method: "POST",
        path: url.pathname,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          authorization: `Bearer ${token}`,
        },
        body,
      });
      return { status: response.statusCode, text: await response.body.text() };
    },
    close: () => pool.close(),
  };
}

export interface Order {
  client: Client;
  cases: readonly Case[];
  /** The case to begin with: the same for all gateways of a round. */
  from: number;
  concurrency: number;
  /** When to stop: after so many milliseconds, or after so many requests. */
  until: { milliseconds: number } | { requests: number };
}

/** Runs one slice. */
export async function load({ client, cases, from, concurrency, until }: Order): Promise<Slice> {
  const latencies: number[] = [];
  let wrong = 0;
  let sent = 0;
  const started = performance.now();
  const goesOn = () =>
    "requests" in until ? sent < until.requests : performance.now() - started < until.milliseconds;
  const worker = async () => {
    while (goesOn()) {
      const asked = cases[(from + sent) % cases.length];
      if (!asked) throw new RangeError("There is nothing to ask.");
      sent += 1;
      const begun = performance.now();
      const answer = await client.ask(asked);
      latencies.push(performance.now() - begun);
      if (answer.status !== 200 || answer.text.includes('"errors":[')) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { elapsed: performance.now() - started, latencies, wrong };
}
