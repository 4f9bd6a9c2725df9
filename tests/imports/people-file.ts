/** A spreadsheet of difficult but valid people, as a partner of the alliance keeps one; the same for the same seed. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { isPlainlyGood } from "../../local/registrations/check-row.ts";
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
import { memberAt } from "../identity/crowd.ts";
import { generatePeople } from "../identity/people-generator.ts";

const HEADING =
  "Dossier,Provenance,Inscrit le,Prénoms,Noms,Naissance,Courriel,Téléphone,Adresse,Ville,Code postal,Pays";

export interface PeopleFile {
  file: string;
  rows: number;
  seed: string;
  /** Before each reference, so that the people of two files are not the same registrations. */
  prefix?: string;
  /** How many people there are to a part; of fewer, more are met again in a short file. */
  people?: number;
  /** Of how many characters the notes beside each person are: a column that no import reads. */
  notes?: number;
}

/** Writes the file: names of many cultures, quotes, separators and lines within values, one person at several doors. */
export async function writePeople(about: PeopleFile): Promise<void> {
  const { seed, people = 6_000 } = about;
  // By parts: the register of a whole country need not be held at once.
  await write(about, (part) =>
    generatePeople({ people, lists: "tuning", seed: `${seed}/${part}` }).registrations.map(
      ({ declared }) => declared,
    ),
  );
}

/** Writes a file of a crowd, whose names are as common as names are however many they are: for files of millions. */
export async function writeCrowd(about: PeopleFile): Promise<void> {
  await write(about, (part) =>
    Array.from({ length: CROWDED }, (_, place) => memberAt(part * CROWDED + place).declared),
  );
}

const CROWDED = 5_000;

async function write(
  { file, rows, prefix = "D", notes = 0 }: PeopleFile,
  partOf: (part: number) => readonly DeclaredPerson[],
): Promise<void> {
  const out = createWriteStream(file, { mode: 0o600 });
  const noted =
    notes === 0 ? "" : `,"${"Rencontre du mardi, documents à apporter. ".repeat(10).slice(0, notes)}"`;
  out.write(`${HEADING}${notes === 0 ? "" : ",Notes"}\r\n`);
  for (let written = 0, part = 0; written < rows; part += 1) {
    let text = "";
    for (const declared of partOf(part).slice(0, rows - written)) {
      const line = [
        `${prefix}-${String(written).padStart(7, "0")}`,
        DOORS[written % DOORS.length],
        `2026-${String((written % 9) + 1).padStart(2, "0")}-${String((written % 27) + 1).padStart(2, "0")}`,
        declared.givenNames,
        declared.familyNames,
        declared.birthDate,
        valid("email", declared.email),
        valid("phone", declared.phone),
        difficult(declared.address ?? "", written),
        declared.city,
        declared.postalCode,
        declared.country,
      ];
      text += `${line.map(quoted).join(",")}${noted}\r\n`;
      written += 1;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await finished(out);
}

const DOORS = ["WALK_IN", "WEBSITE", "PHONE", "FAIR", ""];

/** Now and then with what breaks a careless reader. */
function difficult(address: string, place: number): string {
  if (address === "" || place % 11 !== 0) return address;
  return place % 2 === 0 ? `${address}\nentrée "B"` : `${address}; 2e étage`;
}

/** The generator also plays what a door mistypes; here every row is to be kept. */
function valid(field: "email" | "phone", value: string | null | undefined): string | null {
  const isGood = value ? isPlainlyGood({ organisationReference: "x", [field]: value }) : false;
  return isGood ? (value ?? null) : null;
}

function quoted(value: string | null | undefined): string {
  if (value === null || value === undefined) return "";
  return /[",\r\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
