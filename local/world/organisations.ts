/** The regional partners in the registry, beside the organisations with which it begins. */
import type pg from "pg";
import { day } from "./calendar.ts";
import { PARTNERS } from "./places.ts";
import { Random } from "./random.ts";

const SINCE = "2018-04-01";

/** Makes the thirty regional partners and their mandates where they are not there yet; gives all ids by code. */
export async function prepareOrganisations(registry: pg.Client, seed: string): Promise<Map<string, string>> {
  const ids = new Random(`${seed}/organisations`);
  const newId = () => ids.uuid(day(SINCE) * 86_400_000);
  await registry.query(
    `insert into organisation (id, code, name, subgraph, since)
     select id, code, name, 'regional', $4 from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, code, name)
     on conflict (code) do nothing`,
    [PARTNERS.map(newId), PARTNERS.map(({ code }) => code), PARTNERS.map(({ name }) => name), SINCE],
  );
  await registry.query(
    `insert into mandate (id, organisation_id, mandate, region_code, funder, since)
     select given.id, organisation.id, 'WELCOME', region_code, 'MIFI', $4
     from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, code, region_code) join organisation using (code)
     on conflict (organisation_id, mandate, region_code, since) do nothing`,
    [PARTNERS.map(newId), PARTNERS.map(({ code }) => code), PARTNERS.map(({ region }) => region.code), SINCE],
  );
  const { rows } = await registry.query<{ id: string; code: string }>("select id, code from organisation");
  return new Map(rows.map(({ id, code }) => [code, id]));
}
