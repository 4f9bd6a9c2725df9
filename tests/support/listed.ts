/** Whether worklists show those whom organisations registered, and nobody else: `listed` beside what it is kept from. */

/** The statement that gives each organisation and person who is listed and should not be, or should and is not. */
export const WRONGLY_LISTED = /* sql */ `
  with should as (
    select distinct registration.organisation_code, candidate.id, candidate.created_at, candidate.due_on
    from registration join candidate on candidate.id = registration.candidate_id),
  listed_now as (select organisation_code, candidate_id, created_at, due_on from listed)
  (select 'missing' as what, * from (select * from should except select * from listed_now) as missing)
  union all (select 'too much', * from (select * from listed_now except select * from should) as too_much)`;
