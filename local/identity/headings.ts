/** What the columns of a file of people hold: said by `--map`, or known by their headings. */
import { StartupError } from "../../platform/environment.ts";
import { plain } from "../../subgraphs/registry/domain/identity/names.ts";

/** A part of a person, and the column that holds it. */
export type Mapping = readonly (readonly [part: string, column: string])[];

/** By part, the headings under which it is known, without spaces and accents. */
const KNOWN: Readonly<Record<string, string>> = {
  given:
    "given givenname givennames first firstname firstnames firstnm forename forenames fname gname christianname prenom prenoms " +
    "vorname vornamen voornaam nombre nombres nome middle middlename middlenames middleinitial midlname mname",
  family:
    "family familyname familynames surname surnames last lastname lastnames lastnm lname sname nom noms nomdefamille nomfamille " +
    "nachname familienname achternaam apellido apellidos cognome sobrenome",
  full: "full fullname fullnames name names nomcomplet nomprenom prenomnom wholename personname",
  birth:
    "birth birthdate birthday dateofbirth birthdt dob dobdate bdate born naissance datenaissance datedenaissance ddn " +
    "geburtsdatum fechanacimiento fechadenacimiento datanascita datadinascita",
  year: "birthyear birthyr yearofbirth yob by birthy doby dobyear anneenaissance anneedenaissance annonascita geburtsjahr",
  month: "birthmonth monthofbirth bm birthm dobm dobmonth moisnaissance moisdenaissance",
  day: "birthdayofmonth dayofbirth bd birthd dobd dobday journaissance jourdenaissance",
  age: "age ageyears ageinyears birthage alter edad eta",
  email: "email mail emailaddress emailaddr courriel",
  phone:
    "phone phonenumber phoneno fullphone telephone telephonenumber tel mobile cell cellphone cellulaire telefono",
  number: "number streetnumber streetno stnumber civicnumber housenumber houseno numerocivique numero",
  street:
    "street streetname streetaddress address addr address1 addressline addressline1 addr1 adresse adresse1 rue indirizzo direccion",
  street2: "street2 address2 addressline2 addr2 adresse2",
  city: "city cityname town towncity suburb locality municipality ville municipalite village commune comune ciudad",
  postal: "postal postcode postalcode zip zipcode zip5 codepostal plz cap postcodefake",
  country: "country pays",
  id: "id socsecid ssn sin nas nino socialsecurity socialsecuritynumber nationalid nhsnumber healthcardnumber passportnumber",
  gender: "gender sex sexe",
  occupation: "occupation profession job metier",
  birth_place: "birthplace placeofbirth birthcity pob lieunaissance lieudenaissance",
  state: "state province region county",
  nationality: "nationality nationalite citizenship",
  language: "language langue mothertongue languematernelle",
  race: "race ethnicity ethnicgroup",
};

/** Compared as texts; the others have rules of their own. */
const TEXTS = ["gender", "occupation", "birth_place", "state", "nationality", "language", "race"];

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
      const part = partOf(key) ?? (bare(key) === bare(column) ? column : undefined);
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
  let found = headings
    .filter((heading) => heading !== without)
    .flatMap((heading): [string, string][] => {
      const part = partOf(heading);
      // "id" and "person_id" count the rows as a rule, or say the truth; only --map can make them a person's.
      const counts = part === "id" && (bare(heading) === "id" || PARTS.get(bare(heading)) === undefined);
      return part === undefined || counts ? [] : [[part, heading]];
    });
  // A column called "number" counts the rows where no street stands beside it.
  if (!found.some(([part]) => part === "street"))
    found = found.filter(([, heading]) => !["number", "numero"].includes(bare(heading)));
  if (!found.some(([part]) => ["given", "family", "full", "birth", "year"].includes(part)))
    throw new StartupError(
      `No column is known by its heading to hold names or birth dates: say which do with --map given=COLUMN,family=COLUMN; there are ${headings.join(", ")}.`,
    );
  return found;
}

/** What says whose or of which kind a column is, before and after what it holds: "patient_dob", "fname_c1", "race_code". */
const BEFORE =
  /^(person|people|patient|pat|client|customer|student|employee|candidate|voter|resident|residence|residential|res|home|current|cur|full|primary) /;
const AFTER = / (c?\d+|code|cd|desc|description|text|txt|value|clean|raw|original|orig|num|in|a|b)$/;

/** The part that a heading names, as it is or without what stands around it. */
function partOf(heading: string): string | undefined {
  // "FirstName" is two words.
  let words = plain(heading.replace(/([a-z])([A-Z])/g, "$1 $2"));
  for (;;) {
    const part = PARTS.get(words.replaceAll(" ", ""));
    if (part !== undefined) return part;
    const shorter = AFTER.test(words) ? words.replace(AFTER, "") : words.replace(BEFORE, "");
    if (shorter === words) return undefined;
    words = shorter;
  }
}

/** The column of a file that this name is meant to be, however it is written; undefined when there is none, or several. */
export function columnNamed(name: string, columns: readonly string[]): string | undefined {
  if (columns.includes(name)) return name;
  const alike = columns.filter((column) => bare(column) === bare(name));
  return alike.length === 1 ? alike[0] : undefined;
}

/** A heading without spaces, accents and capitals. */
function bare(heading: string): string {
  return plain(heading).replaceAll(" ", "");
}
