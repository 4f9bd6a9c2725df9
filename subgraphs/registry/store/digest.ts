/** What is new, due or late on a day for an organisation and for one person in it: counted, with the first of each. */
import type { EntityManager } from "typeorm";
import type { DigestKind } from "../domain/digest.ts";
import { pathwayShown } from "./pathway-shown.ts";

export interface DigestCount {
  kind: DigestKind;
  /** For the organisation, and of those the viewer's own. */
  organisation: number;
  mine: number;
  /** The first of them, the viewer's own before the others: of referrals, or of people. */
  ids: string[];
}

export interface DigestQuestion {
  organisation: string;
  subject: string;
  purpose: string;
  /** The day it is for; states are those of today. */
  on: string;
  today: string;
}

/** How many of each kind are named. */
export const NAMED_IN_DIGEST = 20;

/** The counts of referrals, for the kinds that are not empty. */
export function countReferrals(
  manager: EntityManager,
  { organisation, subject, on, today }: DigestQuestion,
): Promise<DigestCount[]> {
  return manager.query(REFERRALS, [organisation, subject, on, today]);
}

/** The counts of people, for the kinds that are not empty; of those alone whose stage the organisation may see. */
export function countPeople(
  manager: EntityManager,
  { organisation, subject, purpose, on, today }: DigestQuestion,
): Promise<DigestCount[]> {
  return manager.query(PEOPLE, [organisation, subject, on, today, purpose]);
}

const COUNTS = `count(*)::int as organisation, count(*) filter (where mine)::int as mine,
  (array_agg(id order by mine desc, due_on, id))[1:${NAMED_IN_DIGEST}] as ids`;

const ME = "(select id from professional where subject = $2)";

const REFERRALS = /* sql */ `
  select line.kind, ${COUNTS} from (
    select referral.id, due_on, coalesce(received_by = ${ME}, false) as mine, array_remove(array[
      case when state = 'REQUESTED' and (requested_at at time zone 'America/Toronto')::date = $3 then 'REFERRALS_RECEIVED' end,
      case when state = 'REQUESTED' and due_on >= $3 then 'REFERRALS_TO_ANSWER' end,
      case when due_on < $3 then 'REFERRALS_LATE' end], null) as kinds
    from referral where to_organisation = $1 and open_until >= $4
    union all
    select referral.id, due_on, requested_by = $2 as mine, array['SENT_REFERRALS_LATE'] as kinds
    from referral where from_organisation = $1 and state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS')
      and due_on < $3 and open_until >= $4
    union all
    select referral.id, due_on, requested_by = $2 as mine, array['SENT_REFERRALS_MOVED'] as kinds
    from referral where from_organisation = $1 and state <> 'REQUESTED'
      and state_since >= ($3::date)::timestamp at time zone 'America/Toronto'
      and state_since < ($3::date + 1)::timestamp at time zone 'America/Toronto'
  ) as found cross join unnest(kinds) as line (kind) group by line.kind`;

const PEOPLE = /* sql */ `
  select kind, ${COUNTS} from (
    select candidate.id, candidate.due_on, coalesce(main_contact_id = ${ME}, false) as mine,
      case when candidate.due_on < $3 then 'STEPS_LATE' else 'STEPS_DUE' end as kind
    from candidate where responsible = $1 and candidate.due_on < $3::date + 7 and exit_reason is null
      and ${pathwayShown("candidate.id", { organisation: "$1", purpose: "$5", today: "$4::date" })}
    union all
    select candidate.id, min(support_need.due_on), coalesce(main_contact_id = ${ME}, false), 'SUPPORT_OVERDUE'
    from support_need join candidate on candidate.id = support_need.candidate_id
    where promised_by = $1 and support_need.state = 'PROMISED' and support_need.due_on < $3 and exit_reason is null
      and ${pathwayShown("candidate.id", { organisation: "$1", purpose: "$5", today: "$4::date" })}
    group by candidate.id
  ) as found group by kind`;
