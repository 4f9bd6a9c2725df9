/** Rows as PostgreSQL's COPY reads them, gathered table by table until they are sent. */

/** A row where each enum may be written as its text: the rows' own classes stay the contract. */
export type Fresh<Row> = { [Property in keyof Row]: Text<Row[Property]> };
type Text<Value> = Value extends string
  ? `${Value}`
  : Value extends (infer Each extends string)[]
    ? `${Each}`[]
    : Value;

/** What is gathered of one table. */
export interface Sheet {
  table: string;
  /** The columns, as the database names them. */
  columns: string[];
  text: string;
  rows: number;
}

/** The rows of one database, by table. */
export class Sheets<Rows> {
  private readonly sheets = new Map<keyof Rows, { properties: string[]; lines: string[] }>();

  /** @param order the tables, each after those that it refers to */
  constructor(private readonly order: readonly (keyof Rows & string)[]) {}

  add<Table extends keyof Rows & string>(table: Table, row: Fresh<Rows[Table]>): void {
    let sheet = this.sheets.get(table);
    if (!sheet) {
      sheet = { properties: Object.keys(row as object), lines: [] };
      this.sheets.set(table, sheet);
    }
    const values = row as Record<string, unknown>;
    let line = "";
    for (const property of sheet.properties)
      line += (line === "" ? "" : "\t") + field(values[property], `${table}.${property}`);
    sheet.lines.push(line);
  }

  /** All that was gathered, in the order of the tables; afterwards there is nothing. */
  take(): Sheet[] {
    const taken = this.order.flatMap((table) => {
      const sheet = this.sheets.get(table);
      if (!sheet || sheet.lines.length === 0) return [];
      const columns = sheet.properties.map((property) =>
        property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      );
      return [{ table, columns, text: `${sheet.lines.join("\n")}\n`, rows: sheet.lines.length }];
    });
    this.sheets.clear();
    return taken;
  }
}

/** A value as COPY reads it. @param column where it goes, for whoever forgot it */
export function field(value: unknown, column: string): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return escaped(array(value));
  if (typeof value === "object") return escaped(JSON.stringify(value));
  throw new TypeError(`A row of the world says nothing of ${column}`);
}

function array(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

const SPECIAL: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => SPECIAL[each] ?? each) : text;
}
