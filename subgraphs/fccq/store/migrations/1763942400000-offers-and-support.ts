/** Offers and the jobs that come of them; what FCCQ does for people at work and for those who employ them. */
import { SqlMigration } from "../../../../platform/database.ts";

export class OffersAndSupport1763942400000 extends SqlMigration {
  readonly name = "OffersAndSupport1763942400000";

  protected readonly sql = /* sql */ `
    create table offer (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      position_id uuid not null references position (id),
      match_id uuid,
      state text not null check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
      below_skill_level boolean not null,
      proposed_on date not null,
      answered_on date check (answered_on >= proposed_on),
      answer_reason text check (length(answer_reason) between 1 and 1000),
      starts_on date,
      started_on date,
      ended_on date check (ended_on >= coalesce(started_on, answered_on)),
      end_reason text check (length(end_reason) between 1 and 1000),
      unique (id, registration_id),
      foreign key (match_id, registration_id, position_id) references match (id, registration_id, position_id),
      constraint proposed_has_no_answer check ((state = 'PROPOSED') = (answered_on is null)),
      constraint refused_has_its_reason check ((state in ('REFUSED', 'WITHDRAWN')) = (answer_reason is not null)),
      constraint only_an_accepted_offer_is_a_job check (
        state = 'ACCEPTED' or (starts_on is null and started_on is null and ended_on is null)),
      constraint ended_has_its_reason check ((ended_on is null) = (end_reason is null))
    );
    -- A position is one job, and one question is asked of one person at a time.
    create unique index offer_one_job on offer (position_id) where state = 'ACCEPTED' and ended_on is null;
    create unique index offer_one_question on offer (registration_id, position_id) where state = 'PROPOSED';
    create index offer_list on offer (proposed_on, id);
    create index offer_state on offer (state, proposed_on, id);
    create index offer_registration on offer (registration_id, proposed_on, id);
    create index offer_position on offer (position_id, proposed_on, id);
    create index offer_match on offer (match_id);
    create index offer_accepted on offer (answered_on) where state = 'ACCEPTED';

    create table worker_follow_up (
      id uuid primary key,
      registration_id uuid not null,
      offer_id uuid not null,
      made_on date not null,
      channel text not null check (channel in ('TELEPHONE', 'VIDEO', 'IN_PERSON', 'WRITING')),
      employed boolean not null,
      note text not null check (length(note) between 1 and 2000),
      next_on date check (next_on > made_on),
      foreign key (offer_id, registration_id) references offer (id, registration_id)
    );
    create index worker_follow_up_registration on worker_follow_up (registration_id, made_on, id);
    create index worker_follow_up_offer on worker_follow_up (offer_id, made_on, id);

    create table financial_guidance (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      aid text not null check (aid in
        ('TRAVEL', 'RELOCATION', 'HOUSING', 'TRAINING', 'FRENCH_COURSES', 'WAGE_SUBSIDY', 'BUSINESS')),
      given_on date not null,
      granted_by text not null check (length(granted_by) between 1 and 200),
      note text check (length(note) between 1 and 2000)
    );
    create index financial_guidance_registration on financial_guidance (registration_id, given_on, id);

    create table employer_support (
      id uuid primary key,
      business_id uuid not null references business (id),
      topic text not null check (topic in
        ('RECRUITMENT', 'ONBOARDING', 'INTERCULTURAL_MANAGEMENT', 'FRENCH_AT_WORK', 'RETENTION', 'FINANCIAL_AID')),
      given_on date not null,
      note text not null check (length(note) between 1 and 2000)
    );
    create index employer_support_business on employer_support (business_id, given_on, id);
  `;
}
