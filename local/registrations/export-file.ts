/** Writes the registrations of one organisation to a spreadsheet of the shape that an import reads. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { DataSource } from "typeorm";
import writeXlsxFile from "write-excel-file/node";
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
  } else {
    await pipeline(
      Readable.from(rows()),
      // With a mark at the beginning, by which spreadsheets know the encoding.
      stringify({ header: true, columns: headings, bom: true, record_delimiter: "windows" }),
      createWriteStream(options.file, { mode: 0o600 }),
    );
  }
  return count;
}

type Written = Partial<Record<Field, string | null>> & { id: string };

/** As declared now, page by page. */
async function* registrationsOf(registry: DataSource, organisation: string): AsyncGenerator<Written> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const page: { row: Written }[] = await registry.query(
      `select ${SAID_NOW} || jsonb_build_object('organisationReference', organisation_reference, 'entryDoor', entry_door,
         'registeredOn', registered_on) as row
       from registration ${DECLARED_NOW}
       where organisation_code = $1 and registration.id > $2 and anonymised_on is null order by registration.id limit 2000`,
      [organisation, after],
    );
    for (const { row } of page) yield row;
    const last = page.at(-1)?.row.id;
    if (last === undefined) return;
    after = last;
  }
}
