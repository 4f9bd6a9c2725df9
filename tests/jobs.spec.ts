/** Background jobs on a real database, under the role of a service: what the library and our use of it promise together. */
import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { connect, createDatabase, migrate } from "../platform/database.ts";
import { ForgivingPool } from "../platform/forgiving-pool.ts";
import { addJob, startJobs, type Tasks } from "../platform/jobs.ts";
import { ccmm } from "../subgraphs/ccmm/subgraph.ts";
import { rememberingLog, until } from "./support/background.ts";
import { createTestDatabase, withClient, type TestDatabase } from "./support/database.ts";

const { log } = rememberingLog();

let database: TestDatabase;
let service: DataSource;
const running: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase("ccmm", async (url) => {
    await migrate(url, ccmm.database);
  });
  service = await connect(createDatabase(database.url, ccmm.database, 3));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

afterAll(async () => {
  await service.destroy();
  await database.drop();
});

function start(tasks: Tasks): void {
  running.push(startJobs({ databaseUrl: database.url, database: ccmm.database, tasks, log }));
}

const left = async () =>
  Number((await service.query("select count(*) from graphile_worker.jobs"))[0]?.count ?? NaN);

describe("A background job", () => {
  it("runs when the change that added it is committed, and never when the change is undone", async () => {
    const done: string[] = [];
    start({ note: async ({ word }: { word: string }) => void done.push(word) });
    await service.transaction((manager) => addJob(manager, "note", { word: "kept" }));
    const undone = service.transaction(async (manager) => {
      await addJob(manager, "note", { word: "undone" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await service.transaction((manager) => addJob(manager, "note", { word: "kept too" }));
    await until(async () => done.length === 2 && (await left()) === 0);
    expect(done.sort()).toEqual(["kept", "kept too"]);
  });

  it("is done once when several processes look for jobs", async () => {
    const done: number[] = [];
    const note: Tasks = { note: async ({ number }: { number: number }) => void done.push(number) };
    for (let process = 0; process < 3; process += 1) start(note);
    await service.transaction(async (manager) => {
      for (let number = 0; number < 60; number += 1) await addJob(manager, "note", { number });
    });
    await until(async () => done.length >= 60 && (await left()) === 0);
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, number) => number));
  });

  it("is tried again when it fails, later each time, and keeps nothing of what the error said", async () => {
    const tries: number[] = [];
    const waits: { seconds: number; last_error: string }[] = [];
    start({
      stumble: async (_payload, { attempt }) => {
        tries.push(attempt);
        if (attempt < 3) throw new Error("Marie Tremblay, 514 555-0199");
      },
    });
    await service.transaction((manager) => addJob(manager, "stumble", {}));
    await until(async () => {
      waits.push(
        ...(await service.query(
          `select extract(epoch from run_at - now())::float as seconds, last_error from graphile_worker.jobs
           where last_error is not null`,
        )),
      );
      return tries.length === 3 && (await left()) === 0;
    });
    expect(tries).toEqual([1, 2, 3]);
    expect(waits.length).toBeGreaterThan(0);
    for (const { seconds, last_error } of waits) {
      expect(seconds).toBeLessThan(2);
      expect(last_error).not.toMatch(/Marie|514/);
      expect(last_error).toMatch(/^Error/);
    }
  });

  it("left behind by a process that was killed is taken up by another", async () => {
    const done: string[] = [];
    await service.transaction((manager) => addJob(manager, "note", { word: "left" }));
    // What a killed process leaves: a job in its name, and nobody who holds the lock of that name.
    await withClient(database.ownerUrl, (owner) =>
      owner.query(
        "update graphile_worker._private_jobs set locked_by = $1, locked_at = now(), attempts = 1",
        [`pool-${randomUUID()}`],
      ),
    );
    start({ note: async ({ word }: { word: string }) => void done.push(word) });
    await until(async () => done.length === 1 && (await left()) === 0);
  });

  it("goes on by itself when every connection to the database was cut", async () => {
    const done: string[] = [];
    start({ note: async ({ word }: { word: string }) => void done.push(word) });
    await service.transaction((manager) => addJob(manager, "note", { word: "before" }));
    await until(() => done.includes("before"));
    const cut = await service.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'continuum jobs'`,
    );
    expect(cut.length).toBeGreaterThan(1);
    await service.transaction((manager) => addJob(manager, "note", { word: "after" }));
    await until(async () => done.includes("after") && (await left()) === 0);
  });
});

describe("The connections of the jobs", () => {
  it("may be given back twice, and are free once", async () => {
    const pool = new ForgivingPool({ connectionString: database.url, max: 1 });
    // The database may be dropped before its server has heard that the connection is closed.
    pool.on("error", () => undefined);
    await new Promise<void>((resolve, reject) => {
      pool.connect((error, _client, done) => {
        if (error) return reject(error);
        done();
        done();
        resolve();
      });
    });
    const one = await pool.connect();
    expect([pool.totalCount, pool.idleCount]).toEqual([1, 0]);
    one.release();
    await pool.end();
  });
});
