/**
 * Connections that know what their prepared statements answer: PostgreSQL is not asked each time what the columns of a
 * statement are, and rows are read as data-rows.ts does.
 */
import { EventEmitter } from "node:events";
import pg from "pg";
import { DataRow, shapeOf, splitRows, type ColumnDescription, type RowShape } from "./data-rows.ts";
import type { Statement } from "./prepared.ts";

/** What is used here of a connection of `pg`, beyond what its types tell. */
interface Wire extends EventEmitter {
  attachListeners(stream: EventEmitter): void;
  describe(what: unknown): void;
}

/** What is known of a connection. */
interface Known {
  /** The rows of its prepared statements, by the statements' names. */
  shapes: Map<string, RowShape>;
  /** Whether the statement that is being sent needs no description. */
  isDescribed: boolean;
}

const CONNECTIONS = new WeakMap<object, Known>();

/** `pg`'s client, for a pool to make. */
export class PreparedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    // What is sent before the answer to the statement before has come is sent, and not kept here until then.
    super({ ...config, pipeline: true });
    const wire = this.connection as unknown as Wire;
    const known: Known = { shapes: new Map(), isDescribed: false };
    CONNECTIONS.set(wire, known);
    const { attachListeners, describe } = wire;
    wire.describe = (what) => {
      if (!known.isDescribed) describe.call(wire, what);
    };
    wire.attachListeners = (stream) => {
      const rest = new EventEmitter();
      attachListeners.call(wire, rest);
      splitRows(stream, rest, (row) => wire.emit("dataRow", row));
    };
  }
}

/** What a statement answers. */
export interface Answer {
  rows: unknown[];
  rowCount: number | null;
  command: string;
}

/** Sends a prepared statement over `client`. */
export function sendPrepared(client: PreparedClient, statement: Required<Statement>): Promise<Answer> {
  return new Promise((answer, fail) => {
    client.query(
      new PreparedQuery(statement, (error, result) => {
        if (error) fail(error);
        else answer(result as unknown as Answer);
      }) as never,
    );
  });
}

/** What `pg`'s query does with what comes back, which its types leave out. */
interface Reading {
  prepare(connection: object): void;
  handleRowDescription(message: { fields: ColumnDescription[] }): void;
  handleCommandComplete(message: object, connection: object): void;
  _result: { addRow(row: unknown): void };
  _canceledDueToError: unknown;
}

const { prepare, handleRowDescription, handleCommandComplete } = pg.Query.prototype as unknown as Reading;

class PreparedQuery extends pg.Query {
  readonly #name: string;
  #known: Known | undefined;
  #shape: RowShape | undefined;

  constructor(
    { text, values, name }: Required<Statement>,
    done: (error: Error | undefined, result: unknown) => void,
  ) {
    super({ text, values: values ?? [], name }, done);
    this.#name = name;
  }

  /** Called by `pg` once it is this statement's turn. */
  prepare(connection: object): void {
    this.#known = CONNECTIONS.get(connection);
    this.#shape = this.#known?.shapes.get(this.#name);
    if (!this.#known || !this.#shape) return prepare.call(this, connection);
    this.#known.isDescribed = true;
    try {
      prepare.call(this, connection);
    } finally {
      this.#known.isDescribed = false;
    }
  }

  handleRowDescription(message: { fields: ColumnDescription[] }): void {
    handleRowDescription.call(this, message);
    this.#shape = shapeOf(message.fields);
    this.#known?.shapes.set(this.#name, this.#shape);
  }

  handleDataRow(row: DataRow): void {
    const reading = this as unknown as Reading;
    if (!this.#shape || reading._canceledDueToError) return;
    try {
      reading._result.addRow(row.read(this.#shape));
    } catch (error) {
      // As `pg` does: the statement goes on to its end, and fails there.
      reading._canceledDueToError = error;
    }
  }

  handleCommandComplete(message: object, connection: object): void {
    // Who answers without rows describes none.
    if (!this.#shape) this.#known?.shapes.set(this.#name, shapeOf([]));
    handleCommandComplete.call(this, message, connection);
  }
}
