/** Merges what a subgraph sent into what is there. */
import { isBag, type Bag } from "./types.ts";

/**
 * Merges `source` into `target`, in place: objects, and lists of the same length, element by element; the rest is
 * replaced. Names that every object has are passed over: no operation that comes here asks for one, and merging into
 * them would reach the prototype of all objects.
 */
export function mergeInto(target: Bag, source: unknown): void {
  if (source === undefined || source === null) return;
  for (const key of Object.keys(source)) {
    const value = (source as Bag)[key];
    if (value === undefined || key in Object.prototype) continue;
    const present = target[key];
    if (present && typeof present === "object" && isBag(value)) mergeInto(present as Bag, value);
    else if (Array.isArray(value) && Array.isArray(present) && value.length === present.length)
      mergeLists(present, value);
    else target[key] = value;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [index, value] of source.entries()) {
    const present = target[index];
    if (isBag(present) && isBag(value)) mergeInto(present, value);
    else target[index] = value;
  }
}
