import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { statementsPerTable, viewer } from "../support/subgraph.ts";
import { fiftyPeople } from "../support/ccmm-fifty.ts";
import { adviser, counsellor, openCcmm, type CcmmWorld, type Person } from "../support/ccmm-world.ts";

let world: CcmmWorld;
let people: Person[];

beforeAll(async () => {
  world = await openCcmm();
  people = await fiftyPeople(world);
});

afterAll(() => world.close());

const EMPLOYER = "employer { name returning eventsAttended }";
const FILE = /* GraphQL */ `
  id step status sector eligibility { eligible }
  journey { kind }
  adviser { name }
  calls { state adviser { name } }
  videos { url }
  activities { presence activity { title speakers { name } } }
  events { presence event { title } }
  pairings { score event { title } ${EMPLOYER} }
  interviews { state event { title } ${EMPLOYER} }
  exchanges { state event { title } ${EMPLOYER} }
  outcomes { employed since way event { title } employerName ${EMPLOYER} }
`;

const SECTION = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Candidate { passerelle { current { id } files { ${FILE} calls { participant { step } } } } }
    }
  }
`;

const FILE_TABLES = {
  participant: 1,
  journey_entry: 1,
  adviser: 1,
  adviser_call: 1,
  video: 1,
  attendance: 1,
  activity: 1,
  activity_speaker: 1,
  event_participant: 1,
  recruitment_event: 1,
  pairing: 1,
  interview: 1,
  exchange: 1,
  outcome: 1,
  employer: 1,
  event_employer: 1,
};

describe("The section PASSERELLE", () => {
  const ask = (representation: Record<string, unknown>, by = counsellor) =>
    world.hub.ask(by, SECTION, { representations: [{ __typename: "Candidate", ...representation }] });
  const nothing = { data: { _entities: [{ passerelle: null }] } };

  it("is what the grant names, and nothing without one", async () => {
    const { registrationId, participantId } = people[0] as Person;
    const id = randomUUID();
    const passerelleGrant = world.hub.grant(counsellor, "PASSERELLE", id, registrationId);
    expect((await ask({ id, passerelleGrant })).data).toMatchObject({
      _entities: [
        {
          passerelle: {
            current: { id: participantId },
            files: [
              {
                id: participantId,
                step: "SELF_DIRECTED_MATCHING",
                eligibility: { eligible: true },
                adviser: { name: "Amina Benali" },
                videos: [{ url: "https://video.example/a" }],
                outcomes: [{ employed: true, employerName: "Logiciels du Plateau" }],
              },
            ],
          },
        },
      ],
    });
    expect(await ask({ id, passerelleGrant: null })).toEqual(nothing);
    expect(await ask({ id, passerelleGrant: `${passerelleGrant}x` })).toEqual(nothing);
    expect(await ask({ id, passerelleGrant }, viewer("inici", "COUNSELLOR"))).toEqual(nothing);
    expect(
      await ask({ id, passerelleGrant: world.hub.grant(counsellor, "MATCHING", id, registrationId) }),
    ).toEqual(nothing);
  });

  it("refuses a representation that the grant does not cover, the adviser's own too", async () => {
    const { registrationId } = people[0] as Person;
    const passerelleGrant = world.hub.grant(adviser, "PASSERELLE", randomUUID(), registrationId);
    expect(await ask({ id: randomUUID(), passerelleGrant }, adviser)).toEqual(nothing);
    expect(await ask({ registrationId: randomUUID(), passerelleGrant }, adviser)).toEqual(nothing);
    expect(await ask({ id: randomUUID() }, adviser)).toEqual(nothing);
  });

  it("is there and empty for somebody whom CCMM does not know", async () => {
    const id = randomUUID();
    const answers = [
      await ask({ id, passerelleGrant: world.hub.grant(counsellor, "PASSERELLE", id) }),
      await ask({ id, passerelleGrant: world.hub.grant(counsellor, "PASSERELLE", id, randomUUID()) }),
    ];
    for (const answer of answers)
      expect(answer).toEqual({ data: { _entities: [{ passerelle: { current: null, files: [] } }] } });
  });

  it("costs one statement per table, for one candidate and for fifty", async () => {
    const representations = people.map(({ registrationId }) => {
      const id = randomUUID();
      return {
        __typename: "Candidate",
        id,
        passerelleGrant: world.hub.grant(counsellor, "PASSERELLE", id, registrationId),
      };
    });
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.hub.ask(counsellor, SECTION, { representations: representations.slice(0, many) }),
        ),
      );
    expect(await count(1)).toEqual(FILE_TABLES);
    expect(await count(50)).toEqual(FILE_TABLES);
  });
});

describe("A list", () => {
  it.each<[string, (first: number) => string, Record<string, number>]>([
    [
      "of participants",
      (first) =>
        `{ passerelleParticipants(first: ${first}) { nodes { ${FILE} candidate { registrationId } } } }`,
      FILE_TABLES,
    ],
    [
      "of calls",
      (first) =>
        `{ passerelleCalls(first: ${first}) { nodes { adviser { name openFiles } participant { step } candidate { registrationId } } } }`,
      { adviser_call: 1, adviser: 1, participant: 2 },
    ],
    [
      "of events",
      (first) => `{ passerelleEvents(first: ${first}) { nodes {
        employers { nodes { presence ${EMPLOYER} } }
        participants { nodes { presence participant { step } candidate { registrationId } } }
        pairings { nodes { score ${EMPLOYER} participant { step } } }
        interviews { nodes { state ${EMPLOYER} participant { step } } }
      } } }`,
      {
        recruitment_event: 1,
        event_employer: 2,
        event_participant: 1,
        pairing: 1,
        interview: 1,
        employer: 1,
        participant: 1,
      },
    ],
    [
      "of activities",
      (first) => `{ passerelleActivities(first: ${first}) { nodes {
        title speakers { name } attendances { nodes { presence participant { step } } }
      } } }`,
      { activity: 1, activity_speaker: 1, attendance: 1, participant: 1 },
    ],
    [
      "of employers",
      (first) => `{ passerelleEmployers(first: ${first}) { nodes {
        name returning eventsAttended events { nodes { presence event { title } } }
        exchanges { nodes { state participant { step } } }
      } } }`,
      { employer: 1, event_employer: 2, recruitment_event: 1, exchange: 1, participant: 1 },
    ],
    [
      "of advisers",
      (first) => `{ passerelleAdvisers(first: ${first}) { nodes {
        name openFiles calls(first: 2) { nodes { state } } participants(first: 2) { nodes { id step } }
      } } }`,
      { adviser: 1, participant: 2, adviser_call: 1 },
    ],
  ])("%s costs the same number of statements for one and for fifty", async (_, query, expected) => {
    const count = async (first: number) =>
      statementsPerTable(
        await world.hub.statements(async () => {
          const { errors } = await world.hub.ask(adviser, query(first));
          expect(errors).toBeUndefined();
        }),
      );
    expect(await count(1)).toEqual(expected);
    expect(await count(50)).toEqual(expected);
  });

  it("of participants goes page by page through everybody once, filtered", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.hub.ask(
        adviser,
        `query ($after: String) {
          passerelleParticipants(first: 20, after: $after, filter: { step: SELF_DIRECTED_MATCHING, open: true, sector: "51" }) {
            nodes { id } pageInfo { hasNextPage endCursor }
          }
        }`,
        { after },
      );
      const page = (
        data as never as {
          passerelleParticipants: {
            nodes: { id: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).passerelleParticipants;
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.sort()).toEqual(people.map(({ participantId }) => participantId).sort());
    const { data } = await world.hub.ask(
      adviser,
      "{ passerelleParticipants(filter: { open: false }) { nodes { id } } }",
    );
    expect(data).toEqual({ passerelleParticipants: { nodes: [] } });
  });

  it("of CCMM's staff is closed to others, who read what has no people in it", async () => {
    for (const by of [counsellor, viewer("ccmm", "DASHBOARD"), viewer("fccq", "ADVISER")]) {
      for (const query of [
        "{ passerelleParticipants { nodes { id } } }",
        "{ passerelleCalls { nodes { id } } }",
        `{ passerelleParticipant(id: "${people[0]?.participantId}") { id } }`,
      ]) {
        const answer = await world.hub.ask(by, query);
        expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
        expect([null, { passerelleParticipant: null }]).toContainEqual(answer.data);
      }
    }
    const { data, errors } = await world.hub.ask(
      counsellor,
      `{ passerelleEvents(first: 1, filter: { state: HELD, kind: SPEED_INTERVIEWS, sector: "51" }) { nodes {
           title employers { nodes { employer { name exchanges { nodes { id } } } } }
           participants { nodes { id } } pairings { nodes { id } } interviews { nodes { id } } } }
         passerelleActivities(first: 1, filter: { kind: SECTOR, state: HELD, sector: "51" }) { nodes {
           title attendances { nodes { id } } } }
         passerelleAdvisers(first: 1) { nodes { name openFiles calls { nodes { id } } participants { nodes { id } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      passerelleEvents: {
        nodes: [
          {
            title: "Entrevues éclair",
            employers: { nodes: [{ employer: { name: "Logiciels du Plateau", exchanges: null } }] },
            participants: null,
            pairings: null,
            interviews: null,
          },
        ],
      },
      passerelleActivities: { nodes: [{ title: "Rencontre", attendances: null }] },
      passerelleAdvisers: {
        nodes: [{ name: "Amina Benali", openFiles: null, calls: null, participants: null }],
      },
    });
  });
});
