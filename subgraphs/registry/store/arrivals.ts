/** The rows of spreadsheets between their landing and their becoming registrations, import by import. */
import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import { DECLARED, type DeclaredColumns } from "./declared.columns.ts";

/** The columns of an arrival, in the order in which COPY reads them. */
export const ARRIVAL = [
  "import_id",
  "line",
  "organisation_code",
  "organisation_reference",
  "entry_door",
  "registered_on",
  "given_names",
  "family_names",
  "birth_date",
  "email",
  "phone",
  "address",
  "city",
  "postal_code",
  "country",
] as const;

/** A row that was kept, as it declares a person. */
export interface Arrival extends DeclaredColumns {
  line: number;
}

/** A row whose reference its organisation registered before. */
export interface KnownArrival {
  line: number;
  registrationId: string;
  /** Whether it says anything that the registration does not say now; never where the schedule took away what it said. */
  differs: boolean;
  row: Partial<DeclaredColumns>;
}

/** What is declared, by field and column. */
export const NAMED = DECLARED.map((field) => ({
  field,
  column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));

/** The next rows of an import after a line, in the order of its file. */
export function nextArrivals(
  manager: EntityManager,
  importId: string,
  after: number,
  most: number,
): Promise<Arrival[]> {
  return manager.query(NEXT, [importId, after, most]);
}

const NEXT = /* sql */ `
  select line, ${NAMED.map(({ field, column }) => `${column} as "${field}"`).join(", ")}
  from registration_arriving where import_id = $1 and line > $2 order by line limit $3`;

/** Which rows, from one line of an import to another, are registered already. `table` has the columns of arrivals. */
export function knownArrivals(
  manager: EntityManager,
  { importId, from, to }: { importId: string; from: number; to: number },
  table = "registration_arriving",
): Promise<KnownArrival[]> {
  return manager.query(known(table), [importId, from, to]);
}

const known = (table: string) => /* sql */ `
  select row.line, registration.id as "registrationId",
    jsonb_build_object(${NAMED.map(({ field, column }) => `'${field}', row.${column}`).join(", ")}) as row,
    registration.anonymised_on is null and (${NAMED.map(
      ({ column }) =>
        `row.${column} <> coalesce(case when said.id is null then registration.${column} else said.${column} end, '')`,
    ).join(" or ")}) is true as differs
  from ${table} as row join registration on registration.organisation_code = row.organisation_code
    and registration.organisation_reference = row.organisation_reference
  left join lateral (select * from registration_correction where registration_id = registration.id
    order by recorded_at desc, id desc limit 1) as said on true
  where row.import_id = $1 and row.line between $2 and $3 order by row.line`;

/** What registrations declared, the oldest first; locked, so that nobody corrects them meanwhile. */
export async function declarationsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, DeclaredColumns[]>> {
  if (ids.length === 0) return new Map();
  await manager.query("select from registration where id = any($1) order by id for update", [ids]);
  const rows: { registrationId: string; said: DeclaredColumns }[] = await manager.query(DECLARATIONS, [ids]);
  const said = Map.groupBy(rows, ({ registrationId }) => registrationId);
  return new Map([...said].map(([id, each]) => [id, each.map(({ said: declared }) => declared)]));
}

const SAID = NAMED.map(({ field, column }) => `'${field}', ${column}`).join(", ");

const DECLARATIONS = /* sql */ `
  select id as "registrationId", jsonb_build_object(${SAID}) as said from (
    select id, null::timestamptz as corrected_at, id as place, ${NAMED.map(({ column }) => column).join(", ")}
    from registration where id = any($1)
    union all
    select registration_id, recorded_at, id, ${NAMED.map(({ column }) => column).join(", ")}
    from registration_correction where registration_id = any($1)) as declared
  order by id, corrected_at nulls first, place`;

/** Takes rows off that are registrations now. */
export async function takeOff(
  manager: EntityManager,
  { importId, from, to }: { importId: string; from: number; to: number },
): Promise<void> {
  await manager.query("delete from registration_arriving where import_id = $1 and line between $2 and $3", [
    importId,
    from,
    to,
  ]);
}

/** Imports that landed rows which are no registrations yet, the oldest first; of one organisation, or of all for null. */
export async function importsArriving(
  manager: EntityManager,
  organisation: string | null,
): Promise<{ importId: string; organisation: string; rows: number }[]> {
  return manager.query(
    `select import_id as "importId", organisation_code as organisation, count(*) as rows from registration_arriving
     where $1::text is null or organisation_code = $1 group by 1, 2 order by 1`,
    [organisation],
  );
}

/** Does the work alone on the rows of an import; gives null when somebody else is at it. */
export async function aloneOn<Result>(
  registry: DataSource,
  importId: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const holder: QueryRunner = registry.createQueryRunner();
  try {
    const [{ mine }]: [{ mine: boolean }] = await holder.query(
      "select pg_try_advisory_lock(hashtext('continuum import'), hashtext($1)) as mine",
      [importId],
    );
    if (!mine) return null;
    try {
      return await work();
    } finally {
      await holder
        .query("select pg_advisory_unlock(hashtext('continuum import'), hashtext($1))", [importId])
        .catch(() => undefined);
    }
  } finally {
    await holder.release();
  }
}
