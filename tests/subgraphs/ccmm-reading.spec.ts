import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { statementsPerTable, viewer } from "../support/subgraph.ts";
import { adviser, counsellor, openCcmm, type CcmmWorld, type Person } from "../support/ccmm-world.ts";

let world: CcmmWorld;
let people: Person[];

/** Fifty people who have been through everything, at events and activities of their own. */
beforeAll(async () => {
  world = await openCcmm();
  const whole = await world.anEventHeld();
  await world.done("passerelleVideoLink", {
    participantId: whole.participantId,
    url: "https://video.example/a",
    consent: true,
    consentedOn: "2026-03-01",
  });
  people = [whole, ...(await copies(whole, 49))];
});

afterAll(() => world.close());

/** Writes the same rows for more people, each with an employer and an event of their own. */
async function copies(
  of: Person & { eventId: string; employerId: string },
  count: number,
): Promise<Person[]> {
  const made = Array.from({ length: count }, () => ({
    participantId: randomUUID(),
    registrationId: randomUUID(),
    eventId: randomUUID(),
    employerId: randomUUID(),
  }));
  const column = (name: keyof (typeof made)[number]) => made.map((each) => each[name]);
  const { database } = world.hub;
  const copy = (table: string, where: string, id: string, values: Record<string, string>) => {
    const replaced = Object.entries({ id, ...values })
      .map(([name, value]) => `'${name}', ${value}`)
      .join(", ");
    return database.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${replaced}))).*
       from ${table} t cross join unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])
         as c(participant, registration, event, employer) where ${where}`,
      [column("participantId"), column("registrationId"), column("eventId"), column("employerId")],
    );
  };
  const mine = `t.registration_id = '${of.registrationId}'`;
  const registration = { registration_id: "c.registration" };
  const both = { event_id: "c.event", employer_id: "c.employer" };
  await copy("employer", `t.id = '${of.employerId}'`, "c.employer", {});
  await copy("recruitment_event", `t.id = '${of.eventId}'`, "c.event", {});
  await copy("participant", mine, "c.participant", registration);
  await copy("event_employer", `t.event_id = '${of.eventId}'`, "gen_random_uuid()", both);
  await copy("event_participant", mine, "gen_random_uuid()", { ...registration, event_id: "c.event" });
  await copy("pairing", mine, "gen_random_uuid()", { ...registration, ...both });
  for (const table of ["journey_entry", "video", "attendance"])
    await copy(table, mine, "gen_random_uuid()", registration);
  await database.query(
    `insert into adviser_call select gen_random_uuid(), c.id, k.adviser_id, k.starts_at, k.ends_at, k.state, k.settled_at
     from adviser_call k cross join unnest($1::uuid[]) as c(id) where k.registration_id = '${of.registrationId}'`,
    [column("registrationId")],
  );
  await database.query(
    `insert into interview
     select gen_random_uuid(), p.id, p.event_id, p.registration_id, p.employer_id, 1, '2026-03-10T15:00:00Z', '2026-03-10T15:15:00Z', 'HELD'
     from pairing p`,
  );
  await database.query(
    `insert into exchange
     select gen_random_uuid(), p.registration_id, p.employer_id, p.event_id, 'EMPLOYER', '2026-03-10', 'OPEN' from pairing p`,
  );
  await database.query(
    `insert into outcome
     select gen_random_uuid(), p.registration_id, true, '2026-04-10', p.employer_id, null, 'RECRUITMENT_EVENT', p.event_id, '2026-04-10T15:00:00Z'
     from pairing p`,
  );
  return made;
}

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

describe("What CCMM adds to organisations and regions", () => {
  const entities = async (representations: Record<string, unknown>[], selection: string) => {
    const { data } = await world.hub.ask(
      counsellor,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
      { representations },
    );
    return (data as never as { _entities: unknown[] })._entities;
  };

  it("is its programmes and advisers, for CCMM only", async () => {
    const found = await entities(
      ["ccmm", "fccq"].map((code) => ({ __typename: "Organisation", code })),
      `... on Organisation {
        passerelleProgrammes { name launched suspended free follows partners }
        passerelleAdvisers(first: 1) { nodes { name } }
      }`,
    );
    expect(found).toEqual([
      {
        passerelleProgrammes: [
          {
            name: "Passerelle sectorielle",
            launched: "2021-02",
            suspended: false,
            free: true,
            follows: "Interconnexion",
            partners: ["Gouvernement du Québec", "Ville de Montréal"],
          },
          {
            name: "Interconnexion",
            launched: "2010",
            suspended: true,
            free: null,
            follows: null,
            partners: [],
          },
        ],
        passerelleAdvisers: { nodes: [{ name: "Amina Benali" }] },
      },
      { passerelleProgrammes: null, passerelleAdvisers: null },
    ]);
  });

  it("is who left for a region, from five people on, in one statement", async () => {
    await world.hub.database.query(
      `update participant set closed_on = '2026-03-20', closing_reason = 'MOVED_TO_REGION',
         region_code = case when rank <= 6 then '05' else '11' end
       from (select registration_id as id, row_number() over (order by registration_id) as rank from participant) ranked
       where participant.registration_id = ranked.id and rank <= 10`,
    );
    world.wait(60 * 24 * 60);
    const regions = ["05", "11", "06"].map((code) => ({ __typename: "Region", code }));
    let found: unknown;
    const statements = await world.hub.statements(async () => {
      found = await entities(regions, "... on Region { settledFromPasserelle }");
    });
    expect(found).toEqual([
      { settledFromPasserelle: 6 },
      { settledFromPasserelle: null },
      { settledFromPasserelle: null },
    ]);
    expect(statementsPerTable(statements)).toEqual({ participant: 1 });
  });
});

describe("The statistics of a period", () => {
  const PART = /* GraphQL */ `
    query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Statistics {
          passerelle {
            registrations
            adviserCalls
            activities
            recruitmentEvents
            interviews
            employers
            returningEmployers
            employed
            bySector {
              sector
              registrations
              employed
              activities
              recruitmentEvents
              employers
            }
            byStep {
              step
              entered
            }
          }
        }
      }
    }
  `;
  interface Part {
    bySector: { sector: string }[];
    byStep: { step: string; entered: number | null }[];
  }
  const statistics = async (...periods: [string, string][]) => {
    const { data, errors } = await world.hub.ask(viewer("alliance", "DASHBOARD"), PART, {
      representations: periods.map(([from, to]) => ({ __typename: "Statistics", from, to })),
    });
    expect(errors).toBeUndefined();
    return (data as never as { _entities: { passerelle: Part }[] })._entities.map(
      ({ passerelle }) => passerelle,
    );
  };

  it("count people, activities, events and employers", async () => {
    const [year] = await statistics(["2026-01-01", "2026-12-31"]);
    expect(year).toMatchObject({
      registrations: 50,
      adviserCalls: 50,
      activities: 3,
      recruitmentEvents: 50,
      interviews: 50,
      employers: 50,
      returningEmployers: 0,
      employed: 50,
    });
    expect(year?.bySector.find(({ sector }) => sector === "51")).toEqual({
      sector: "51",
      registrations: 50,
      employed: 50,
      activities: 1,
      recruitmentEvents: 50,
      employers: 50,
    });
    expect(year?.bySector).toHaveLength(20);
    expect(year?.byStep.find(({ step }) => step === "SELF_DIRECTED_MATCHING")?.entered).toBe(50);
    expect(year?.byStep.find(({ step }) => step === "EMPLOYED")?.entered).toBeNull();
  });

  it("are nothing before the programme, and null for people rather than zero", async () => {
    const [before] = await statistics(["2020-01-01", "2020-12-31"]);
    expect(before).toMatchObject({ registrations: null, activities: 0, employers: 0, employed: null });
  });

  it("do not give a sector of fewer than five away, by itself or by the total", async () => {
    for (let times = 0; times < 3; times += 1) await world.aPerson({ sector: "62" });
    const [year] = await statistics(["2026-01-01", "2026-12-31"]);
    expect(year).toMatchObject({ registrations: 50 });
    expect(year?.bySector.find(({ sector }) => sector === "62")).toMatchObject({ registrations: null });
    expect(year?.byStep.find(({ step }) => step === "QUESTIONNAIRE")?.entered).toBe(50);
  });

  it("cost one statement for each history, for one period and for fifty", async () => {
    const periods = Array.from({ length: 50 }, (_, index): [string, string] => [
      "2026-01-01",
      `2026-03-${String((index % 28) + 1).padStart(2, "0")}`,
    ]);
    const count = async (many: number) =>
      (await world.hub.statements(() => statistics(...periods.slice(0, many)))).length;
    expect(await count(1)).toBe(8);
    expect(await count(50)).toBe(8);
  });
});
