/** Rows on their way into the registry: copied beside it, compared with what the organisation registered before. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { EntityManager } from "typeorm";
import type { DeclaredColumns } from "../../subgraphs/registry/store/declared.columns.ts";
import { DECLARED } from "../../subgraphs/registry/store/declared.columns.ts";
import { correctionBy } from "./corrections.ts";
import { ARRIVING, KEPT, snakeCase } from "./prepare.ts";

/** A registration that the organisation made before, with what a row of the spreadsheet changes of it. */
export interface Corrected {
  registrationId: string;
  declared: DeclaredColumns;
}

export interface Compared {
  /** How many rows were registered before, those that change something included. */
  known: number;
  corrected: Corrected[];
  /** How many hold something that was corrected since. */
  outdated: number;
}

/** Copies prepared rows into a table that only this connection sees, and that is empty again after the transaction. */
export async function copyArriving(manager: EntityManager, copy: string): Promise<void> {
  await manager.query(TABLE);
  const client = (await manager.queryRunner?.connect()) as pg.PoolClient;
  await pipeline(
    Readable.from([Buffer.from(copy)]),
    client.query(copyFrom(`copy arriving (${ARRIVING.join(", ")}) from stdin`)),
  );
}

/** Takes out of the arriving rows those that are registered already, and says what they correct. */
export async function compareArriving(manager: EntityManager, organisation: string): Promise<Compared> {
  const found: Known[] = await manager.query(KNOWN, [organisation]);
  const differing = found.filter(({ differs }) => differs);
  const declarations = await declarationsOf(
    manager,
    differing.map(({ registrationId }) => registrationId),
  );
  const corrected: Corrected[] = [];
  let outdated = 0;
  for (const { registrationId, row } of differing) {
    const correction = correctionBy(row, declarations.get(registrationId) ?? []);
    if (correction.declared) corrected.push({ registrationId, declared: correction.declared });
    if (correction.outdated) outdated += 1;
  }
  return { known: found.length, corrected, outdated };
}

interface Known {
  registrationId: string;
  differs: boolean;
  row: Partial<DeclaredColumns>;
}

/** What registrations declared, the oldest first; locked, so that nobody corrects them meanwhile. */
async function declarationsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, DeclaredColumns[]>> {
  if (ids.length === 0) return new Map();
  await manager.query("select from registration where id = any($1) order by id for update", [ids]);
  const rows: { registrationId: string; said: DeclaredColumns }[] = await manager.query(DECLARATIONS, [ids]);
  const said = Map.groupBy(rows, ({ registrationId }) => registrationId);
  return new Map([...said].map(([id, each]) => [id, each.map(({ said: declared }) => declared)]));
}

const NAMED = DECLARED.map((field) => ({ field, column: snakeCase(field) }));

const TYPES: Readonly<Record<string, string>> = {
  line: "int",
  registered_on: "date",
  ...Object.fromEntries(KEPT.map(({ column, type }) => [column, type])),
};

const TABLE = /* sql */ `
  create temp table if not exists arriving (${ARRIVING.map(
    (column) => `${column} ${TYPES[column] ?? "text"}`,
  ).join(", ")}) on commit delete rows`;

/** Those who have their declared values no more, by the retention schedule, get none back. */
const KNOWN = /* sql */ `
  with known as (
    delete from arriving using registration
    where registration.organisation_code = $1 and registration.organisation_reference = arriving.organisation_reference
    returning registration.id, registration.anonymised_on, arriving.line, ${NAMED.map(
      ({ column }) => `arriving.${column}, registration.${column} as first_${column}`,
    ).join(", ")})
  select known.id as "registrationId",
    jsonb_build_object(${NAMED.map(({ field, column }) => `'${field}', known.${column}`).join(", ")}) as row,
    known.anonymised_on is null and (${NAMED.map(
      ({ column }) =>
        `known.${column} <> coalesce(case when said.id is null then first_${column} else said.${column} end, '')`,
    ).join(" or ")}) is true as differs
  from known left join lateral (select * from registration_correction where registration_id = known.id
    order by recorded_at desc, id desc limit 1) as said on true
  order by line`;

const SAID = NAMED.map(({ field, column }) => `'${field}', ${column}`).join(", ");

const DECLARATIONS = /* sql */ `
  select id as "registrationId", jsonb_build_object(${SAID}) as said from (
    select id, null::timestamptz as corrected_at, id as place, ${NAMED.map(({ column }) => column).join(", ")}
    from registration where id = any($1)
    union all
    select registration_id, recorded_at, id, ${NAMED.map(({ column }) => column).join(", ")}
    from registration_correction where registration_id = any($1)) as declared
  order by id, corrected_at nulls first, place`;
