/** The ready queries of the documentation are queries of the graph. */
import { Supergraph } from "@apollo/federation-internals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, validate } from "graphql";

const FOLDER = "docs/queries";
const schema = Supergraph.build(readFileSync("schema/supergraph.graphql", "utf8"))
  .apiSchema()
  .toGraphQLJSSchema();

describe("The ready queries", () => {
  it.each(readdirSync(FOLDER))("%s asks for what there is", (name) => {
    expect(validate(schema, parse(readFileSync(join(FOLDER, name), "utf8")))).toEqual([]);
  });
});
