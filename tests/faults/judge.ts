/**
 * Whether an answer that was given while something was broken is honest: the right one, or the right one with parts
 * missing, each of which an error accounts for.
 */
import { isDeepStrictEqual } from "node:util";

export interface Answer {
  data?: unknown;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions?: { code?: string; subgraph?: string };
  }[];
}

export type Judgement =
  | { verdict: "right" }
  | { verdict: "partial"; subgraphs: string[] }
  /** Nothing was asked of anybody: the gateway had more to do than it could, and said so. */
  | { verdict: "refused" }
  | { verdict: "wrong"; why: string };

/** What `given` is worth beside `right`, the answer when nothing is broken. */
export function judge(given: Answer, right: Answer): Judgement {
  const errors = given.errors ?? [];
  if (!given.data && errors.length === 1 && errors[0]?.extensions?.code === "OVERLOADED")
    return { verdict: "refused" };
  const strange = errors.find(
    ({ extensions }) => extensions?.code !== "SUBGRAPH_UNAVAILABLE" || !extensions.subgraph,
  );
  if (strange) return { verdict: "wrong", why: `an error that explains nothing: ${JSON.stringify(strange)}` };
  const explained = errors.map(({ path }) => path ?? []);
  const place = firstDifference(given.data, right.data, [], explained);
  if (place) return { verdict: "wrong", why: `another value, or none and no reason, at ${place.join(".")}` };
  if (errors.length === 0) return { verdict: "right" };
  return {
    verdict: "partial",
    subgraphs: [...new Set(errors.map(({ extensions }) => `${extensions?.subgraph}`))],
  };
}

type Path = (string | number)[];

/** Where `given` differs from `right` in another way than by a `null` that an error accounts for; null if nowhere. */
function firstDifference(
  given: unknown,
  right: unknown,
  path: Path,
  explained: readonly Path[],
): Path | null {
  if (isDeepStrictEqual(given, right)) return null;
  // A null stands for the field that failed, or, where that may not be null, for what it is part of.
  if (given === null || given === undefined)
    return explained.some((error) => startsWith(error, path)) ? null : [...path, "?"];
  if (!isObject(given) || !isObject(right) || Array.isArray(given) !== Array.isArray(right))
    return [...path, "!"];
  const keys = new Set([...Object.keys(given), ...Object.keys(right)]);
  for (const key of keys) {
    const step = Array.isArray(right) ? Number(key) : key;
    const found = firstDifference(given[key], right[key], [...path, step], explained);
    if (found) return found;
  }
  return null;
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
