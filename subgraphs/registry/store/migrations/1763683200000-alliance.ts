/** The regions, the alliance's organisations with their mandates, and their professionals. */
import { CHANGE_TABLE } from "../../../../platform/change.row.ts";
import { SqlMigration } from "../../../../platform/database.ts";

export class Alliance1763683200000 extends SqlMigration {
  readonly name = "Alliance1763683200000";

  protected readonly sql = /* sql */ `
    ${CHANGE_TABLE}

    -- The seventeen administrative regions; place names are never translated.
    create table region (
      code text primary key check (code ~ '^(0[1-9]|1[0-7])$'),
      name text not null
    );
    insert into region (code, name) values
      ('01', 'Bas-Saint-Laurent'), ('02', 'Saguenay–Lac-Saint-Jean'), ('03', 'Capitale-Nationale'),
      ('04', 'Mauricie'), ('05', 'Estrie'), ('06', 'Montréal'), ('07', 'Outaouais'),
      ('08', 'Abitibi-Témiscamingue'), ('09', 'Côte-Nord'), ('10', 'Nord-du-Québec'),
      ('11', 'Gaspésie–Îles-de-la-Madeleine'), ('12', 'Chaudière-Appalaches'), ('13', 'Laval'),
      ('14', 'Lanaudière'), ('15', 'Laurentides'), ('16', 'Montérégie'), ('17', 'Centre-du-Québec');

    create table organisation (
      id uuid primary key default uuidv7(),
      -- The short name by which tokens, subgraphs and tenants name the organisation.
      code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
      name text not null check (length(name) between 1 and 200),
      -- The subgraph that holds what the organisation knows; null for one whose data the hub does not hold.
      subgraph text check (subgraph in ('registry', 'fccq', 'eer', 'ccmm', 'regional')),
      since date
    );
    create index organisation_name on organisation (name, id);

    create table former_name (
      id uuid primary key default uuidv7(),
      organisation_id uuid not null references organisation (id),
      name text not null check (length(name) between 1 and 200),
      until date,
      unique (organisation_id, name)
    );

    create table mandate (
      id uuid primary key default uuidv7(),
      organisation_id uuid not null references organisation (id),
      mandate text not null check (mandate in
        ('PRE_DEPARTURE_REFERRAL', 'EMPLOYABILITY', 'MATCHING', 'RELOCATION', 'PASSERELLE', 'WELCOME', 'COORDINATION')),
      -- The region it is for; null for all.
      region_code text references region (code),
      funder text check (length(funder) <= 200),
      since date,
      until date check (until >= since),
      unique nulls not distinct (organisation_id, mandate, region_code, since)
    );

    -- Those the alliance began with; others are recorded by the coordinator.
    insert into organisation (code, name, subgraph, since) values
      ('alliance', 'Alliance Continuum', 'registry', null),
      ('fccq', 'Fédération des chambres de commerce du Québec (FCCQ)', 'fccq', '2017-01-01'),
      ('promis', 'PROMIS', 'eer', '2018-01-01'),
      ('le-collectif', 'Le Collectif', 'eer', '2018-01-01'),
      ('inici', 'INICI', 'eer', '2018-01-01'),
      ('ccmm', 'Chambre de commerce du Montréal métropolitain (CCMM)', 'ccmm', '2021-02-01'),
      ('mifi', 'Ministère de l’Immigration, de la Francisation et de l’Intégration (MIFI)', null, null);
    insert into former_name (organisation_id, name) select id, 'ALPA' from organisation where code = 'inici';
    insert into mandate (organisation_id, mandate, funder, since)
      select organisation.id, given.mandate, given.funder, given.since::date
      from (values
        ('alliance', 'COORDINATION', null, null),
        ('fccq', 'MATCHING', 'Gouvernement du Québec', '2017-01-01'),
        ('promis', 'EMPLOYABILITY', 'MIFI', '2018-01-01'), ('promis', 'RELOCATION', 'MIFI', '2018-01-01'),
        ('le-collectif', 'EMPLOYABILITY', 'MIFI', '2018-01-01'), ('le-collectif', 'RELOCATION', 'MIFI', '2018-01-01'),
        ('inici', 'EMPLOYABILITY', 'MIFI', '2018-01-01'), ('inici', 'RELOCATION', 'MIFI', '2018-01-01'),
        ('ccmm', 'PASSERELLE', 'Gouvernement du Québec et Ville de Montréal', '2021-02-01'),
        ('mifi', 'PRE_DEPARTURE_REFERRAL', null, '2023-04-01')
      ) as given (code, mandate, funder, since) join organisation using (code);

    create table professional (
      id uuid primary key,
      -- The subject of their token.
      subject text not null unique check (length(subject) between 1 and 200),
      organisation_id uuid not null references organisation (id),
      given_name text not null check (length(given_name) between 1 and 100),
      family_name text not null check (length(family_name) between 1 and 100),
      job_title text check (length(job_title) between 1 and 200),
      since date not null,
      until date check (until >= since)
    );
    create index professional_organisation on professional (organisation_id, family_name, id);
  `;
}
