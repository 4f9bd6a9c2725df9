/** What rows correct of registrations that the organisation made before: new values, never ones that it took back. */
import type { EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { keyed } from "../domain/identity/index.ts";
import { declarationsOf, NAMED, type KnownArrival } from "./arrivals.ts";
import { DECLARED, type DeclaredColumns } from "./declared.columns.ts";

export interface Correction {
  /** Every value as it stands from now on; null when the row says nothing new. */
  declared: DeclaredColumns | null;
  /** Whether the row says something that was declared before and corrected since: an old file, which changes nothing. */
  outdated: boolean;
}

export interface Corrected {
  registrationId: string;
  declared: DeclaredColumns;
}

/** What rows correct, and how many of them hold something that was corrected since. Writes nothing. */
export async function correctionsBy(
  manager: EntityManager,
  known: readonly KnownArrival[],
): Promise<{ corrected: Corrected[]; outdated: number }> {
  const differing = known.filter(({ differs }) => differs);
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
  return { corrected, outdated };
}

/**
 * Corrects as `registrationCorrect` does: what was declared before stays beside it, with its day. Of whom a correction
 * may speak is asked later. Gives how many were corrected, and how many rows are outdated.
 */
export async function correctMany(
  manager: EntityManager,
  known: readonly KnownArrival[],
  { organisation, now, today }: { organisation: string; now: Date; today: string },
): Promise<{ corrected: number; outdated: number }> {
  const { corrected, outdated } = await correctionsBy(manager, known);
  if (corrected.length > 0) {
    const rows = corrected.map(({ registrationId, declared }) => ({
      ...declared,
      ...keyed(declared),
      id: uuid(),
      registrationId,
    }));
    await manager.query(CORRECT, [JSON.stringify(rows), today, now, `import@${organisation}`, organisation]);
  }
  return { corrected: corrected.length, outdated };
}

const COLUMNS = NAMED.map(({ column }) => column).join(", ");
const FIELDS = NAMED.map(({ field }) => `"${field}"`);

const CORRECT = /* sql */ `
  with said as materialized (
    select * from jsonb_to_recordset($1::jsonb) as said (id uuid, "registrationId" uuid, "identityKeys" text[],
      "searchName" text, "searchBirth" text, ${FIELDS.map((field) => `${field} text`).join(", ")})),
  written as (
    insert into registration_correction (id, registration_id, declared_on, recorded_at, recorded_by, ${COLUMNS})
    select id, "registrationId", $2, $3, $4, ${FIELDS.join(", ")} from said),
  waits as (
    insert into identity_waiting (registration_id, organisation_code, may_link)
    select "registrationId", $5, false from said on conflict do nothing)
  update registration set identity_keys = said."identityKeys", search_name = said."searchName", search_birth = said."searchBirth"
  from said where registration.id = said."registrationId"`;

/**
 * @param row what the spreadsheet says; an empty cell says nothing
 * @param declarations all that was ever declared, the oldest first
 */
export function correctionBy(
  row: Partial<DeclaredColumns>,
  declarations: readonly DeclaredColumns[],
): Correction {
  const now = declarations.at(-1);
  if (!now) return { declared: null, outdated: false };
  const declared = { ...now };
  let [changed, outdated] = [false, false];
  for (const field of DECLARED) {
    const value = row[field];
    if (value === null || value === undefined || isSame(field, value, now[field])) continue;
    if (declarations.some((before) => isSame(field, value, before[field]))) outdated = true;
    else {
      declared[field] = value;
      changed = true;
    }
  }
  return { declared: changed ? declared : null, outdated };
}

/** A telephone is its digits, however they are parted. */
function isSame(field: keyof DeclaredColumns, one: string, other: string | null): boolean {
  if (other === null) return false;
  if (field !== "phone") return one.trim() === other.trim();
  return digitsOf(one) === digitsOf(other);
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
}
