/** Videos of local actors and testimonies, and the consent of whoever speaks in them. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Media1764028800000 extends SqlMigration {
  readonly name = "Media1764028800000";

  protected readonly sql = /* sql */ `
    create table media (
      id uuid primary key,
      kind text not null check (kind in ('LOCAL_ACTOR', 'TESTIMONY')),
      state text not null check (state in ('RECORDED', 'PUBLISHED', 'UNPUBLISHED')),
      title text not null check (length(title) between 1 and 200),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text check (length(city) between 1 and 100),
      link text not null check (link ~ '^https://' and length(link) <= 500),
      captions_link text check (captions_link ~ '^https://' and length(captions_link) <= 500),
      recorded_on date not null,
      published_on date check (published_on >= recorded_on),
      unpublished_on date check (unpublished_on >= published_on),
      constraint published_is_captioned_and_dated check (
        state <> 'PUBLISHED' or (captions_link is not null and published_on is not null and unpublished_on is null)),
      constraint unpublished_is_dated check ((state = 'UNPUBLISHED') = (unpublished_on is not null))
    );
    create index media_list on media (recorded_on, id);
    create index media_state on media (state, recorded_on, id);
    create index media_region on media (region_code, recorded_on, id);

    create table media_speaker (
      id uuid primary key,
      media_id uuid not null references media (id),
      -- A person whom FCCQ accompanies; null for anyone else.
      registration_id uuid references participant (registration_id),
      described_as text not null check (length(described_as) between 1 and 200),
      consented_on date,
      consent_until date check (consent_until >= consented_on),
      consent_method text check (consent_method in ('SIGNED_FORM', 'ON_CAMERA')),
      collected_by text,
      withdrawn_on date check (withdrawn_on >= consented_on),
      constraint consent_is_whole check (
        (consented_on is null) = (consent_method is null) and (consented_on is null) = (collected_by is null)),
      constraint only_a_consent_ends check (
        consented_on is not null or (consent_until is null and withdrawn_on is null))
    );
    create index media_speaker_media on media_speaker (media_id, id);
    create index media_speaker_registration on media_speaker (registration_id, id);

    -- Never published without the consent of everyone who speaks. Checked when the transaction commits, so that a
    -- video and its speakers can be written in any order within one.
    create function media_is_consented() returns trigger language plpgsql as $$
    declare
      subject uuid := case tg_table_name when 'media' then new.id else (to_jsonb(new) ->> 'media_id')::uuid end;
    begin
      if exists (select from media where id = subject and state = 'PUBLISHED') and (
        not exists (select from media_speaker where media_id = subject)
        or exists (
          select from media_speaker where media_id = subject and (consented_on is null or withdrawn_on is not null)
        )
      ) then
        raise check_violation using message = 'a video is published with the consent of everyone who speaks in it';
      end if;
      return null;
    end $$;
    create constraint trigger media_is_consented after insert or update on media
      deferrable initially deferred for each row when (new.state = 'PUBLISHED')
      execute function media_is_consented();
    create constraint trigger media_speaker_consents after insert or update on media_speaker
      deferrable initially deferred for each row
      when (new.consented_on is null or new.withdrawn_on is not null)
      execute function media_is_consented();
  `;
}
