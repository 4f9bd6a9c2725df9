/**
 * The schedule of retention in the database of each subgraph: its rules, written by the owner's role when it migrates,
 * and the one function that carries a rule out. The service, which may not delete what it only adds to nor see the
 * rows of all tenants, can have the schedule carried out and do nothing else with it.
 */
import type { EntityManager } from "typeorm";
import type { RetentionRule } from "./retention.ts";

/** The tables and the function, for a migration of each subgraph. `service` is the name of the service's role. */
export function retentionSchedule(service: string): string {
  return /* sql */ `
create table retention_rule (
  name text primary key,
  years int not null check (years >= 0),
  days int not null check (days >= 0),
  check (years > 0 or days > 0),
  -- Carried out in this order: $1 is the first day that is kept, the setting continuum.retention_day the present one.
  statements text[] not null check (cardinality(statements) > 0)
);

create function carry_out_retention(rule_name text, kept_from date, on_day date, at_moment timestamptz, once_a_day boolean)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rule retention_rule;
  statement text;
  met int := 0;
begin
  -- Several processes take turns: who comes second sees that the day is done.
  perform pg_advisory_xact_lock(hashtext('continuum retention'));
  if once_a_day and exists (select from retention_run where retention_run.rule = rule_name and ran_on = on_day) then
    return null;
  end if;
  select * into strict rule from retention_rule where name = rule_name;
  -- Whoever is not the owner is held to the schedule by the database's own clock, with a day for time zones.
  if session_user <> current_user and kept_from > (current_date + 1 - make_interval(years => rule.years, days => rule.days))::date then
    raise exception 'the schedule keeps this still' using errcode = 'check_violation';
  end if;
  perform set_config('continuum.retention_day', on_day::text, true);
  foreach statement in array rule.statements loop
    execute statement using kept_from;
    get diagnostics met = row_count;
  end loop;
  insert into retention_run (rule, ran_on, rows, ran_at) values (rule_name, on_day, met, at_moment);
  return met;
end $$;
revoke all on function carry_out_retention from public;

do $$ begin
  if exists (select from pg_roles where rolname = '${service}') then
    revoke insert, update, delete, truncate on retention_rule, retention_run from ${service};
    grant execute on function carry_out_retention to ${service};
  end if;
end $$;
`;
}

/** Writes the rules as the code states them; in the owner's transaction. */
export async function writeSchedule(manager: EntityManager, rules: readonly RetentionRule[]): Promise<void> {
  await manager.query("delete from retention_rule");
  for (const { name, years, days = 0, statements } of rules)
    await manager.query(
      "insert into retention_rule (name, years, days, statements) values ($1, $2, $3, $4)",
      [name, years, days, statements],
    );
}
