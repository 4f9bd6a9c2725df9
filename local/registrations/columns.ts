/** Which column of a spreadsheet is what: French and English headings as they are, others by a mapping file. */
import { readFileSync } from "node:fs";
import { StartupError } from "../../platform/environment.ts";
import { DECLARED } from "../../subgraphs/registry/store/declared.columns.ts";
import { searchable } from "../../subgraphs/registry/domain/identity/index.ts";

/** What a row can say, in the order in which it is written out. */
export const FIELDS = ["organisationReference", "entryDoor", "registeredOn", ...DECLARED] as const;
export type Field = (typeof FIELDS)[number];

export const FRENCH: Record<Field, string> = {
  organisationReference: "Référence",
  entryDoor: "Porte d’entrée",
  registeredOn: "Date d’inscription",
  givenNames: "Prénoms",
  familyNames: "Noms",
  birthDate: "Date de naissance",
  email: "Courriel",
  phone: "Téléphone",
  address: "Adresse",
  city: "Ville",
  postalCode: "Code postal",
  country: "Pays",
};

/** Headings that are understood without a mapping file, beside the names of the fields themselves. */
const HEADINGS: Record<Field, readonly string[]> = {
  organisationReference: [
    "Référence",
    "No de dossier",
    "Numéro de dossier",
    "Dossier",
    "Reference",
    "File number",
    "Id",
  ],
  entryDoor: ["Porte d’entrée", "Provenance", "Entry door", "Source"],
  registeredOn: ["Date d’inscription", "Inscrit le", "Registered on", "Registration date"],
  givenNames: ["Prénoms", "Prénom", "Given names", "Given name", "First name"],
  familyNames: ["Noms", "Nom", "Nom de famille", "Family names", "Family name", "Last name", "Surname"],
  birthDate: ["Date de naissance", "Né le", "Naissance", "Birth date", "Date of birth"],
  email: ["Courriel", "Adresse courriel", "Email", "E-mail", "Mail"],
  phone: ["Téléphone", "Tél", "Cellulaire", "Phone", "Telephone", "Mobile"],
  address: ["Adresse", "Rue", "Address", "Street"],
  city: ["Ville", "Municipalité", "City", "Town"],
  postalCode: ["Code postal", "Postal code", "Zip"],
  country: ["Pays", "Country"],
};

/** From headings, as they are compared, to fields; `file` is JSON, `{ "Heading": "field" }`, and goes before the rest. */
export function headingsOf(file: string | null): Map<string, Field> {
  const known = new Map<string, Field>();
  for (const field of FIELDS)
    for (const heading of [field, ...HEADINGS[field]]) known.set(searchable(heading), field);
  for (const [heading, field] of Object.entries(file === null ? {} : readMapping(file))) {
    if (!(FIELDS as readonly unknown[]).includes(field))
      throw new StartupError(
        `${file} gives "${heading}" a field that there is not: use one of ${FIELDS.join(", ")}.`,
      );
    known.set(searchable(heading), field as Field);
  }
  return known;
}

/** The field of each column, null for one that is passed over. @throws {StartupError} when what is needed is not there. */
export function fieldsOf(
  headings: readonly string[],
  known: ReadonlyMap<string, Field>,
  file: string,
): (Field | null)[] {
  const fields = headings.map((heading) => known.get(searchable(heading)) ?? null);
  const twice = fields.find((field, index) => field !== null && fields.indexOf(field) !== index);
  if (twice)
    throw new StartupError(`${file} has two columns for ${twice}: say by --mapping which one it is.`);
  if (!fields.includes("organisationReference"))
    throw new StartupError(
      `${file} has no column for your own reference of a person: name one "Référence", or say by --mapping which one it is.`,
    );
  if (!fields.includes("givenNames") && !fields.includes("familyNames"))
    throw new StartupError(`${file} has no column for names: say by --mapping which one it is.`);
  return fields;
}

function readMapping(file: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof read === "object" && read !== null) return read as Record<string, unknown>;
  } catch {
    // Said below, whatever was wrong.
  }
  throw new StartupError(`${file} is not a mapping: it is JSON, { "Heading": "field" }.`);
}
