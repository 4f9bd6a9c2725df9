import { buildSchema, graphql, GraphQLObjectType, type GraphQLFieldMap } from "graphql";
import { hideFromThePerson } from "./own-file.ts";

const SDL = "type Query { call: Call, again: Call } type Call { note: String, on: String!, reason: String }";
const CALL = { note: "Parle peu.", on: "2026-03-02", reason: "Complet" };

/** What a viewer with this purpose is answered, with the notes of a call kept from the person. */
async function ask(purpose: string, own: Record<string, unknown> = {}) {
  const schema = buildSchema(SDL);
  const resolvers: Record<string, Record<string, unknown>> = { Call: own };
  hideFromThePerson(schema, resolvers, { Call: ["note"] });
  const fields = (schema.getType("Call") as GraphQLObjectType).getFields() as GraphQLFieldMap<
    unknown,
    unknown
  >;
  for (const [name, field] of Object.entries(fields)) {
    const resolve = resolvers["Call"]?.[name];
    if (resolve) field.resolve = resolve as never;
  }
  const { data } = await graphql({
    schema,
    source: "{ call { note reason } again { text: note ...F } } fragment F on Call { note }",
    rootValue: { call: CALL, again: CALL },
    contextValue: { viewer: { purpose } },
  });
  return data;
}

describe("A note that is not for the person", () => {
  it("is null for them, by every path, under every name, and nothing else is", async () => {
    expect(await ask("SELF")).toEqual({
      call: { note: null, reason: "Complet" },
      again: { text: null, note: null },
    });
  });

  it("is there for a professional, resolver or not", async () => {
    expect(await ask("SUPPORT")).toMatchObject({ call: { note: "Parle peu." } });
    expect(await ask("SUPPORT", { note: () => "Écrit" })).toMatchObject({ call: { note: "Écrit" } });
    expect(await ask("SELF", { note: () => "Écrit" })).toMatchObject({ call: { note: null } });
  });

  it("must be there and may be null: a table that names something else is refused", () => {
    const schema = buildSchema(SDL);
    for (const field of ["on", "remark"])
      expect(() => hideFromThePerson(schema, {}, { Call: [field] })).toThrow(`Call.${field}`);
    expect(() => hideFromThePerson(schema, {}, { Visit: ["note"] })).toThrow("Visit.note");
  });
});
