/** The section WELCOME behind its grant, and the lists of a partner's own work. */
import { randomUUID } from "node:crypto";
import { statementsPerTable, viewer } from "../support/subgraph.ts";
import {
  counsellor,
  neighbour,
  openRegionalWorld,
  professional,
  RIMOUSKI,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
});

afterAll(() => world.close());

const SECTION = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Candidate {
        welcome {
          cases {
            state
            city
            organisation {
              code
              regionalPartner {
                city
              }
            }
            region {
              code
              welcomeCapacity {
                remaining
              }
            }
            candidate {
              registrationId
            }
            checklist {
              complete
              items {
                area
                state
                doneOn
              }
            }
            steps {
              kind
              area
            }
            retentionChecks {
              months
              outcome
              welcomeCase {
                id
              }
            }
          }
        }
      }
    }
  }
`;

function ask(grant: string | null, representation: Record<string, unknown>, by = counsellor) {
  return world.hub.ask(by, SECTION, {
    representations: [{ __typename: "Candidate", welcomeGrant: grant, ...representation }],
  });
}

const NOTHING = { data: { _entities: [{ welcome: null }] } };

describe("The section WELCOME", () => {
  it("is what the grant names, whichever partner keeps it, and nothing without one", async () => {
    const registrationId = randomUUID();
    const caseId = await world.anArrivedCase({ registrationId });
    await world.change(professional, "welcomeStepRecord", { caseId, kind: "RECEPTION" });
    const id = randomUUID();
    const grant = world.hub.grant(counsellor, "WELCOME", id, registrationId, randomUUID());
    expect((await ask(grant, { id })).data).toMatchObject({
      _entities: [
        {
          welcome: {
            cases: [
              {
                state: "ARRIVED",
                city: "Rimouski",
                organisation: { code: RIMOUSKI, regionalPartner: { city: "Rimouski" } },
                region: { code: "01" },
                candidate: { registrationId },
                checklist: { complete: false },
                steps: [{ kind: "RECEPTION", area: "ARRIVAL" }],
                retentionChecks: [{ months: 3 }, { months: 6 }, { months: 12, outcome: "PENDING" }],
              },
            ],
          },
        },
      ],
    });
    expect(await ask(null, { id })).toEqual(NOTHING);
    expect(await ask(`${grant}x`, { id })).toEqual(NOTHING);
    expect(await ask(grant, { id }, viewer("inici", "COUNSELLOR"))).toEqual(NOTHING);
    expect(await ask(grant, { id }, professional)).toEqual(NOTHING);
    expect(await ask(world.hub.grant(counsellor, "MATCHING", id, registrationId), { id })).toEqual(NOTHING);
  });

  it("refuses a representation that the grant does not cover", async () => {
    const registrationId = randomUUID();
    await world.aCase({ registrationId });
    const grant = world.hub.grant(counsellor, "WELCOME", randomUUID(), registrationId);
    expect(await ask(grant, { id: randomUUID() })).toEqual(NOTHING);
    expect(await ask(grant, { registrationId: randomUUID() })).toEqual(NOTHING);
  });

  it("is an empty list for a person whom no partner knows", async () => {
    const id = randomUUID();
    const grant = world.hub.grant(counsellor, "WELCOME", id, randomUUID());
    expect(await ask(grant, { id })).toEqual({ data: { _entities: [{ welcome: { cases: [] } }] } });
  });

  it("costs one statement per table, for one candidate and for fifty", async () => {
    const registrations = Array.from({ length: 50 }, () => randomUUID());
    for (const registrationId of registrations) {
      const caseId = await world.anArrivedCase({ registrationId });
      await world.change(professional, "welcomeStepRecord", { caseId, kind: "CALL" });
    }
    const representations = registrations.map((registrationId) => {
      const id = randomUUID();
      return {
        __typename: "Candidate",
        id,
        welcomeGrant: world.hub.grant(counsellor, "WELCOME", id, registrationId),
      };
    });
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.read(counsellor, SECTION, {
            representations: representations.slice(0, many),
          }),
        ),
      );
    const once = {
      welcome_case: 1,
      welcome_item: 1,
      welcome_step: 1,
      retention_check: 1,
      regional_partner: 1,
      coverage: 1,
      welcome_capacity: 1,
    };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});

describe("The work of a partner", () => {
  const CASES = `query ($filter: WelcomeCaseFilter, $first: Int, $after: String) {
    welcomeCases(filter: $filter, first: $first, after: $after) {
      nodes { id state assignedTo candidate { registrationId } checklist { settled } retentionChecks { months } }
      pageInfo { endCursor hasNextPage }
    }
  }`;
  type Cases = {
    welcomeCases: {
      nodes: { id: string; state: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  };

  it("is for its own staff: neighbours see none of it, other organisations are refused", async () => {
    const caseId = await world.aCase();
    expect((await world.read<Cases>(professional, CASES)).welcomeCases.nodes).not.toEqual([]);
    expect((await world.read<Cases>(neighbour, CASES)).welcomeCases.nodes).toEqual([]);
    expect(await world.read(neighbour, `{ welcomeCase(id: "${caseId}") { id } }`)).toEqual({
      welcomeCase: null,
    });
    expect(await world.read(neighbour, "{ retentionChecks { nodes { id } } }")).toEqual({
      retentionChecks: { nodes: [] },
    });
    for (const query of [
      "{ welcomeCases { nodes { id } } }",
      `{ welcomeCase(id: "${caseId}") { id } }`,
      "{ retentionChecks { nodes { id } } }",
    ]) {
      for (const other of [counsellor, viewer(RIMOUSKI, "DASHBOARD")]) {
        const answer = await world.hub.ask(other, query);
        expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
        expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
      }
    }
  });

  it("is found by state, region and professional", async () => {
    const caseId = await world.aCase();
    await world.change(professional, "welcomeCaseAssign", { caseId, assignedTo: "someone-else@rimouski" });
    const found = async (filter: Record<string, unknown>) =>
      (await world.read<Cases>(professional, CASES, { filter })).welcomeCases.nodes.map(({ id }) => id);
    expect(await found({ assignedTo: "someone-else@rimouski" })).toEqual([caseId]);
    expect(await found({ assignedTo: "someone-else@rimouski", state: "OPENED", regionCode: "01" })).toEqual([
      caseId,
    ]);
    expect(await found({ assignedTo: "someone-else@rimouski", state: "ARRIVED" })).toEqual([]);
    expect(await found({ regionCode: "05" })).toEqual([]);
  });

  it("is read page by page, each case once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { welcomeCases } = await world.read<Cases>(professional, CASES, { first: 20, after });
      seen.push(...welcomeCases.nodes.map(({ id }) => id));
      after = welcomeCases.pageInfo.hasNextPage ? welcomeCases.pageInfo.endCursor : undefined;
    } while (after);
    const [{ all }] = await world.hub.owner.query(
      "select count(*) as all from welcome_case where tenant = $1",
      [RIMOUSKI],
    );
    expect(new Set(seen).size).toBe(all);
    expect(seen).toHaveLength(all);
  });

  it("has its retention checks in the order in which they are due", async () => {
    const { retentionChecks } = await world.read<{ retentionChecks: { nodes: { dueOn: string }[] } }>(
      professional,
      `{ retentionChecks(filter: { outcome: PENDING, dueBy: "2026-09-10" }, first: 100) {
          nodes { dueOn months welcomeCase { id candidate { registrationId } } } } }`,
    );
    const due = retentionChecks.nodes.map(({ dueOn }) => dueOn);
    expect(new Set(due)).toEqual(new Set(["2026-06-10", "2026-09-10"]));
    expect(due).toEqual(due.toSorted());
  });

  it("costs one statement per table, for a list of one and of fifty", async () => {
    const count = async (query: string) =>
      statementsPerTable(await world.hub.statements(() => world.read(professional, query)));
    for (const first of [1, 50]) {
      expect(
        await count(
          `{ welcomeCases(first: ${first}) { nodes { checklist { settled } steps { kind } retentionChecks { months } } } }`,
        ),
      ).toEqual({ welcome_case: 1, welcome_item: 1, welcome_step: 1, retention_check: 1 });
      expect(await count(`{ retentionChecks(first: ${first}) { nodes { welcomeCase { state } } } }`)).toEqual(
        {
          retention_check: 1,
          welcome_case: 1,
        },
      );
    }
  });
});
