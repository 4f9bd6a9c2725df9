/** What everybody's files say, read plainly from the registry: for people of whom no story was told. */
import type pg from "pg";
import { expectedSight, type SectionName, type Sight, type Tie, type Word } from "./expectation.ts";
import type { Asker } from "./hub.ts";

interface Said {
  sections: SectionName[];
  purpose: string;
  given: boolean;
  givenOn: string;
  expiresOn: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
  recipient: string | null;
  recipientGroup: string | null;
}

interface Person {
  registeredBy: Set<string>;
  referrals: { to: string; sections: SectionName[] }[];
  said: Said[];
  emergencies: Set<string>;
  account: string | null;
}

export type SightOf = (asker: Asker, candidateId: string, section: SectionName) => Sight;

/** Reads all files once; the result answers what an asker is expected to be shown. `today` is the day in Québec. */
export async function readFacts(registry: pg.Pool, today: string): Promise<SightOf> {
  const people = new Map<string, Person>();
  const { rows } = await registry.query<Row>(FILES);
  for (const { id, registered, referrals, said, emergencies, account } of rows)
    people.set(id, {
      registeredBy: new Set(registered),
      referrals,
      said: said.map((each) => ({
        ...each,
        recordedAt: new Date(each.recordedAt),
        withdrawnAt: each.withdrawnAt ? new Date(each.withdrawnAt) : null,
      })),
      emergencies: new Set(emergencies),
      account,
    });
  const members = await registry.query<{ group: string; organisation: string }>(
    `select group_code as group, organisation_code as organisation from organisation_group_member`,
  );
  const groups = new Map<string, string[]>();
  for (const { group, organisation } of members.rows)
    groups.set(organisation, [...(groups.get(organisation) ?? []), group]);

  const known = new Map<string, Sight>();
  return (asker, candidateId, section) => {
    const key = `${asker.subject} ${asker.organisation} ${asker.roles.join("+")} ${asker.purpose} ${asker.scopes.join("+")} ${candidateId} ${section}`;
    const before = known.get(key);
    if (before) return before;
    const sight = sightOf(
      people.get(candidateId),
      asker,
      section,
      groups.get(asker.organisation) ?? [],
      today,
    );
    known.set(key, sight);
    return sight;
  };
}

type Written<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

interface Row {
  id: string;
  registered: string[];
  referrals: { to: string; sections: SectionName[] }[];
  said: Written<Said>[];
  emergencies: string[];
  account: string | null;
}

function sightOf(
  person: Person | undefined,
  asker: Asker,
  section: SectionName,
  groups: readonly string[],
  today: string,
): Sight {
  if (!person || person.registeredBy.size === 0) return "no";
  const referrals = person.referrals.filter(({ to }) => to === asker.organisation);
  return expectedSight(
    {
      ...asker,
      tie: tieOf(
        person.registeredBy.has(asker.organisation),
        referrals.length > 0,
        person.emergencies.has(asker.subject),
      ),
      word: wordOf(person.said, asker.organisation, groups, section, today),
      named: referrals.some(({ sections }) => sections.includes(section)),
      self: person.account === asker.subject,
    },
    section,
  );
}

function tieOf(registered: boolean, referred: boolean, emergency: boolean): Tie {
  if (emergency) return registered ? "registered and emergency" : "emergency";
  if (registered) return referred ? "registered and referred" : "registered";
  return referred ? "referred" : "a stranger";
}

function wordOf(
  said: readonly Said[],
  organisation: string,
  groups: readonly string[],
  section: SectionName,
  today: string,
): Word {
  let last: Said | undefined;
  for (const each of said) {
    const isToThem = each.recipient === organisation || groups.includes(each.recipientGroup ?? "");
    if (!isToThem || each.purpose !== "SUPPORT" || !each.sections.includes(section) || each.givenOn > today)
      continue;
    if (!last || each.recordedAt > last.recordedAt) last = each;
  }
  if (!last) return "none";
  if (!last.given) return "refused";
  if (last.withdrawnAt) return "withdrawn";
  return last.expiresOn < today ? "expired" : "given";
}

const FILES = /* sql */ `
  select id,
    array(select organisation_code from registration where candidate_id = candidate.id) as registered,
    (select coalesce(jsonb_agg(jsonb_build_object('to', to_organisation, 'sections', sections)), '[]') from referral
      where candidate_id = candidate.id and open_until >= current_date) as referrals,
    (select coalesce(jsonb_agg(jsonb_build_object('sections', sections, 'purpose', purpose, 'given', given,
      'givenOn', given_on, 'expiresOn', expires_on, 'recordedAt', recorded_at, 'withdrawnAt', withdrawn_at,
      'recipient', recipient, 'recipientGroup', recipient_group)), '[]') from consent
      where candidate_id = candidate.id) as said,
    array(select subject from emergency_access where candidate_id = candidate.id and until > now()) as emergencies,
    (select subject from candidate_account where candidate_id = candidate.id) as account
  from candidate`;
