import "reflect-metadata";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { MediaState } from "../../subgraphs/fccq/domain/media.ts";
import { counsellor, officer, openWorld, read, TODAY, type World } from "../support/fccq-world.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  for (let one = 0; one < 50; one += 1) {
    const chamber = await world.chamber({ name: `Chambre ${one}` });
    const business = await world.business({ chamberId: chamber.id, name: `Entreprise ${one}` });
    await world.member({ businessId: business.id });
    const position = await world.position({ businessId: business.id });
    const participant = await world.participant();
    const { registrationId } = participant;
    const match = await world.match({ registrationId, positionId: position.id, state: MatchState.INVITED });
    await world.review({ matchId: match.id });
    await world.interview({ matchId: match.id });
    const { id: activityId } = await world.activity({ chamberId: chamber.id });
    await world.company({ activityId, businessId: business.id });
    await world.guest({ activityId, registrationId });
    await world.offer({ registrationId, positionId: position.id, matchId: match.id });
    await world.video({ state: MediaState.PUBLISHED, publishedOn: TODAY }, { registrationId });
  }
  await world.target({ regionCode: "01" });
});
afterAll(() => world.close());

/** Each list, all that its items lead to, and the tables that it reads. */
const LISTS: Record<string, [fields: string, tables: Record<string, number>]> = {
  chambers: [
    "id name city joinedOn leftOn region { code } businesses(first: 3) { nodes { name } }",
    { chamber: 1, business: 1 },
  ],
  businesses: [
    "id name sector region { code } chamber { name } corporateMembership { since } positions(first: 3) { nodes { title } } support(first: 3) { nodes { note } }",
    { business: 1, chamber: 1, corporate_member: 1, position: 1, employer_support: 1 },
  ],
  positions: [
    "id title state nextStates business { name } matches(first: 3) { nodes { score } } offers(first: 3) { nodes { state } }",
    { position: 1, business: 1, match: 1, offer: 1 },
  ],
  participants: ["id occupation targetedRegions { code } candidate { registrationId }", { participant: 1 }],
  matches: [
    "id score reasons { factor points } reviews { outcome } interviews { state roomName } position { title business { name } } candidate { registrationId }",
    { match: 1, match_review: 1, interview: 1, interview_room: 1, position: 1, business: 1 },
  ],
  matchReviews: ["id requestReason match { score }", { match_review: 1, match: 1 }],
  activities: [
    "id title nextStates region { code } chamber { name } programme { title } companyCount participants(first: 3) { nodes { attendance candidate { registrationId } } }",
    { activity: 1, chamber: 1, activity_part: 1, activity_company: 1, activity_participant: 1 },
  ],
  interviewEvents: [
    "id title nextStates rooms { name link slots { taken interview { state position { title } business { name } match { state } } } }",
    { interview_event: 1, interview_room: 1, interview: 1, position: 1, business: 1, match: 1 },
  ],
  offers: [
    "id state nextStates match { state } followUps { note } position { title business { name } } candidate { registrationId }",
    { offer: 1, match: 1, worker_follow_up: 1, position: 1, business: 1 },
  ],
  media: [
    "id title region { code } speakers { describedAs candidate { registrationId } }",
    { media: 1, media_speaker: 1 },
  ],
  mediaLibrary: ["id title state speakers { describedAs }", { media: 1, media_speaker: 1 }],
};

describe("A list", () => {
  it.each(Object.entries(LISTS))(
    "costs one statement per table, for one item and for fifty: %s",
    async (list, [fields, tables]) => {
      const ask = (first: number) =>
        read<Record<string, { nodes: unknown[] }>>(
          world.hub,
          officer,
          `{ ${list}(first: ${first}) { nodes { ${fields} } pageInfo { hasNextPage } } }`,
        );
      expect((await ask(50))[list]?.nodes).toHaveLength(50);
      for (const first of [1, 50]) {
        expect(statementsPerTable(await world.hub.statements(() => ask(first)))).toEqual(tables);
      }
    },
  );

  it.each(Object.keys(LISTS))("gives each item once over its pages: %s", async (list) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: Record<
        string,
        { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
      > = await read(
        world.hub,
        officer,
        `query ($after: String) { ${list}(first: 17, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const page = answer[list];
      seen.push(...(page?.nodes ?? []).map(({ id }) => id));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(50);
    expect(new Set(seen).size).toBe(50);
  });

  it.each(["participants", "matches", "matchReviews", "offers", "mediaLibrary"])(
    "of people is for FCCQ's staff: %s",
    async (list) => {
      const query = `{ ${list} { nodes { id } } }`;
      for (const stranger of [counsellor, viewer("fccq", "DASHBOARD"), viewer("ccmm", "OFFICER")]) {
        const answer = await world.hub.ask(stranger, query);
        expect(answer.data).toBeNull();
        expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      }
      expect((await world.hub.ask(viewer("fccq", "SYSTEM"), query)).errors).toBeUndefined();
    },
  );

  it.each(["chambers", "businesses", "positions", "activities", "interviewEvents", "media"])(
    "without people is open to every professional: %s",
    async (list) => {
      const answer = await read<Record<string, { nodes: unknown[] }>>(
        world.hub,
        counsellor,
        `{ ${list} { nodes { id } } }`,
      );
      expect(answer[list]?.nodes).toHaveLength(20);
    },
  );

  it.each([
    ["businesses", 'filter: { regionCode: "01", sector: "31" }', 'filter: { regionCode: "02" }'],
    [
      "positions",
      'filter: { state: OPEN, regionCode: "01", occupation: "22301" }',
      'filter: { occupation: "21301" }',
    ],
    ["matches", "state: INVITED", "state: MATCHED"],
    ["offers", "state: PROPOSED", "state: REFUSED"],
    ["interviewEvents", "state: PLANNED", "state: HELD"],
    ["media", 'filter: { kind: TESTIMONY, regionCode: "01" }', "filter: { kind: LOCAL_ACTOR }"],
    ["matchReviews", "waiting: true", ""],
  ])("is narrowed: %s", async (list, all, none) => {
    const found = async (args: string) =>
      (
        await read<Record<string, { nodes: unknown[] }>>(
          world.hub,
          officer,
          `{ ${list}(first: 100, ${args}) { nodes { id } } }`,
        )
      )[list]?.nodes.length;
    expect(await found(all)).toBe(50);
    if (none) expect(await found(none)).toBe(0);
  });

  it("of the regions targeted is whole", async () => {
    expect(await read(world.hub, counsellor, "{ targetedRegions { since until region { code } } }")).toEqual({
      targetedRegions: [{ since: "2018-11-01", until: null, region: { code: "01" } }],
    });
  });
});

describe("The regions", () => {
  it("cost one statement per table, for one and for seventeen", async () => {
    const representations = Array.from({ length: 17 }, (_, index) => ({
      __typename: "Region",
      code: String(index + 1).padStart(2, "0"),
    }));
    const ask = (many: number) =>
      read(
        world.hub,
        counsellor,
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Region { targetedSince openPositions activities(first: 3) { nodes { title companyCount } } } } }`,
        { representations: representations.slice(0, many) },
      );
    const once = { targeted_region: 1, position: 1, activity: 1, activity_company: 1 };
    for (const many of [1, 17]) {
      expect(statementsPerTable(await world.hub.statements(() => ask(many)))).toEqual(once);
    }
  });
});
