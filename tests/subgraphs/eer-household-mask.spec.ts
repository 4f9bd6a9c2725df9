/** One household, several adults: each is shown as far as they agreed themselves. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import { inici, openEerWorld, professional, promis, type EerWorld } from "../support/eer-world.ts";
import { viewer } from "../support/subgraph.ts";

let world: EerWorld;
let couple: Awaited<ReturnType<typeof aCouple>>;

beforeAll(async () => {
  world = await openEerWorld();
  couple = await aCouple();
});

afterAll(() => world.hub.close());

/** A principal, a spouse with a registration of their own, and a child; each with a need, and supported. */
async function aCouple() {
  const household = await world.aHousehold();
  const { householdId, memberId: principalId } = household;
  const spouse = randomUUID();
  const spouseId = await world.made("householdMemberAdd", {
    householdId,
    role: "SPOUSE",
    ticket: world.hub.ticket(spouse, "promis"),
    track: "TRAINING",
    joinedOn: "2026-02-01",
  });
  const childId = await world.made("householdMemberAdd", {
    householdId,
    role: "CHILD",
    ageGroup: "UNDER_FIVE",
    joinedOn: "2026-02-01",
  });
  for (const memberId of [principalId, spouseId, childId]) {
    await world.made("householdNeedRecord", { memberId, kind: "FRENCH" });
    await world.made("householdSupportGive", { memberId, kind: "FRENCH_COURSE", amountCents: 12_300 });
  }
  for (const memberId of [principalId, spouseId])
    await world.made("travelGrantRequest", {
      memberId,
      employer: memberId === spouseId ? "Clinique du Fleuve" : "Scierie du Fleuve",
      regionCode: "01",
      city: "Rimouski",
      travelsOn: "2026-03-20",
      amountCents: 25_000,
    });
  return { ...household, principal: household.registrationId, spouse };
}

const MEMBERS = /* GraphQL */ `
  household {
    size
    members {
      role ageGroup joinedOn leftOn supportCents
      candidate { registrationId }
      needs { kind }
      supports { amountCents }
    }
    travelGrants { employer traveller { role } }
  }
  relocation { travelGrants { employer } }
`;

interface Told {
  household: {
    size: number;
    members: Record<string, unknown>[];
    travelGrants: { employer: string }[];
  };
  relocation: { travelGrants: { employer: string }[] };
}

const told = async (by: Viewer, ...registrationIds: string[]) =>
  (await world.read(by, registrationIds, MEMBERS)) as Told[];

const whole = (role: string, ageGroup: string | null, joinedOn: string) => ({
  role,
  ageGroup,
  joinedOn,
  leftOn: null,
  supportCents: 12_300,
  needs: [{ kind: "FRENCH" }],
  supports: [{ amountCents: 12_300 }],
});

const roleOnly = (role: string) => ({
  role,
  ageGroup: null,
  joinedOn: null,
  leftOn: null,
  supportCents: null,
  needs: null,
  supports: null,
});

const PRINCIPAL = whole("PRINCIPAL", null, "2026-01-05");
const SPOUSE = whole("SPOUSE", null, "2026-02-01");
const CHILD = whole("CHILD", "UNDER_FIVE", "2026-02-01");

describe("A household under the grant of its principal", () => {
  it("shows the spouse, who is registered and did not agree, by their role alone", async () => {
    const [answer] = await told(professional, couple.principal);
    expect(answer?.household.size).toBe(3);
    expect(answer?.household.members).toMatchObject([PRINCIPAL, roleOnly("SPOUSE"), CHILD]);
  });

  it("leads to the spouse by the spouse's own file, which their own grant opens", async () => {
    const [answer] = await told(professional, couple.principal);
    expect(answer?.household.members[1]).toMatchObject({ candidate: { registrationId: couple.spouse } });
  });

  it("tells nothing of a journey of the spouse", async () => {
    const [answer] = await told(professional, couple.principal);
    expect(answer?.household.travelGrants).toEqual([
      { employer: "Scierie du Fleuve", traveller: { role: "PRINCIPAL" } },
    ]);
    expect(answer?.relocation.travelGrants).toEqual([{ employer: "Scierie du Fleuve" }]);
  });

  it("tells the other organisations of EER no more than anybody else", async () => {
    const [answer] = await told(inici, couple.principal);
    expect(answer?.household.members).toMatchObject([PRINCIPAL, roleOnly("SPOUSE"), CHILD]);
  });

  it("shows a person who logs in their own part and the children's", async () => {
    const self = viewer("promis", "CANDIDATE", { purpose: "SELF", purposes: ["SELF"] });
    const [answer] = await told(self, couple.spouse);
    expect(answer?.household.members).toMatchObject([roleOnly("PRINCIPAL"), SPOUSE, CHILD]);
    expect(answer?.relocation.travelGrants).toEqual([{ employer: "Clinique du Fleuve" }]);
  });
});

