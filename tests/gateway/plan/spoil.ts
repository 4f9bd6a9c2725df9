/** What may be wrong with a partner's answer that is JSON and has the outer form of one. */
import type { Random } from "../../../local/world/random.ts";

type Bag = Record<string, unknown>;

/** Values that stand where others should. */
const OTHERS = [null, "", "MADE_UP", 3, 2.5, true, [], ["x"], {}, { __typename: "Nobody" }, { id: null }];

/** The answer, with something wrong in a share `often` of all answers, and then in a few of their places. */
export function spoil(answer: object, random: Random, often: number): object {
  if (!random.chance(often)) return answer;
  const kind = random.int(1, 4);
  if (kind === 1) return { data: null, errors: [failure(undefined, random)] };
  const { data } = answer as { data: Bag };
  const places: (string | number)[][] = [];
  const share = random.pick([0.02, 0.1, 0.3]);
  walk(data, [], places, random, share, kind);
  // An answer about entities keeps their number: what has another is refused before it gets so far.
  return kind === 4 && places.length > 0
    ? { data, errors: places.map((path) => failure(path, random)) }
    : { data };
}

function walk(
  value: unknown,
  path: (string | number)[],
  places: (string | number)[][],
  random: Random,
  share: number,
  kind: number,
): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== "_entities" && random.chance(share)) {
      places.push(at);
      // What a subgraph reports is null there; what it does not report may be anything.
      if (kind === 4) (value as Bag)[key] = null;
      else if (kind === 2 && !Array.isArray(value)) Reflect.deleteProperty(value, key);
      else (value as Bag)[key] = random.pick(OTHERS);
    } else walk(inside, at, places, random, share, kind);
  }
}

function failure(path: readonly (string | number)[] | undefined, random: Random): object {
  const code = random.pick([undefined, "NOT_POSSIBLE", "SUBGRAPH_UNAVAILABLE", "INVALID_GRAPHQL"]);
  return {
    message: random.pick(["It failed.", ""]),
    ...(path ? { path } : {}),
    ...(code ? { extensions: { code, detail: 1 } } : {}),
  };
}
