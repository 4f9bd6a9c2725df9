/**
 * The scope of a request in a database of several tenants: whose rows PostgreSQL itself shows and lets change.
 *
 * Every statement runs in a transaction that names the caller's tenant and the registrations that the grants of this
 * request cover; the policies of the tables (row-security.ts) read both. Outside such a transaction there is no
 * tenant and no grant, and so no row: a forgotten condition shows nobody else's people.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { EntityManager, type DataSource, type QueryRunner } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner.js";
import type { IsolationLevel } from "typeorm/driver/types/IsolationLevel.js";
import { UUID } from "./uuid.ts";

/** Grants the rows of these registrations, of whatever tenant, to the reads of this request that follow. */
export type Admit = (registrationIds: readonly string[]) => void;

export interface Scope {
  /** Reads in the scope; its `transaction` writes in the scope. */
  manager: EntityManager;
  admit: Admit;
}

/** The scope of one request of `tenant`; null for a caller who is nobody's staff here. */
export function openScope(database: DataSource, tenant: string | null): Scope {
  const settings = new Settings(tenant);
  return {
    manager: new ScopedManager(database, settings),
    // Grants are known by then: resolvers verify them before the loaders of the same wave read anything.
    admit: (registrationIds) => settings.admit(registrationIds),
  };
}

const SET_SCOPE = "select set_config('app.tenant', $1, true), set_config('app.registrations', $2, true)";

class Settings {
  /** Grows with every admission: a transaction that began before it is told again. */
  version = 0;
  private readonly registrations = new Set<string>();

  constructor(private readonly tenant: string | null) {}

  admit(registrationIds: readonly string[]): void {
    for (const id of registrationIds) if (UUID.test(id)) this.registrations.add(id);
    this.version += 1;
  }

  async tell(runner: Pick<QueryRunner, "query">): Promise<void> {
    await runner.query(SET_SCOPE, [this.tenant ?? "", `{${[...this.registrations].join(",")}}`]);
  }
}

/** typeorm's manager, every read of which goes through the scope, and every transaction of which begins with it. */
class ScopedManager extends EntityManager {
  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {
    super(database, new ScopedReads(database, settings));
  }

  override transaction<T>(
    ...given:
      [(manager: EntityManager) => Promise<T>] | [IsolationLevel, (manager: EntityManager) => Promise<T>]
  ): Promise<T> {
    const [isolation, work] = given.length === 2 ? given : ([undefined, given[0]] as const);
    const scoped = async (manager: EntityManager): Promise<T> => {
      await this.settings.tell(manager);
      return work(manager);
    };
    return isolation ? this.database.transaction(isolation, scoped) : this.database.transaction(scoped);
  }
}

interface Read {
  statement: (runner: QueryRunner) => Promise<unknown>;
  answer: (rows: never) => void;
  fail: (error: unknown) => void;
}

/**
 * What looks like one connection to typeorm: the statements of a request, one after the other, in a transaction on a
 * connection that is held no longer than the request reads.
 */
class ScopedReads extends PostgresQueryRunner {
  private readonly waiting: Read[] = [];
  private reading = false;

  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {
    super(database.driver as PostgresDriver, "master");
  }

  override query(sql: string, values?: unknown[], structured?: boolean): Promise<never> {
    return new Promise((answer, fail) => {
      const statement = (runner: QueryRunner) => runner.query(sql, values, structured as true);
      this.waiting.push({ statement, answer, fail });
      if (!this.reading) void this.readAll();
    });
  }

  override startTransaction(): never {
    throw new Error("A scope's own connection only reads: write within manager.transaction.");
  }

  /** Never rejects: each read is told what became of it. */
  private async readAll(): Promise<void> {
    this.reading = true;
    const transaction = new ScopedTransaction(this.database, this.settings);
    for (let read = await this.next(); read; read = await this.next()) await transaction.read(read);
    await transaction.end();
  }

  /** What to read next; after a wave the next one is awaited for a moment, so that it shares the transaction. */
  private async next(): Promise<Read | undefined> {
    // A wave fires in the turn of the event loop after the one in which the wave before it was answered.
    for (let turns = 0; turns < 2 && this.waiting.length === 0; turns += 1) await nextTurn();
    const read = this.waiting.shift();
    this.reading = read !== undefined;
    return read;
  }
}

/** One transaction after the other on one connection: one that failed is undone, and the next read begins another. */
class ScopedTransaction {
  private runner: QueryRunner | null = null;
  private told = -1;

  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {}

  async read({ statement, answer, fail }: Read): Promise<void> {
    try {
      const runner = await this.begun();
      answer((await statement(runner)) as never);
    } catch (error) {
      fail(error);
      await this.finish("rollback");
    }
  }

  async end(): Promise<void> {
    await this.finish("commit");
  }

  private async begun(): Promise<QueryRunner> {
    if (!this.runner) {
      this.runner = this.database.createQueryRunner();
      await this.runner.query("start transaction read only");
    }
    if (this.told !== this.settings.version) {
      const { version } = this.settings;
      await this.settings.tell(this.runner);
      this.told = version;
    }
    return this.runner;
  }

  /** Gives the connection back, without the transaction or not at all. */
  private async finish(how: "commit" | "rollback"): Promise<void> {
    const { runner } = this;
    if (!runner) return;
    this.runner = null;
    this.told = -1;
    try {
      await runner.query(how);
      await runner.release();
    } catch (error) {
      await discard(runner, error);
    }
  }
}

/** Closes a connection whose transaction could not be ended: nobody else may find it in the pool. */
async function discard(runner: QueryRunner, error: unknown): Promise<void> {
  const { releasePostgresConnection } = runner as unknown as {
    releasePostgresConnection: (error: unknown) => Promise<void>;
  };
  await releasePostgresConnection.call(runner, error);
}
