/** A person takes their file away, from every organisation that knows them. */
import { randomUUID } from "node:crypto";
import { readKeys } from "../../local/login/keys.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona } from "../../local/personas.ts";
import { openHub, type Hub } from "../support/hub.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await openHub();
});

/** A file taken by a persona: their own, or with `body` that of somebody who asked them for it. */
async function take(persona: string, path: string, body?: object): Promise<Response> {
  const known = findPersona(persona);
  if (!known) throw new Error(`there is no persona ${persona}`);
  const keys = await readKeys(hub.state.loginKeys);
  const token = await requestToken(hub.state.issuer, known, keys?.clientSecrets[persona]);
  const authorization = `Bearer ${token}`;
  return fetch(`${hub.state.gatewayUrl}${path}`, {
    headers: { authorization, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });
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

describe("A file that the person asked a professional for, on paper", () => {
  const asked = () => ({
    candidateId: hub.demoCandidate,
    reason: "Letter of 3 November, handed over in person.",
    reference: randomUUID(),
  });

  it("is what the professional may see of it, without scores and notes, and the person reads of it", async () => {
    const response = await take("counsellor@promis", "/export.json", asked());
    expect(response.status).toBe(200);
    const file = (await response.json()) as { name: { declared: unknown[] }; timeline: unknown[] };
    expect(file.name.declared.length).toBeGreaterThan(0);
    expect(file.timeline.length).toBeGreaterThan(0);
    expect(JSON.stringify(file)).not.toMatch(/"(note|score|message)"/);
    const { data } = await hub.ask<{ myFile: { exports: object[]; disclosures: { nodes: object[] } } }>(
      "candidate@demo",
      "{ myFile { exports { reason organisation { code } } disclosures(first: 100) { nodes { operation subject organisation { code } } } } }",
    );
    expect(data?.myFile.exports[0]).toEqual({
      reason: "Letter of 3 November, handed over in person.",
      organisation: { code: "promis" },
    });
    expect(data?.myFile.disclosures.nodes).toContainEqual({
      operation: "PersonalExport",
      subject: null,
      organisation: { code: "promis" },
    });
    const csv = await take("counsellor@promis", "/export.csv", asked());
    expect(await csv.text()).toMatch(/\r\nname,declared\[1\]\.givenNames,/);
  });

  it("is not given without a reason, for somebody unknown, or to anybody but a professional", async () => {
    const statusOf = async (persona: string, body: object) =>
      (await take(persona, "/export.json", body)).status;
    expect(await statusOf("counsellor@promis", { candidateId: hub.demoCandidate })).toBe(400);
    expect(await statusOf("counsellor@promis", { ...asked(), reason: "asked" })).toBe(400);
    expect(await statusOf("counsellor@promis", { ...asked(), candidateId: randomUUID() })).toBe(400);
    for (const persona of ["coordinator@alliance", "system@fccq", "dashboard@alliance", "candidate@demo"])
      expect([persona, await statusOf(persona, asked())]).toEqual([persona, 403]);
  });
});

describe("The register of incidents", () => {
  it("can be taken away by the coordinator", async () => {
    const response = await take("coordinator@alliance", "/incidents.csv");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("id,organisation.name,recordedAt,information,circumstances");
  });
});
