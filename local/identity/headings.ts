/** What the columns of a file of people hold: said by `--map`, or known by their headings. */
import { StartupError } from "../../platform/environment.ts";
import { plain } from "../../subgraphs/registry/domain/identity/names.ts";

/** A part of a person, and the column that holds it. */
export type Mapping = readonly (readonly [part: string, column: string])[];

/** By part, the headings under which it is known, without spaces and accents. */
const KNOWN: Readonly<Record<string, string>> = {
  given:
    "given givenname givennames firstname firstnames first forename forenames fname prenom prenoms vorname nombre middlename",
  family:
    "family familyname familynames surname surnames lastname lastnames last lname nom nomdefamille nomfamille nachname apellido apellidos",
  full: "full fullname name nomcomplet wholename",
  birth: "birth birthdate birthday dateofbirth dob born naissance datenaissance datedenaissance",
  year: "birthyear yearofbirth yob by anneenaissance anneedenaissance",
  month: "birthmonth monthofbirth bm moisnaissance moisdenaissance",
  day: "birthdayofmonth dayofbirth bd journaissance jourdenaissance",
  email: "email mail emailaddress courriel",
  phone: "phone phonenumber telephone tel mobile cell cellphone cellulaire",
  number: "number streetnumber stnumber civicnumber housenumber numerocivique numero",
  street: "street streetname streetaddress address address1 addressline1 adresse adresse1 rue",
  street2: "street2 address2 addressline2 adresse2",
  city: "city town suburb locality municipality ville municipalite",
  postal: "postal postcode postalcode zip zipcode codepostal postcodefake",
  country: "country pays",
  id: "id socsecid ssn sin nas socialsecuritynumber nationalid nhsnumber healthcardnumber",
  gender: "gender sex sexe",
  occupation: "occupation profession metier",
  birth_place: "birthplace placeofbirth lieunaissance lieudenaissance",
  state: "state province",
  nationality: "nationality nationalite citizenship",
  language: "language langue mothertongue languematernelle",
};

/** Compared as texts; the others have rules of their own. */
const TEXTS = ["gender", "occupation", "birth_place", "state", "nationality", "language"];

const PARTS = new Map(
  Object.entries(KNOWN).flatMap(([part, headings]) => [
    [bare(part), part] as const,
    ...headings.split(" ").map((heading) => [heading, part] as const),
  ]),
);

/** For the errors of those who write a mapping. */
export const PARTS_SAID = Object.keys(KNOWN)
  .filter((part) => !TEXTS.includes(part))
  .join(", ");

/**
 * `given=first_name,family=surname` as pairs. Parts go by any name that a heading may have; a column compared as a text
 * goes by its own name.
 */
export function mappingOf(text: string): [part: string, column: string][] {
  return text
    .split(",")
    .filter((piece) => piece.trim() !== "")
    .map((piece) => {
      const [key = "", column = ""] = piece.split("=", 2).map((side) => side.trim());
      if (key === "" || column === "")
        throw new StartupError(`Write --map as given=COLUMN,family=COLUMN: "${piece}" is not written so.`);
      const part = PARTS.get(bare(key)) ?? (bare(key) === bare(column) ? column : undefined);
      if (part === undefined)
        throw new StartupError(
          `--map knows no part "${key}": write one of ${PARTS_SAID}, or ${column}=${column} to compare the column as a text.`,
        );
      return [part, column];
    });
}

/** The mapping that headings speak for themselves; refuses a file of which no name or birth date is known. */
export function mappingByHeadings(
  headings: readonly string[],
  without: string | undefined,
): [string, string][] {
  const found = headings
    .filter((heading) => heading !== without)
    .flatMap((heading): [string, string][] => {
      const part = PARTS.get(bare(heading));
      // A column called "id" counts the rows as a rule; only --map can make it a person's.
      return part === undefined || bare(heading) === "id" ? [] : [[part, heading]];
    });
  if (!found.some(([part]) => ["given", "family", "full", "birth"].includes(part)))
    throw new StartupError(
      `No column is known by its heading to hold names or birth dates: say which do with --map given=COLUMN,family=COLUMN; there are ${headings.join(", ")}.`,
    );
  return found;
}

function bare(heading: string): string {
  return plain(heading).replaceAll(" ", "");
}
