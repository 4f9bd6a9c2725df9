/** Whether two gateways gave the same answer to the same question. */
import { isDeepStrictEqual } from "node:util";
import type { Answer } from "./load.ts";

interface GraphError {
  message?: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

/**
 * How `theirs` differs from `ours`, in one line; `undefined` when it does not. The data must be equal to the last
 * value, in whatever order the fields stand. Of errors the number, places and codes must be equal: their words, and
 * what else they tell, are each gateway's own.
 */
export function difference(ours: Answer, theirs: Answer): string | undefined {
  if (ours.status !== theirs.status) return `status ${theirs.status} instead of ${ours.status}`;
  const [left, right] = [parse(ours.text), parse(theirs.text)];
  if (!right) return "not JSON";
  const place = firstDifference(left?.data ?? null, right.data ?? null, "data");
  if (place) return place;
  const [expected, found] = [errorsOf(left?.errors), errorsOf(right.errors)];
  return isDeepStrictEqual(expected, found)
    ? undefined
    : `errors ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
}

function parse(text: string): { data?: unknown; errors?: GraphError[] } | undefined {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: GraphError[] };
  } catch {
    return undefined;
  }
}

function errorsOf(errors: GraphError[] | undefined): string[] {
  return (errors ?? [])
    .map(({ path, extensions }) => `${path?.join(".") ?? ""} ${extensions?.code ?? ""}`)
    .sort();
}

function firstDifference(ours: unknown, theirs: unknown, place: string): string | undefined {
  if (isDeepStrictEqual(ours, theirs)) return undefined;
  if (isObject(ours) && isObject(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    for (const key of keys) {
      const found = firstDifference(ours[key], theirs[key], `${place}.${key}`);
      if (found) return found;
    }
  }
  return `${place} is ${shorten(theirs)} instead of ${shorten(ours)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shorten(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 120);
}
