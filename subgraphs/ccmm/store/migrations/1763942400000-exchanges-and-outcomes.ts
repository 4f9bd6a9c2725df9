/** Self-directed matching after the events, and what came of it. */
import { SqlMigration } from "../../../../platform/database.ts";

export class ExchangesAndOutcomes1763942400000 extends SqlMigration {
  readonly name = "ExchangesAndOutcomes1763942400000";

  protected readonly sql = /* sql */ `
    -- A participant and an employer who go on by themselves after an event (jumelage autonome).
    create table exchange (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      employer_id uuid not null references employer (id),
      event_id uuid not null references recruitment_event (id),
      opened_by text not null check (opened_by in ('PARTICIPANT', 'EMPLOYER')),
      opened_on date not null,
      state text not null check (state in ('OPEN', 'ENDED', 'HIRED')),
      ended_on date check (ended_on >= opened_on),
      constraint open_has_no_end check ((state = 'OPEN') = (ended_on is null))
    );
    create unique index exchange_one_open on exchange (registration_id, employer_id) where state = 'OPEN';
    create index exchange_registration on exchange (registration_id, opened_on, id);
    create index exchange_employer on exchange (employer_id, opened_on, id);
    create index exchange_event on exchange (event_id);

    -- Employed or not, since when, where and how; the latest says how it stands.
    create table outcome (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      employed boolean not null,
      since date not null,
      -- An employer of the programme, or the name of another.
      employer_id uuid references employer (id),
      employer_name text check (length(employer_name) between 1 and 200),
      way text check (way in ('RECRUITMENT_EVENT', 'SELF_DIRECTED_MATCHING', 'OTHER')),
      event_id uuid references recruitment_event (id),
      recorded_at timestamptz(3) not null,
      constraint a_job_has_an_employer_and_a_way check (
        (employed and way is not null and num_nonnulls(employer_id, employer_name) = 1)
        or (not employed and way is null and num_nonnulls(employer_id, employer_name, event_id) = 0)),
      constraint hired_at_an_event_names_it check ((way is not distinct from 'RECRUITMENT_EVENT') = (event_id is not null)),
      unique (registration_id, since, employed)
    );
    create index outcome_registration on outcome (registration_id, since, id);
    create index outcome_employed on outcome (registration_id, since) where employed;
    create index outcome_employer on outcome (employer_id);
    create index outcome_event on outcome (event_id);
  `;
}
