import { randomUUID } from "node:crypto";
import { EMPLOYABILITY, RELOCATION } from "../support/eer-sections.ts";
import { inici, officer, openEerWorld, professional, promis, type EerWorld } from "../support/eer-world.ts";
import { statementsPerTable } from "../support/subgraph.ts";

let world: EerWorld;
let story: Awaited<ReturnType<EerWorld["aWholeStory"]>>;
let counsellorId: string;
let eventId: string;

beforeAll(async () => {
  world = await openEerWorld();
  counsellorId = await world.aCounsellor();
  eventId = await world.anEvent();
  story = await world.aWholeStory(counsellorId, eventId);
});

afterAll(() => world.hub.close());

describe("The section EMPLOYABILITY", () => {
  it("says what was done with a person towards employment", async () => {
    const [candidate] = await world.read(professional, [story.registrationId], EMPLOYABILITY);
    expect(candidate).toMatchObject({
      employability: {
        files: [
          {
            id: story.fileId,
            track: "EMPLOYMENT",
            organisation: { code: "promis" },
            candidate: { registrationId: story.registrationId },
            counsellor: { name: "Fatou Sarr", organisation: { code: "promis" } },
            eligibility: {
              eligible: true,
              reasons: ["FIRST_GENERATION", "ANY_LENGTH_OF_STAY"],
              ruleSince: "2023-04-01",
              assessedOn: "2026-03-10",
            },
            reflectionPlan: {
              state: "VALIDATED",
              steps: [{ position: 1, kind: "REGIONS", title: "Comparer trois régions", state: "DONE" }],
            },
            readiness: {
              track: "EMPLOYMENT",
              declaredBy: "counsellor@promis",
              declaredAt: "2026-03-10T15:00:00.000Z",
            },
          },
        ],
      },
    });
  });

  it("shows a withdrawn readiness in the history only", async () => {
    const { fileId, registrationId } = await world.nearlyReady();
    const readinessId = await world.made("readinessDeclare", { fileId });
    await world.made("readinessWithdraw", { readinessId, reason: "Retour aux études" });
    const [candidate] = await world.read(
      promis,
      [registrationId],
      "employability { files { readiness { id } readinessHistory { withdrawalReason withdrawnBy } } }",
    );
    expect(candidate).toEqual({
      employability: {
        files: [
          {
            readiness: null,
            readinessHistory: [{ withdrawalReason: "Retour aux études", withdrawnBy: "counsellor@promis" }],
          },
        ],
      },
    });
  });
});

describe("The section RELOCATION", () => {
  it("says how a household moved, and why it left again", async () => {
    const [candidate] = await world.read(professional, [story.registrationId], RELOCATION);
    expect(candidate).toMatchObject({
      household: {
        id: story.householdId,
        state: "OPEN",
        size: 2,
        source: "OUTREACH_EVENT",
        outreachEvent: { title: "Salon de l'immigration", kind: "FAIR", city: "Montréal" },
        counsellor: { name: "Fatou Sarr" },
        members: [
          {
            role: "PRINCIPAL",
            candidate: { registrationId: story.registrationId },
            needs: [{ kind: "HOUSING", state: "OPEN" }],
            supports: [{ kind: "HOUSING", amountCents: 50_000, need: { kind: "HOUSING" } }],
            supportCents: 50_000,
          },
          { role: "CHILD", ageGroup: "UNDER_FIVE", candidate: null, supportCents: 0 },
        ],
        chosenRegion: { city: "Rimouski", region: { code: "01" } },
        travelGrants: [{ state: "REQUESTED", traveller: { role: "PRINCIPAL" } }],
      },
      relocation: {
        households: [{ id: story.householdId }],
        plans: [
          {
            state: "LEFT",
            region: { code: "01" },
            regionalPartner: { code: "bas-saint-laurent-1" },
            leftToEer: 6,
            leftToRegionalPartner: 6,
            moveOn: "2026-03-10",
          },
        ],
        returns: [{ reason: "JOB_LOST", otherReasons: [], destination: "MONTREAL" }],
        ambassadors: [{ activities: ["TESTIMONY"], until: "2026-03-10", region: { code: "01" } }],
        preDepartureCases: [
          {
            state: "ARRIVED",
            country: "DZ",
            expectedArrival: "2026-09",
            regions: [{ code: "05" }, { code: "17" }],
          },
        ],
      },
    });
  });

  it("is hidden from a spouse who left the household", async () => {
    const { householdId } = await world.aHousehold();
    const registrationId = randomUUID();
    const memberId = await world.made("householdMemberAdd", {
      householdId,
      role: "SPOUSE",
      ticket: world.hub.ticket(registrationId, "promis"),
      track: "TRAINING",
    });
    const ask = () =>
      world.read(promis, [registrationId], "household { id } relocation { households { id } }");
    expect(await ask()).toEqual([
      { household: { id: householdId }, relocation: { households: [{ id: householdId }] } },
    ]);
    await world.made("householdMemberLeave", { memberId });
    expect(await ask()).toEqual([{ household: null, relocation: { households: [] } }]);
  });
});

