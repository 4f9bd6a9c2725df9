/** Who takes part: organisations that join or change their names, their professionals, and the main contact of a person. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import {
  coordinator,
  counsellor,
  officer,
  openReferralWorld,
  type ReferralWorld,
} from "../support/referral-world.ts";

let world: ReferralWorld;

beforeAll(async () => {
  world = await openReferralWorld();
});

afterAll(() => world.hub.close());

type Changed = Record<string, unknown> & { userErrors: { code: string; field: string[] | null }[] };

async function change(by: typeof officer, mutation: string, selection: string, input: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { changed } = await world.ask<{ changed: Changed }>(
    by,
    `mutation ($input: ${type}!) { changed: ${mutation}(input: $input) { ${selection} userErrors { code field } } }`,
    { input: { reference: randomUUID(), ...input } },
  );
  return changed;
}

const JOINS = { code: "accueil-gaspesie", name: "Accueil Gaspésie", mandate: "WELCOME", regionCode: "11" };
const ORGANISATION = "organisation { code name formerNames { name } mandates { mandate region { code } } }";

describe("An organisation that joins", () => {
  it("is recorded by the coordinator, with its mandate, once", async () => {
    const join = (by: typeof officer) =>
      change(by, "organisationRecord", ORGANISATION, { ...JOINS, since: "2026-11-01" });
    expect((await join(counsellor)).userErrors).toMatchObject([{ code: "NOT_ALLOWED" }]);
    expect(await join(coordinator)).toEqual({
      organisation: {
        code: "accueil-gaspesie",
        name: "Accueil Gaspésie",
        formerNames: [],
        mandates: [{ mandate: "WELCOME", region: { code: "11" } }],
      },
      userErrors: [],
    });
    expect((await join(coordinator)).userErrors).toEqual([{ code: "CONFLICT", field: ["code"] }]);
  });

  it("keeps its code and is known by its former names, also when it takes one of them back", async () => {
    const rename = (name: string) =>
      change(coordinator, "organisationRename", ORGANISATION, { code: "inici", name });
    const { name: old } = (
      await world.ask<{ organisation: { name: string } }>(
        counsellor,
        `{ organisation(code: "inici") { name } }`,
      )
    ).organisation;
    expect((await rename("Nouvel INICI"))["organisation"]).toMatchObject({
      code: "inici",
      name: "Nouvel INICI",
      formerNames: expect.arrayContaining([{ name: old }]),
    });
    expect((await rename(old))["organisation"]).toMatchObject({
      name: old,
      formerNames: expect.arrayContaining([{ name: "Nouvel INICI" }]),
    });
  });
});

describe("The main contact of a person", () => {
  const recorded = async (organisationCode: string) => {
    const { professional } = await change(coordinator, "professionalRecord", "professional { id }", {
      subject: randomUUID(),
      organisationCode,
      givenName: "Noura",
      familyName: "Haddad",
    });
    return (professional as { id: string }).id;
  };

  it("is one of the responsible organisation's own, and named by it", async () => {
    const { candidateId } = await world.person(counsellor, "COUNSELLOR_ASSIGNED");
    const [own, another] = [await recorded("promis"), await recorded("fccq")];
    const name = (by: typeof officer, professionalId: string) =>
      change(by, "mainContactAssign", "candidate { mainContact { familyName } }", {
        candidateId,
        professionalId,
      });
    expect(await name(counsellor, own)).toEqual({
      candidate: { mainContact: { familyName: "Haddad" } },
      userErrors: [],
    });
    expect((await name(counsellor, another)).userErrors).toEqual([
      { code: "UNKNOWN_REFERENCE", field: ["professionalId"] },
    ]);
    await world.send(counsellor, { candidateId, registrationId: "" }, "fccq", "READY_FOR_MATCHING");
    expect((await name(officer, another)).userErrors).toEqual([
      { code: "WRONG_STATE", field: ["candidateId"] },
    ]);
  });
});
