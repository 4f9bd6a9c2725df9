/** Whether a row can be registered: the rules of `registrationRecord`, and by column what is wrong and how to mend it. */
import { isISO31661Alpha2 } from "class-validator";
import { problemsOf } from "../../platform/action.ts";
import { PartialDateScalar } from "../../platform/scalars.ts";
import { RegistrationRecordInput } from "../../subgraphs/registry/actions/registration-record.ts";
import { EntryDoor } from "../../subgraphs/registry/domain/registration.ts";
import { isTelephone } from "../../subgraphs/registry/domain/telephone.ts";
import type { Field } from "./columns.ts";

export type Said = Partial<Record<Field, string>>;

/** What is wrong, never the value. */
export interface Problem {
  field: Field | null;
  problem: string;
}

/** What is wrong with a row; empty when nothing is. `today` is a day in Québec. */
export async function problemsIn(said: Said, today: string): Promise<Problem[]> {
  const problems: Problem[] = isPlainlyGood(said) ? [] : await problemsByTheRules(said);
  if (!said.givenNames && !said.familyNames)
    problems.push({ field: "familyNames", problem: "a person has a given name or a family name" });
  if (said.birthDate !== undefined && !isPartialDate(said.birthDate))
    problems.push({ field: "birthDate", problem: `a birth date is ${DAYS}, or 1987 or 1987-05` });
  else if (said.birthDate !== undefined && said.birthDate > today)
    problems.push({ field: "birthDate", problem: "nobody is born after today" });
  if (said.registeredOn !== undefined && !isDay(said.registeredOn))
    problems.push({ field: "registeredOn", problem: `a day is ${DAYS}` });
  else if (said.registeredOn !== undefined && said.registeredOn > today)
    problems.push({ field: "registeredOn", problem: "a registration is made today or earlier" });
  for (const [field, value] of Object.entries(said) as [Field, string][])
    if (SPOILT.test(value))
      problems.push({
        field,
        problem: 'its accents were lost when the file was saved: save it anew as "CSV UTF-8"',
      });
    else if (value.includes("\u0000"))
      problems.push({ field, problem: "it holds a character that cannot be kept" });
  return problems;
}

const DAYS = "written 1987-05-21 or 21/05/1987 (with --month-first 05/21/1987)";
/** Letters that were read in a wrong encoding once, or replaced: "ZoÃ©", "Zo\uFFFD". */
const SPOILT = /\uFFFD|[ÃÂ][\u0080-\u00BFŒœŠšŽžŸƒˆ˜‘’‚“”„†‡•…‰‹›€™]|â(?:€|\u0080)/;

async function problemsByTheRules(said: Said): Promise<Problem[]> {
  const input = Object.assign(new RegistrationRecordInput(), said, {
    reference: "import",
    entryDoor: said.entryDoor ?? EntryDoor.WALK_IN,
  });
  const problems = (await problemsOf(input)).map(({ field, message }) => {
    const column = (field?.[0] as Field | undefined) ?? null;
    const mend = column === null ? undefined : MENDING[column];
    return { field: column, problem: mend ?? message.replace(/\.$/, "") };
  });
  // A value may break two rules that are mended in the same way.
  return [...new Map(problems.map((each) => [`${each.field}: ${each.problem}`, each])).values()];
}

/** What the rules ask for, in the words of whoever keeps a spreadsheet. */
const MENDING: Partial<Record<Field, string>> = {
  organisationReference: "your own reference of the person is missing, or longer than 200 characters",
  entryDoor: `how the person came is one of ${Object.values(EntryDoor).join(", ")}`,
  email: "this is no address of mail: write it as name@example.org",
  phone:
    "this is no telephone number: write 514 285-9286, and one from abroad with its code, as +33 1 42 68 53 00",
  country: "a country is its two letters of ISO 3166, as CA or FR",
};

const LONGEST: Partial<Record<Field, number>> = {
  organisationReference: 200,
  givenNames: 200,
  familyNames: 200,
  email: 60,
  phone: 30,
  address: 300,
  city: 100,
  postalCode: 12,
};
const PLAIN_MAIL = /^[a-z0-9]+([._+-][a-z0-9]+)*@[a-z0-9]+([.-][a-z0-9]+)*\.[a-z]{2,6}$/i;
const DOORS: ReadonlySet<string> = new Set(Object.values(EntryDoor));

/** Whether a row surely keeps the rules. Asking them costs ten times as much, and most rows are good. */
export function isPlainlyGood(said: Said): boolean {
  for (const field in LONGEST) {
    const value = said[field as Field];
    if (value !== undefined && (value === "" || value.length > (LONGEST[field as Field] ?? 0))) return false;
  }
  return (
    said.organisationReference !== undefined &&
    (said.entryDoor === undefined || DOORS.has(said.entryDoor)) &&
    (said.postalCode === undefined || said.postalCode.length >= 3) &&
    (said.country === undefined || isISO31661Alpha2(said.country)) &&
    (said.email === undefined || PLAIN_MAIL.test(said.email)) &&
    (said.phone === undefined || isTelephone(said.phone))
  );
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function isPartialDate(text: string): boolean {
  try {
    PartialDateScalar.parseValue(text);
    return text.length < 10 || isDay(text);
  } catch {
    return false;
  }
}
