import { createHash } from "node:crypto";
import { WRONGLY_ARRIVED } from "../../tests/support/arrived.ts";
import { WRONGLY_LISTED } from "../../tests/support/listed.ts";
import { openTestWorld, type TestWorld } from "../../tests/support/demonstration-world.ts";
import { PARTNERS } from "../start/partners.ts";
import { findDatabases } from "./environment.ts";
import { loadWorld } from "./load.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.drop());

/** What every row of every table comes to. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const partner of PARTNERS)
    for (const table of await world.tables(partner)) {
      const [row] = await world.rows<{ all: string | null }>(
        partner,
        // But for the transaction that wrote a disclosure, which is PostgreSQL's own.
        `select md5(string_agg(row::text, ',' order by row::text)) as all
         from (select to_jsonb(t) - 'xact' as row from "${table}" t) as every`,
      );
      hash.update(`${partner} ${table} ${row?.all}`);
    }
  return hash.digest("hex");
}

describe("Loading a world", () => {
  let first: string;

  it("gives the same rows every time", async () => {
    first = await fingerprint();
    expect(await world.load("continuum")).toBeGreaterThan(50_000);
    expect(await fingerprint()).toBe(first);
  });

  it("leaves a world alone when it is asked to fill an empty one", async () => {
    expect(await world.load("another", true)).toBeNull();
    expect(await fingerprint()).toBe(first);
  });

  it("is all or nothing", async () => {
    const urls = { ...world.urls, regional: world.databases.regional.url };
    await expect(loadWorld({ urls, scale: 1, seed: "another" })).rejects.toThrow("permission denied");
    expect(await fingerprint()).toBe(first);
  });

  it("fills an empty registry whatever the other databases hold, with others for another seed, and says how far it is", async () => {
    const emails = "select email from registration where email is not null";
    const before = new Set((await world.rows("registry", emails)).map(({ email }) => email));
    await world.rows(
      "registry",
      "truncate candidate, professional, registration, milestone, referral, consent cascade",
    );
    const told: number[] = [];
    const progress = (parts: number, rows: number) => void told.push(parts, rows);
    const rows = await loadWorld({ urls: world.urls, scale: 2, seed: "another", ifEmpty: true, progress });
    const known = (await world.rows("registry", emails)).filter(({ email }) => before.has(email));
    expect(known.length).toBeLessThan(before.size / 20);
    expect([told[0], told[2]]).toEqual([1, 2]);
    expect(told[3]).toBe(rows);
    expect(rows).toBeGreaterThan((told[1] ?? 0) * 1.8);
    expect(await world.rows("fccq", "select count(*)::int as count from chamber")).toEqual([{ count: 125 }]);
    expect(await world.rows("fccq", "select count(*)::int as count from business")).toEqual([
      { count: 4_000 },
    ]);
    // Nothing is left of whoever was there before.
    expect(await world.rows("registry", WRONGLY_LISTED)).toEqual([]);
    expect(await world.rows("registry", WRONGLY_ARRIVED)).toEqual([]);
  });

  it("says which database cannot be reached", async () => {
    const urls = { ...world.urls, eer: "postgres://nobody:secret@127.0.0.1:1/eer" };
    await expect(loadWorld({ urls, scale: 1, seed: "one" })).rejects.toThrow(
      "The database of eer cannot be reached at 127.0.0.1:1.",
    );
  });
});

describe("Where a world is loaded", () => {
  const given = Object.fromEntries(
    PARTNERS.map((partner) => [
      `${partner.toUpperCase()}_DATABASE_URL`,
      `postgres://owner@localhost/${partner}`,
    ]),
  );

  it("is what the environment names", () => {
    expect(findDatabases(given).eer).toBe("postgres://owner@localhost/eer");
  });

  it("is not guessed when the environment names only some", () => {
    expect(() => findDatabases({ EER_DATABASE_URL: given["EER_DATABASE_URL"] })).toThrow(
      /REGISTRY_DATABASE_URL is missing/,
    );
  });

  it("is nowhere when no hub runs here", () => {
    expect(() => findDatabases({}, "/nowhere")).toThrow("Continuum is not running here");
  });
});
