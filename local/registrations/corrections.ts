/** What a row corrects of a registration that the organisation made before: new values, never ones that it took back. */
import { DECLARED, type DeclaredColumns } from "../../subgraphs/registry/store/declared.columns.ts";

export interface Correction {
  /** Every value as it stands from now on; null when the row says nothing new. */
  declared: DeclaredColumns | null;
  /** Whether the row says something that was declared before and corrected since: an old file, which changes nothing. */
  outdated: boolean;
}

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
