/**
 * How the statements of requests reach PostgreSQL: those that come again are prepared, those that nobody waits for any
 * more are cancelled there, and a connection that was cut while it lay in the pool costs a second try instead of an
 * error.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { QueryFailedError, type DataSource, type ReplicationMode } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner.js";
import { QueryResult } from "typeorm/query-runner/QueryResult.js";
import { statementCanceller, type CancelStatement, type Connection } from "./cancel-statement.ts";
import { PreparedStatements, type Statement } from "./prepared.ts";
import { WorkCut, workUnderWay } from "./request-work.ts";
import { beginStatementSpan } from "./subgraph-observation.ts";

/** Thrown when the database did not do its work, whatever the statement: it is down, stopping, full or late. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  readonly code: string;

  constructor(cause: unknown) {
    super("The database did not answer.", { cause });
    this.code = codeOf(cause) ?? "UNKNOWN";
  }
}

/** Gives `database`, which is connected to `url`, connections that behave as this file says. */
export function runStatementsSafely(database: DataSource, url: string): void {
  const driver = database.driver as PostgresDriver;
  const cancel = statementCanceller(url);
  const prepared = new PreparedStatements();
  driver.createQueryRunner = (mode: ReplicationMode) => new SafeQueryRunner(driver, mode, cancel, prepared);
}

/** How often a statement is sent when the pool hands out connections that are dead. */
const TRIES = 3;

/** Statements that change nothing when they are sent twice. */
const HARMLESS_TWICE = /^\s*(select|start transaction)\b/i;

/** They end a transaction, and are sent whatever happened: without them nobody else could use the connection. */
const ENDING = /^\s*(commit|rollback)\b/i;

/** What is used here of a connection, and of what it answers. */
interface Sender {
  query(statement: Statement): Promise<{ rows: unknown[]; rowCount: number | null; command: string }>;
}

class SafeQueryRunner extends PostgresQueryRunner {
  readonly #cancel: CancelStatement;
  readonly #prepared: PreparedStatements;
  /** Whether a statement was answered on this connection: from then on there may be a transaction to lose. */
  #used = false;

  constructor(
    driver: PostgresDriver,
    mode: ReplicationMode,
    cancel: CancelStatement,
    prepared: PreparedStatements,
  ) {
    super(driver, mode);
    this.#cancel = cancel;
    this.#prepared = prepared;
  }

  override async query(sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    if (ENDING.test(sql)) return this.#end(sql, values, structured);
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await this.#send(sql, values, structured);
        this.#used = true;
        return answer;
      } catch (error) {
        if (workUnderWay()?.isCut) throw new WorkCut();
        if (!isTrouble(error)) throw error;
        const again = !this.#used && tries < TRIES && HARMLESS_TWICE.test(sql) && isLostConnection(error);
        if (!again) throw new DatabaseUnavailable(error);
        // Connections are cut all at once: the pool hears of the others before it is asked for the next one.
        await nextTurn();
        await this.#reconnect(error);
      }
    }
  }

  async #end(sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    try {
      return await this.#answer(await this.connect(), sql, values, structured);
    } catch (error) {
      throw isTrouble(error) ? new DatabaseUnavailable(error) : error;
    }
  }

  async #send(sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    const work = workUnderWay();
    work?.throwIfCut();
    const connection = (await this.connect()) as Connection;
    work?.throwIfCut();
    const span = beginStatementSpan(work, sql);
    const statement = this.#answer(connection, sql, values, structured);
    if (!work) return statement;
    if (span)
      statement.then(
        () => span.end(),
        (error: unknown) => span.end(codeOf(error) ?? "FAILED"),
      );
    const settled = statement.then(
      () => true as const,
      () => true as const,
    );
    let cancelling: Promise<void> | undefined;
    const isDone = work.whenCut(() => {
      cancelling = this.#cancel(connection, settled);
    });
    try {
      return await statement;
    } finally {
      isDone();
      // Until then the connection is nobody else's: a late cancellation must not meet the statement of another request.
      await cancelling;
    }
  }

  /** What typeorm's own function does, without its events, to which nobody listens. */
  async #answer(connection: unknown, sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    this.driver.dataSource.logger.logQuery(sql, values, this);
    try {
      const statement = this.#prepared.statement(sql, values);
      const { rows, rowCount, command } = await (connection as Sender).query(statement);
      const raw = command === "UPDATE" || command === "DELETE" ? [rows, rowCount] : rows;
      if (!structured) return raw as never;
      const result = new QueryResult();
      Object.assign(result, { raw, records: rows, affected: rowCount });
      return result as never;
    } catch (error) {
      this.#prepared.failed(sql, codeOf(error));
      throw new QueryFailedError(sql, values, error as Error);
    }
  }

  async #reconnect(error: unknown): Promise<void> {
    const { releasePostgresConnection } = this as unknown as {
      releasePostgresConnection: (error: unknown) => Promise<void>;
    };
    await releasePostgresConnection.call(this, error);
    // typeorm would keep the lost connection, and the promise of it, for good.
    Object.assign(this, {
      isReleased: false,
      databaseConnection: undefined,
      databaseConnectionPromise: undefined,
    });
  }
}

/** PostgreSQL's conditions that say nothing of the statement: connection lost, stopping, starting, full, cancelled, idle. */
const TROUBLE = /^(08...|57P0[1-5]|57014|53300|25P0[34])$/;
const LOST = /^(08...|57P0[12]|ECONNRESET|EPIPE)$/;
/** `pg` has no codes for these. */
const LOST_IN_WORDS = /connection (terminated|ended)|not queryable/i;

/** Whether `error` speaks of the database and not of the statement. */
function isTrouble(error: unknown): boolean {
  // What failed before the statement was sent, or found the connection gone in the middle of a transaction.
  if (!(error instanceof QueryFailedError)) return !(error instanceof WorkCut);
  const code = codeOf(error);
  return isLostConnection(error) || (code !== undefined && (TROUBLE.test(code) || /^E[A-Z]+$/.test(code)));
}

/** Whether the connection is gone, so that another one may do. */
function isLostConnection(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return LOST.test(code);
  return error instanceof Error && LOST_IN_WORDS.test(error.message);
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}
