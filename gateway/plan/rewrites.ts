/** Rewrites of what is sent and received: names that the planner changed so that two fields do not collide. */
import { isEverywhere, type Bag, type Rewrite } from "./types.ts";

/** Whether an object with this `__typename` (or none) is of the type `condition`. */
export type IsOfType = (typename: unknown, condition: string, ifUnknown?: boolean) => boolean;

export type Rewriter = (value: unknown) => void;

const FRAGMENT = "... on ";

/** A function that carries out `rewrites` in place. */
export function rewriter(rewrites: readonly Rewrite[] | undefined, isOfType: IsOfType): Rewriter {
  const each = (rewrites ?? []).flatMap((rewrite) =>
    rewrite.path.length === 0 ? [] : [one(rewrite, isOfType)],
  );
  return (value) => {
    for (const rewrite of each) rewrite(value);
  };
}

/** Whether `rewrites` touch only names that are safe to read and write plainly. */
export function arePlain(rewrites: readonly Rewrite[] | undefined): boolean {
  return (rewrites ?? []).every(
    (rewrite) =>
      !rewrite.path.some(isEverywhere) &&
      !rewrite.path.at(-1)?.startsWith(FRAGMENT) &&
      !(rewrite.kind === "KeyRenamer" && isEverywhere(rewrite.renameKeyTo)),
  );
}

function one(rewrite: Rewrite, isOfType: IsOfType): Rewriter {
  const parents = rewrite.path.slice(0, -1);
  const change = changer(rewrite, rewrite.path.at(-1) ?? "");
  const walk = (value: unknown, from: number): void => {
    if (Array.isArray(value)) {
      for (const element of value) walk(element, from);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const bag = value as Bag;
    const step = parents[from];
    if (step === undefined) change(bag);
    else if (!step.startsWith(FRAGMENT)) walk(bag[step], from + 1);
    else if (isOfType(bag["__typename"], step.slice(FRAGMENT.length), true)) walk(bag, from + 1);
  };
  return (value) => walk(value, 0);
}

function changer(rewrite: Rewrite, name: string): (bag: Bag) => void {
  if (rewrite.kind === "ValueSetter")
    return (bag) => {
      bag[name] = rewrite.setValueTo;
    };
  return (bag) => {
    const value = bag[name];
    if (!value) return;
    bag[rewrite.renameKeyTo] = value;
    bag[name] = undefined;
  };
}
