/** Bad input to any mutation is a user error with a code, and nothing is written. */
import { randomUUID } from "node:crypto";
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { withClient } from "../support/database.ts";
import { openHub, type Hub } from "../support/hub.ts";
import { plausible } from "../support/plausible.ts";

const STAFF = [
  "counsellor@promis",
  "officer@fccq",
  "adviser@ccmm",
  "professional@estrie-1",
  "coordinator@alliance",
  "candidate@demo",
];

interface Payload {
  userErrors: { code: string; field: string[] | null }[];
}

let hub: Hub;
let schema: GraphQLSchema;
let mutations: GraphQLField<unknown, unknown>[];

beforeAll(async () => {
  hub = await openHub();
  await hub.settled();
  const { data } = await hub.ask<IntrospectionQuery>("counsellor@promis", getIntrospectionQuery());
  if (!data) throw new Error("the local hub lets its schema be read");
  schema = buildClientSchema(data);
  mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
});

interface BadInput {
  mutation: string;
  field: string;
  input: Record<string, unknown>;
}

/** For each mutation, inputs in which one field at a time is far too long, or names something unknown. */
function badInputs(): BadInput[] {
  return mutations.flatMap((mutation) => {
    const type = getNamedType(mutation.args[0]?.type as GraphQLInputType);
    if (!isInputObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const kind = getNamedType(field.type).name;
      if (!["String", "ID"].includes(kind)) return [];
      const far = kind === "ID" && field.name !== "reference" ? randomUUID() : "x".repeat(20_000);
      const bad = isListType(getNullableType(field.type)) ? [far] : far;
      return [
        {
          mutation: mutation.name,
          field: field.name,
          input: { ...(plausible(type) as object), reference: randomUUID(), [field.name]: bad },
        },
      ];
    });
  });
}

function document({ mutation }: BadInput): string {
  const field = mutations.find(({ name }) => name === mutation);
  return `mutation ($input: ${String(field?.args[0]?.type)}) { ${mutation}(input: $input) { userErrors { code field } } }`;
}

/** The changes committed in all five databases: every mutation that writes leaves one. */
async function changes(): Promise<number> {
  let total = 0;
  for (const url of Object.values(hub.state.databaseUrls)) {
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ count: number }>("select count(*)::int as count from change");
      total += rows[0]?.count ?? 0;
    });
  }
  return total;
}

describe("Every mutation", () => {
  it("takes one input, and gives a payload with user errors", () => {
    expect(mutations.length).toBeGreaterThan(50);
    for (const { name, args, type } of mutations) {
      expect([name, args.map((arg) => arg.name)]).toEqual([name, ["input"]]);
      expect(String(type)).toBe(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload!`);
    }
  });

  it("refuses what is too long or unknown with a code, and writes nothing", async () => {
    const before = await changes();
    const problems: string[] = [];
    for (const bad of badInputs()) {
      const answers = await Promise.all(
        STAFF.map(async (persona) => {
          const { data, errors } = await hub.ask<Record<string, Payload>>(persona, document(bad), {
            input: bad.input,
          });
          if (errors) problems.push(`${bad.mutation} with a bad ${bad.field}: ${JSON.stringify(errors[0])}`);
          const codes = data?.[bad.mutation]?.userErrors.map(({ code }) => code) ?? [];
          if (codes.length === 0) problems.push(`${bad.mutation} accepted a bad ${bad.field} of ${persona}`);
          return codes;
        }),
      );
      if (answers.every((codes) => codes.includes("NOT_ALLOWED")))
        problems.push(`${bad.mutation} is allowed to nobody`);
    }
    expect(problems).toEqual([]);
    expect(await changes()).toBe(before);
  });

  it("refuses an input with a missing field before it reaches anybody", async () => {
    for (const { name, args } of mutations) {
      const answer = await hub.ask(
        "counsellor@promis",
        `mutation ($input: ${String(args[0]?.type)}) { ${name}(input: $input) { userErrors { code } } }`,
        { input: {} },
      );
      expect([name, answer.errors?.[0]?.extensions.code]).toEqual([name, "BAD_USER_INPUT"]);
    }
  });
});
