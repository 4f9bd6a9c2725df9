/** Who is who: keys by which registrations find each other, every decision on two of them, and what can be undone. */
import { SqlMigration } from "../../../../platform/database.ts";

/** Tables whose rows hang on a person and move with them; `by` is the column of the organisation that wrote, if any. */
const FOLLOWING = [
  { table: "registration", by: null },
  { table: "referral", by: "from_organisation" },
  { table: "consent", by: "collected_for" },
  { table: "emergency_access", by: "organisation_code" },
  { table: "correction", by: "requested_for" },
  { table: "missed_proposal", by: "organisation_code" },
  { table: "candidate_account", by: null },
  { table: "closed_account", by: null },
  { table: "personal_export", by: "organisation_code" },
  { table: "assessment", by: "organisation_code" },
  { table: "support_need", by: "organisation_code" },
] as const;

const SHOWN = "section, status, basis, subject, organisation, purpose, operation, request_id";

export class Identity1765400000000 extends SqlMigration {
  readonly name = "Identity1765400000000";

  protected readonly sql = /* sql */ `
    create extension if not exists pg_trgm;

    -- Filled by code, which alone knows how names are compared; null for one that waits to be keyed.
    alter table registration
      add column identity_keys text[],
      add column search_name text;
    -- Without a list of pending entries: one lookup costs the same whoever wrote before.
    create index registration_identity_keys on registration using gin (identity_keys) with (fastupdate = off);
    create index registration_search_name on registration using gin (search_name gin_trgm_ops);
    create index registration_unkeyed on registration (id) where identity_keys is null;

    -- A candidate who is known under another: their own row stays, and everything that hangs on them says whose it was.
    create table candidate_alias (
      id uuid primary key references candidate (id),
      candidate_id uuid not null references candidate (id),
      check (id <> candidate_id)
    );
    create index candidate_alias_of on candidate_alias (candidate_id, id);
    -- From when to when one was known under another; no end while they are. What was shown then was shown of both.
    create table candidate_alias_span (
      id uuid not null,
      candidate_id uuid not null,
      since timestamptz(3) not null,
      until timestamptz(3)
    );
    create index candidate_alias_span_of on candidate_alias_span (id, until);

    -- Null where the row stands with the candidate for whom it was written.
    ${FOLLOWING.map(({ table }) => `alter table ${table} add column home_id uuid;`).join("\n    ")}

    -- What is written about a person while two are believed one belongs to whom its organisation registered.
    create function goes_home() returns trigger language plpgsql as $$
    begin
      if exists (select from candidate_alias where candidate_id = new.candidate_id) then
        select coalesce(new.home_id, home_id) into new.home_id from registration
          where candidate_id = new.candidate_id and organisation_code = to_jsonb(new) ->> tg_argv[0]
          order by registered_on, id limit 1;
      end if;
      return new;
    end $$;
    ${FOLLOWING.flatMap(({ table, by }) =>
      by === null
        ? []
        : [
            `create trigger goes_home before insert on ${table} for each row execute function goes_home('${by}');`,
          ],
    ).join("\n    ")}

    -- A person may have had a file, with its account and its referrals, at two doors before they were found to be one.
    alter table candidate_account drop constraint candidate_account_candidate_id_key;
    create unique index candidate_account_home on candidate_account (coalesce(home_id, candidate_id));
    create index candidate_account_candidate on candidate_account (candidate_id);
    drop index one_open_referral_each_way;
    create unique index one_open_referral_each_way
      on referral (coalesce(home_id, candidate_id), from_organisation, to_organisation, reason)
      where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS');

    -- A word once given is never edited; it goes where the person goes.
    create or replace function consent_is_never_edited() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - 'candidate_id' - 'home_id' = to_jsonb(old) - 'candidate_id' - 'home_id' then
        return new;
      end if;
      if old.withdrawn_at is not null
        or to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by' <> to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by' then
        raise exception 'a consent is never edited' using errcode = 'check_violation';
      end if;
      return new;
    end $$;

    -- Everything ever decided on two registrations, by whom and why. Only ever added to.
    create table identity_decision (
      id uuid primary key,
      outcome text not null check (outcome in ('LINKED_AUTOMATICALLY', 'POSSIBLE', 'LINKED', 'DECLARED_DIFFERENT', 'TAKEN_BACK')),
      one_id uuid not null references registration (id),
      other_id uuid not null references registration (id),
      decided_at timestamptz(3) not null,
      -- The subject of who decided, and for which organisation; null when the matcher did.
      decided_by text,
      organisation_code text references organisation (code),
      reason text check (length(reason) between 1 and 1000),
      -- What the matcher went by: its version, bits of evidence, the chance that the two are one, and each field's part.
      model_version int,
      weight real,
      probability real,
      evidence jsonb not null default '[]',
      gates text[] not null default '{}',
      -- The decision that this one takes back.
      takes_back uuid references identity_decision (id),
      check (one_id < other_id),
      constraint the_matcher_gives_its_evidence check ((decided_by is null) = (outcome in ('LINKED_AUTOMATICALLY', 'POSSIBLE'))
        and (decided_by is not null or num_nonnulls(model_version, weight, probability) = 3)),
      constraint a_person_gives_their_reason check (decided_by is null or (reason is not null and organisation_code is not null)),
      constraint what_is_taken_back_is_named check ((outcome = 'TAKEN_BACK') = (takes_back is not null))
    );
    create index identity_decision_one on identity_decision (one_id, decided_at);
    create index identity_decision_other on identity_decision (other_id, decided_at);
    revoke update, delete, truncate on identity_decision from public;
    do $$ begin
      if exists (select from pg_roles where rolname = 'registry') then
        revoke update, delete, truncate on identity_decision from registry;
        -- The retention schedule takes away what people wrote.
        grant update (reason) on identity_decision to registry;
      end if;
    end $$;

    -- What holds of two registrations now; taken back, what held before holds again.
    create table identity_pair (
      one_id uuid not null references registration (id),
      other_id uuid not null references registration (id),
      state text not null check (state in ('LINKED_AUTOMATICALLY', 'POSSIBLE', 'LINKED', 'DECLARED_DIFFERENT')),
      decision_id uuid not null references identity_decision (id),
      -- The question that was open before, if one was: it opens again when the answer is taken back.
      question_id uuid references identity_decision (id),
      primary key (one_id, other_id),
      check (one_id < other_id)
    );
    create index identity_pair_other on identity_pair (other_id, one_id);
    create index identity_pair_question on identity_pair (decision_id) where state = 'POSSIBLE';

    -- Questions that nobody has answered, for these two or for others of the same persons.
    create view possible_duplicate with (security_invoker) as
      select decision.id, decision.decided_at as asked_at, one.id as one_id, other.id as other_id,
        one.organisation_code as one_organisation, other.organisation_code as other_organisation,
        decision.weight, decision.probability, decision.evidence, decision.gates
      from identity_pair pair join identity_decision decision on decision.id = pair.decision_id
        join registration one on one.id = pair.one_id join registration other on other.id = pair.other_id
      where pair.state = 'POSSIBLE' and one.candidate_id <> other.candidate_id
        and one.anonymised_on is null and other.anonymised_on is null
        and not exists (select from registration a join identity_pair said on a.id in (said.one_id, said.other_id)
          join registration b on b.id in (said.one_id, said.other_id) and b.id <> a.id
          where said.state = 'DECLARED_DIFFERENT' and a.candidate_id = one.candidate_id and b.candidate_id = other.candidate_id);

    -- What holds of a person's registrations, but for questions: links among them, and those declared to be others.
    create view identity_held with (security_invoker) as
      select decision.*, person.candidate_id from identity_pair pair
        join identity_decision decision on decision.id = pair.decision_id
        cross join lateral (select candidate_id from registration where id in (pair.one_id, pair.other_id)
          group by candidate_id) as person
      where pair.state <> 'POSSIBLE';

    -- What was shown of a person, under whatever candidate they were known then. The sealed rows are never rewritten.
    create view disclosure_of with (security_invoker) as
      select id, at, candidate_id, ${SHOWN} from disclosure
      union all
      select disclosure.id, at, alias.candidate_id, ${SHOWN}
        from candidate_alias alias join disclosure on disclosure.candidate_id = alias.id
      union all
      select disclosure.id, at, past.id, ${SHOWN} from candidate_alias_span past
        join disclosure on disclosure.candidate_id = past.candidate_id and at >= past.since and at < past.until
        where not exists (select from candidate_alias now where now.id = past.id);
    create or replace view disclosure_look with (security_invoker) as
      select (array_agg(id order by id))[1] as id, candidate_id, min(at) as at, request_id, subject, organisation, purpose,
        min(operation) as operation,
        jsonb_agg(distinct jsonb_build_object('section', section, 'status', status, 'basis', basis)) as sections
      from disclosure_of group by candidate_id, date_trunc('minute', at), request_id, subject, organisation, purpose;
  `;
}
