/** Copies a part of the crowd into a registry, keyed by the code that keys registrations: one thread of several. */
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { workerData } from "node:worker_threads";
import { from as copyFrom } from "pg-copy-streams";
import { withClient } from "../../platform/provision-database.ts";
import { keyed } from "../../subgraphs/registry/domain/identity/index.ts";
import { memberAt } from "./crowd.ts";

/** Which places of the crowd: from the first, each so many after the other. */
export interface Part {
  adminUrl: string;
  from: number;
  to: number;
  step: number;
}

const COLUMNS =
  "id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, given_names, " +
  "family_names, birth_date, email, phone, address, city, postal_code, country, identity_keys, search_name, search_birth";

const { adminUrl, from, to, step } = workerData as Part;
await withClient(adminUrl, async (client) => {
  const { rows } = await client.query<{ code: string }>("select code from organisation order by code");
  const organisations = rows.map((row) => row.code);
  // No reference is checked and nothing is told: it is a crowd, not a day's work.
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  await pipeline(
    Readable.from(lines(organisations)),
    client.query(copyFrom(`copy registration (${COLUMNS}) from stdin`)),
  );
});

function* lines(organisations: readonly string[]): Generator<string> {
  let lines: string[] = [];
  for (let place = from; place < to; place += step) {
    lines.push(lineOf(place, organisations));
    if (lines.length < 500) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}

function lineOf(place: number, organisations: readonly string[]): string {
  const { person, declared } = memberAt(place);
  const { identityKeys, searchName, searchBirth } = keyed(declared);
  const keys = `{${identityKeys.map((key) => JSON.stringify(key)).join(",")}}`;
  const { givenNames, familyNames, birthDate, email, phone, address, city, postalCode, country } = declared;
  const said = [givenNames, familyNames, birthDate, email, phone, address, city, postalCode, country];
  const values = [
    idAt(place, 9),
    idAt(person, 8),
    // Some are much larger than others: the first has a sixth of all people.
    organisations[Math.floor(organisations.length * ((place * 0.618_034) % 1) ** 2)],
    `crowd-${place}`,
    "WEBSITE",
    "2026-01-05",
    "2026-01-05T12:00:00Z",
    ...said,
    keys,
    searchName,
    searchBirth,
  ];
  return `${values.map(field).join("\t")}\n`;
}

function field(value: string | null | undefined): string {
  return value ? value.replace(/[\\\t\n]/g, (sign) => `\\${sign}`) : "\\N";
}

/** Ids in the order of their making, as the hub's own are. */
function idAt(place: number, kind: 8 | 9): string {
  return `01900000-0000-7000-${kind}000-${place.toString(16).padStart(12, "0")}`;
}
