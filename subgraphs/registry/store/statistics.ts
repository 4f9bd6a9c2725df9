/** Counts over the registry's tables, grouped by day where they are counts of people over a period. */
import type { EntityManager } from "typeorm";
import type { DayCount } from "../../../platform/suppress.ts";
import type { StageCode } from "../domain/pathway.ts";

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