describe("A household with adults who have no registration of their own", () => {
  it("shows them by role and age group alone, until they can have agreed", async () => {
    const { householdId, registrationId } = await world.aHousehold();
    const adult = { householdId, joinedOn: "2026-02-01" };
    const spouseId = await world.made("householdMemberAdd", { ...adult, role: "SPOUSE" });
    const grownUpId = await world.made("householdMemberAdd", { ...adult, role: "CHILD", ageGroup: "ADULT" });
    for (const memberId of [spouseId, grownUpId]) {
      await world.made("householdNeedRecord", { memberId, kind: "FRENCH" });
      await world.made("householdSupportGive", { memberId, kind: "FRENCH_COURSE", amountCents: 12_300 });
    }
    const members = async () => (await told(professional, registrationId))[0]?.household.members.slice(1);
    expect(await members()).toMatchObject([roleOnly("SPOUSE"), { ...roleOnly("CHILD"), ageGroup: "ADULT" }]);

    // Registered, with a consent of their own, the spouse is shown.
    const spouse = randomUUID();
    const ticket = world.hub.ticket(spouse, "promis");
    await world.made("householdMemberRegister", { memberId: spouseId, ticket, track: "TRAINING" });
    expect(await members()).toMatchObject([{ needs: null }, { needs: null }]);
    const [both] = await told(professional, registrationId, spouse);
    expect(both?.household.members[1]).toMatchObject(SPOUSE);
  });
});

describe("A household of which several adults agreed", () => {
  it("shows each whose own grant came with the request", async () => {
    const answers = await told(professional, couple.principal, couple.spouse);
    for (const { household } of answers) {
      expect(household.members).toMatchObject([PRINCIPAL, SPOUSE, CHILD]);
      expect(household.travelGrants).toHaveLength(2);
    }
  });

  it("is not opened by a grant for another section", async () => {
    const id = randomUUID();
    const { data } = await world.hub.ask(
      professional,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
         ... on Candidate { employability { files { id } } ${MEMBERS} } } }`,
      {
        representations: [
          {
            __typename: "Candidate",
            id,
            employabilityGrant: world.hub.grant(professional, "EMPLOYABILITY", id, couple.spouse),
            relocationGrant: world.hub.grant(professional, "RELOCATION", id, couple.principal),
          },
        ],
      },
    );
    const [answer] = data?.["_entities"] as unknown as Told[];
    expect(answer?.household.members).toMatchObject([PRINCIPAL, roleOnly("SPOUSE"), CHILD]);
    expect(answer?.relocation.travelGrants).toEqual([{ employer: "Scierie du Fleuve" }]);
  });
});

describe("The staff who keep the household", () => {
  it("see what they wrote, of every member", async () => {
    const { data } = await world.hub.ask(
      promis,
      `{ household(id: "${couple.householdId}") { members { role joinedOn supportCents needs { kind } } travelGrants { employer } } }`,
    );
    const pick = ({ role, joinedOn, supportCents, needs }: typeof PRINCIPAL) => ({
      role,
      joinedOn,
      supportCents,
      needs,
    });
    expect(data).toMatchObject({
      household: { members: [PRINCIPAL, SPOUSE, CHILD].map(pick), travelGrants: [{}, {}] },
    });
    const [answer] = await told(promis, couple.principal);
    expect(answer?.household.members).toMatchObject([PRINCIPAL, SPOUSE, CHILD]);
  });
});
