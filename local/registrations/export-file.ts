/** Writes the registrations of one organisation to a spreadsheet of the shape that an import reads. */
import { createWriteStream } from "node:fs";
import { chmod } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { DataSource } from "typeorm";
import { v7 as uuid } from "uuid";
import writeXlsxFile from "write-excel-file/node";
import type { Purpose } from "../../platform/passport.ts";
import { AccessBasis, AccessStatus } from "../../subgraphs/registry/domain/access.ts";
import { Section } from "../../subgraphs/registry/domain/section.ts";
import { DECLARED_NOW, SAID_NOW } from "../../subgraphs/registry/store/identity-lookup.ts";
import { FIELDS, FRENCH, type Field } from "./columns.ts";

export interface ExportOptions {
  organisation: string;
  /** Ends in .csv or .xlsx. */
  file: string;
  french: boolean;
}

/** How many registrations were written; those that the retention schedule took away are not. */
export async function exportFile(registry: DataSource, options: ExportOptions): Promise<number> {
  const headings: string[] = FIELDS.map((field) => (options.french ? FRENCH[field] : field));
  let count = 0;
  const rows = async function* () {
    for await (const row of registrationsOf(registry, options.organisation)) {
      count += 1;
      yield FIELDS.map((field) => row[field] ?? "");
    }
  };
  if (/\.xlsx$/i.test(options.file)) {
    const sheet = [headings.map((value) => ({ value, type: String }))];
    for await (const row of rows()) sheet.push(row.map((value) => ({ value, type: String })));
    await writeXlsxFile(sheet).toFile(options.file);
    await chmod(options.file, 0o600);
  } else {
    await pipeline(
      Readable.from(harmlessRows(rows())),
      // With a mark at the beginning, by which spreadsheets know the encoding.
      stringify({
        header: true,
        columns: headings,
        bom: true,
        record_delimiter: "windows",
        quoted_match: /[\r\n]/,
      }),
      createWriteStream(options.file, { mode: 0o600 }),
    );
  }
  return count;
}

async function* harmlessRows(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  for await (const row of rows) yield row.map(harmless);
}

type Written = Partial<Record<Field, string | null>> & { id: string; candidateId: string };

/** As declared now, page by page; what is given is written down in the same transaction, as by a look at each file. */
async function* registrationsOf(registry: DataSource, organisation: string): AsyncGenerator<Written> {
  const purpose: Purpose = "SUPPORT";
  const request = [organisation, `export@${organisation}`, purpose, "registrationsExport", uuid()];
  const decision = [Section.IDENTITY, AccessStatus.GRANTED, AccessBasis.OWN_FILE];
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const page = await registry.transaction(async (manager) => {
      const found: { row: Written }[] = await manager.query(PAGE, [organisation, after]);
      const candidates = [...new Set(found.map(({ row }) => row.candidateId))];
      await manager.query(DISCLOSED, [candidates, ...decision, new Date(), ...request]);
      return found;
    });
    for (const { row } of page) yield row;
    const last = page.at(-1)?.row.id;
    if (last === undefined) return;
    after = last;
  }
}

const PAGE = /* sql */ `
  select (${SAID_NOW})::jsonb || jsonb_build_object('organisationReference', organisation_reference, 'entryDoor', entry_door,
    'registeredOn', registered_on, 'candidateId', candidate_id) as row
  from registration ${DECLARED_NOW}
  where organisation_code = $1 and registration.id > $2 and anonymised_on is null order by registration.id limit 2000`;

const DISCLOSED = /* sql */ `
  insert into disclosure (candidate_id, section, status, basis, at, organisation, subject, purpose, operation, request_id)
  select candidate_id, $2, $3, $4, $5, $6, $7, $8, $9, $10 from unnest($1::uuid[]) as shown (candidate_id)`;

/** A spreadsheet takes such a value for a formula; with an apostrophe before it, it is text, and an import takes it off. */
function harmless(value: string): string {
  return /^'*[=+\-@]/.test(value) ? `'${value}` : value;
}
