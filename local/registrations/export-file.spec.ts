/** What an organisation takes out is its own, is written down, is harmless, and comes back as it was. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writePeople } from "../../tests/imports/people-file.ts";
import { openImportWorld, type ImportWorld } from "../../tests/support/import-world.ts";
import { exportFile } from "./export-file.ts";

let world: ImportWorld;
beforeAll(async () => {
  world = await openImportWorld();
  for (const organisation of ["promis", "inici"]) {
    const file = join(world.folder, "people.csv");
    await writePeople({ file, rows: 90, seed: organisation });
    await world.run("people.csv", null, { organisation });
  }
});
afterAll(() => world.close());

describe("An export", () => {
  it.each(["csv", "xlsx"])("is exported as %s in the shape that imports to nothing new", async (kind) => {
    const file = join(world.folder, `export.${kind}`);
    const rows = await exportFile(world.registry, { organisation: "promis", file, french: true });
    expect(rows).toBeGreaterThan(70);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
    const before = await world.everything();
    expect(await world.run(`export.${kind}`, null)).toMatchObject({
      rows,
      imported: 0,
      known: rows,
      corrected: 0,
      outdated: 0,
      bad: 0,
    });
    expect(world.complaints).toEqual([]);
    expect(await world.everything()).toEqual(before);
  });

  it("is exported without formulas, and every value comes back as it was", async () => {
    const values = ["=1+1", "@SUM(A1)", "+Ana", "-Ana", "'=Ana", "'Abd", 'a "b", c;\nd\te'];
    const rows = values.map((value, index) => `x-${index},"${value.replaceAll('"', '""')}"`).join("\n");
    // As the door would have written them.
    await world.run("x.csv", `reference,given names\n${rows}\n`, { organisation: "ccmm" });
    for (const [index, value] of values.entries())
      await world.registry.query(
        "update registration set given_names = $1 where organisation_reference = $2",
        [value, `x-${index}`],
      );
    const file = join(world.folder, "formulas.csv");
    await exportFile(world.registry, { organisation: "ccmm", file, french: false });
    expect(readFileSync(file, "utf8")).not.toMatch(/(^|[,"\n])[=@+-]/);
    const before = await world.everything();
    expect(await world.run("formulas.csv", null, { organisation: "ccmm" })).toMatchObject({
      corrected: 0,
      outdated: 0,
      bad: 0,
    });
    expect(await world.everything()).toEqual(before);
  });

  it("is exported to its own organisation alone, and each file that was shown so is written down", async () => {
    const [before] = await world.registry.query("select count(*) as n from disclosure");
    const file = join(world.folder, "own.csv");
    const rows = await exportFile(world.registry, { organisation: "inici", file, french: false });
    const lines = readFileSync(file, "utf8").trim().split("\r\n").slice(1);
    const own = await world.registry.query(
      "select organisation_reference as r, candidate_id as c from registration where organisation_code = 'inici'",
    );
    expect(lines.map((line) => line.split(",")[0]).sort()).toEqual(
      own.map(({ r }: { r: string }) => r).sort(),
    );
    const shown = await world.registry.query(
      "select candidate_id, section, status, basis, organisation, operation from disclosure order by id offset $1",
      [before.n],
    );
    expect(rows).toBe(own.length);
    expect(shown.map(({ candidate_id: id }: { candidate_id: string }) => id).sort()).toEqual(
      [...new Set(own.map(({ c }: { c: string }) => c))].sort(),
    );
    expect(shown[0]).toMatchObject({
      section: "IDENTITY",
      status: "GRANTED",
      basis: "OWN_FILE",
      organisation: "inici",
      operation: "registrationsExport",
    });
  });
});
