/** Whether a row can be registered: the rules of `registrationRecord`, and what is wrong by its column. */
import { problemsOf } from "../../platform/action.ts";
import { PartialDateScalar } from "../../platform/scalars.ts";
import { RegistrationRecordInput } from "../../subgraphs/registry/actions/registration-record.ts";
import { EntryDoor } from "../../subgraphs/registry/domain/registration.ts";
import type { Field } from "./columns.ts";

export type Said = Partial<Record<Field, string>>;

/** What is wrong, never the value. */
export interface Problem {
  field: Field | null;
  problem: string;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What is wrong with a row; empty when nothing is. `today` is a day in Québec. */
export async function problemsIn(said: Said, today: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const input = Object.assign(new RegistrationRecordInput(), said, {
    reference: "import",
    entryDoor: said.entryDoor ?? EntryDoor.WALK_IN,
  });
  for (const { field, message } of await problemsOf(input))
    problems.push({ field: (field?.[0] as Field | undefined) ?? null, problem: message.replace(/\.$/, "") });
  if (!said.givenNames && !said.familyNames)
    problems.push({ field: "familyNames", problem: "a person has a given name or a family name" });
  if (said.birthDate !== undefined && !isPartialDate(said.birthDate))
    problems.push({ field: "birthDate", problem: "a birth date is written 1987, 1987-05 or 1987-05-21" });
  if (said.registeredOn !== undefined && !isDay(said.registeredOn))
    problems.push({ field: "registeredOn", problem: "a day is written 2026-11-21" });
  else if (said.registeredOn !== undefined && said.registeredOn > today)
    problems.push({ field: "registeredOn", problem: "a registration is made today or earlier" });
  if (Object.values(said).some((value) => value.includes("\u0000")))
    problems.push({ field: null, problem: "a text holds a character that cannot be kept" });
  return problems;
}

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
