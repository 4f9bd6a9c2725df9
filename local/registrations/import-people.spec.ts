/** The people of a spreadsheet: who they are to the registry, corrected by the next one, and beside other imports. */
import "reflect-metadata";
import { WRONGLY_ARRIVED } from "../../tests/support/arrived.ts";
import { WRONGLY_LISTED } from "../../tests/support/listed.ts";
import { openImportWorld, type ImportWorld } from "../../tests/support/import-world.ts";
import { compareLeftBehind } from "../../subgraphs/registry/comparing.ts";
import { refoldPathways } from "../../subgraphs/registry/store/pathway.ts";
import { rekeyNext } from "../../subgraphs/registry/store/rekey.ts";
import { holdingOff } from "./registry.ts";

let world: ImportWorld;
beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(async () => {
  // Whatever came in is on the worklist of the organisation that brought it.
  expect(await world.registry.query(WRONGLY_LISTED)).toEqual([]);
  expect(await world.registry.query(WRONGLY_ARRIVED)).toEqual([]);
  await world.close();
});

/** A row as an import that was killed leaves it. */
const landed = (organisation: string, reference: string) =>
  world.registry.query(
    `insert into registration_arriving (import_id, line, organisation_code, organisation_reference, entry_door, registered_on,
       given_names, family_names, birth_date, email)
     values (uuidv7(), 2, $1, $2, 'WALK_IN', current_date, 'Nadia', 'Kaci', '1988-04-12', 'nadia.k@example.org')`,
    [organisation, reference],
  );

