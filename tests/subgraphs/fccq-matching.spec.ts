import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { fccq } from "../../subgraphs/fccq/subgraph.ts";
import { BusinessRow } from "../../subgraphs/fccq/store/business.row.ts";
import {
  openSubgraph,
  statementsPerTable,
  TEST_GRANT_KEY,
  viewer,
  type TestSubgraph,
} from "../support/subgraph.ts";

const officer = viewer("fccq", "OFFICER");
const counsellor = viewer("promis", "COUNSELLOR");

let hub: TestSubgraph;
let businessId: string;

beforeAll(async () => {
  hub = await openSubgraph(fccq, { GRANT_KEY: TEST_GRANT_KEY });
  businessId = randomUUID();
  await hub.database.getRepository(BusinessRow).insert({
    id: businessId,
    name: "Scierie du Fleuve",
    sector: "32",
    regionCode: "01",
    city: "Rimouski",
    chamberId: null,
    registeredOn: "2018-11-01",
  });
});

afterAll(() => hub.close());

const OPEN = /* GraphQL */ `
  mutation ($input: PositionOpenInput!) {
    positionOpen(input: $input) {
      position {
        id
        state
        openedOn
        business {
          name
        }
        region {
          code
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;

function aPosition(overrides: Record<string, unknown> = {}) {
  return {
    reference: randomUUID(),
    businessId,
    title: "Technicien en génie mécanique",
    occupation: "22301",
    skills: ["dessin technique"],
    regionCode: "01",
    city: "Rimouski",
    frenchSpeaking: 6,
    frenchWriting: 4,
    ...overrides,
  };
}

async function open(overrides: Record<string, unknown> = {}): Promise<{ id: string }> {
  const { data } = await hub.ask(officer, OPEN, { input: aPosition(overrides) });
  return (data as never as { positionOpen: { position: { id: string } } }).positionOpen.position;
}

const ENROL = /* GraphQL */ `
  mutation ($input: ParticipantEnrolInput!) {
    participantEnrol(input: $input) {
      participant {
        id
        matchingSince
        targetedRegions {
          code
        }
      }
      userErrors {
        code
        field
      }
    }
  }
`;

async function enrol(registrationId: string, matching = true): Promise<{ id: string }> {
  const { data } = await hub.ask(officer, ENROL, {
    input: {
      reference: randomUUID(),
      ticket: hub.ticket(registrationId, "fccq"),
      occupation: "22301",
      skills: ["dessin technique"],
      experienceYears: 6,
      frenchSpeaking: 8,
      frenchWriting: 7,
      targetedRegions: ["01", "11"],
      matching,
    },
  });
  return (data as never as { participantEnrol: { participant: { id: string } } }).participantEnrol
    .participant;
}

const PROPOSE = /* GraphQL */ `
  mutation ($input: MatchProposeInput!) {
    matchPropose(input: $input) {
      match {
        id
        score
        state
        belowSkillLevel
        reasons {
          factor
          points
          maximum
        }
      }
      userErrors {
        code
        field
      }
    }
  }
