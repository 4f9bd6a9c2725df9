/** The pathway in full: stays at a stage, who welcomes, what moved; assessments, and support needed, promised and given. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Pathway1765150000000 extends SqlMigration {
  readonly name = "Pathway1765150000000";

  protected readonly sql = /* sql */ `
    -- What the milestones fold to, beside what was kept of it before.
    alter table candidate
      add column door text references organisation (code),
      add column welcomed_by text references organisation (code),
      drop constraint candidate_next_step_check,
      add constraint candidate_next_step_check check (next_step in ('PREPARE_ARRIVAL', 'ASSIGN_COUNSELLOR', 'DECLARE_READY',
        'REFER_FOR_MATCHING', 'CHOOSE_REGION', 'FIND_WELCOME', 'PROPOSE_OFFER', 'ANSWER_OFFER', 'DATE_THE_MOVE',
        'CONFIRM_ARRIVAL', 'COMPLETE_SETTLEMENT', 'CHECK_RETENTION'));
    alter table milestone
      add column track text check (track in ('EMPLOYMENT', 'TRAINING', 'BUSINESS_START_UP', 'BUSINESS_TAKEOVER')),
      add column moved boolean not null default false;

    -- Each stay at a stage, in order; folded like the rest, so that statistics need not fold again.
    create table stage_spell (
      candidate_id uuid not null references candidate (id) on delete cascade,
      position int not null check (position >= 0),
      stage text not null check (stage in ('PRE_DEPARTURE', 'INTAKE', 'EMPLOYABILITY', 'MATCHING', 'OFFER', 'LIAISON',
        'MOVE', 'SETTLEMENT', 'FOLLOW_UP', 'ESTABLISHED')),
      since timestamptz(3) not null,
      until timestamptz(3),
      ended_by text,
      -- Whether the person had not been at this stage before.
      is_first boolean not null,
      primary key (candidate_id, position),
      constraint an_end_has_its_reason check ((until is null) = (ended_by is null))
    );
    create index stage_spell_left on stage_spell (stage, until) include (since) where is_first and until is not null;
    create index stage_spell_ended on stage_spell (ended_by, until) include (candidate_id) where until is not null;

    -- When a referral was first answered, whatever became of it afterwards.
    alter table referral add column answered_at timestamptz(3);
    create function referral_answered() returns trigger language plpgsql as $$ begin
      if new.answered_at is null and new.state in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'DECLINED') then
        new.answered_at := new.state_since;
      end if;
      return new;
    end $$;
    create trigger referral_answered before insert or update of state on referral
      for each row execute function referral_answered();
    create index referral_accepted on referral (answered_at) include (requested_at) where state in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED');

    -- What a professional found at the stage where a person stood.
    create table assessment (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      organisation_code text not null references organisation (code),
      assessed_by text not null,
      assessed_at timestamptz(3) not null,
      stage text not null,
      step text not null,
      verdict text not null check (verdict in ('ON_COURSE', 'NEEDS_SUPPORT', 'BLOCKED', 'DONE')),
      note text check (length(note) between 1 and 2000)
    );
    create index assessment_candidate on assessment (candidate_id, assessed_at, id);

    -- Support that a person needs at a stage: who saw it, who promised it by when, who gave it.
    create table support_need (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      organisation_code text not null references organisation (code),
      recorded_by text not null,
      recorded_at timestamptz(3) not null,
      stage text not null,
      step text not null,
      kind text not null,
      note text check (length(note) between 1 and 2000),
      state text not null check (state in ('NEEDED', 'PROMISED', 'GIVEN', 'DROPPED')),
      promised_by text references organisation (code),
      -- 'infinity' while nobody promised it.
      due_on date not null default 'infinity',
      given_by text references organisation (code),
      given_on date,
      closed_by text,
      drop_reason text check (drop_reason in ('NOT_NEEDED_ANY_MORE', 'PERSON_DECLINED', 'GIVEN_ELSEWHERE', 'NOT_AVAILABLE')),
      constraint a_promise_has_its_day check (state <> 'PROMISED' or (promised_by is not null and due_on < 'infinity')),
      constraint what_was_given_says_by_whom check ((state = 'GIVEN') = (num_nonnulls(given_by, given_on) = 2)),
      constraint what_was_dropped_says_why check ((state = 'DROPPED') = (drop_reason is not null))
    );
    create index support_need_candidate on support_need (candidate_id, recorded_at, id);
    create index support_need_promised on support_need (promised_by, due_on, id) where state = 'PROMISED';
  `;
}
