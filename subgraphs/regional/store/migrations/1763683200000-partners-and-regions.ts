/** Who covers which region, what each region tells of itself, and how many households it can receive each month. */
import { CHANGE_TABLE } from "../../../../platform/change.row.ts";
import { SqlMigration } from "../../../../platform/database.ts";

export class PartnersAndRegions1763683200000 extends SqlMigration {
  readonly name = "PartnersAndRegions1763683200000";

  protected readonly sql = /* sql */ `
    create extension if not exists btree_gist;
    ${CHANGE_TABLE}

    -- The tenants. Their names stand in the registry; a code is the name of a region and a number.
    create table regional_partner (
      code text primary key check (code ~ '^[a-z]+(-[a-z]+)*-[1-9][0-9]?$' and length(code) <= 60),
      city text not null check (length(city) between 1 and 100),
      website text check (website ~ '^https://' and length(website) <= 500)
    );

    -- Which partner covers which region, over time.
    create table coverage (
      id uuid primary key,
      partner_code text not null references regional_partner (code),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      covers_from date not null,
      covers_until date check (covers_until >= covers_from),
      constraint covered_once_at_a_time exclude using gist
        (partner_code with =, region_code with =, daterange(covers_from, covers_until, '[]') with &&)
    );
    create index coverage_region on coverage (region_code, covers_from);

    -- Places for households that a partner offers in a region in a month (its first day), and how many are taken.
    create table welcome_capacity (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      month date not null check (extract(day from month) = 1),
      offered smallint not null check (offered between 0 and 500),
      reserved smallint not null check (reserved >= 0),
      unique (tenant, region_code, month),
      constraint no_place_is_given_twice check (reserved <= offered)
    );
    create index welcome_capacity_month on welcome_capacity (month, region_code);

    -- What a region tells of itself, in French with English beside; the partners that cover it write it together.
    create table region_profile (
      id uuid primary key,
      region_code text not null unique check (region_code ~ '^(0[1-9]|1[0-7])$'),
      reality_fr text not null check (length(reality_fr) between 1 and 5000),
      reality_en text check (length(reality_en) between 1 and 5000),
      -- The partner that wrote last.
      tenant text not null references regional_partner (code),
      written_at timestamptz(3) not null
    );
    create index region_profile_tenant on region_profile (tenant);

    create table regional_service (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      kind text not null check (kind in
        ('WELCOME', 'HOUSING', 'EMPLOYMENT', 'FRENCH_COURSES', 'SCHOOL', 'CHILD_CARE', 'HEALTH', 'TRANSPORT',
         'COMMUNITY', 'BUSINESS')),
      name text not null check (length(name) between 1 and 200),
      city text not null check (length(city) between 1 and 100),
      about_fr text not null check (length(about_fr) between 1 and 2000),
      about_en text check (length(about_en) between 1 and 2000),
      website text check (website ~ '^https://' and length(website) <= 500),
      added_on date not null,
      withdrawn_on date check (withdrawn_on >= added_on)
    );
    create index regional_service_region on regional_service (region_code, kind, name, id);
    create index regional_service_tenant on regional_service (tenant);

    create table regional_video (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      kind text not null check (kind in ('LOCAL_REALITY', 'LOCAL_ACTOR', 'TESTIMONY')),
      title_fr text not null check (length(title_fr) between 1 and 200),
      title_en text check (length(title_en) between 1 and 200),
      url text not null check (url ~ '^https://' and length(url) <= 500),
      captioned boolean not null,
      -- When whoever speaks in it agreed; null when nobody does.
      consented_on date,
      published_on date not null,
      withdrawn_on date check (withdrawn_on >= published_on),
      constraint shown_with_captions check (captioned),
      constraint whoever_speaks_agreed check (kind = 'LOCAL_REALITY' or consented_on is not null)
    );
    create index regional_video_region on regional_video (region_code, published_on, id);
    create index regional_video_tenant on regional_video (tenant);
  `;
}
