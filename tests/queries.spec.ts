/** The ready queries of the documentation are queries of the graph. */
import { Supergraph } from "@apollo/federation-internals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { INCIDENT_EXPORT } from "../gateway/export/incident-query.ts";
import { OWN, pageQuery, personalExport, RECORD_EXPORT, theirs } from "../gateway/export/personal-query.ts";

const FOLDER = "docs/queries";
const schema = Supergraph.build(readFileSync("schema/supergraph.graphql", "utf8"))
  .apiSchema()
  .toGraphQLJSSchema();

describe("The ready queries", () => {
  it.each(readdirSync(FOLDER))("%s asks for what there is", (name) => {
    expect(validate(schema, parse(readFileSync(join(FOLDER, name), "utf8")))).toEqual([]);
  });
});

describe("The export of a person's file", () => {
  it("asks for what there is, and so does that of the register of incidents", () => {
    const personal = [OWN, theirs("")].flatMap((whose) => [
      personalExport(whose),
      pageQuery(whose, "timeline"),
      pageQuery(whose, "referrals"),
    ]);
    for (const query of [...personal, RECORD_EXPORT, INCIDENT_EXPORT])
      expect(validate(schema, parse(query))).toEqual([]);
  });

  it("asks for no score, nothing that one is made of, and no note", () => {
    const types = new TypeInfo(schema);
    const asked: string[] = [];
    visit(
      parse(personalExport(OWN)),
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          asked.push(`${types.getParentType()?.name}.${name.value}`);
        },
      }),
    );
    expect(asked).toContain("PasserelleParticipant.skills");
    const kept =
      /\.(note|endNote|message|.*[sS]core|standing|points|inputs)$|^(Match|PasserellePairing)\.reasons$/;
    expect(asked.filter((field) => kept.test(field))).toEqual([]);
  });
});
