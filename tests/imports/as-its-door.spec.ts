/** An import beside the door: the same people through `registrationRecord`, one after the other, and as a file. */
import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { fieldsOf, headingsOf } from "../../local/registrations/columns.ts";
import type { TableRow } from "../../local/registrations/csv-reader.ts";
import { importFile } from "../../local/registrations/import-file.ts";
import { rowsOf } from "../../local/registrations/table-file.ts";
import { asMeant } from "../../local/registrations/values.ts";
import { perform } from "../../platform/action.ts";
import { connect, createDatabase, migrate } from "../../platform/database.ts";
import { withClient } from "../../platform/provision-database.ts";
import {
  registrationRecord,
  RegistrationRecordInput,
} from "../../subgraphs/registry/actions/registration-record.ts";
import { EntryDoor } from "../../subgraphs/registry/domain/registration.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { viewer } from "../support/subgraph.ts";
import { outcomeOf } from "./outcome.ts";
import { writePeople } from "./people-file.ts";

const folder = mkdtempSync(join(tmpdir(), "as-its-door-"));
const opened: { test: TestDatabase; registry: DataSource }[] = [];
const open = async () => {
  const test = await createTestDatabase("registry", async (url) => {
    await migrate(url, database);
  });
  const registry = await connect(createDatabase(test.ownerUrl, database, 8));
  opened.push({ test, registry });
  return { registry, outcome: () => withClient(test.ownerUrl, outcomeOf) };
};
afterAll(async () => {
  for (const { test, registry } of opened) {
    await registry.destroy();
    await test.drop();
  }
  rmSync(folder, { recursive: true });
});

const promis = viewer("promis", "COUNSELLOR");

/** Everybody in the file, as whoever stands at the door writes them down. */
async function readAloud(file: string): Promise<RegistrationRecordInput[]> {
  const lines: TableRow[] = [];
  for await (const part of rowsOf(file, () => undefined)) lines.push(...part);
  const [heading, ...rows] = lines;
  const fields = fieldsOf(heading?.values ?? [], headingsOf(null), "people.csv");
  return rows.map(({ values }) => {
    const said = asMeant(values, fields, { monthFirst: false });
    const reference = said.organisationReference ?? "";
    return Object.assign(new RegistrationRecordInput(), { entryDoor: EntryDoor.WALK_IN, ...said, reference });
  });
}

async function register(registry: DataSource, people: readonly RegistrationRecordInput[]): Promise<void> {
  for (const input of people) {
    const { userErrors } = await perform(registrationRecord, input, {
      viewer: promis,
      manager: registry.manager,
      staff: () => true,
      now: () => new Date(),
    });
    expect(userErrors).toEqual([]);
  }
}

describe("People who come as a file", () => {
  it("are whom they would be, had each come to the door: linked, asked about and told of alike", async () => {
    const file = join(folder, "people.csv");
    await writePeople({ file, rows: 130, seed: "door", people: 55 });
    const people = await readAloud(file);
    expect(people).toHaveLength(130);
    const [door, both, alone] = [await open(), await open(), await open()];
    await register(door.registry, people);
    const expected = await door.outcome();
    expect(expected.candidates).toBeLessThan(115);
    expect(expected.decisions).toBeGreaterThan(30);

    const how = {
      organisation: "promis",
      file,
      mapping: null,
      dryRun: false,
      refuseAll: false,
      complain: (line: string) => expect(line).toBe(""),
      progress: () => undefined,
    };
    await importFile(alone.registry, { ...how, batch: 37 });
    expect(await alone.outcome()).toEqual(expected);

    await register(both.registry, people.slice(0, 40));
    expect(await importFile(both.registry, { ...how, batch: 200 })).toMatchObject({
      known: 40,
      imported: 90,
    });
    expect(await both.outcome()).toEqual(expected);
  });
});
