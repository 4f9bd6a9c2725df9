/** Candidates and their registrations, milestones, referrals, consents and disclosures. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Candidates1763769600000 extends SqlMigration {
  readonly name = "Candidates1763769600000";

  protected readonly sql = /* sql */ `
    -- A person, whatever door they came in by: the set of registrations believed to be theirs. The pathway columns
    -- are what the milestones fold to, kept so that lists can filter and sort; they can be recomputed at will.
    create table candidate (
      id uuid primary key,
      created_at timestamptz(3) not null,
      main_contact_id uuid references professional (id),
      stage text check (stage in ('PRE_DEPARTURE', 'INTAKE', 'EMPLOYABILITY', 'MATCHING', 'OFFER', 'LIAISON',
        'MOVE', 'SETTLEMENT', 'FOLLOW_UP', 'ESTABLISHED')),
      stage_since timestamptz(3),
      responsible text references organisation (code),
      next_step text check (next_step in ('PREPARE_ARRIVAL', 'ASSIGN_COUNSELLOR', 'DECLARE_READY', 'PROPOSE_OFFER', 'ANSWER_OFFER',
        'DATE_THE_MOVE', 'CONFIRM_ARRIVAL', 'COMPLETE_SETTLEMENT', 'CHECK_RETENTION')),
      -- 'infinity' when nothing is due, so that lists sort it last without a null.
      due_on date not null default 'infinity',
      exit_reason text check (exit_reason in ('NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'CONTACT_LOST')),
      montreal_step text,
      constraint a_stage_has_its_beginning check ((stage is null) = (stage_since is null))
    );
    create index candidate_due on candidate (due_on, id);
    create index candidate_created on candidate (created_at, id);
    create index candidate_stage on candidate (stage, due_on, id);
    create index candidate_responsible on candidate (responsible, due_on, id);
    create index candidate_main_contact on candidate (main_contact_id, due_on, id);

    -- One organisation's record of a person, as declared there. It gets its id once and is never rewritten.
    create table registration (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      organisation_code text not null references organisation (code),
      -- The organisation's own reference of the person.
      organisation_reference text not null check (length(organisation_reference) between 1 and 200),
      entry_door text not null check (entry_door in ('WEBSITE', 'WALK_IN', 'PHONE', 'FAIR', 'WEBINAR', 'REFERRAL', 'PRE_DEPARTURE')),
      registered_on date not null,
      recorded_at timestamptz(3) not null,
      given_names text check (length(given_names) between 1 and 200),
      family_names text check (length(family_names) between 1 and 200),
      -- 1987, 1987-05 or 1987-05-21: as much as the person knows.
      birth_date text check (birth_date ~ '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'),
      email text check (length(email) between 3 and 254),
      phone text check (length(phone) between 3 and 30),
      address text check (length(address) between 1 and 300),
      city text check (length(city) between 1 and 100),
      postal_code text check (length(postal_code) between 3 and 12),
      country text check (country ~ '^[A-Z]{2}$'),
      unique (organisation_code, organisation_reference),
      constraint a_person_has_a_name check (given_names is not null or family_names is not null)
    );
    create index registration_candidate on registration (candidate_id, registered_on, id);
    create index registration_circle on registration (organisation_code, candidate_id);

    create table milestone (
      id uuid primary key,
      registration_id uuid not null references registration (id),
      candidate_id uuid not null references candidate (id),
      kind text not null,
      occurred_at timestamptz(3) not null,
      organisation_code text not null references organisation (code),
      -- The reporter's own id of the event: twice is once.
      source_id text not null check (length(source_id) between 1 and 200),
      recorded_at timestamptz(3) not null,
      unique (organisation_code, source_id)
    );
    create index milestone_candidate on milestone (candidate_id, occurred_at, id);
    create index milestone_registration on milestone (registration_id);

    create table referral (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      from_organisation text not null references organisation (code),
      to_organisation text not null references organisation (code),
      reason text not null check (reason in ('READY_FOR_MATCHING', 'OFFER_SUPPORT', 'REGION_CHOSEN', 'PRE_DEPARTURE',
        'REGION_INTEREST', 'STAYING_IN_MONTREAL', 'OTHER')),
      message text check (length(message) between 1 and 2000),
      sections text[] not null,
      state text not null check (state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
      requested_at timestamptz(3) not null,
      requested_by text not null,
      due_on date not null,
      state_since timestamptz(3) not null,
      state_by text not null,
      -- Why it was declined or cancelled, or what came of it.
      outcome text check (length(outcome) between 1 and 2000),
      constraint nobody_refers_to_themselves check (from_organisation <> to_organisation),
      constraint an_end_says_why check (state not in ('DECLINED', 'CANCELLED', 'COMPLETED') or outcome is not null)
    );
    create index referral_candidate on referral (candidate_id, requested_at, id);
    create index referral_inbox on referral (to_organisation, requested_at, id);
    create index referral_outbox on referral (from_organisation, requested_at, id);
    create index referral_circle on referral (to_organisation, candidate_id) where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS');
    create unique index one_open_referral_each_way on referral (candidate_id, from_organisation, to_organisation, reason)
      where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS');

    -- What a person agreed to, or refused: superseded by a later one, never edited but for its withdrawal.
    create table consent (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      recipient text not null references organisation (code),
      sections text[] not null check (cardinality(sections) > 0),
      purpose text not null check (purpose in ('SUPPORT', 'COORDINATION', 'STATISTICS')),
      given boolean not null,
      collected_how text not null check (collected_how in ('IN_PERSON', 'PHONE', 'ONLINE', 'PAPER')),
      collected_by text not null,
      collected_for text not null references organisation (code),
      given_on date not null,
      expires_on date not null check (expires_on > given_on),
      recorded_at timestamptz(3) not null,
      withdrawn_at timestamptz(3)
    );
    create index consent_candidate on consent (candidate_id, recorded_at, id);

    -- Who was shown, or denied, which section of whom, for whom and why. Only ever added to.
    create table disclosure (
      id uuid primary key default uuidv7(),
      at timestamptz(3) not null,
      candidate_id uuid not null,
      section text not null,
      status text not null,
      subject text not null,
      organisation text not null,
      purpose text not null,
      operation text,
      request_id uuid not null
    );
    create index disclosure_candidate on disclosure (candidate_id, at, id);
    revoke update, delete, truncate on disclosure from public;
    do $$ begin
      if exists (select from pg_roles where rolname = 'registry') then
        revoke update, delete, truncate on disclosure from registry;
      end if;
    end $$;
  `;
}
