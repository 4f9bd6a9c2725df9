/** Who is who in the stories: names to search by, questions that wait for a human, and what humans said. */
import type pg from "pg";
import { idOf, type Story } from "./stories.ts";

/** A word that every registration of every story bears: a search for it asks for everybody. */
export const EVERYBODYS_NAME = "Arbitrary";

/** A word that only the registrations of one organisation bear: whoever reads no other's is not found by it. */
export function nameAt(organisation: string): string {
  return `Written${[...organisation].map((sign) => (/[a-z]/.test(sign) ? sign : "x")).join("")}`;
}

interface Known {
  id: string;
  candidateId: string;
}

/** Names every registration of the stories, and decides on pairs of them: within a person, and with the people after. */
export async function writeIdentities(client: pg.PoolClient, stories: readonly Story[]): Promise<void> {
  const { rows } = await client.query<Known & { organisation: string }>(
    `select id, candidate_id as "candidateId", organisation_code as organisation from registration
     where candidate_id = any($1) order by id`,
    [stories.map(({ candidateId }) => candidateId)],
  );
  await client.query(
    `update registration set search_name = named.name from unnest($1::uuid[], $2::text[]) as named (id, name)
     where registration.id = named.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ organisation }) => `${EVERYBODYS_NAME} ${nameAt(organisation)}`.toLowerCase()),
    ],
  );
  const of = new Map(
    stories.map(({ candidateId }) => [candidateId, rows.filter((row) => row.candidateId === candidateId)]),
  );
  const pick = (story: Story | undefined, place: number) => {
    const known = of.get(story?.candidateId ?? "") ?? [];
    return known[place % known.length];
  };
  for (const [place, story] of stories.entries()) {
    const [next, afterNext] = [stories[(place + 1) % stories.length], stories[(place + 2) % stories.length]];
    // Other organisations each time, so that some viewers read both sides, some one, some none.
    await decide(client, "LINKED", pick(story, place), pick(story, place + 1));
    await decide(client, "POSSIBLE", pick(story, place), pick(next, place + 3));
    await decide(client, "DECLARED_DIFFERENT", pick(story, place + 2), pick(afterNext, place));
  }
}

type Outcome = "LINKED" | "POSSIBLE" | "DECLARED_DIFFERENT";

async function decide(
  client: pg.PoolClient,
  outcome: Outcome,
  one: Known | undefined,
  other: Known | undefined,
): Promise<void> {
  if (!one || !other || one.id === other.id) return;
  const pair = [one.id, other.id].sort();
  const id = idOf(`${outcome} ${pair.join(" ")}`);
  const byMatcher = outcome === "POSSIBLE";
  await client.query(
    `with decision as (
       insert into identity_decision (id, outcome, one_id, other_id, decided_at, decided_by, organisation_code, reason,
         model_version, weight, probability, evidence, gates)
       values ($1, $2::text, $3::uuid, $4::uuid, now() - interval '3 days', $5, $6, $7, $8::int, $8, $8, $9, $10)
       on conflict do nothing returning id)
     insert into identity_pair (one_id, other_id, state, decision_id) select $3, $4, $2, id from decision
     on conflict do nothing`,
    [
      id,
      outcome,
      ...pair,
      byMatcher ? null : "somebody",
      byMatcher ? null : "alliance",
      byMatcher ? null : "They said so on the telephone.",
      byMatcher ? 1 : null,
      byMatcher ? JSON.stringify([{ field: "birth", level: "EXACT", weight: 12.5 }]) : "[]",
      byMatcher ? ["NAMESAKES"] : [],
    ],
  );
}
