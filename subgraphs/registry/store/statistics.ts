/** Counts over the registry's tables, grouped by day where they are counts of people over a period. */
import type { EntityManager } from "typeorm";
import type { KeyedDayCount } from "../../../platform/breakdown.ts";
import type { DayCount } from "../../../platform/suppress.ts";
import { TRANSITIONS } from "../domain/pathway-table.ts";
import type { StageCode } from "../domain/stage.ts";

/** People by the day of their first registration anywhere, up to a day. */
export function registrationsByDay(manager: EntityManager, to: string): Promise<DayCount[]> {
  return manager.query(
    `select first::text as day, count(*)::int as count
     from (select min(registered_on) as first from registration group by candidate_id) as people
     where first <= $1 group by first order by first`,
    [to],
  );
}

/** Referrals that were accepted, by the day of their request, up to a day. */
export function acceptedReferralsByDay(manager: EntityManager, to: string): Promise<DayCount[]> {
  return manager.query(
    `select requested_at::date::text as day, count(*)::int as count from referral
     where state in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED') and requested_at::date <= $1 group by 1 order by 1`,
    [to],
  );
}

/** Open files by stage, as they stand now. */
export function candidatesByStage(manager: EntityManager): Promise<{ stage: StageCode; count: number }[]> {
  return manager.query(
    "select stage, count(*)::int as count from candidate where stage is not null and exit_reason is null group by stage",
  );
}

/** The milestones that go back on the pathway. */
export const RETURNS = [...new Set(TRANSITIONS.flatMap(({ on, isReturn }) => (isReturn ? [on] : [])))];

/** People who went back on the pathway, each once by kind, by the day of the first time, up to a day. */
export function returnsByDay(manager: EntityManager, to: string): Promise<KeyedDayCount[]> {
  return manager.query(
    `select key, (first at time zone 'America/Toronto')::date::text as day, count(*)::int as count
     from (select ended_by as key, min(until) as first from stage_spell
       where ended_by = any($2) and until is not null group by candidate_id, ended_by) as people
     where (first at time zone 'America/Toronto')::date <= $1::date group by 1, 2 order by 2, 1`,
    [to, RETURNS],
  );
}

/** How the first life in a region ended, retained or not, by the day on which it did, up to a day. */
export function retentionByDay(manager: EntityManager, to: string): Promise<KeyedDayCount[]> {
  return manager.query(
    `select key, (ended at time zone 'America/Toronto')::date::text as day, count(*)::int as count
     from (select distinct on (candidate_id) until as ended,
         case when ended_by = 'RETENTION_REACHED' then 'RETAINED' else 'LEFT' end as key
       from stage_spell where stage in ('SETTLEMENT', 'FOLLOW_UP') and until is not null
         and ended_by <> 'SETTLEMENT_COMPLETED' order by candidate_id, position) as people
     where (ended at time zone 'America/Toronto')::date <= $1::date group by 1, 2 order by 2, 1`,
    [to],
  );
}

/** People of whom a referral was declined, each once by the reason that was given, by the day of the first time, up to a day. */
export function declineReasonsByDay(manager: EntityManager, to: string): Promise<KeyedDayCount[]> {
  return manager.query(
    `select key, (first at time zone 'America/Toronto')::date::text as day, count(*)::int as count
     from (select coalesce(end_code, 'OTHER') as key, min(state_since) as first from referral where state = 'DECLINED'
       group by candidate_id, coalesce(end_code, 'OTHER')) as people
     where (first at time zone 'America/Toronto')::date <= $1::date group by 1, 2 order by 2, 1`,
    [to],
  );
}

/** People of whom a referral was declined, each once by what it was for, by the day of the first time, up to a day. */
export function declinesByDay(manager: EntityManager, to: string): Promise<KeyedDayCount[]> {
  return manager.query(
    `select key, (first at time zone 'America/Toronto')::date::text as day, count(*)::int as count
     from (select reason as key, min(state_since) as first from referral where state = 'DECLINED'
       group by candidate_id, reason) as people
     where (first at time zone 'America/Toronto')::date <= $1::date group by 1, 2 order by 2, 1`,
    [to],
  );
}
