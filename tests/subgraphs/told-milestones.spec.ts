/** What each partner's own work tells the registry: the right milestones of the right people, and of nobody else's. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { openCcmm, type CcmmWorld } from "../support/ccmm-world.ts";
import { inici, openEerWorld, promis, type EerWorld } from "../support/eer-world.ts";
import { openRegionalWorld, professional, type RegionalWorld } from "../support/regional-world.ts";

interface Told {
  organisation: string;
  kind: string;
  registrationId: string;
}

/** The kinds told of a registration, in the order in which they were told. */
async function toldOf(owner: DataSource, registrationId: string): Promise<string[]> {
  const rows: Told[] = await owner.query(
    'select organisation, kind, registration_id as "registrationId" from outbox where registration_id = $1 order by id',
    [registrationId],
  );
  return rows.map(({ kind }) => kind);
}

describe("Emplois en régions", () => {
  let world: EerWorld;
  beforeAll(async () => {
    world = await openEerWorld();
  });
  afterAll(() => world.hub.close());

  const registrationOf = async (householdId: string): Promise<string> => {
    const [row] = await world.hub.owner.query(
      "select registration_id as id from household_member where household_id = $1 and role = 'PRINCIPAL'",
      [householdId],
    );
    return row.id;
  };

  it("tells of a counsellor, a region and another one, the end and the return of a file", async () => {
    const { householdId } = await world.aHousehold();
    const registrationId = await registrationOf(householdId);
    const counsellorId = await world.aCounsellor();
    await world.made("counsellorAssign", { householdId, counsellorId });
    await world.made("regionChoose", { householdId, regionCode: "01" });
    await world.made("regionChoose", { householdId, regionCode: "01", city: "Rimouski" });
    await world.made("regionChoose", { householdId, regionCode: "05" });
    await world.made("householdClose", { householdId, reason: "CONTACT_LOST" });
    await world.made("householdReopen", { householdId });
    expect(await toldOf(world.hub.owner, registrationId)).toEqual([
      "COUNSELLOR_ASSIGNED",
      "REGION_CHOSEN",
      "REGION_CHOSEN",
      "REGION_CHANGED",
      "CONTACT_LOST",
      "REOPENED",
    ]);
    const [chosen] = await world.hub.owner.query(
      "select details from outbox where registration_id = $1 and kind = 'REGION_CHOSEN' order by id limit 1",
      [registrationId],
    );
    expect(chosen.details).toEqual({ regionCode: "01" });
  });

  it("tells of each adult whom the registry knows, and of a spouse who joins a household in care", async () => {
    const { householdId } = await world.aHousehold();
    await world.made("counsellorAssign", { householdId, counsellorId: await world.aCounsellor() });
    const spouse = randomUUID();
    await world.made("householdMemberAdd", {
      householdId,
      role: "SPOUSE",
      ticket: world.hub.ticket(spouse, "promis"),
      track: "EMPLOYMENT",
    });
    await world.made("householdMemberAdd", { householdId, role: "CHILD", ageGroup: "PRIMARY_SCHOOL" });
    await world.made("regionChoose", { householdId, regionCode: "01" });
    expect(await toldOf(world.hub.owner, spouse)).toEqual(["COUNSELLOR_ASSIGNED", "REGION_CHOSEN"]);
    expect(await toldOf(world.hub.owner, await registrationOf(householdId))).toEqual([
      "COUNSELLOR_ASSIGNED",
      "REGION_CHOSEN",
    ]);
  });

  it("shows each of its organisations its own undelivered milestones only", async () => {
    for (const by of [promis, inici]) {
      const { householdId } = await world.aHousehold({}, by);
      await world.made("regionChoose", { householdId, regionCode: "01" }, by);
    }
    await world.hub.owner.query("update outbox set state = 'UNDELIVERED', problem = 'NOT_ALLOWED'");
    const list = async (by: typeof promis) => {
      const { data } = await world.hub.ask(
        by,
        "{ employabilityUndeliveredMilestones(first: 100) { nodes { id registrationId } } }",
      );
      return (data as never as { employabilityUndeliveredMilestones: { nodes: { id: string }[] } })
        .employabilityUndeliveredMilestones.nodes;
    };
    const count = async (organisation: string): Promise<number> => {
      const [row] = await world.hub.owner.query(
        "select count(*)::int as count from outbox where organisation = $1",
        [organisation],
      );
      return row.count;
    };
    expect(await list(promis)).toHaveLength(await count("promis"));
    expect(await list(inici)).toHaveLength(await count("inici"));
    const [theirs] = await list(inici);
    const retried = await world.change("employabilityMilestoneRetry", { milestoneId: theirs?.id }, promis);
    expect(retried.userErrors[0]?.code).toBe("UNKNOWN_REFERENCE");
  });
});

describe("A regional partner", () => {
  let world: RegionalWorld;
  beforeAll(async () => {
    world = await openRegionalWorld();
    await world.offer("2026-03-10", 20);
  });
  afterAll(() => world.close());

  it("tells of an arrival, of a settlement each time it is complete anew, and of a departure", async () => {
    const registrationId = randomUUID();
    const caseId = await world.anArrivedCase({ registrationId });
    await world.settle(caseId);
    await world.change(professional, "welcomeItemReopen", { caseId, area: "HOUSING" });
    world.today("2026-03-11");
    await world.change(professional, "welcomeItemComplete", { caseId, area: "HOUSING" });
    await world.change(professional, "welcomeDepartureRecord", {
      caseId,
      reason: "JOB",
      destination: "ANOTHER_REGION",
    });
    expect(await toldOf(world.hub.owner, registrationId)).toEqual([
      "ARRIVAL_CONFIRMED",
      "SETTLEMENT_COMPLETED",
      "SETTLEMENT_COMPLETED",
      "REGION_CHANGED",
    ]);
  });
});

describe("The Passerelle", () => {
  let world: CcmmWorld;
  beforeAll(async () => {
    world = await openCcmm();
  });
  afterAll(() => world.close());

  it("tells of each step once the person has been through it", async () => {
    const { participantId } = await world.anEventHeld();
    const [row] = await world.hub.owner.query(
      'select registration_id as "registrationId" from participant where id = $1',
      [participantId],
    );
    const told = await toldOf(world.hub.owner, row.registrationId);
    expect(told).toEqual([
      "PASSERELLE_QUESTIONNAIRE",
      "PASSERELLE_ADVISER_CALL",
      "PASSERELLE_VIDEO",
      "PASSERELLE_SECTOR_ACTIVITY",
      "PASSERELLE_RECRUITMENT_EVENT",
      "PASSERELLE_SELF_DIRECTED",
    ]);
  });
});
