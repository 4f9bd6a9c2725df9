/**
 * Rows as PostgreSQL sends them, read where they lie. `pg` makes a text of each field, then a list of the texts, then an
 * object; here the bytes of a row become one text, of which the fields are parts. In a list of people that was a quarter of
 * what a subgraph did.
 */
import type { EventEmitter } from "node:events";
import pg from "pg";

/** What is used here of a message that describes a column. */
export interface ColumnDescription {
  name: string;
  dataTypeID: number;
}

interface Column {
  name: string;
  /** Makes its value of its text; null when the text is the value. */
  read: ((text: string) => unknown) | null;
}

/** What rows of a statement are made of. */
export interface RowShape {
  columns: readonly Column[];
  /** A row without values. */
  empty: Readonly<Record<string, unknown>>;
}

export function shapeOf(descriptions: readonly ColumnDescription[]): RowShape {
  const columns = descriptions.map(({ name, dataTypeID }) => ({ name, read: reader(dataTypeID) }));
  return { columns, empty: Object.fromEntries(columns.map(({ name }) => [name, null])) };
}

/** One row, in the place of the message of the same name that `pg` makes; of use only while it is handed over. */
export class DataRow {
  readonly name = "dataRow";
  readonly #bytes: Bytes;
  readonly #start: number;
  readonly #end: number;

  /** @param start where the message begins, after its code and length */
  constructor(bytes: Buffer, start: number, end: number) {
    this.#bytes = bytes as Bytes;
    this.#start = start;
    this.#end = end;
  }

  /** The texts of its fields, for the statements that `pg` reads itself. */
  get fields(): (string | null)[] {
    const fields: (string | null)[] = [];
    for (let at = this.#start + 2; at < this.#end;) {
      const length = this.#bytes.readInt32BE(at);
      at += 4;
      fields.push(length < 0 ? null : this.#bytes.toString("utf8", at, at + length));
      at += Math.max(length, 0);
    }
    return fields;
  }

  /**
   * The row as an object. It runs for every row of every list, and so reads lengths and looks for signs of more than one
   * byte by itself: with node's functions it takes half as long again.
   */
  read({ columns, empty }: RowShape): Record<string, unknown> {
    const bytes = this.#bytes;
    const start = this.#start;
    const row = { ...empty };
    const text = bytes.latin1Slice(start, this.#end);
    let at = start + 2;
    for (const column of columns) {
      const length =
        (byte(bytes, at) << 24) |
        (byte(bytes, at + 1) << 16) |
        (byte(bytes, at + 2) << 8) |
        byte(bytes, at + 3);
      at += 4;
      if (length < 0) continue;
      const end = at + length;
      let seen = 0;
      for (let each = at; each < end; each += 1) seen |= byte(bytes, each);
      // Where each byte is a sign of its own, the text has the same places.
      const value = seen < 0x80 ? text.substring(at - start, end - start) : bytes.utf8Slice(at, end);
      row[column.name] = column.read === null ? value : column.read(value);
      at = end;
    }
    return row;
  }
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** What node's buffers do without being told an encoding, which its types leave out. */
interface Bytes extends Buffer {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** The code of a message that is a row, and the bytes before what a message says: its code and its length. */
const ROW = "D".charCodeAt(0);
const HEAD = 5;

/**
 * Takes apart what comes over a connection: rows go to `onRow`, and runs of all other messages, whole, to `rest` as its
 * `data`, where `pg` reads them as it always does.
 */
export function splitRows(stream: EventEmitter, rest: EventEmitter, onRow: (row: DataRow) => void): void {
  let left: Buffer | undefined;
  stream.on("end", () => rest.emit("end"));
  stream.on("data", (chunk: Buffer) => {
    const bytes = left ? Buffer.concat([left, chunk]) : chunk;
    let [at, others] = [0, 0];
    const pass = () => others < at && rest.emit("data", bytes.subarray(others, at));
    while (at + HEAD <= bytes.length) {
      const end = at + 1 + bytes.readUInt32BE(at + 1);
      if (end > bytes.length) break;
      if (bytes[at] === ROW) {
        pass();
        onRow(new DataRow(bytes, at + HEAD, end));
        others = end;
      }
      at = end;
    }
    pass();
    left = at < bytes.length ? bytes.subarray(at) : undefined;
  });
}

const { builtins, getTypeParser } = pg.types;
/** Lists of texts and of ids, by PostgreSQL's numbers for them. */
const LISTS: readonly number[] = [1009, 2951];
const TEXTS: readonly number[] = [builtins.TEXT, builtins.VARCHAR, builtins.UUID];

function reader(type: number): ((text: string) => unknown) | null {
  if (TEXTS.includes(type)) return null;
  const read = getTypeParser(type, "text") as (text: string) => unknown;
  if (type === builtins.TIMESTAMPTZ) return (text) => readMoment(text) ?? read(text);
  if (LISTS.includes(type)) return (text) => readList(text) ?? read(text);
  return read;
}

/** `2026-11-22 09:57:46.123-05`; null for what is written otherwise, such as `infinity`. */
function readMoment(text: string): Date | null {
  if (text[4] !== "-" || text[10] !== " ") return null;
  const zone = text[text.length - 3] === ":" ? "" : ":00";
  const moment = new Date(`${text.slice(0, 10)}T${text.slice(11)}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** `{one,other}`; null for one that says more than its words: quotes, other lists, nothing in a place. */
function readList(text: string): string[] | null {
  if (text === "{}") return [];
  const words = text.slice(1, -1);
  return /["\\{]|\bNULL\b/i.test(words) ? null : words.split(",");
}
