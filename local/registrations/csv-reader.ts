/**
 * Reads CSV as it comes, in parts of any size. A row that cannot be read costs that row alone: a quotation mark that
 * is never closed must not swallow the people below it.
 */

export interface TableRow {
  /** The line of the file on which it begins; of a sheet, its row. */
  line: number;
  values: string[];
  /** Why it could not be read; null when it could. */
  problem: string | null;
}

/** A value across more characters than this is a quotation mark that somebody forgot. */
const LONGEST_ROW = 1 << 16;
const QUOTES =
  'a quotation mark is not closed, or stands within a value: put the value between two, and write "" for one within it';

export class CsvReader {
  private rest = "";
  private line = 1;
  private columns: number | null = null;
  private readonly separator: string;
  private readonly end: string;

  /** @param end what ends a line: a line feed, or what old spreadsheets of Apple write */
  constructor(separator: string, end: "\n" | "\r" = "\n") {
    this.separator = separator;
    this.end = end;
  }

  /** The rows that are whole now, the heading first; `last` when nothing follows. Rows without any value are left out. */
  read(text: string, last: boolean): TableRow[] {
    this.rest += text;
    const rows: TableRow[] = [];
    let at = 0;
    while (at < this.rest.length) {
      const found = this.rest.indexOf(this.end, at);
      if (found === -1 && !last) break;
      const until = found === -1 ? this.rest.length : found;
      const line = this.rest.slice(at, until);
      // By which Excel is told the separator.
      const isHint = this.columns === null && /^sep=.\r?$/i.test(line);
      if (isHint) {
        at = until + 1;
        this.line += 1;
        continue;
      }
      if (!line.includes('"')) {
        this.take(rows, line.split(this.separator), null);
        at = until + 1;
        this.line += 1;
        continue;
      }
      const quoted = this.quoted(at, last);
      if (quoted === "UNFINISHED" && !last && this.rest.length - at < LONGEST_ROW) break;
      const isWhole = typeof quoted === "object" && (quoted.lines === 1 || this.fits(quoted.values));
      if (isWhole) {
        this.take(rows, quoted.values, null);
        at = quoted.next;
        this.line += quoted.lines;
      } else {
        this.take(rows, [], QUOTES);
        at = until + 1;
        this.line += 1;
      }
    }
    this.rest = this.rest.slice(at);
    return rows;
  }

  private take(rows: TableRow[], raw: readonly string[], problem: string | null): void {
    const { line } = this;
    const values = raw.map(asWritten);
    if (problem !== null) rows.push({ line, values: [], problem });
    else if (values.every((value) => value === "")) return;
    else if (this.columns === null) {
      this.columns = values.length;
      rows.push({ line, values, problem });
    } else if (this.fits(values)) rows.push({ line, values, problem });
    else {
      const counted = `it has ${values.length} columns where the first line has ${this.columns}`;
      rows.push({
        line,
        values: [],
        problem: `${counted}: put a value that holds a separator between quotation marks`,
      });
    }
  }

  private fits(values: readonly string[]): boolean {
    const { columns } = this;
    return columns === null || (values.length >= columns && values.slice(columns).every((value) => !value));
  }

  /** The row that begins here and has quotation marks. */
  private quoted(
    from: number,
    last: boolean,
  ): { values: string[]; next: number; lines: number } | "UNFINISHED" | "BROKEN" {
    const { rest: text, separator, end } = this;
    const values: string[] = [];
    let [at, lines] = [from, 1];
    const most = Math.min(text.length, from + LONGEST_ROW);
    for (;;) {
      while (text[at] === " ") at += 1;
      if (text[at] === '"') {
        const close = closing(text, at + 1, most);
        if (close === -1) return "UNFINISHED";
        const value = text.slice(at + 1, close).replaceAll('""', '"');
        for (
          let feed = text.indexOf(end, at);
          feed !== -1 && feed < close;
          feed = text.indexOf(end, feed + 1)
        )
          lines += 1;
        values.push(value);
        at = close + 1;
        while (text[at] === " " || (text[at] === "\r" && end !== "\r")) at += 1;
        if (at >= text.length) return last ? { values, next: at, lines } : "UNFINISHED";
        if (text[at] !== separator && text[at] !== end) return "BROKEN";
      } else {
        const found = text.indexOf(end, at);
        if (found === -1 && !last) return "UNFINISHED";
        const feed = orLength(found, text);
        const stop = Math.min(orLength(text.indexOf(separator, at), text), feed);
        values.push(text.slice(at, stop));
        at = stop;
      }
      if (text[at] !== separator) return { values, next: at + 1, lines };
      at += 1;
    }
  }
}

/** Where the quotation mark is that closes; -1 when it is not there. */
function closing(text: string, from: number, most: number): number {
  for (let at = text.indexOf('"', from); at !== -1 && at < most; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}

function orLength(place: number, text: string): number {
  return place === -1 ? text.length : place;
}

/** Without the apostrophe that keeps a spreadsheet from taking a value for a formula, and with whole letters. */
function asWritten(raw: string): string {
  const value = raw.trim();
  const text = /^'+[=+\-@]/.test(value) ? value.slice(1) : value;
  return /[\u0300-\u036f]/.test(text) ? text.normalize("NFC") : text;
}
