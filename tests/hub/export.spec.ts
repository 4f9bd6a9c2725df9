/** A person takes their file away, from every organisation that knows them. */
import { readKeys } from "../../local/login/keys.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona } from "../../local/personas.ts";
import { openHub, type Hub } from "../support/hub.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await openHub();
});

async function take(persona: string, path: string): Promise<Response> {
  const known = findPersona(persona);
  if (!known) throw new Error(`there is no persona ${persona}`);
  const keys = await readKeys(hub.state.loginKeys);
  const token = await requestToken(hub.state.issuer, known, keys?.clientSecrets[persona]);
  return fetch(`${hub.state.gatewayUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

describe("A person's own file", () => {
  it("is theirs to see, in every section", async () => {
    const { data, errors } = await hub.ask<{
      myFile: { id: string; access: { status: string; basis: string }[] };
    }>(
      "candidate@demo",
      "{ myFile { id access { status basis } matching { profiles { id } } welcome { cases { id } } } }",
    );
    expect(errors).toBeUndefined();
    expect(data?.myFile.id).toBe(hub.demoCandidate);
    expect(new Set(data?.myFile.access.map(({ status, basis }) => `${status} ${basis}`))).toEqual(
      new Set(["GRANTED SELF"]),
    );
  });

  it("shows no note that professionals wrote for one another", async () => {
    const notes =
      "{ myFile { welcome { cases { steps { note } checklist { items { note } } } } employability { files { readinessHistory { note } } } referrals(first: 20) { nodes { message } } } }";
    const { data, errors } = await hub.ask("candidate@demo", notes);
    expect(errors).toBeUndefined();
    const texts = JSON.stringify(data).match(/"(note|message)":(?!null)/g);
    expect(texts).toBeNull();
  });

  it("can be taken away as JSON, with rows of all five organisations, and the look is written down", async () => {
    const response = await take("candidate@demo", "/export.json");
    expect([response.status, response.headers.get("content-disposition")]).toEqual([
      200,
      'attachment; filename="continuum-export.json"',
    ]);
    const file = (await response.json()) as Record<string, never> & {
      name: { declared: unknown[] };
      timeline: unknown[];
      matching: { profiles: unknown[] };
      employability: { files: unknown[] };
      passerelle: { files: unknown[] };
      welcome: { cases: unknown[] };
      household: { members: object[] };
    };
    for (const part of [
      file.name.declared,
      file.timeline,
      file.matching.profiles,
      file.employability.files,
      file.passerelle.files,
      file.welcome.cases,
    ])
      expect(part.length).toBeGreaterThan(0);
    expect(JSON.stringify(file)).not.toMatch(/"(note|score|message)"/);
    expect(file.household.members.filter((member) => "needs" in member)).toHaveLength(1);
    const { data } = await hub.ask<{
      myFile: { disclosures: { nodes: { operation: string; basis: string }[] } };
    }>("candidate@demo", "query Later { myFile { disclosures(first: 100) { nodes { operation basis } } } }");
    expect(data?.myFile.disclosures.nodes).toContainEqual({ operation: "PersonalExport", basis: "SELF" });
  });

  it("can be taken away as CSV, one line per value", async () => {
    const response = await take("candidate@demo", "/export.csv");
    expect(response.headers.get("content-type")).toContain("text/csv");
    const text = await response.text();
    expect(text).toMatch(/^(\uFEFF)?section,field,value\r\n/);
    expect(text).toMatch(/\r\nname,declared\[1\]\.givenNames,Adjoua/i);
  });

  it("is for nobody else to take away", async () => {
    for (const persona of ["counsellor@promis", "coordinator@alliance", "system@fccq", "dashboard@alliance"])
      expect([persona, (await take(persona, "/export.json")).status]).toEqual([persona, 403]);
    const bare = await fetch(`${hub.state.gatewayUrl}/export.csv`);
    expect(bare.status).toBe(401);
    const register = await take("candidate@demo", "/incidents.csv");
    expect(register.status).toBe(403);
  });
});

describe("The register of incidents", () => {
  it("can be taken away by the coordinator", async () => {
    const response = await take("coordinator@alliance", "/incidents.csv");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("id,organisation.name,recordedAt,information,circumstances");
  });
});
