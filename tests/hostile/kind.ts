/** One kind of hostile request, and what came of it. */

export interface HostileRequest {
  method?: string;
  path?: string;
  /** Beside the access token; a header set to `undefined` is not sent. */
  headers?: Record<string, string | undefined>;
  body?: string | Uint8Array;
  /** How the body is sent, when not at once. */
  pace?: "slowly" | "never";
}

export interface Kind {
  name: string;
  /** The request; `turn` differs from one to the next, so that nothing is answered from memory. */
  make: (turn: number) => HostileRequest;
  /**
   * What a gateway does that holds: serve it within the deadline, or refuse it, with this code or in any way. Some are
   * neither good nor bad, such as a request that the server cannot tell from an honest one.
   */
  expected: "served" | "refused" | "either" | { code: string };
}

/** What is expected of a kind that has a limit of its own. */
export const code = (name: string): Kind["expected"] => ({ code: name });

/** A request with one JSON body. */
export function post(body: unknown, headers: HostileRequest["headers"] = {}): HostileRequest {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
  };
}

/** A kind whose request is one query. `NEW` in the query becomes a name that was never used. */
export function query(
  name: string,
  expected: Kind["expected"],
  text: string | (() => string),
  variables?: Record<string, unknown>,
): Kind {
  const words = typeof text === "string" ? text : text();
  return {
    name,
    expected,
    make: (turn) => post({ query: words.replaceAll("NEW", `n${turn}`), variables }),
  };
}

export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const repeat = (count: number, make: (index: number) => string): string =>
  times(count, make).join(" ");

/** `before` so often, then `core`, then as many closing brackets. */
export const nest = (count: number, before: string, core: string, after = "}"): string =>
  `${before.repeat(count)}${core}${after.repeat(count)}`;
