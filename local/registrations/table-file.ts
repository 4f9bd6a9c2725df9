/** The rows of a spreadsheet, one after the other: CSV of any size, in either encoding and with either separator, or XLSX. */
import { createReadStream, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";
import iconv from "iconv-lite";
import readXlsxFile from "read-excel-file/node";
import { StartupError } from "../../platform/environment.ts";

export interface TableRow {
  /** The line of the file on which it begins; of a sheet, its row. */
  line: number;
  values: string[];
  /** Why it could not be read; null when it could. */
  problem: string | null;
}

/** The rows with the heading first. `read` is told how many bytes were read so far. */
export async function* rowsOf(file: string, read: (bytes: number) => void): AsyncGenerator<TableRow> {
  if (/\.xlsx$/i.test(file)) yield* sheetRows(file);
  else yield* csvRows(file, read);
}

/** In bytes. @throws {StartupError} when there is no such file */
export function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new StartupError(`${file} cannot be read: name a CSV or XLSX file that is there.`);
  }
}

async function* csvRows(file: string, read: (bytes: number) => void): AsyncGenerator<TableRow> {
  const encoding = await encodingOf(file);
  const delimiter = await separatorOf(file, encoding);
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
  bytes.on("data", () => read(bytes.bytesRead));
  const problems: TableRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    trim: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: 1 << 20,
    on_skip: (error) => {
      const line = (error as { lines?: number } | undefined)?.lines ?? 0;
      problems.push({ line, values: [], problem: "the quotes of this row cannot be read" });
      return undefined;
    },
  });
  const fail = (error: Error) => parser.destroy(error);
  bytes.on("error", fail);
  bytes.pipe(iconv.decodeStream(encoding)).on("error", fail).pipe(parser);
  let last = 0;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield* problems.splice(0);
    yield { line: last + 1, values: record, problem: null };
    last = info.lines;
  }
  yield* problems;
}

async function* sheetRows(file: string): AsyncGenerator<TableRow> {
  let rows: unknown[][];
  try {
    const read: unknown = await readXlsxFile(file);
    rows = Array.isArray(read) && Array.isArray(read[0]) ? (read as unknown[][]) : sheetOf(read);
  } catch {
    throw new StartupError(`${file} is not a spreadsheet that can be read: save it as XLSX or CSV.`);
  }
  for (const [index, cells] of rows.entries())
    yield { line: index + 1, values: cells.map(textOf), problem: null };
}

/** The first sheet, where the library gives them all. */
function sheetOf(read: unknown): unknown[][] {
  const [first] = read as { data?: unknown[][] }[];
  return first?.data ?? [];
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  // A day in a sheet is a moment at midnight UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** UTF-8 unless a byte says that it cannot be: then what Windows writes. */
async function encodingOf(file: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const bytes = chunk as Buffer;
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
      first = false;
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "windows-1252";
    throw new StartupError(`${file} cannot be read: name a CSV or XLSX file that is there.`);
  }
}

async function separatorOf(file: string, encoding: string): Promise<string> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
  await handle.close();
  const text = iconv.decode(buffer.subarray(0, bytesRead), encoding);
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const times = (separator: string) => heading.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (times(next) > times(best) ? next : best));
}
