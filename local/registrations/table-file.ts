/** The rows of a spreadsheet, part by part: CSV of any size, in any usual encoding and with any separator, or XLSX. */
import { createReadStream, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { TextDecoder } from "node:util";
import readXlsxFile from "read-excel-file/node";
import { StartupError } from "../../platform/environment.ts";
import { CsvReader, type TableRow } from "./csv-reader.ts";
import { encodingOf, type Encoding } from "./encoding.ts";

/** A sheet is held whole in memory, at about fifty times its size. */
const LARGEST_SHEET = 20_000_000;
/** Bytes read at once. */
const PART = 1 << 18;

/** The rows with the heading first; each part as it was read. `read` is told how many bytes were read so far. */
export async function* rowsOf(file: string, read: (bytes: number) => void): AsyncGenerator<TableRow[]> {
  if (/\.xlsx$/i.test(file)) yield await sheetRows(file);
  else yield* csvRows(file, read);
}

/** In bytes. @throws {StartupError} when there is no such file */
export function sizeOf(file: string): number {
  try {
    const found = statSync(file);
    if (found.isFile()) return found.size;
  } catch {
    // Said below.
  }
  throw new StartupError(`${file} cannot be read: name a CSV or XLSX file that is there.`);
}

async function* csvRows(file: string, read: (bytes: number) => void): AsyncGenerator<TableRow[]> {
  if (isZip(await beginningOf(file)))
    throw new StartupError(`${basename(file)} is a spreadsheet and no text: give its name the ending .xlsx.`);
  const encoding = await encodingOf(file);
  const reader = await readerOf(file, encoding);
  const decoder = new TextDecoder(encoding);
  const bytes = createReadStream(file, { highWaterMark: PART });
  for await (const part of bytes) {
    yield reader.read(decoder.decode(part as Buffer, { stream: true }), false);
    read(bytes.bytesRead);
  }
  yield reader.read(decoder.decode(), true);
}

async function sheetRows(file: string): Promise<TableRow[]> {
  if (sizeOf(file) > LARGEST_SHEET)
    throw new StartupError(`${basename(file)} is too large for a sheet: save it as CSV UTF-8.`);
  let rows: unknown[][];
  try {
    const read: unknown = await readXlsxFile(file);
    rows = Array.isArray(read) && Array.isArray(read[0]) ? (read as unknown[][]) : sheetOf(read);
  } catch {
    throw new StartupError(
      `${basename(file)} is not a spreadsheet that can be read: save it as XLSX or CSV.`,
    );
  }
  return rows
    .map((cells, index) => ({ line: index + 1, values: cells.map(textOf), problem: null }))
    .filter(({ values }) => values.some((value) => value !== ""));
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
  return String(cell).trim().normalize("NFC");
}

/** By the separator that the first line has most of, or that it names, as Excel does: `sep=;`. */
async function readerOf(file: string, encoding: Encoding): Promise<CsvReader> {
  const text = new TextDecoder(encoding).decode(await beginningOf(file));
  const end = !text.includes("\n") && text.includes("\r") ? "\r" : "\n";
  const heading = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? "";
  const bare = heading.replaceAll(/"[^"]*"/g, "");
  const times = (separator: string) => bare.split(separator).length;
  const most = [",", ";", "\t"].reduce((best, next) => (times(next) > times(best) ? next : best));
  return new CsvReader(/^sep=(.)$/i.exec(heading)?.[1] ?? most, end);
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch(() => null);
  if (handle === null)
    throw new StartupError(`${file} cannot be read: name a CSV or XLSX file that is there.`);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
}
