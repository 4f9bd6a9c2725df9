/** The public graph as an organisation's own system asks it: with that organisation's token, like anybody else. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Credentials, TokenSource } from "./client-credentials.ts";
import { OutOfReach, RefusedWhole, type Delivery, type Report } from "./delivery.ts";

/** Longer than the graph itself waits for a subgraph. */
const TIMEOUT = 20_000;

const REPORT = /* GraphQL */ `
  mutation MilestonesReport($input: MilestonesReportInput!) {
    milestonesReport(input: $input) {
      results {
        sourceId
        userErrors {
          code
          message
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`;

const userErrors = z.array(z.object({ code: z.string(), message: z.string() }));
const ANSWER = z.object({
  data: z
    .object({
      milestonesReport: z
        .object({
          results: z.array(z.object({ sourceId: z.string(), userErrors })).nullable(),
          userErrors,
        })
        .nullable(),
    })
    .nullish(),
  errors: z
    .array(
      z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }),
    )
    .optional(),
});

/** What the graph answers when it is the question that is wrong, and would be wrong again. */
const WRONG_QUESTION = new Set(["BAD_USER_INPUT", "INTERNAL_SERVER_ERROR"]);

export interface Question {
  operationName: string;
  query: string;
  variables: object;
}

/**
 * What the graph answers an organisation's own system, by its HTTP status and its body, null when that is no JSON.
 * @throws {OutOfReach} when it does not answer
 */
export type Ask = (
  question: Question,
  credentials: Credentials,
  signal: AbortSignal,
) => Promise<{ status: number; body: unknown }>;

/** Asks the graph at `graphUrl` with tokens of `token`. */
export function graphClient(graphUrl: string, token: TokenSource): Ask {
  return async (question, credentials, signal) => {
    const first = await post(graphUrl, await bearer(token, credentials, false), question, signal);
    // A key that was changed, or a token that was taken back.
    return first.status === 401
      ? post(graphUrl, await bearer(token, credentials, true), question, signal)
      : first;
  };
}

/** Delivers milestones to the graph. */
export function graphDelivery(ask: Ask): Delivery {
  return async (milestones, credentials, signal) => {
    const input = {
      reference: randomUUID(),
      milestones: milestones.map(({ registrationId, kind, occurredAt, sourceId, details }) => ({
        registrationId,
        kind,
        occurredAt,
        sourceId,
        ...details,
      })),
    };
    const question = { operationName: "MilestonesReport", query: REPORT, variables: { input } };
    const { status, body } = await ask(question, credentials, signal);
    return read(status, body);
  };
}

async function bearer(token: TokenSource, credentials: Credentials, fresh: boolean): Promise<string> {
  try {
    return await token(credentials, fresh);
  } catch {
    throw new OutOfReach("NO_TOKEN", "The issuer of access tokens gives none: check it and the credentials.");
  }
}

async function post(url: string, token: string, question: Question, stopping: AbortSignal) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(question),
      signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT)]),
    });
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
  } catch {
    throw new OutOfReach("OUT_OF_REACH", "The graph does not answer.");
  }
}

/**
 * What the graph said of each milestone.
 * @throws {OutOfReach} when it said nothing; {RefusedWhole} when it did not take the question as it was asked.
 */
function read(status: number, body: unknown): Report[] {
  const answer = ANSWER.safeParse(body).data;
  const payload = answer?.data?.milestonesReport;
  if (payload?.results)
    return payload.results.map(({ sourceId, userErrors: [error] }) => ({ sourceId, error: error ?? null }));
  const refusal = payload?.userErrors[0];
  if (refusal) throw new OutOfReach(refusal.code, refusal.message);
  const error = answer?.errors?.[0];
  const code = error?.extensions?.code ?? `HTTP_${status}`;
  const sentence = error?.message ?? `The graph answered ${status}.`;
  throw WRONG_QUESTION.has(code) ? new RefusedWhole(code, sentence) : new OutOfReach(code, sentence);
}
