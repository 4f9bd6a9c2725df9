/** What the documentation promises of the graph and of the tests is so. */
import { Supergraph } from "@apollo/federation-internals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLNamedType } from "graphql";

const HOW_TO = "docs/how-to";
const SUBGRAPHS = ["registry", "fccq", "eer", "ccmm", "regional"];
/** A subgraph's SDL names directives that it does not define. */
const ANY_DIRECTIVE = { assumeValid: true, assumeValidSDL: true };
const schema = Supergraph.build(readFileSync("schema/supergraph.graphql", "utf8"))
  .apiSchema()
  .toGraphQLJSSchema();

describe("The how-tos", () => {
  it("name every question and every change of the graph, so that each task is found", () => {
    const written = readdirSync(HOW_TO)
      .map((name) => readFileSync(join(HOW_TO, name), "utf8"))
      .join();
    const words = new Set(written.match(/\w+/g));
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(fields.length).toBeGreaterThan(200);
    expect(fields.filter((name) => !words.has(name))).toEqual([]);
  });
});

it("Every link of a page leads to a file that is there", () => {
  const pages = [
    "README.md",
    ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((at) => join("docs", at)),
  ];
  const links = pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) =>
      [...readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map(([, to = ""]) => to)
        .filter((to) => !/^[a-z]+:/.test(to))
        .map((to) => join(dirname(page), to)),
    );
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((to) => !existsSync(to))).toEqual([]);
});

describe("What must never break", () => {
  const rows = [
    ...readFileSync("docs/invariants.md", "utf8").matchAll(/\]\(\.\.\/([^)]+)\) *\| `([^`]+)` *\|/g),
  ];

  it("is listed", () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  it.each(rows.map(([, path = "", title = ""]) => [title, path]))("is tested: %s (%s)", (title, path) => {
    expect(readFileSync(path, "utf8")).toContain(title);
  });
});

describe("The hub", () => {
  it("has no place for a social insurance number, a health insurance number or a paper of identity", () => {
    const names = Object.values(schema.getTypeMap()).flatMap((type) =>
      "getFields" in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    const columns = SUBGRAPHS.flatMap((name) => {
      const folder = `subgraphs/${name}/store`;
      const rows = readdirSync(folder).filter((file) => file.endsWith(".ts"));
      return rows.flatMap((file) => readFileSync(join(folder, file), "utf8").match(/^ {2}\w+: /gm) ?? []);
    });
    expect(columns.length).toBeGreaterThan(300);
    const forbidden = /\b(sin|nas|ramq|ssn)\b|insurance|passport|identityPaper|photo/i;
    expect([...names, ...columns].filter((name) => forbidden.test(name))).toEqual([]);
  });

  it("matches people by nothing that an employer must not weigh: no origin, age, sex, civil status or child", () => {
    const told = [
      ["fccq", "Participant", "ParticipantEnrolInput", "CompatibilityFactor"],
      ["ccmm", "PasserellePairingProfile", "PasserellePairingFactor"],
    ].flatMap(([name, ...types]) => {
      const sdl = buildSchema(readFileSync(`schema/${name}.graphql`, "utf8"), ANY_DIRECTIVE);
      return types.flatMap((type) => namesIn(sdl.getType(type)));
    });
    expect(told).toContain("occupation");
    const forbidden =
      /origin|countr|citizen|status|nationalit|birth|\bage|sex|gender|civil|marital|child|household|religi|race|ethnic|photo/i;
    expect(told.filter((name) => forbidden.test(name))).toEqual([]);
  });
});

/** The fields of a type or input, or the values of an enum. */
function namesIn(type: GraphQLNamedType | undefined): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isObjectType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
  throw new Error(`There are no names in ${String(type)}.`);
}
