/** Who is who is the registry's alone to say: whatever is decided there, no partner's database changes. */
import { randomUUID } from "node:crypto";
import { PARTNERS, type Partner } from "../../local/start/partners.ts";
import { databaseUrl, withClient } from "../support/database.ts";
import { openHub, type Hub } from "../support/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
  await hub.settled();
});

/** The superuser's address of a database: of several tenants, nobody else sees every row. */
function wholeOf(partner: Partner): string {
  const { databaseUrls, adminDatabaseUrl } = hub.state;
  return databaseUrl(adminDatabaseUrl, new URL(databaseUrls[partner]).pathname.slice(1));
}

/** A digest of every table of the four partners; but what they told the registry before is marked as it is delivered. */
async function contents(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const partner of PARTNERS.filter((each) => each !== "registry"))
    await withClient(wholeOf(partner), async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'outbox' order by 1",
      );
      for (const { name } of tables) {
        const { rows } = await client.query<{ digest: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from "${name}" t`,
        );
        digests[`${partner} ${name}`] = rows[0]?.digest ?? "";
      }
    });
  return digests;
}

/** Two people, one registered by FCCQ and one by PROMIS, each with rows of several partners. */
async function twoPeople(): Promise<{ id: string; candidateId: string }[]> {
  let found: { id: string; candidateId: string }[] = [];
  await withClient(wholeOf("registry"), async (client) => {
    const { rows } = await client.query<{ id: string; candidateId: string }>(
      `select distinct on (organisation_code) id, candidate_id as "candidateId" from registration
       where organisation_code in ('fccq', 'promis') and candidate_id <> $1 and candidate_id in
         (select candidate_id from registration group by 1 having count(distinct organisation_code) > 2)
       order by organisation_code, case organisation_code when 'fccq' then id end desc, id`,
      [hub.demoCandidate],
    );
    found = rows;
  });
  return found;
}

type Changed = { decision: { id: string } | null; userErrors: { code: string }[] };

async function decide(mutation: string, input: Record<string, string>): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await hub.ask<Record<string, Changed>>(
    "coordinator@alliance",
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { decision { id } userErrors { code } } }`,
    { input: { reference: randomUUID(), reason: "They said so themselves.", ...input } },
  );
  expect([errors, data?.[mutation]?.userErrors]).toEqual([undefined, []]);
  return data?.[mutation]?.decision?.id ?? "";
}

async function personOf(candidateId: string): Promise<string | undefined> {
  const { data } = await hub.ask<{ candidate: { id: string } | null }>(
    "coordinator@alliance",
    "query ($id: ID!) { candidate(id: $id) { id } }",
    { id: candidateId },
  );
  return data?.candidate?.id;
}

it("changes nothing in any partner's database to link two registrations, to declare them different, and to take it back", async () => {
  const [one, other] = await twoPeople();
  if (!one || !other) throw new Error("The world has nobody whom several organisations know.");
  const pair = { registrationId: one.id, otherRegistrationId: other.id };
  const before = await contents();
  expect(Object.keys(before).length).toBeGreaterThan(40);
  expect(one.candidateId).not.toBe(other.candidateId);

  const different = await decide("registrationsDeclareDifferent", pair);
  expect(await contents()).toEqual(before);
  await decide("registrationsUnlink", { decisionId: different });
  expect(await contents()).toEqual(before);

  const linked = await decide("registrationsLink", pair);
  expect(await personOf(one.candidateId)).toBe(await personOf(other.candidateId));
  expect(await contents()).toEqual(before);
  await decide("registrationsUnlink", { decisionId: linked });
  expect(await personOf(one.candidateId)).toBe(one.candidateId);
  expect(await personOf(other.candidateId)).toBe(other.candidateId);
  expect(await contents()).toEqual(before);
});
