/** Professionals who do not give up: what they ask for is asked again, under the same reference, until it is answered. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { CrashHub } from "./hub.ts";

export interface Change {
  /** The thing that the mutation gave; null when it was refused. */
  thing: Record<string, never> | null;
  codes: string[];
}

/** Thrown when the time is up before an answer came: whether the change was made, the databases will say. */
export class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
}

export interface Client {
  /** Makes a change as `persona`; `selection` is what is read of it, `offer { id }` say. */
  change: (
    persona: string,
    mutation: string,
    selection: string,
    input: Record<string, unknown>,
    inputType?: string,
  ) => Promise<Change>;
  /** The answers that were no answer: refused connections, 500s, partners that were down. */
  failures: () => number;
}

/** A fault of the test: asked again, it would be answered the same. */
class WrongQuestion extends Error {
  override readonly name = "WrongQuestion";
}

const WRONG = new Set(["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "FORBIDDEN"]);

interface Answer {
  change: { userErrors: { code: string }[] } & Record<string, never>;
}

/** Clients of the hub until `signal` aborts. */
export function clientOf(hub: CrashHub, signal: AbortSignal): Client {
  const tokens = new Map<string, Promise<string>>();
  let failures = 0;
  const tokenOf = (persona: string) => {
    const token = tokens.get(persona) ?? hub.token(persona);
    tokens.set(persona, token);
    token.catch(() => tokens.delete(persona));
    return token;
  };

  async function post(persona: string, query: string, variables: object): Promise<Answer | null> {
    const response = await fetch(`${hub.gatewayUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await tokenOf(persona)}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
    });
    const answer = (await response.json()) as {
      data?: Answer;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    const wrong = answer.errors?.find(({ extensions }) => WRONG.has(extensions?.code ?? ""));
    if (wrong) throw new WrongQuestion(wrong.message);
    return answer.errors ? null : (answer.data ?? null);
  }

  return {
    async change(persona, mutation, selection, input, inputType) {
      const type = inputType ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { change: ${mutation}(input: $input) { ${selection} userErrors { code } } }`;
      const variables = { input: { reference: randomUUID(), ...input } };
      for (let tries = 0; !signal.aborted; tries += 1) {
        const data = await post(persona, query, variables).catch((error: unknown) => {
          if (error instanceof WrongQuestion) throw error;
          return null;
        });
        if (data) {
          const { userErrors, ...things } = data.change;
          return { thing: Object.values(things)[0] ?? null, codes: userErrors.map(({ code }) => code) };
        }
        failures += 1;
        await pause(Math.min(1_000, 50 * 2 ** tries) * (0.5 + Math.random() / 2));
      }
      throw new TimeIsUp();
    },
    failures: () => failures,
  };
}
