import { createTestDatabase, testPostgresAdminUrl, databaseUrl, withClient } from "./database.ts";

const migrations: string[] = [];
const migrate = async (ownerUrl: string) => {
  migrations.push(ownerUrl);
  await withClient(ownerUrl, async (owner) => {
    await owner.query("create table note (id bigint generated always as identity primary key, text text)");
    await owner.query("create schema private; create table private.secret (id int)");
    await owner.query("create extension pg_trgm");
  });
};

describe("A database for a suite", () => {
  it("is migrated once, and starts empty for each suite", async () => {
    const first = await createTestDatabase("notebook", migrate);
    await withClient(first.url, (service) => service.query("insert into note (text) values ('mine')"));
    const second = await createTestDatabase("notebook", migrate);
    const { rows } = await withClient(second.url, (service) => service.query("select * from note"));
    expect(rows).toEqual([]);
    expect(migrations).toHaveLength(1);
    await Promise.all([first.drop(), second.drop()]);
  });

  it("lets the service read and write rows, in every schema its owner made, and change no table", async () => {
    const { url, drop } = await createTestDatabase("notebook", migrate);
    await withClient(url, async (service) => {
      await service.query("insert into note (text) values ('é')");
      await service.query("insert into private.secret values (1)");
      await service.query("update note set text = upper(text)");
      expect((await service.query("select text from note")).rows).toEqual([{ text: "É" }]);
      await expect(service.query("alter table note add column x int")).rejects.toThrow("must be owner");
      await expect(service.query("create table mine ()")).rejects.toThrow(
        "permission denied for schema public",
      );
      await expect(service.query("truncate note")).rejects.toThrow("permission denied");
    });
    await drop();
  });

  it("lets the service connect to no other database", async () => {
    const [mine, other] = await Promise.all([
      createTestDatabase("notebook", migrate),
      createTestDatabase("diary", async () => {}),
    ]);
    for (const name of ["postgres", "template1", new URL(other.url).pathname.slice(1)]) {
      const connect = withClient(databaseUrl(mine.url, name), async () => {});
      await expect(connect).rejects.toThrow("permission denied for database");
    }
    await Promise.all([mine.drop(), other.drop()]);
  });

  it("is made again when the first migration failed", async () => {
    const broken = createTestDatabase("draft", () => Promise.reject(new Error("a bad migration")));
    await expect(broken).rejects.toThrow("a bad migration");
    const { url, drop } = await createTestDatabase("draft", migrate);
    await withClient(url, (service) => service.query("select from note"));
    await drop();
  });

  it("is gone when it is dropped, even while somebody is connected", async () => {
    const { url, drop } = await createTestDatabase("notebook", migrate);
    await withClient(url, async (service) => {
      service.on("error", () => {});
      await drop();
    }).catch(() => {});
    const { rowCount } = await withClient(testPostgresAdminUrl(), (admin) =>
      admin.query("select from pg_database where datname = $1", [new URL(url).pathname.slice(1)]),
    );
    expect(rowCount).toBe(0);
  });
});
