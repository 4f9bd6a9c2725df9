/** Columns that several tables of this subgraph have, with what must always hold of them. */

/** The organisation of Emplois en régions that keeps the row. */
export const TENANT = `tenant text not null check (tenant in ('promis', 'le-collectif', 'inici'))`;

/** The code of an administrative region. */
export const REGION = `region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$')`;

/** What a person moves to a region for. */
export const TRACK = `track text not null check (track in ('EMPLOYMENT', 'TRAINING', 'BUSINESS_START_UP', 'BUSINESS_TAKEOVER'))`;
