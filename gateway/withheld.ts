/**
 * What was withheld is not asked for. The registry's grants stand in the representations that a query plan sends to
 * the partners (`matchingGrant` …); a partner that gets none answers `null`, and so the answer is known beforehand: the
 * partner is spared the question, and does not hear that somebody asked.
 */
import type { GraphQLFormattedError } from "graphql";
import type { Bag } from "./plan/types.ts";
import type { SubgraphResponse } from "./subgraph-answer.ts";

type Representation = Readonly<Record<string, unknown>>;

export interface Asked {
  /** The variables that remain to be asked with; null when everything was withheld. */
  asked: Readonly<Bag> | null;
  /** The answer to the whole, from the answer to what was asked. */
  whole: (answer: SubgraphResponse) => SubgraphResponse;
}

/** The variables of a question without the people of whom every grant was withheld. */
export function withoutWithheld(variables: Readonly<Bag>): Asked {
  const representations = variables["representations"];
  if (!Array.isArray(representations)) return { asked: variables, whole: (answer) => answer };
  const places = (representations as Representation[]).flatMap((each, place) =>
    isWithheld(each) ? [] : [place],
  );
  if (places.length === representations.length) return { asked: variables, whole: (answer) => answer };
  const chosen = places.map((place): unknown => representations[place]);
  return {
    asked: places.length === 0 ? null : { ...variables, representations: chosen },
    whole: (answer) => spread(answer, places, representations.length),
  };
}

/** Whether grants were asked of the registry for this representation, and it gave none. */
function isWithheld(representation: Representation): boolean {
  const grants = Object.keys(representation).filter((name) => name.endsWith("Grant"));
  return grants.length > 0 && grants.every((name) => representation[name] === null);
}

/** The answer with each entity, and each error, at its place among all representations. */
function spread(
  { data, errors, ...rest }: SubgraphResponse,
  places: readonly number[],
  length: number,
): SubgraphResponse {
  const entities: unknown[] = Array.from({ length }, () => null);
  const given = data?.["_entities"] as unknown[] | undefined;
  for (const [index, place] of places.entries()) entities[place] = given?.[index] ?? null;
  const placed = errors?.map((error) => ({ ...error, ...pathOf(error, places) }));
  return {
    ...rest,
    data: data ? { ...data, _entities: entities } : (data ?? null),
    ...(placed ? { errors: placed } : {}),
  };
}

function pathOf({ path }: GraphQLFormattedError, places: readonly number[]) {
  if (!path || path[0] !== "_entities" || typeof path[1] !== "number") return {};
  return { path: [path[0], places[path[1]] ?? path[1], ...path.slice(2)] };
}
