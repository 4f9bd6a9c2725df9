/** What systems may ask: every root field of every subgraph, and what a dashboard finds behind the few that it may. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildASTSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { checkout } from "../../local/checkout.ts";
import { PARTNERS, type Partner } from "../../local/start/partners.ts";
import { ALL_SCOPES, type Scope } from "../../platform/system-scopes.ts";
import { plausible } from "../support/plausible.ts";
import { isConnection } from "../support/selections.ts";
import { viewerOf, type AccessHub, type Answer, type Asker } from "./hub.ts";

/** Written by hand: what each root field asks of a system. The first that fits decides. */
const ASKS: [subgraph: RegExp, kind: "Query" | "Mutation", field: RegExp, scope: Scope | "nothing"][] = [
  [/registry/, "Query", /^(me|organisations?|organisationGroups|regions?)$/, "nothing"],
  [/registry/, "Query", /^statistics$/, "statistics:read"],
  [/registry/, "Query", /./, "candidates:read"],
  [/registry/, "Mutation", /^(milestones?|capacity)[A-Z]/, "milestones:write"],
  [/registry/, "Mutation", /^referral[A-Z]/, "referrals:write"],
  [/registry/, "Mutation", /^(registration|correction)[A-Z]/, "registrations:write"],
  // To be told of people by a call is to read of them.
  [/registry/, "Mutation", /^webhook[A-Z]/, "candidates:read"],
  [/./, "Query", /./, "partner:read"],
  [/./, "Mutation", /./, "partner:write"],
];

const ORGANISATION_OF: Record<Partner, string> = {
  registry: "promis",
  fccq: "fccq",
  eer: "promis",
  ccmm: "ccmm",
  regional: "estrie-1",
};

interface Root {
  subgraph: Partner;
  kind: "Query" | "Mutation";
  field: GraphQLField<unknown, unknown>;
  scope: Scope | "nothing";
}

function schemaOf(subgraph: Partner): GraphQLSchema {
  const sdl = readFileSync(join(checkout, "schema", `${subgraph}.graphql`), "utf8");
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
}

function roots(): Root[] {
  return PARTNERS.flatMap((subgraph) =>
    (["Query", "Mutation"] as const).flatMap((kind) => fieldsOf(subgraph, kind)),
  );
}

function fieldsOf(subgraph: Partner, kind: "Query" | "Mutation"): Root[] {
  const type = schemaOf(subgraph).getType(kind);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter(({ name }) => !name.startsWith("_"))
    .map((field) => {
      const found = ASKS.find(([of, a, name]) => of.test(subgraph) && a === kind && name.test(field.name));
      return { subgraph, kind, field, scope: found?.[3] ?? "nothing" };
    });
}

function system(role: "SYSTEM" | "DASHBOARD", organisation: string, scopes: readonly Scope[]): Asker {
  const purpose = role === "SYSTEM" ? "SUPPORT" : "STATISTICS";
  return { subject: `${role.toLowerCase()}@${organisation}`, organisation, roles: [role], purpose, scopes };
}

export function systemLimits(hubOf: () => AccessHub): void {
  /** The field asked straight at its subgraph, with plausible arguments that name nothing there is. */
  const askRoot = async (asker: Asker, { subgraph, kind, field }: Root): Promise<Answer> => {
    const args = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
    const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
    const plain = isLeafType(getNamedType(field.type)) ? "" : "{ __typename }";
    const inner = kind === "Mutation" ? "{ userErrors { code message } }" : plain;
    const query = `${kind.toLowerCase()} Ask${args ? `(${args})` : ""} { ${field.name}${given ? `(${given})` : ""} ${inner} }`;
    const variables = Object.fromEntries(
      field.args
        .filter(({ type, name }) => kind === "Mutation" || String(type).endsWith("!") || name === "first")
        .map(({ type, name }) => [name, plausible(type)]),
    );
    const hub = hubOf();
    return hub.askSubgraph(subgraph, await hub.passport(viewerOf(asker), subgraph), query, variables);
  };

  /** The scope for whose lack a field was refused; null when it was not. */
  const lacking = ({ errors, text }: Answer): string | null => {
    const refused = errors.find(({ extensions }) => extensions?.code === "FORBIDDEN");
    const told = refused?.message ?? /"code":"NOT_ALLOWED","message":"([^"]*)"/.exec(text)?.[1] ?? "";
    return /asks for the scope ([a-z:]+)\.$/.exec(told)?.[1] ?? null;
  };

  describe("a system", () => {
    it("without a scope is refused every root field that asks for one, and told which", async () => {
      const wrong: string[] = [];
      for (const root of roots()) {
        const asker = system("SYSTEM", ORGANISATION_OF[root.subgraph], []);
        const lacks = lacking(await askRoot(asker, root)) ?? "nothing";
        if (lacks !== root.scope) wrong.push(`${root.subgraph} ${root.field.name}: ${lacks}`);
      }
      expect(wrong).toEqual([]);
      expect(roots().length).toBeGreaterThan(200);
    });

    it("with one scope alone is let in where that one is asked for, and nowhere else", async () => {
      const wrong: string[] = [];
      for (const root of roots()) {
        for (const scope of ALL_SCOPES) {
          // A change that is refused for lack of a scope was tried above; here it would be one more of the same.
          if (root.kind === "Mutation" && scope !== root.scope) continue;
          const asker = system("SYSTEM", ORGANISATION_OF[root.subgraph], [scope]);
          const isLetIn = lacking(await askRoot(asker, root)) === null;
          const isMeant = root.scope === "nothing" || root.scope === scope;
          if (isLetIn !== isMeant) wrong.push(`${root.field.name} with ${scope}: ${isLetIn}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  });

  describe("a dashboard", () => {
    const dashboard = system("DASHBOARD", "alliance", ALL_SCOPES);

    it("is refused every root field but counts, regions, organisations and who it is", async () => {
      const open: string[] = [];
      for (const root of roots())
        if (lacking(await askRoot(dashboard, root)) === null) open.push(root.field.name);
      expect(open.sort()).toEqual([
        "me",
        "organisation",
        "organisationGroups",
        "organisations",
        "region",
        "regions",
        "statistics",
      ]);
    });

    it("finds no list behind what it may ask, by way of regions, organisations or itself", async () => {
      const hub = hubOf();
      const sdl = readFileSync(join(checkout, "schema", "supergraph.graphql"), "utf8");
      const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
      const ways = { Region: "regions SELECTION", Organisation: "organisations SELECTION" };
      let lists = 0;
      for (const [name, way] of Object.entries(ways)) {
        const type = schema.getType(name);
        for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
          const target = getNamedType(field.type);
          if (!isObjectType(target) || !isConnection(target)) continue;
          lists += 1;
          const selection = `{ ${field.name}(first: 3) { nodes { __typename } } }`;
          const answer = await hub.ask(dashboard, `{ ${way.replace("SELECTION", selection)} }`);
          expect([field.name, answer.text.match(/"__typename"/g)]).toEqual([field.name, null]);
        }
      }
      expect(lists).toBeGreaterThan(1);
    });

    it("reads its counts", async () => {
      const query = `{ me { roles } regions { code } statistics(from: "2018-11-01", to: "2019-12-31") { matching { activities } pathway { byStage { stage } } } }`;
      const { errors, data } = await hubOf().ask(dashboard, query);
      expect(errors).toEqual([]);
      expect(data?.["regions"]).toHaveLength(17);
      expect(data?.["statistics"]).toMatchObject({ matching: { activities: 31 } });
    });
  });
}
