/** What people and spreadsheets write in a cell, as the registry writes it: days in their many forms, numbers of telephones. */
import type { Field } from "./columns.ts";
import type { Said } from "./check-row.ts";

export interface Reading {
  /** Whether 04/05/1987 is the fifth of April; the fourth of May unless told. */
  monthFirst: boolean;
}

/** The values of a row as they are meant. What is not understood stays as it is, for the rules to say so. */
export function asMeant(
  values: readonly string[],
  fields: readonly (Field | null)[],
  { monthFirst }: Reading,
): Said {
  const said: Said = {};
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place];
    const value = values[place];
    if (field === null || field === undefined || value === undefined || value === "") continue;
    said[field] = meant(field, value, monthFirst);
  }
  return said;
}

function meant(field: Field, value: string, monthFirst: boolean): string {
  switch (field) {
    case "birthDate":
    case "registeredOn":
      return dayOf(value, monthFirst);
    case "phone":
      return numberOf(value);
    case "country":
    case "entryDoor":
      return value.toUpperCase();
    default:
      return value;
  }
}

/** 21/05/1987, 21-5-1987, 1987/05/21, 19870521 and 32283 (Excel counts days from the end of 1899) are 1987-05-21. */
function dayOf(text: string, monthFirst: boolean): string {
  if (/^\d{4}(-\d\d){0,2}$/.test(text)) return text;
  const byYear = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (byYear) return written(byYear[1], byYear[2], byYear[3]);
  const byDay = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: 0?0:00(?::00)?)?$/.exec(text);
  if (byDay)
    return monthFirst ? written(byDay[3], byDay[1], byDay[2]) : written(byDay[3], byDay[2], byDay[1]);
  const together = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (together) return written(together[1], together[2], together[3]);
  if (/^[1-6]\d{4}(\.0+)?$/.test(text))
    return new Date(Date.UTC(1899, 11, 30) + Math.trunc(Number(text)) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  return text;
}

function written(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Of a telephone that Excel took for a number, the digits, while all of them are there. */
function numberOf(text: string): string {
  const whole = /^(\d{7,15})[.,]0+$/.exec(text);
  if (whole) return whole[1] ?? text;
  const [, lead, decimals = "", power] = /^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$/.exec(text) ?? [];
  return lead !== undefined && Number(power) === decimals.length ? `${lead}${decimals}` : text;
}
