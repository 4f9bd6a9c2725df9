/** Referrals as a closed loop: their trail, how long they share, what they propose by themselves, what was dropped. */
import { SqlMigration } from "../../../../platform/database.ts";

export class ReferralMoves1765100000000 extends SqlMigration {
  readonly name = "ReferralMoves1765100000000";

  protected readonly sql = /* sql */ `
    -- The region that a choice names, and the moment from which a milestone is told no more: an acceptance taken back.
    alter table milestone
      add column region_code text references region (code),
      add column withdrawn_at timestamptz(3);

    alter table referral
      -- The milestone that proposed it; null when somebody sent it.
      add column milestone_id uuid unique references milestone (id),
      -- The last day on which it may be answered, and the last on which it opens the sections it names.
      add column lapses_on date not null default 'infinity',
      add column expires_on date not null default 'infinity',
      -- Why it was declined or cancelled, or what came of it, from a closed list; the words stand beside it.
      add column end_code text check (end_code ~ '^[A-Z_]{1,60}$'),
      -- Who receives the person there.
      add column received_by uuid references professional (id),
      -- When the sender said what they did about one that came back, or sent another; null while that is open.
      add column settled_at timestamptz(3),
      add column settled_as text check (settled_as ~ '^[A-Z_]{1,60}$'),
      drop constraint an_end_says_why,
      add constraint an_end_says_why check (state not in ('DECLINED', 'CANCELLED', 'COMPLETED') or num_nonnulls(outcome, end_code) > 0),
      add constraint a_settlement_is_whole check ((settled_at is null) = (settled_as is null));
    update referral set
      lapses_on = due_on + 30,
      expires_on = greatest(requested_at::date, current_date) + 364,
      end_code = case when state in ('DECLINED', 'CANCELLED', 'COMPLETED') then 'OTHER' end,
      settled_at = case when state in ('DECLINED', 'EXPIRED') then state_since end,
      settled_as = case when state in ('DECLINED', 'EXPIRED') then 'CLOSE' end;
    -- The one place that says until when a referral is open: a day, and before all days when it is not.
    alter table referral add column open_until date not null generated always as (case
      when state = 'REQUESTED' then least(lapses_on, expires_on)
      when state in ('ACCEPTED', 'IN_PROGRESS') then expires_on
      else '-infinity'::date end) stored;
    drop index referral_circle;
    create index referral_circle on referral (to_organisation, open_until, candidate_id);
    create index referral_unanswered on referral (open_until, id) where state = 'REQUESTED';
    create index referral_due on referral (due_on, id) where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS');
    create index referral_due_from on referral (from_organisation, due_on, id) where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS');
    create index referral_due_to on referral (to_organisation, due_on, id) where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS');
    create index referral_outbox_moved on referral (from_organisation, state_since, id);
    create index referral_sharing on referral (expires_on, id) where state in ('ACCEPTED', 'IN_PROGRESS');
    create index referral_unsettled on referral (((state_since at time zone 'America/Toronto')::date), id)
      where state in ('DECLINED', 'EXPIRED') and settled_at is null;

    -- Every move of every referral, in order: what explains its state. Only ever added to, but for what people wrote.
    create table referral_move (
      id uuid primary key,
      referral_id uuid not null references referral (id),
      -- Counted from 1: two who move the same referral at once cannot both be next.
      position int not null check (position > 0),
      move text not null check (move in ('SEND', 'ACCEPT', 'DECLINE', 'CANCEL', 'EXPIRE', 'START', 'RETURN', 'EXTEND', 'COMPLETE')),
      side text not null check (side in ('SENDER', 'RECEIVER', 'TIME')),
      from_state text,
      to_state text not null,
      at timestamptz(3) not null,
      -- The subject of who moved it; null when time did, or a milestone proposed it.
      moved_by text,
      organisation_code text references organisation (code),
      reason text check (reason ~ '^[A-Z_]{1,60}$'),
      words text check (length(words) between 1 and 2000),
      unique (referral_id, position),
      constraint nothing_comes_before_the_first check ((position = 1) = (from_state is null))
    );
    insert into referral_move (id, referral_id, position, move, side, to_state, at, moved_by, organisation_code)
      select uuidv7(), id, 1, 'SEND', 'SENDER', 'REQUESTED', requested_at, requested_by, from_organisation from referral;
    insert into referral_move (id, referral_id, position, move, side, from_state, to_state, at, moved_by, organisation_code, reason, words)
      select uuidv7(), id, 2,
        case state when 'DECLINED' then 'DECLINE' when 'CANCELLED' then 'CANCEL' when 'EXPIRED' then 'EXPIRE' else 'ACCEPT' end,
        case state when 'CANCELLED' then 'SENDER' when 'EXPIRED' then 'TIME' else 'RECEIVER' end,
        'REQUESTED', case when state in ('IN_PROGRESS', 'COMPLETED') then 'ACCEPTED' else state end,
        state_since, case when state <> 'EXPIRED' then state_by end,
        case state when 'CANCELLED' then from_organisation when 'EXPIRED' then null else to_organisation end,
        case when state in ('DECLINED', 'CANCELLED') then end_code end,
        case when state in ('DECLINED', 'CANCELLED') then outcome end
      from referral where state <> 'REQUESTED';
    insert into referral_move (id, referral_id, position, move, side, from_state, to_state, at, moved_by, organisation_code, reason, words)
      select uuidv7(), id, 3, case state when 'COMPLETED' then 'COMPLETE' else 'START' end, 'RECEIVER', 'ACCEPTED', state,
        state_since, state_by, to_organisation, end_code, outcome
      from referral where state in ('IN_PROGRESS', 'COMPLETED');

    -- A referral that a milestone would have proposed, and could not: somebody is to look at it.
    create table missed_proposal (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      milestone_id uuid not null unique references milestone (id),
      organisation_code text not null references organisation (code),
      reason text not null,
      because text not null check (because in ('PERSON_REFUSED', 'NO_CAPACITY', 'REGION_UNKNOWN', 'NO_RECEIVER')),
      missed_on date not null,
      settled_at timestamptz(3)
    );
    create index missed_proposal_list on missed_proposal (missed_on, id) where settled_at is null;
    create index missed_proposal_candidate on missed_proposal (candidate_id);

    -- The places for households that a regional partner says it has in a month; the partner's own books have the last word.
    create table declared_capacity (
      id uuid primary key,
      organisation_code text not null references organisation (code),
      region_code text not null references region (code),
      month date not null check (extract(day from month) = 1),
      offered int not null check (offered between 0 and 500),
      reserved int not null check (reserved between 0 and 500),
      counted_at timestamptz(3) not null,
      declared_at timestamptz(3) not null,
      declared_by text not null,
      unique (organisation_code, region_code, month)
    );
    create index declared_capacity_region on declared_capacity (region_code, month);

    -- What is late, or has no owner, found without reading everybody.
    create index candidate_without_contact on candidate (((stage_since at time zone 'America/Toronto')::date), id)
      where main_contact_id is null and exit_reason is null and responsible is not null;
    create index candidate_without_contact_of on candidate (responsible, ((stage_since at time zone 'America/Toronto')::date), id)
      where main_contact_id is null and exit_reason is null and responsible is not null;
    create index candidate_without_responsible on candidate (((stage_since at time zone 'America/Toronto')::date), id)
      where responsible is null and exit_reason is null and stage <> 'ESTABLISHED';
  `;
}
