/** Places in the tree of what was received: where a fetch finds its entities, and where errors belong. */
import { isBag, type Bag } from "./types.ts";

/** Names of fields, and `@` for every element of a list. */
export type PlanPath = readonly (string | number)[];
type ErrorPath = readonly (string | number)[];

/**
 * What stands at `path` under `value`: one value, or a flat list when the path goes through lists. Where a partner sent
 * another form than the path has, nothing is there: whoever shapes the answer says so.
 */
export function valuesAt(value: unknown, path: PlanPath, from = 0): unknown {
  if (from === path.length || value === undefined || value === null) return value;
  const step = path[from];
  if (step === "@")
    return Array.isArray(value) ? value.flatMap((element) => valuesAt(element, path, from + 1)) : undefined;
  if (typeof step !== "string" || Array.isArray(value)) return undefined;
  return valuesAt((value as Bag)[step], path, from + 1);
}

/** The places under `root` that `path` names, each as a path with indexes: those that are null are left out. */
export function placesAt(root: unknown, path: PlanPath): ErrorPath[] {
  const places: ErrorPath[] = [];
  const walk = (value: unknown, from: number, at: ErrorPath): void => {
    if (value === undefined || value === null) return;
    const step = path[from];
    if (step === undefined || step === null) places.push(at);
    else if (Array.isArray(value))
      for (const [index, element] of value.entries())
        walk(element, step === "@" ? from + 1 : from, [...at, index]);
    else if (isBag(value) && Object.hasOwn(value, step)) walk(value[step], from + 1, [...at, step]);
  };
  walk(root, 0, []);
  return places;
}
