/**
 * Prepared statements: what a process asks again and again is parsed by PostgreSQL once for each connection, and its
 * plan is kept there. Reading a handful of rows costs less than planning how to read them.
 */
import { createHash } from "node:crypto";

/** How many statements are prepared; each costs memory on every connection. The others are sent as they are. */
const MOST_PREPARED = 256;
/** How many texts are remembered to see whether they come again. */
const MOST_COUNTED = 1_024;
/** A statement is prepared when it comes for this time: lists of conditions are as many as callers think of. */
const PREPARED_AT_USE = 3;
/** Other statements have no plan to keep, or are several in one text. */
const PLANNED = /^\s*(select|with|insert|update|delete)\b[^;]*$/i;
/** PostgreSQL's condition for a plan whose table has got other columns meanwhile: `feature_not_supported`. */
const STALE = "0A000";

export interface Statement {
  text: string;
  values: unknown[] | undefined;
  /** The name under which connections keep it; none for a statement that is sent as it is. */
  name?: string;
}

/** The statements of one process. */
export class PreparedStatements {
  readonly #names = new Map<string, string>();
  readonly #uses = new Map<string, number>();
  #forgotten = 0;

  /** The statement as `pg` takes it, under its name if it has one. */
  statement(text: string, values: unknown[] | undefined): Statement {
    const name = this.#names.get(text) ?? this.#nameAfter(text);
    return name === undefined ? { text, values } : { text, values, name };
  }

  /** To be told of what a statement failed with: one whose plan is out of date is prepared anew. */
  failed(text: string, code: string | undefined): void {
    if (code !== STALE || !this.#names.delete(text)) return;
    this.#forgotten += 1;
    this.#uses.delete(text);
  }

  #nameAfter(text: string): string | undefined {
    if (this.#names.size + this.#forgotten >= MOST_PREPARED || !PLANNED.test(text)) return undefined;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses < PREPARED_AT_USE) {
      if (this.#uses.size >= MOST_COUNTED) this.#uses.clear();
      this.#uses.set(text, uses);
      return undefined;
    }
    this.#uses.delete(text);
    const name = `${createHash("sha256").update(text).digest("hex").slice(0, 24)}_${this.#forgotten}`;
    this.#names.set(text, name);
    return name;
  }
}