`;

describe("An officer of FCCQ", () => {
  it("opens a position, and finds it in the list", async () => {
    const position = await open({ title: "Soudeuse" });
    const { data } = await hub.ask(
      counsellor,
      `{ position(id: "${position.id}") { title business { name } } }`,
    );
    expect(data).toEqual({ position: { title: "Soudeuse", business: { name: "Scierie du Fleuve" } } });
  });

  it("opens a position once, however often the same write arrives", async () => {
    const input = aPosition();
    const answers = await Promise.all([1, 2, 3].map(() => hub.ask(officer, OPEN, { input })));
    const ids = answers.map(
      (answer) =>
        (answer.data as never as { positionOpen: { position: { id: string } } }).positionOpen.position.id,
    );
    expect(new Set(ids).size).toBe(1);
    expect(
      await hub.database.query("select count(*)::int as made from position where id = $1", [ids[0]]),
    ).toEqual([{ made: 1 }]);
  });

  it("is told when a reference was used for another change", async () => {
    const input = aPosition();
    await hub.ask(officer, OPEN, { input });
    const { data } = await hub.ask(officer, OPEN, { input: { ...input, title: "Another" } });
    expect(data).toMatchObject({
      positionOpen: { position: null, userErrors: [{ code: "CONFLICT", field: ["reference"] }] },
    });
  });

  it.each([
    [{ title: "" }, "REQUIRED", ["title"]],
    [{ title: "x".repeat(201) }, "TOO_LONG", ["title"]],
    [{ occupation: "ingénieur" }, "INVALID_FORMAT", ["occupation"]],
    [{ frenchSpeaking: 13 }, "OUT_OF_RANGE", ["frenchSpeaking"]],
    [{ regionCode: "18" }, "INVALID_FORMAT", ["regionCode"]],
    [{ businessId: randomUUID() }, "UNKNOWN_REFERENCE", ["businessId"]],
    [{ businessId: "not an id" }, "UNKNOWN_REFERENCE", ["businessId"]],
    [{ otherLanguage: "anglais" }, "REQUIRED", ["otherLanguageReason"]],
    [{ openedOn: "2999-01-01" }, "OUT_OF_RANGE", ["openedOn"]],
  ])("is told what is wrong with %j, and nothing is written", async (overrides, code, field) => {
    const before = await hub.database.query(
      "select (select count(*) from position) as positions, (select count(*) from change) as changes",
    );
    const { data } = await hub.ask(officer, OPEN, { input: aPosition(overrides) });
    expect(data).toMatchObject({ positionOpen: { position: null, userErrors: [{ code, field }] } });
    const after = await hub.database.query(
      "select (select count(*) from position) as positions, (select count(*) from change) as changes",
    );
    expect(after).toEqual(before);
  });

  it("cannot fill a position twice", async () => {
    const { id } = await open();
    const fill = () =>
      hub.ask(
        officer,
        `mutation ($input: PositionFillInput!) { positionFill(input: $input) { position { state } userErrors { code } } }`,
        {
          input: { reference: randomUUID(), positionId: id },
        },
      );
    expect((await fill()).data).toEqual({ positionFill: { position: { state: "FILLED" }, userErrors: [] } });
    expect((await fill()).data).toEqual({
      positionFill: { position: null, userErrors: [{ code: "WRONG_STATE" }] },
    });
  });

  it("sees why a match has its score, and decides apart from it", async () => {
    const participant = await enrol(randomUUID());
    const position = await open();
    const { data } = await hub.ask(officer, PROPOSE, {
      input: { reference: randomUUID(), participantId: participant.id, positionId: position.id },
    });
    expect(data).toMatchObject({
      matchPropose: { match: { score: 100, state: "MATCHED", belowSkillLevel: false }, userErrors: [] },
    });
  });

  it("cannot match a person who has not turned matching on", async () => {
    const participant = await enrol(randomUUID(), false);
    const position = await open();
    const { data } = await hub.ask(officer, PROPOSE, {
      input: { reference: randomUUID(), participantId: participant.id, positionId: position.id },
    });
    expect(data).toEqual({
      matchPropose: { match: null, userErrors: [{ code: "WRONG_STATE", field: ["participantId"] }] },
    });
  });

  it("cannot enrol a registration of another organisation", async () => {
    const { data } = await hub.ask(officer, ENROL, {
      input: {
        reference: randomUUID(),
        ticket: hub.ticket(randomUUID(), "promis"),
        occupation: "22301",
        skills: [],
        experienceYears: 1,
        targetedRegions: [],
      },
    });
    expect(data).toEqual({
      participantEnrol: { participant: null, userErrors: [{ code: "UNKNOWN_REFERENCE", field: ["ticket"] }] },
    });
  });
});

describe("A professional of another organisation", () => {
  it("changes nothing at FCCQ", async () => {
    const { data } = await hub.ask(counsellor, OPEN, { input: aPosition() });
    expect(data).toMatchObject({ positionOpen: { position: null, userErrors: [{ code: "NOT_ALLOWED" }] } });
  });

  it("does not read FCCQ's own lists of matches", async () => {
    const answer = await hub.ask(counsellor, "{ matches { nodes { id } } }");
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const position = await open();
    const nested = await hub.ask(
      counsellor,
      `{ position(id: "${position.id}") { matches { nodes { id } } } }`,
    );
    expect(nested).toEqual({ data: { position: { matches: null } } });
  });
});

describe("The section MATCHING", () => {
  const SECTION = /* GraphQL */ `
    query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Candidate {
          matching {
            profiles {
              id
              occupation
            }
            matches {
              score
              position {
                title
                business {
                  name
                }
              }
            }
          }
        }
      }
    }
  `;

  it("is what the grant names, and nothing without one", async () => {
    const registrationId = randomUUID();
    await enrol(registrationId);
    const candidateId = randomUUID();
    const matchingGrant = hub.grant(counsellor, "MATCHING", candidateId, registrationId);
    const ask = (grant: string | null, by = counsellor) =>
      hub.ask(by, SECTION, {
        representations: [{ __typename: "Candidate", id: candidateId, matchingGrant: grant }],
      });
    expect((await ask(matchingGrant)).data).toMatchObject({
      _entities: [{ matching: { profiles: [{ occupation: "22301" }] } }],
    });
    const nothing = { data: { _entities: [{ matching: null }] } };
    expect(await ask(null)).toEqual(nothing);
    expect(await ask(`${matchingGrant}x`)).toEqual(nothing);
    expect(await ask(matchingGrant, viewer("inici", "COUNSELLOR"))).toEqual(nothing);
    expect(await ask(hub.grant(counsellor, "WELCOME", candidateId, registrationId))).toEqual(nothing);
  });

  it("refuses a representation that the grant does not cover", async () => {
    const registrationId = randomUUID();
    await enrol(registrationId);
    const matchingGrant = hub.grant(counsellor, "MATCHING", randomUUID(), registrationId);
    const ask = (representation: Record<string, unknown>) =>
      hub.ask(counsellor, SECTION, {
        representations: [{ __typename: "Candidate", matchingGrant, ...representation }],
      });
    expect(await ask({ id: randomUUID() })).toEqual({ data: { _entities: [{ matching: null }] } });
    expect(await ask({ registrationId: randomUUID() })).toEqual({
      data: { _entities: [{ matching: null }] },
    });
  });

  it("costs one statement per table, for one candidate and for fifty", async () => {
    const registrations = Array.from({ length: 50 }, () => randomUUID());
    const position = await open();
    for (const registrationId of registrations) {
      const participant = await enrol(registrationId);
      await hub.ask(officer, PROPOSE, {
        input: { reference: randomUUID(), participantId: participant.id, positionId: position.id },
      });
    }
    const representations = registrations.map((registrationId) => {
      const id = randomUUID();
      return {
        __typename: "Candidate",
        id,
        matchingGrant: hub.grant(counsellor, "MATCHING", id, registrationId),
      };
    });
    const count = async (many: number) =>
      statementsPerTable(
        await hub.statements(() =>
          hub.ask(counsellor, SECTION, { representations: representations.slice(0, many) }),
        ),
      );
    const once = { participant: 1, match: 1, position: 1, business: 1 };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});