describe("A spreadsheet of people", () => {
  it("gets the keys that it came with once more when all are made anew", async () => {
    await world.run("y.csv", "reference,given names,birth date\ny-1,Ana,1990-02-03\ny-2,Zoé,\n");
    await world.run("y.csv", "reference,given names,birth date\ny-1,Anna,1990-02-03\n");
    const before = await world.everything();
    await world.registry.query(
      "update registration set identity_keys = '{of before}', search_name = 'of before', search_birth = null",
    );
    const none = { made: 0, last: null };
    const first = "00000000-0000-0000-0000-000000000000";
    const rekey = (after: string, all: boolean) =>
      world.registry.transaction((manager) => rekeyNext(manager, after, all));
    expect(await rekey(first, false)).toEqual(none);
    const done = await rekey(first, true);
    expect(done.made).toBe(2);
    expect(await rekey(done.last ?? first, true)).toEqual(none);
    expect(await world.everything()).toEqual(before);
  });

  it("corrects what it says anew of somebody, dated, and brings back nothing that was corrected since", async () => {
    const heading = "reference,given names,family names,phone,city\n";
    await world.run("j.csv", `${heading}j-1,Ana,Roy,514 285-9286,Laval\n`);
    expect(await world.run("j.csv", `${heading}j-1,Ana,Roy,438 555-0101,\n`)).toMatchObject({
      corrected: 1,
      known: 0,
    });
    const said = async () =>
      world.registry.query(
        `select said.phone, said.city, recorded_by, declared_on = (now() at time zone 'America/Toronto')::date as dated
         from registration_correction as said join registration on registration.id = registration_id
         where organisation_reference = 'j-1'`,
      );
    const corrected = [{ phone: "438 555-0101", city: "Laval", recorded_by: "import@promis", dated: true }];
    expect(await said()).toEqual(corrected);
    // The same again, the first file again, and the number written in another way.
    expect(await world.run("j.csv", `${heading}j-1,Ana,Roy,438 555-0101,\n`)).toMatchObject({
      corrected: 0,
      known: 1,
    });
    expect(await world.run("j.csv", `${heading}j-1,Ana,Roy,514 285-9286,Laval\n`)).toMatchObject({
      corrected: 0,
      known: 1,
      outdated: 1,
    });
    expect(await world.run("j.csv", `${heading}j-1,Ana,Roy,(438) 555 0101,LAVAL\n`)).toMatchObject({
      corrected: 1,
    });
    expect(await said()).toHaveLength(2);
    // What the schedule took away is not given back.
    await world.registry.query(
      "update registration set given_names = '-', anonymised_on = now() where organisation_reference = 'j-1'",
    );
    expect(await world.run("j.csv", `${heading}j-1,Eva,Roy,514 555-0199,\n`)).toMatchObject({
      corrected: 0,
      known: 1,
    });
  });

  it("finds, by what a correction says, who it may be, and links nobody by it", async () => {
    const heading = "reference,given names,family names,birth date,email\n";
    await world.run("l.csv", `${heading}l-1,Amina,Ouattara,1991-02-03,amina.o@example.org\n`, {
      organisation: "inici",
    });
    await world.run("m.csv", `${heading}m-1,Amina,Ouattara,,\n`);
    expect(
      await world.run("m.csv", `${heading}m-1,Amina,Ouattara,1991-02-03,amina.o@example.org\n`),
    ).toMatchObject({
      corrected: 1,
      linked: 0,
    });
    const asked = await world.registry.query(
      `select state from identity_pair where (select id from registration where organisation_reference = 'm-1') in (one_id, other_id)`,
    );
    expect(asked).toEqual([{ state: "POSSIBLE" }]);
  });

  it("begins the pathway of whoever comes in, as the door does, and tells the news of it", async () => {
    await world.run("q.csv", "reference,given names\nq-1,Ana\n");
    const [person] = await world.registry.query(
      `select candidate_id, stage, responsible, door, next_step from registration join candidate on candidate.id = candidate_id
       where organisation_reference = 'q-1'`,
    );
    expect(person).toMatchObject({
      stage: "INTAKE",
      responsible: "promis",
      door: "promis",
      next_step: "ASSIGN_COUNSELLOR",
    });
    // Folded anew, nothing moves: it was stored as the fold has it.
    const refolded = await world.registry.transaction((manager) =>
      refoldPathways(manager, [person.candidate_id]),
    );
    expect(refolded.changed).toBe(0);
    const news = await world.registry.query(
      "select kind, recipients from news_entry where candidate_id = $1",
      [person.candidate_id],
    );
    expect(news.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      "MILESTONE_REPORTED",
      "RESPONSIBLE_CHANGED",
      "STAGE_CHANGED",
    ]);
    for (const { recipients } of news) expect([...recipients].sort()).toEqual(["alliance", "promis"]);
  });

  it("proposes the next referral of whoever is registered from abroad", async () => {
    await world.run("r.csv", "reference,given names,entry door\nr-1,Ana,pre_departure\n", {
      organisation: "mifi",
    });
    const [person] = await world.registry.query(
      `select stage, (select array_agg(reason) from referral where referral.candidate_id = candidate.id) as referrals,
         (select count(*) from missed_proposal where missed_proposal.candidate_id = candidate.id) as missed
       from registration join candidate on candidate.id = candidate_id where organisation_reference = 'r-1'`,
    );
    expect(person).toEqual({ stage: "PRE_DEPARTURE", referrals: ["PRE_DEPARTURE"], missed: 0 });
  });

  it("left behind when an import is killed comes in by the registry, once no import runs", async () => {
    const heading = "reference,given names,family names,birth date,email";
    await world.run("s.csv", `${heading}\ns-1,Nadia,Kaci,1988-04-12,nadia.k@example.org\n`, {
      organisation: "inici",
    });
    await landed("ccmm", "s-2");
    const together = async () =>
      world.registry.query(
        "select organisation_reference as of, candidate_id = first_value(candidate_id) over (order by id) as same from registration where organisation_reference in ('s-1', 's-2') order by id",
      );
    expect(await together()).toEqual([{ of: "s-1", same: true }]);
    expect(await holdingOff(world.registry, () => compareLeftBehind(world.url))).toBe(0);
    expect(await compareLeftBehind(world.url)).toBe(1);
    expect(await together()).toEqual([
      { of: "s-1", same: true },
      { of: "s-2", same: true },
    ]);
    expect(await world.registry.query("select from registration_arriving")).toEqual([]);
  });

  it("left behind comes in before the same file when that is imported again", async () => {
    await landed("ccmm", "z-1");
    const file = "reference,given names,family names,birth date\nz-1,Nadia,Kaci,1988-04-12\nz-2,Ana,Roy,\n";
    expect(await world.run("z.csv", file, { organisation: "ccmm" })).toMatchObject({
      imported: 1,
      known: 1,
    });
    expect(await world.registry.query("select from registration_arriving")).toEqual([]);
  });

  it("that an earlier release left uncompared is compared", async () => {
    const said = "Omar,Haddad,1979-11-02,omar.h@example.org";
    const heading = "reference,given names,family names,birth date,email";
    await world.run("e.csv", `${heading}\ne-1,${said}\n`);
    await world.registry.query(
      "insert into identity_waiting select id, organisation_code, true from registration where organisation_reference = 'e-1'",
    );
    expect(await compareLeftBehind(world.url)).toBe(1);
    expect(await world.registry.query("select from identity_waiting")).toEqual([]);
  });

  it("comes in once when two import it at once", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `t-${index},Person${index},Tremblay`);
    const text = ["reference,given names,family names", ...rows].join("\n");
    const before = await world.count();
    const done = await Promise.all([
      world.run("f.csv", text, { batch: 7 }),
      world.run("f.csv", text, { batch: 7 }),
    ]);
    expect(done[0].imported + done[1].imported).toBe(40);
    expect(await world.count()).toBe(before + 40);
    expect(await world.registry.query("select * from identity_waiting")).toEqual([]);
  });

  it("comes in whole beside another of the same organisation, and beside one of another with the same people", async () => {
    const rows = (prefix: string) =>
      Array.from(
        { length: 30 },
        (_, index) => `${prefix}-${index},Person${index},Gagnon,19${index + 50}-04-05,p${index}@example.org`,
      );
    const text = (some: string[]) =>
      ["reference,given names,family names,birth date,email", ...some].join("\n");
    const [before] = await world.registry.query("select count(distinct candidate_id) as n from registration");
    const done = await Promise.all([
      world.run("u.csv", text(rows("both-a")), { batch: 7 }),
      world.run("v.csv", text(rows("both-b")), { batch: 7 }),
      world.run("w.csv", text(rows("both-c")), { batch: 7, organisation: "ccmm" }),
    ]);
    expect(done.map(({ imported }) => imported)).toEqual([30, 30, 30]);
    const [after] = await world.registry.query("select count(distinct candidate_id) as n from registration");
    expect(after.n - before.n).toBe(30);
    expect(await world.registry.query("select * from identity_waiting")).toEqual([]);
  });

  it("recognises people, within the file and at other doors, as the door itself would", async () => {
    const said =
      "Nadia,Benmoussa,1988-04-12,nadia.b@example.org,514 555-0147,12 rue Ontario,Montréal,H2L 1R5";
    const heading = "reference,given names,family names,birth date,email,phone,address,city,postal code";
    await world.run("g.csv", `${heading}\ng-1,${said}\n`, { organisation: "inici" });
    const done = await world.run("h.csv", `${heading}\nh-1,${said}\nh-2,${said}\n`);
    expect(done).toMatchObject({ imported: 2, linked: 2 });
    const rows = await world.registry.query(
      "select distinct candidate_id from registration where organisation_reference in ('g-1', 'h-1', 'h-2')",
    );
    expect(rows).toHaveLength(1);
  });
});
