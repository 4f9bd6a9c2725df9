/** What must never be decided by a machine, whatever the evidence weighs. */
import { yearsApart } from "./birth-date.ts";
import type { NameComparison } from "./compare-names.ts";
import type { Person } from "./person.ts";
import type { Doubt } from "./two-names.ts";

/** Why a human must look. */
export type Gate =
  /** Born the same day into the same family, with another given name. */
  | "TWINS"
  /** One household with one family name, and nothing that shows whether it is one person. */
  | "SPOUSES"
  /** The same name and household, a generation apart. */
  | "FATHER_AND_SON"
  /** The same names and birth date, and nothing else in common. */
  | "NAMESAKES"
  /** The names agree in no more than an initial or a common word. */
  | "THIN_NAME"
  /** The birth dates contradict each other, or one is not known: father and son may bear one name and one telephone. */
  | "BIRTH_DATE"
  /** Both have a history of their own. */
  | "BOTH_ESTABLISHED";

export interface GateQuestion {
  a: Person;
  b: Person;
  names: NameComparison;
  evidence: readonly { field: string; level: string }[];
  /** How much the given names, which agree, may still be those of two. */
  doubt: Doubt;
  context: { bothEstablished?: boolean };
}

/** The gates that stand before this pair; none where the evidence may decide alone. */
export function gatesOf({ a, b, names, evidence, doubt, context }: GateQuestion): Gate[] {
  const level = (field: string) => evidence.find((piece) => piece.field === field)?.level;
  const birth = level("birth");
  const contact = ["phone", "email", "street"].map(level);
  const sharesOwn = contact[0] === "SAME" || contact[1] === "SAME";
  const sharesContact = contact.includes("SAME");
  const givenConflicts = names.given === "DIFFERENT" || names.given === "PARTIAL";
  const familyAgrees = names.family !== null && names.family !== "DIFFERENT";
  const gates: Gate[] = [];
  if (birth !== undefined && SAME_DAY.has(birth) && givenConflicts && (familyAgrees || sharesContact))
    gates.push("TWINS");
  // Whose mail it is, is one person; a telephone or a house is that of a family.
  else if (doubt !== "NONE" && birth !== undefined && birth !== "DIFFERENT" && contact[1] !== "SAME") {
    if (doubt === "MUCH" || !sharesOwn) gates.push("TWINS");
  }
  if (
    sharesContact &&
    birth !== "EXACT" &&
    (givenConflicts || names.given === null || (names.given === "INITIAL" && !SAME_DAY.has(birth ?? "")))
  )
    gates.push("SPOUSES");
  const generations = a.generation !== b.generation && a.generation !== null && b.generation !== null;
  const years = yearsApart(a.birth, b.birth) ?? 0;
  if (generations || (years >= 14 && !givenConflicts && familyAgrees)) gates.push("FATHER_AND_SON");
  else if (
    birth === "DIFFERENT" ||
    // No father is of his son's age: of one year, one name and one household is one person whose day was written wrongly.
    (birth === "SAME_YEAR" && !(sharesContact && isWhole(names.given) && isWhole(names.family))) ||
    (birth === undefined && contact[1] !== "SAME")
  )
    gates.push("BIRTH_DATE");
  const nothingInCommon = !["phone", "email", "street", "postal"].some((field) =>
    IN_COMMON.has(level(field) ?? ""),
  );
  if (nothingInCommon) gates.push("NAMESAKES");
  // A family name may change with marriage; the rest must then agree the better.
  const renamed =
    (birth === "EXACT"
      ? sharesContact
      : (WRITTEN_WRONGLY.has(birth ?? "") && sharesOwn) ||
        (SAME_DAY.has(birth ?? "") && contact[1] === "SAME")) &&
    names.order === "SAME" &&
    isWhole(names.given);
  // An initial that fits, with the day of birth and a telephone or mail: only a twin could bear it too.
  const [whole, short] =
    names.order === "SWAPPED" && names.family === "INITIAL"
      ? [names.given, names.family]
      : [names.family, names.given];
  const abbreviated =
    SAME_DAY.has(birth ?? "") &&
    (contact[1] === "SAME" ||
      (contact[0] === "SAME" && (contact[1] === undefined || contact[1] === "NEAR"))) &&
    isWhole(whole) &&
    short === "INITIAL";
  if (!renamed && !abbreviated && !(isWhole(names.given) && isWhole(names.family))) gates.push("THIN_NAME");
  if (context.bothEstablished) gates.push("BOTH_ESTABLISHED");
  return gates;
}

const IN_COMMON = new Set(["SAME", "NEAR"]);
const SAME_DAY = new Set(["EXACT", "SWAPPED", "TYPO", "SAME_YEAR_UNKNOWN_DAY", "SAME_MONTH"]);

const WRITTEN_WRONGLY = new Set(["SWAPPED", "TYPO", "SAME_MONTH"]);

/** Whole words agree, all of them on one side at least. */
function isWhole(level: string | null): boolean {
  return level === "EXACT" || level === "VARIANT" || level === "SUBSET" || level === "NEAR";
}
