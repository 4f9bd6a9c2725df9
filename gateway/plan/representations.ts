/** What a subgraph is told of an entity so that it knows which one is meant. */
import { mergeInto } from "./merge.ts";
import type { IsOfType } from "./rewrites.ts";
import { isEverywhere, type Bag, type Requirement } from "./types.ts";

/** A function that takes what is required out of an entity; null when it is null, or something is not there. */
export type Represent = (entity: unknown) => Bag | null;

/** The function that takes `requirements` out of entities. */
export function representer(requirements: readonly Requirement[], isOfType: IsOfType): Represent {
  const parts = requirements.map((requirement) => part(requirement, isOfType));
  return (entity) => {
    if (entity === null) return null;
    const into: Bag = {};
    for (const take of parts) if (!take(entity as Bag, into)) return null;
    return into;
  };
}

/** Whether `requirements` name only fields that are safe to read and write plainly. */
export function arePlainRequirements(requirements: readonly Requirement[]): boolean {
  return requirements.every(
    (requirement) =>
      (requirement.kind !== "Field" || !isEverywhere(requirement.alias ?? requirement.name)) &&
      arePlainRequirements(requirement.selections ?? []),
  );
}

/** Puts one requirement into a representation; false when the entity lacks it. */
type Take = (entity: Bag, into: Bag) => boolean;

function part(requirement: Requirement, isOfType: IsOfType): Take {
  if (requirement.kind === "InlineFragment") {
    const { typeCondition } = requirement;
    if (!typeCondition) return () => true;
    const represent = representer(requirement.selections, isOfType);
    return (entity, into) => {
      if (entity && isOfType(entity["__typename"], typeCondition)) mergeInto(into, represent(entity));
      return true;
    };
  }
  const name = requirement.alias ?? requirement.name;
  const inside = requirement.selections && representer(requirement.selections, isOfType);
  return (entity, into) => {
    const value = entity[name];
    if (value === undefined) return false;
    into[name] = !inside ? value : Array.isArray(value) ? value.map(inside) : inside(value);
    return true;
  };
}
