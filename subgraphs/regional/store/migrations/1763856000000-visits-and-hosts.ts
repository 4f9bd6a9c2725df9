/** Visits to a community during an exploratory trip, and the hosts who receive them. */
import { SqlMigration } from "../../../../platform/database.ts";

export class VisitsAndHosts1763856000000 extends SqlMigration {
  readonly name = "VisitsAndHosts1763856000000";

  protected readonly sql = /* sql */ `
    create table visit_host (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text not null check (length(city) between 1 and 100),
      kind text not null check (kind in ('PERSON', 'ORGANISATION')),
      -- Who they are in the community, without their name.
      presentation text not null check (length(presentation) between 1 and 300),
      name text check (length(name) between 1 and 200),
      -- When a person agreed to be named.
      named_since date,
      since date not null,
      until date check (until >= since),
      constraint a_person_is_named_only_with_their_consent check
        (case kind when 'PERSON' then (name is null) = (named_since is null)
                   else name is not null and named_since is null end)
    );
    create index visit_host_list on visit_host (tenant, since, id);
    create index visit_host_region on visit_host (tenant, region_code, since, id);

    create table visit (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text not null check (length(city) between 1 and 100),
      title text not null check (length(title) between 1 and 200),
      -- Null when the partner receives the visitors itself.
      host_id uuid references visit_host (id),
      state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
      planned_on date not null,
      held_on date,
      received smallint check (received between 0 and 1000),
      cancel_reason text check (length(cancel_reason) between 1 and 300),
      constraint held_on_a_day_with_a_number check
        ((state = 'HELD') = (held_on is not null) and (held_on is null) = (received is null)),
      constraint cancelled_for_a_reason check ((state = 'CANCELLED') = (cancel_reason is not null))
    );
    create index visit_list on visit (planned_on, id);
    create index visit_region on visit (region_code, planned_on, id);
    create index visit_state on visit (state, planned_on, id);
    create index visit_tenant on visit (tenant, planned_on, id);
    create index visit_host_visits on visit (host_id, planned_on, id);
    create index visit_held on visit (held_on, region_code) where held_on is not null;
  `;
}
