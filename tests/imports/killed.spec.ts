/** An import as its own process: killed in the middle, run again, and no different from one that nobody disturbed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../platform/database.ts";
import { withClient } from "../../platform/provision-database.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { until } from "../support/background.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { startImport } from "./import-process.ts";
import { outcomeOf } from "./outcome.ts";
import { writePeople } from "./people-file.ts";

const folder = mkdtempSync(join(tmpdir(), "killed-"));
const databases: TestDatabase[] = [];
const open = async () => {
  const made = await createTestDatabase("registry", async (url) => {
    await migrate(url, database);
  });
  databases.push(made);
  return made.ownerUrl;
};
afterAll(async () => {
  for (const each of databases) await each.drop();
  rmSync(folder, { recursive: true });
});

const landed = (client: pg.Client) =>
  client
    .query<{ n: number }>("select count(*)::int as n from registration")
    .then(({ rows }) => rows[0]?.n ?? 0);

const AT_A_DOOR = `
  with person as (insert into candidate (id, created_at) values (uuidv7(), now()) returning id)
  insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, given_names)
    select uuidv7(), id, 'promis', $1, 'WALK_IN', current_date, now(), 'Ana' from person`;

describe("An import", () => {
  it("killed in the middle and run again leaves what one that nobody disturbed leaves, and nothing twice", async () => {
    const file = join(folder, "people.csv");
    const rows = 2_300;
    await writePeople({ file, rows, seed: "killed" });
    const [whole, killed] = [await open(), await open()];
    const undisturbed = await startImport(whole, ["promis", file]).ended;
    expect(undisturbed).toMatchObject({ code: 0, figures: { rows, imported: rows, bad: 0 } });

    await withClient(killed, async (client) => {
      // Somebody at a door is about to register one of its last part: until they have decided, it gets no further.
      await client.query("begin");
      await client.query(AT_A_DOOR, [`D-${String(rows - 1).padStart(7, "0")}`]);
      const first = startImport(killed, ["promis", file]);
      // Once its first part is there.
      await withClient(killed, (other) => until(async () => (await landed(other)) > 0));
      first.kill();
      expect((await first.ended).figures).toBeNull();
      await client.query("rollback");
    });
    const again = await startImport(killed, ["promis", file]).ended;
    expect(again.code).toBe(0);
    const outcome = await withClient(killed, outcomeOf);
    expect(outcome).toEqual(await withClient(whole, outcomeOf));
    expect(outcome).toMatchObject({ registrations: rows, milestones: rows, waiting: 0 });

    const third = await startImport(killed, ["promis", file]).ended;
    expect(third.figures).toMatchObject({ imported: 0, known: rows, corrected: 0, linked: 0, possible: 0 });
    expect(await withClient(killed, outcomeOf)).toEqual(outcome);
  });

  it("ends in one line of JSON, shows the first bad rows, keeps all of them in a file, and fails when nothing came in", async () => {
    const file = join(folder, "bad.csv");
    writeFileSync(file, `reference,given names,email\n${"x,Ana,secret@\n".repeat(3_000)}`);
    const { code, figures, errors } = await startImport(await open(), ["promis", file]).ended;
    expect({ code, figures }).toMatchObject({
      code: 1,
      figures: { rows: 3_000, bad: 3_000, imported: 0, problems: `${file}.problems.txt` },
    });
    expect(errors.match(/^bad\.csv:\d+: column/gm)).toHaveLength(20);
    expect(errors).toContain(`3000 lines like these are in ${file}.problems.txt.`);
    const told = readFileSync(`${file}.problems.txt`, "utf8");
    expect(told.trim().split("\n")).toHaveLength(3_000);
    expect(errors + told).not.toContain("secret");
    const none = await startImport("postgres://127.0.0.1:1/none", ["promis", join(folder, "none.csv")]).ended;
    expect(none).toMatchObject({ code: 1, figures: null });
    expect(none.errors).toMatch(/^.*none\.csv cannot be read: name a CSV or XLSX file that is there\.\n$/);
  });
});
