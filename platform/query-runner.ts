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
import { PreparedClient, sendPrepared, type Answer } from "./prepared-client.ts";
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

/** Begins a transaction. */
const BEGINNING = /^\s*start transaction\b/i;

/**
 * Statements to whose answers nobody looks: they go along with the one that follows, without a way to the database and back of
 * their own. When one of them fails, so does the one that follows.
 */
const AHEAD = /^\s*(start transaction|set transaction|select set_config\()/i;

interface Ahead {
  sql: string;
  values: unknown[] | undefined;
}

/** What is used here of a connection of whatever kind. */
interface Sender {
  query(statement: Statement): Promise<Answer>;
}

function send(connection: unknown, { name, ...statement }: Statement): Promise<Answer> {
  if (name === undefined) return (connection as Sender).query(statement);
  return connection instanceof PreparedClient
    ? sendPrepared(connection, { name, ...statement })
    : (connection as Sender).query({ name, ...statement });
}

class SafeQueryRunner extends PostgresQueryRunner {
  readonly #cancel: CancelStatement;
  readonly #prepared: PreparedStatements;
  /** Whether a statement was answered on this connection: from then on there may be a transaction to lose. */
  #used = false;
  /** What goes along with the next statement. */
  #ahead: Ahead[] = [];
  /** Settles when no cancellation of a statement is on its way any more. */
  #cancelling: Promise<void> | undefined;

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
    if (AHEAD.test(sql)) {
      this.#ahead.push({ sql, values });
      return [] as never;
    }
    const ahead = this.#ahead;
    this.#ahead = [];
    // A transaction that is lost before its end is as if it had never begun.
    const isHarmless = HARMLESS_TWICE.test(sql) || ahead.some((each) => BEGINNING.test(each.sql));
    for (let tries = 1; ; tries += 1) {
      let isSent = false;
      try {
        const connection = await this.#own();
        isSent = true;
        const answer = await this.#send(connection, ahead, sql, values, structured);
        this.#used = true;
        return answer;
      } catch (error) {
        const isCut = workUnderWay()?.isCut === true;
        const mayAgain = !isCut && !this.#used && tries < TRIES && isHarmless;
        if (!(mayAgain && isTrouble(error) && isLostConnection(error))) {
          // A transaction that was not begun is begun by the next statement, if there is one.
          if (!isSent) this.#ahead.unshift(...ahead);
          throw isCut ? new WorkCut() : isTrouble(error) ? new DatabaseUnavailable(error) : error;
        }
        // Connections are cut all at once: the pool hears of the others before it is asked for the next one.
        await nextTurn();
        await this.#reconnect(error);
      }
    }
  }

  async #end(sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    const isNothingDone = this.#ahead.some((each) => BEGINNING.test(each.sql));
    this.#ahead = [];
    if (isNothingDone) return [] as never;
    try {
      return await this.#answer(await this.connect(), sql, values, structured);
    } finally {
      await this.#cancelling;
    }
  }

  /** The connection, for somebody who is waited for. */
  async #own(): Promise<Connection> {
    const work = workUnderWay();
    work?.throwIfCut();
    const connection = (await this.connect()) as Connection;
    work?.throwIfCut();
    return connection;
  }

  async #send(
    connection: Connection,
    ahead: readonly Ahead[],
    sql: string,
    values?: unknown[],
    structured?: boolean,
  ): Promise<never> {
    const work = workUnderWay();
    const span = beginStatementSpan(work, sql);
    const statement = this.#answerAfter(ahead, connection, sql, values, structured);
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
    const isDone = work.whenCut(() => {
      this.#cancelling = this.#cancel(connection, settled);
    });
    try {
      return await statement;
    } finally {
      isDone();
      // Until then the connection is nobody else's: a late cancellation must not meet the statement of another request.
      await this.#cancelling;
    }
  }

  /** Sends everything at once, and waits for the answers to all of it. */
  async #answerAfter(
    ahead: readonly Ahead[],
    connection: Connection,
    sql: string,
    values?: unknown[],
    structured?: boolean,
  ): Promise<never> {
    if (ahead.length === 0) return this.#answer(connection, sql, values, structured);
    const { stream } = connection.connection;
    stream.cork();
    const before = ahead.map((each) => this.#answer(connection, each.sql, each.values));
    const statement = this.#answer(connection, sql, values, structured);
    stream.uncork();
    const answers = await Promise.allSettled([...before, statement]);
    const failed = answers.find((each) => each.status === "rejected");
    if (failed) throw failed.reason;
    return statement;
  }

  /** What typeorm's own function does, without its events, to which nobody listens. */
  async #answer(connection: unknown, sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    this.driver.dataSource.logger.logQuery(sql, values, this);
    try {
      const statement = this.#prepared.statement(sql, values);
      const { rows, rowCount, command } = await send(connection, statement);
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
