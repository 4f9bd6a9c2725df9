/** Whatever was linked, declared different and taken back, in whatever order: undone, nothing of it is left. */
import "reflect-metadata";
import fc from "fast-check";
import {
  ccmm,
  coordinator,
  fccq,
  inici,
  openIdentityWorld,
  promis,
  somebody,
  type IdentityWorld,
} from "../support/identity-world.ts";
import { WRONGLY_ARRIVED } from "../support/arrived.ts";
import { WRONGLY_LISTED } from "../support/listed.ts";

let world: IdentityWorld;
beforeAll(async () => {
  world = await openIdentityWorld();
});
afterAll(() => world.close());

const DOORS = [promis, fccq, ccmm, inici];

/** One thing that somebody does; the numbers choose among those registered, or decisions that hold. */
type Step =
  | { does: "registers"; door: number; person: number }
  | { does: "links" | "declares different"; one: number; other: number }
  | { does: "takes back"; which: number };

const number = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("registers" as const), door: number, person: number }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("links" as const), one: number, other: number }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("declares different" as const), one: number, other: number }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("takes back" as const), which: number }) },
);

describe("Any sequence of registrations, links, declared-different and unlinks", () => {
  it("leaves nothing behind once it is undone: all is as if each had only registered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const people = [somebody(), somebody(), somebody()];
        const registered: string[] = [];
        const register = async (door: number, person: number) => {
          const by = DOORS[door % DOORS.length] ?? promis;
          const said = people[person % people.length] ?? {};
          registered.push((await world.register(by, said)).id);
        };
        for (const start of [0, 1, 2]) await register(start, start);
        for (const each of steps) {
          const at = (index: number) => registered[index % registered.length] ?? "";
          if (each.does === "registers") await register(each.door, each.person);
          else if ("one" in each) {
            const decide = each.does === "links" ? world.link : world.declareDifferent;
            await decide(coordinator, at(each.one), at(each.other));
          } else {
            const held = await decisionsThatHold(registered);
            const decision = held[each.which % Math.max(held.length, 1)];
            if (decision) await world.takeBack(coordinator, decision);
          }
        }
        for (const decision of await decisionsThatHold(registered))
          expect(await world.takeBack(coordinator, decision)).toMatchObject({ errors: [] });
        await expectNoTrace(registered);
      }),
      { numRuns: 5 },
    );
  });

  it("is the same state again after each step back", async () => {
    const registered: string[] = [];
    for (let count = 0; count < 5; count += 1)
      registered.push((await world.register(DOORS[count % DOORS.length] ?? promis, somebody())).id);
    await hangSomethingOn(registered);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ links: fc.boolean(), one: fc.nat(4), other: fc.nat(4) }), {
          minLength: 3,
          maxLength: 8,
        }),
        async (steps) => {
          const past: { dump: unknown; decision: string }[] = [];
          for (const { links, one, other } of steps) {
            const dump = await world.dump();
            const decide = links ? world.link : world.declareDifferent;
            const { id } = await decide(coordinator, registered[one] ?? "", registered[other] ?? "");
            if (id) past.push({ dump, decision: id });
            else expect(await world.dump()).toEqual(dump);
            await expectListed();
          }
          for (const { dump, decision } of past.reverse()) {
            expect(await world.takeBack(coordinator, decision)).toMatchObject({ errors: [] });
            expect(await world.dump()).toEqual(dump);
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  it("knows of every table that names a person whether it goes with them", async () => {
    const named: { table: string; follows: boolean }[] = await world.hub.owner.query(
      `select t.table_name as table, bool_or(column_name = 'home_id') as follows
       from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE'
       group by 1 having bool_or(column_name = 'candidate_id') order by 1`,
    );
    const stay = named.filter(({ follows }) => !follows).map(({ table }) => table);
    expect(stay.filter((table) => !STAY.includes(table))).toEqual([]);
  });
});

/** What names a person and stays where it is: what follows a registration, what was known when, and what is sealed. */
const STAY = [
  "candidate_alias",
  "candidate_alias_span",
  "disclosure",
  "listed",
  "milestone",
  "stage_arrival",
  "stage_spell",
  "news",
  "news_entry",
];

async function decisionsThatHold(registered: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await world.hub.owner.query(
    `select decision_id as id from identity_pair where state <> 'POSSIBLE' and (one_id = any($1) or other_id = any($1))
     order by 1`,
    [registered],
  );
  return rows.map(({ id }) => id);
}

/** Each registration is of the candidate made for it, whose stage is that of its own milestones. */
async function expectNoTrace(registered: readonly string[]): Promise<void> {
  const rows: { home: string | null; candidates: number; stage: string; alien: number }[] =
    await world.hub.owner.query(
      `select registration.home_id as home, candidate.stage,
         (select count(*) from registration as own where own.candidate_id = candidate.id) as candidates,
         (select count(*) from milestone where milestone.candidate_id = candidate.id and registration_id <> registration.id) as alien
       from registration join candidate on candidate.id = registration.candidate_id where registration.id = any($1)`,
      [registered],
    );
  expect(rows).toEqual(registered.map(() => ({ home: null, candidates: 1, stage: "INTAKE", alien: 0 })));
  const [aliases] = await world.hub.owner.query("select count(*) as count from candidate_alias");
  expect(aliases).toEqual({ count: 0 });
}

/** Worklists follow registrations from candidate to candidate, and statistics their pathways. */
async function expectListed(): Promise<void> {
  expect(await world.hub.owner.query(WRONGLY_LISTED)).toEqual([]);
  expect(await world.hub.owner.query(WRONGLY_ARRIVED)).toEqual([]);
}

/** A consent, a referral and an account, so that there is something to go with each person and to come back. */
async function hangSomethingOn(registered: readonly string[]): Promise<void> {
  for (const [index, id] of registered.entries()) {
    const candidateId = await world.candidateOf(id);
    await world.hub.owner.query(
      `insert into consent (id, candidate_id, recipient, sections, purpose, given, collected_how, collected_by, collected_for,
         given_on, expires_on, recorded_at)
       values (uuidv7(), $1, 'inici', '{IDENTITY}', 'SUPPORT', true, 'IN_PERSON', 'somebody', 'promis', current_date - 300, current_date + 300, now())`,
      [candidateId],
    );
    await world.hub.owner.query(
      `insert into candidate_account (subject, candidate_id, opened_at, opened_by) values ($2, $1, now(), 'somebody')`,
      [candidateId, `person-${index}`],
    );
    await world.hub.owner.query(
      `insert into referral (id, candidate_id, from_organisation, to_organisation, reason, sections, state, requested_at,
         requested_by, due_on, state_since, state_by)
       values (uuidv7(), $1, 'promis', 'fccq', 'READY_FOR_MATCHING', '{IDENTITY}', 'REQUESTED', now(), 'somebody', current_date + 10, now(), 'somebody')`,
      [candidateId],
    );
  }
}
