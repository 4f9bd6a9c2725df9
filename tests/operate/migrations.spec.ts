/** Migrations run while the old version serves: what would break it, or hold it up, is found here and not by its users. */
import { DEFINITIONS } from "../../local/backup/definitions.ts";
import { PARTNERS } from "../../local/start/partners.ts";
import { migrate, SqlMigration } from "../../platform/database.ts";
import { StartupError } from "../../platform/environment.ts";
import { whenUnlocked } from "../../platform/unlocked.ts";
import { createTestDatabase, withClient } from "../support/database.ts";
import { unsafeParts, type Migration } from "./migration-rules.ts";

/** Migrations up to this one made the tables before anybody used them. */
const BASELINE = 1_765_500_000_000;

const all = PARTNERS.flatMap((partner) =>
  DEFINITIONS[partner].migrations.map((Made) => {
    const migration = new Made() as unknown as { name: string; sql: string; transaction?: boolean };
    expect(migration).toBeInstanceOf(SqlMigration);
    const { name, sql, transaction = true } = migration;
    return { name: `${partner} ${name}`, sql, inTransaction: transaction };
  }),
);
const writtenAt = ({ name }: Migration) => Number(/\d{13}$/.exec(name)?.[0]);

it.each([
  ["drop table offer", /old version still reads/],
  ["alter table offer drop column note", /old version still reads/],
  ["alter table offer drop note", /old version still reads/],
  ["alter table offer rename column note to remark", /old name/],
  ["alter table offer rename to proposal", /old name/],
  ["alter table offer alter column place type bigint", /changes a type/],
  ["alter table offer add column place int not null", /does not fill/],
  ["ALTER TABLE offer\n ADD place int NOT NULL", /does not fill/],
  ["alter table offer add column mark uuid not null default gen_random_uuid()", /for each row/],
  ["alter table offer add constraint positive check (place > 0)", /not valid/],
  ["alter table offer add foreign key (match_id) references match (id)", /not valid/],
  ["alter table offer add constraint once unique (place)", /using index/],
  ["alter table offer alter column place set not null", /is not null/],
  ["create index offer_place on offer (place)", /concurrently/],
  ["create index concurrently offer_place on offer (place)", /in a transaction/],
  ["update offer set place = 1", /in pieces/],
])("finds that `%s` is not safe", (sql, words) => {
  expect(unsafeParts({ name: "It", sql, inTransaction: true })).toEqual([expect.stringMatching(words)]);
});

it.each([
  ["alter table offer add column place int", true],
  ["alter table offer add column place int not null default 0", true],
  ["alter table offer add constraint positive check (place > 0) not valid", true],
  ["alter table offer validate constraint positive", true],
  ["alter table offer drop constraint positive", true],
  ["alter table offer alter column place drop not null", true],
  ["create index concurrently offer_place on offer (place)", false],
  ["create table offer (place int); create index offer_place on offer (place)", true],
  ["-- safe: no version since June reads it\ndrop table offer", true],
  ["create function f() returns int language sql as $$ update offer set place = 1 returning 1 $$", true],
  ["comment on table offer is 'drop table; update offer set x'", true],
])("finds nothing wrong with `%s`", (sql, inTransaction) => {
  expect(unsafeParts({ name: "It", sql, inTransaction })).toEqual([]);
});

it("finds every migration written since the hub is in use to be safe while the old version serves", () => {
  expect(all.length).toBeGreaterThan(30);
  expect(all.every((migration) => writtenAt(migration) > 1_763_000_000_000)).toBe(true);
  expect(all.filter((migration) => writtenAt(migration) > BASELINE).flatMap(unsafeParts)).toEqual([]);
});

it("waits shortly for a table that is in use, lets the others through, and tries again", async () => {
  const database = await createTestDatabase("fccq", async (url) => {
    await migrate(url, DEFINITIONS.fccq);
  });
  try {
    await withClient(database.ownerUrl, async (reader) => {
      await reader.query("begin; select from offer");
      let tries = 0;
      const change = () =>
        withClient(database.ownerUrl, async (client) => {
          tries += 1;
          if (tries === 3) await reader.query("commit");
          await client.query(`set lock_timeout = ${tries === 3 ? 0 : 20}`);
          await client.query("alter table offer add column remark text");
        });
      await whenUnlocked(change, 5, 1);
      expect(tries).toBe(3);

      await reader.query("begin; select from offer");
      const never = () =>
        withClient(database.ownerUrl, async (client) => {
          await client.query("set lock_timeout = 20");
          await client.query("alter table offer add column more text");
        });
      await expect(whenUnlocked(never, 2, 1)).rejects.toThrow(StartupError);
      await reader.query("commit");
    });
  } finally {
    await database.drop();
  }
});