describe("Both sections", () => {
  it("are empty, and there, for a person whom EER does not know", async () => {
    const selection = "employability { files { id } } household { id } relocation { plans { id } }";
    expect(await world.read(promis, [randomUUID()], selection)).toEqual([
      { employability: { files: [] }, household: null, relocation: { plans: [] } },
    ]);
  });

  it("need each its own grant, for this viewer, this person and nothing else", async () => {
    const id = randomUUID();
    const grant = (section: "EMPLOYABILITY" | "RELOCATION", by = promis) =>
      world.hub.grant(by, section, id, story.registrationId);
    const ask = async (representation: Record<string, unknown>) => {
      const answer = await world.hub.ask(
        promis,
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
           ... on Candidate { employability { files { id } } household { id } relocation { households { id } } } } }`,
        { representations: [{ __typename: "Candidate", id, ...representation }] },
      );
      expect(answer.errors).toBeUndefined();
      return (answer.data?.["_entities"] as unknown as unknown[])[0];
    };
    const nothing = { employability: null, household: null, relocation: null };
    expect(await ask({})).toEqual(nothing);
    expect(await ask({ employabilityGrant: null, relocationGrant: null })).toEqual(nothing);
    expect(await ask({ employabilityGrant: grant("EMPLOYABILITY") })).toMatchObject({
      employability: { files: [{ id: story.fileId }] },
      household: null,
      relocation: null,
    });
    expect(
      await ask({ employabilityGrant: grant("RELOCATION"), relocationGrant: grant("EMPLOYABILITY") }),
    ).toEqual(nothing);
    expect(await ask({ relocationGrant: `${grant("RELOCATION")}x` })).toEqual(nothing);
    expect(await ask({ relocationGrant: grant("RELOCATION", officer) })).toEqual(nothing);
    expect(await ask({ id: randomUUID(), relocationGrant: grant("RELOCATION") })).toEqual(nothing);
    expect(await ask({ registrationId: randomUUID(), relocationGrant: grant("RELOCATION") })).toEqual(
      nothing,
    );
  });

  it("do not lead from one to the other, nor into the caseload", async () => {
    const selection =
      "household { members { employabilityFile { id } } counsellor { caseload { nodes { id } } } }";
    for (const by of [inici, professional, officer]) {
      expect(await world.read(by, [story.registrationId], selection)).toMatchObject([
        { household: { members: [{ employabilityFile: null }, {}], counsellor: { caseload: null } } },
      ]);
    }
    expect(await world.read(promis, [story.registrationId], selection)).toMatchObject([
      { household: { members: [{ employabilityFile: { id: story.fileId } }, {}] } },
    ]);
  });

  it("cost one statement per table, for one candidate and for fifty", async () => {
    const stories = [story];
    for (let round = 0; round < 7; round += 1)
      stories.push(
        ...(await Promise.all(Array.from({ length: 7 }, () => world.aWholeStory(counsellorId, eventId)))),
      );
    const registrations = stories.map(({ registrationId }) => registrationId);
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.read(professional, registrations.slice(0, many), EMPLOYABILITY + RELOCATION),
        ),
      );
    const once = {
      ambassador: 1,
      counsellor: 1,
      counsellor_assignment: 1,
      eligibility_assessment: 1,
      employability_file: 1,
      household: 1,
      household_member: 1,
      household_need: 1,
      household_support: 1,
      outreach_event: 1,
      pre_departure_case: 1,
      readiness: 1,
      reflection_plan: 1,
      reflection_step: 1,
      region_choice: 1,
      relocation_plan: 1,
      relocation_return: 1,
      relocation_task: 1,
      travel_grant: 1,
    };
    expect(registrations).toHaveLength(50);
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});
