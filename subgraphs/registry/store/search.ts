/**
 * The search box: people whose name, telephone, mail or birth date is what somebody types, among those alone whose
 * identity the viewer may read. Nobody else enters the statement's answer, its order or its length.
 */
import type { EntityManager } from "typeorm";
import type { Viewer } from "../../../platform/passport.ts";
import { reachInto, type Reach } from "../domain/access.ts";
import { Section } from "../domain/section.ts";
import type { Typed, TypedWord } from "../domain/typed.ts";

/** A person found. */
export interface Found {
  id: string;
  /** How far from what was typed: 0 for the very words. */
  distance: number;
  /** By which of their registrations. */
  registrationIds: string[];
}

/** Whoever would have to look through more types another letter. */
const MOST_FOUND = 1_000;
/** The share of a word's triples of letters that a name must have. */
const ALIKE = 0.5;

/** The people whom the viewer may find, the nearest first and then by name. */
export async function searchPeople(
  manager: EntityManager,
  typed: Typed | null,
  viewer: Viewer,
  today: string,
): Promise<Found[]> {
  const range = RANGE[reachInto(viewer, [Section.IDENTITY])];
  if (typed === null || range === null) return [];
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const { matches, distance } =
    typed.kind === "NAME" ? nameMatches(typed.words, param) : wholeMatches(typed, param);
  const statement = /* sql */ `
    with hit as materialized (
      select id, candidate_id, organisation_code, search_name
      from registration where anonymised_on is null and ${matches}
      -- Nobody, who is always looked for in the circle: how long it takes must not tell that others bear the name.
      union all select ${NOBODY}, ${NOBODY}, '', '')
    select candidate_id as id, min(${distance})::int as distance, array_agg(id) as "registrationIds"
    from hit where ${range(viewer, today, param)}
    group by candidate_id order by 2, min(search_name), candidate_id limit ${MOST_FOUND}`;
  return manager.transaction(async (transaction) => {
    await transaction.query(SETTINGS);
    return transaction.query(statement, values);
  });
}

/** What is typed decides which index serves: a plan for any word would serve none well. */
const SETTINGS = `select set_config('pg_trgm.word_similarity_threshold', '${ALIKE}', true), set_config('plan_cache_mode', 'force_custom_plan', true)`;

const NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";

type Param = (value: unknown) => string;

function nameMatches(words: readonly TypedWord[], param: Param): { matches: string; distance: string } {
  const parts = words.map(({ forms, maySlip }) => {
    const [word = ""] = forms;
    // They are letters and digits: nothing in them means anything to `like`.
    const begins = forms.flatMap((form) => [
      `search_name like ${param(`${form}%`)}`,
      `search_name like ${param(`% ${form}%`)}`,
    ]);
    const whole = `' ' || search_name || ' ' like any (${param(forms.map((form) => `% ${form} %`))})`;
    const typed = `${param(word)}::text`;
    return {
      matches: `(${[...begins, ...(maySlip ? [`search_name %> ${typed}`] : [])].join(" or ")})`,
      distance: `case when ${whole} then 0 when ${begins.join(" or ")} then 1
        else 10 + round(20 * (1 - word_similarity(${typed}, search_name))) end`,
    };
  });
  return {
    matches: parts.map(({ matches }) => matches).join(" and "),
    distance: parts.map(({ distance }) => distance).join(" + "),
  };
}

function wholeMatches({ keys, birth }: { keys: string[]; birth: string | null }, param: Param) {
  return {
    matches: `(identity_keys && ${param(keys)}::text[] or search_birth = ${param(birth)}::text)`,
    distance: "0",
  };
}

/**
 * Which registrations a viewer reads, over the alias `hit`: those of their own organisation, and the others of somebody
 * of their circle who agreed that they know who the person is, or said nothing where a referral names it, or whose file
 * they opened in an emergency. The decision on each file has the last word.
 */
const RANGE: Record<Reach, ((viewer: Viewer, today: string, param: Param) => string) | null> = {
  EVERYBODY: () => `candidate_id <> ${NOBODY}`,
  NOBODY: null,
  SELF: ({ subject }, _, param) =>
    `candidate_id in (select candidate_id from candidate_account where subject = ${param(subject)})`,
  CIRCLE: ({ organisation, purpose, subject }, today, param) => {
    const [own, day] = [`${param(organisation)}::text`, `${param(today)}::date`];
    return /* sql */ `(organisation_code = ${own} or (
      candidate_id in (
        select candidate_id from registration where organisation_code = ${own}
        union select candidate_id from referral where to_organisation = ${own} and open_until >= ${day})
      and (coalesce(
        (select given and withdrawn_at is null and expires_on >= ${day} from consent
          where consent.candidate_id = hit.candidate_id and purpose = ${param(purpose)} and 'IDENTITY' = any(sections)
            and given_on <= ${day} and (recipient = ${own} or recipient_group in (
              select group_code from organisation_group_member where organisation_code = ${own}))
          order by recorded_at desc limit 1),
        exists (select from referral where referral.candidate_id = hit.candidate_id and to_organisation = ${own}
          and open_until >= ${day} and 'IDENTITY' = any(sections)))
      or exists (select from emergency_access where emergency_access.candidate_id = hit.candidate_id
        and subject = ${param(subject)} and now() between opened_at and until))))`;
  },
};
