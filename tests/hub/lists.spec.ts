/** Every list and every entity of the graph: one SQL statement per table, for one row and for fifty. */
import {
  buildClientSchema,
  getIntrospectionQuery,
  isRequiredArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { openHub, type Answer, type Hub, type Work } from "../support/hub.ts";
import { isConnection, nodeOf, objectOf, selectionOf } from "../support/selections.ts";

const PERSONAS = [
  "counsellor@promis",
  "officer@fccq",
  "adviser@ccmm",
  "professional@estrie-1",
  "coordinator@alliance",
];

let hub: Hub;
let schema: GraphQLSchema;

beforeAll(async () => {
  hub = await openHub();
  await hub.settled();
  const { data } = await hub.ask<IntrospectionQuery>("counsellor@promis", getIntrospectionQuery());
  if (!data) throw new Error("the local hub lets its schema be read");
  schema = buildClientSchema(data);
});

/** The answer for the first persona who may read it. */
async function askAsWhoMay(query: string): Promise<{ persona: string; answer: Answer }> {
  let answer: Answer | undefined;
  for (const persona of PERSONAS) {
    answer = await hub.ask(persona, query);
    if (!answer.errors?.some(({ extensions }) => extensions.code === "FORBIDDEN")) return { persona, answer };
  }
  throw new Error(`nobody may ask ${query}: ${JSON.stringify(answer)}`);
}

async function costs(persona: string, query: string): Promise<Record<string, Work>> {
  return hub.watch(() => hub.ask(persona, query));
}

/**
 * The statements that were sent more often than the gateway asked. A table that is reached in two ways (a list of
 * positions, and the count of those that are open) is read by two statements; neither may be sent again for more rows.
 */
function excess(work: Record<string, Work>): string[] {
  return Object.entries(work).flatMap(([subgraph, { fetches, texts }]) =>
    Object.entries(texts)
      .filter(([, count]) => count > fetches)
      .map(([text, count]) => `${subgraph}: ${count} times for ${fetches} fetches: ${text.slice(0, 200)}`),
  );
}

function lists(): { name: string; node: GraphQLObjectType; paged: boolean }[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.flatMap((field) => {
    const type = objectOf(field);
    if (!type || field.args.some(isRequiredArgument)) return [];
    return [{ name: field.name, node: isConnection(type) ? nodeOf(type) : type, paged: isConnection(type) }];
  });
}

describe("Every list", () => {
  it("answers without an error, and costs one statement per table and fetch", async () => {
    const all = lists();
    expect(all.length).toBeGreaterThan(20);
    const problems: string[] = [];
    for (const { name, node, paged } of all) {
      const selection = selectionOf(node, 1);
      const query = (first: number) =>
        paged ? `{ ${name}(first: ${first}) { nodes ${selection} } }` : `{ ${name} ${selection} }`;
      const { persona, answer } = await askAsWhoMay(query(50));
      if (answer.errors) problems.push(`${name}: ${JSON.stringify(answer.errors[0])}`);
      const many = await costs(persona, query(50));
      problems.push(...excess(many).map((each) => `${name}: ${each}`));
      if (!paged) continue;
      const one = await costs(persona, query(1));
      for (const [subgraph, work] of Object.entries(one)) {
        if (work.fetches > (many[subgraph]?.fetches ?? 0))
          problems.push(`${name}: ${subgraph} is asked more often for one than for fifty`);
      }
    }
    expect(problems).toEqual([]);
  });
});

describe("Every entity", () => {
  it("has what each organisation adds to it in one statement per table, for one and for many", async () => {
    const roots: Record<string, string> = {
      Candidate: "candidates(first: 50) { nodes SELECTION }",
      Region: "regions SELECTION",
      Organisation: "organisations SELECTION",
      Statistics: 'statistics(from: "2018-11-01", to: "2019-12-31") SELECTION',
    };
    const problems: string[] = [];
    for (const [name, root] of Object.entries(roots)) {
      const type = schema.getType(name) as GraphQLObjectType;
      for (const field of Object.values(type.getFields())) {
        const target = objectOf(field);
        if (!target || field.args.some(isRequiredArgument)) continue;
        const query = `{ ${root.replace("SELECTION", `{ ${field.name} ${selectionOf(target, 2, [name])} }`)} }`;
        const { persona, answer } = await askAsWhoMay(query);
        if (answer.errors) problems.push(`${name}.${field.name}: ${JSON.stringify(answer.errors[0])}`);
        problems.push(...excess(await costs(persona, query)).map((each) => `${name}.${field.name}: ${each}`));
      }
    }
    expect(problems).toEqual([]);
  });
});
