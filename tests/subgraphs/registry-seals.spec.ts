import "reflect-metadata";
import { entryHash, type Entry } from "../../subgraphs/registry/domain/seal.ts";
import { ENTRY } from "../../subgraphs/registry/store/seal-records.ts";
import { sealSigner, sha256 } from "../../subgraphs/registry/store/seal-keys.ts";
import { sealNext } from "../../subgraphs/registry/store/seal-disclosures.ts";
import { openTrail, sealKeys, type Trail } from "../support/seals.ts";

let trail: Trail;
/** The disclosures of the three seals that every test begins with. */
let sealed: string[][];

beforeEach(async () => {
  trail = await openTrail();
  sealed = [];
  for (let seal = 0; seal < 3; seal += 1) {
    sealed.push(await trail.disclose(5));
    await trail.seal();
  }
});

afterEach(() => trail.close());

function entry(seal: number, place: number): string {
  return sealed[seal - 1]?.[place - 1] ?? "";
}

/** Does something to the database that only a superuser can. */
async function tamper(statement: string, ...values: unknown[]): Promise<void> {
  const { rowCount } = await trail.superuser.query(statement, values);
  expect(rowCount).toBeGreaterThan(0);
}

async function findings(): Promise<{ seal: number | null; disclosure: string | null; sentence: string }[]> {
  const verdict = await trail.verify();
  expect(verdict.broken).toBe(verdict.findings.length);
  return verdict.findings;
}

describe("A trail that nobody touched", () => {
  it("is whole, and what is not sealed yet is counted", async () => {
    await trail.disclose(4);
    expect(await trail.verify()).toMatchObject({
      entries: 19,
      sealed: 15,
      unsealed: 4,
      seals: 3,
      broken: 0,
      findings: [],
    });
  });

  it("gets no seal when there is nothing to seal", async () => {
    expect(await trail.seal()).toEqual([]);
    expect((await trail.verify()).seals).toBe(3);
  });

  it("seals in portions when there is much, and loses none of it", async () => {
    await trail.disclose(95);
    await trail.disclose(1);
    expect((await trail.seal(10)).map(({ count }) => count)).toEqual([...Array<number>(9).fill(10), 6]);
    expect(await trail.verify()).toMatchObject({
      entries: 111,
      sealed: 111,
      unsealed: 0,
      seals: 13,
      broken: 0,
    });
  });

  it("cannot be changed by the role that writes it", async () => {
    for (const table of ["disclosure", "disclosure_seal", "disclosure_sealed"]) {
      await expect(trail.service.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(trail.service.query(`truncate ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(trail.service.query("update disclosure set at = now()")).rejects.toThrow(
      /permission denied/,
    );
    await expect(trail.service.query("update disclosure_seal set count = 1")).rejects.toThrow(
      /permission denied/,
    );
    await expect(trail.service.query("update disclosure_sealed set seal = 1")).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("A disclosure that was sealed", () => {
  it.each([
    ["at", "at + interval '1 millisecond'"],
    ["candidate_id", "gen_random_uuid()"],
    ["section", "'PATHWAY'"],
    ["status", "'NO_CONSENT'"],
    ["basis", "null"],
    ["subject", "'somebody else'"],
    ["organisation", "'fccq'"],
    ["purpose", "'COORDINATION'"],
    ["operation", "null"],
    ["request_id", "gen_random_uuid()"],
    ["xact", "'3'"],
  ])("is named when its %s is changed", async (column, value) => {
    await tamper(`update disclosure set ${column} = ${value} where id = $1`, entry(2, 3));
    expect(await findings()).toMatchObject([
      {
        seal: 2,
        disclosure: entry(2, 3),
        sentence: expect.stringContaining("place 3 of seal 2, was changed"),
      },
    ]);
  });

  it("is named when it is removed, and the others are still counted", async () => {
    await tamper("delete from disclosure where id = $1", entry(1, 5));
    expect(await findings()).toMatchObject([
      { seal: 1, disclosure: entry(1, 5), sentence: expect.stringContaining("was removed") },
    ]);
    expect(await trail.verify()).toMatchObject({ entries: 14, sealed: 14, broken: 1 });
  });

  it("is missed when it is removed together with its place", async () => {
    await tamper("delete from disclosure where id = any($1)", [entry(2, 2), entry(2, 3)]);
    await tamper("delete from disclosure_sealed where disclosure_id = any($1)", [entry(2, 2), entry(2, 3)]);
    expect(await findings()).toEqual([
      { seal: 2, disclosure: null, sentence: "Of seal 2, places 2 to 3 were removed." },
    ]);
  });

  it("is named when it changes places with another, in the table or in the seal", async () => {
    await tamper(
      `update disclosure set (candidate_id, request_id) = (select candidate_id, request_id from disclosure other
         where other.id = case when disclosure.id = $1 then $2::uuid else $1::uuid end) where id in ($1::uuid, $2::uuid)`,
      entry(1, 1),
      entry(3, 1),
    );
    expect((await findings()).map(({ seal, disclosure }) => [seal, disclosure])).toEqual([
      [1, entry(1, 1)],
      [3, entry(3, 1)],
    ]);
  });

  it("is named when it is put in another place of its seal", async () => {
    await tamper("update disclosure_sealed set position = 99 where disclosure_id = $1", entry(2, 1));
    await tamper("update disclosure_sealed set position = 0 where disclosure_id = $1", entry(2, 2));
    await tamper("update disclosure_sealed set position = 1 where disclosure_id = $1", entry(2, 1));
    expect(await findings()).toEqual([
      {
        seal: 2,
        disclosure: entry(2, 1),
        sentence: `Disclosure ${entry(2, 1)} is out of its place in seal 2.`,
      },
    ]);
  });

  it("gives its seal away when it is rewritten together with its hash", async () => {
    await tamper("update disclosure set subject = 'somebody else' where id = $1", entry(2, 4));
    const { rows } = await trail.superuser.query<Entry>(
      `select ${ENTRY} from disclosure entry where id = $1`,
      [entry(2, 4)],
    );
    const [rewritten] = rows;
    if (!rewritten) throw new Error("the disclosure is there");
    await tamper(
      "update disclosure_sealed set hash = $1 where disclosure_id = $2",
      entryHash(rewritten, sha256),
      rewritten.id,
    );
    expect(await findings()).toEqual([
      {
        seal: 2,
        disclosure: null,
        sentence: "Entries of seal 2 were rewritten together with their hashes.",
      },
    ]);
  });
});

describe("A disclosure that somebody inserts", () => {
  const COPY = `insert into disclosure (at, candidate_id, section, status, basis, subject, organisation, purpose, operation, request_id, xact)
    select at - $2::interval, candidate_id, section, status, basis, 'planted', organisation, purpose, operation, request_id,
      coalesce($3::xid8, pg_current_xact_id()) from disclosure where id = $1`;

  it("among those that are sealed is named", async () => {
    const { rows } = await trail.superuser.query("select xact::text as xact from disclosure where id = $1", [
      entry(2, 1),
    ]);
    await tamper(COPY, entry(2, 1), "0", rows[0].xact);
    expect(await findings()).toMatchObject([
      {
        seal: null,
        sentence: expect.stringContaining("was inserted among what seal 3 and those before it hold"),
      },
    ]);
    expect(await trail.seal()).toEqual([]);
  });

  it("with a transaction that is yet to come is named", async () => {
    await tamper(COPY, entry(2, 1), "0", "999999999");
    expect(await findings()).toMatchObject([{ sentence: expect.stringContaining("was inserted") }]);
  });

  it("with an old date is named, before it is sealed and after", async () => {
    await tamper(COPY, entry(1, 1), "1 day", null);
    const before = await findings();
    expect(before).toMatchObject([
      { seal: null, sentence: expect.stringMatching(/is dated .* and was inserted after seal 3 of/) },
    ]);
    await trail.seal();
    expect(await findings()).toMatchObject([{ seal: 4, disclosure: before[0]?.disclosure }]);
  });

  it("into a seal is named", async () => {
    const [planted] = await trail.disclose(1, trail.superuser);
    await tamper(
      "insert into disclosure_sealed (disclosure_id, seal, position, hash) values ($1, 1, 5, sha256('guess'))",
      planted,
    );
    expect(await findings()).toMatchObject([
      { seal: 1, disclosure: planted, sentence: expect.stringContaining("was inserted into seal 1") },
    ]);
  });
});

describe("A seal", () => {
  it.each([
    ["previous", "sha256('another')"],
    ["root", "sha256('another')"],
    ["first_id", "gen_random_uuid()"],
    ["last_id", "gen_random_uuid()"],
    ["cursor_xact", "'4'"],
    ["cursor_id", "gen_random_uuid()"],
    ["quiet", "not quiet"],
    ["sealed_at", "sealed_at - interval '1 hour'"],
    ["key_id", "'another'"],
    ["signature", "set_byte(signature, 0, get_byte(signature, 0) # 1)"],
  ])("is named when its %s is changed", async (column, value) => {
    await tamper(`update disclosure_seal set ${column} = ${value} where number = 2`);
    expect(await findings()).toEqual([
      { seal: 2, disclosure: null, sentence: "Seal 2 was changed: its signature does not fit." },
    ]);
  });

  it("is named when it is removed, from the beginning, the middle and the end", async () => {
    await tamper("delete from disclosure_seal where number = 1");
    expect(await findings()).toEqual([{ seal: 1, disclosure: null, sentence: "Seal 1 was removed." }]);
    await tamper("delete from disclosure_seal where number = 2");
    expect(await findings()).toEqual([{ seal: 1, disclosure: null, sentence: "Seals 1 to 2 were removed." }]);
    await tamper("delete from disclosure_seal where number = 3");
    expect((await findings()).map(({ seal }) => seal)).toEqual([1, 2, 3]);
  });

  it("is named when it changes places with another", async () => {
    await tamper("update disclosure_seal set number = 99 where number = 1");
    await tamper("update disclosure_seal set number = 1 where number = 2");
    await tamper("update disclosure_seal set number = 2 where number = 99");
    const named = (await findings()).filter(({ disclosure }) => disclosure === null).map(({ seal }) => seal);
    expect(named).toEqual([1, 2]);
  });

  it("does not follow another trail, though the same key signed it", async () => {
    const other = await openTrail();
    await other.disclose(5);
    const signer = sealSigner(trail.keys.privateKey);
    await sealNext(other.service, signer);
    const { rows } = await other.superuser.query("select * from disclosure_seal");
    await tamper("delete from disclosure_seal where number = 1");
    await trail.superuser.query(
      "insert into disclosure_seal select * from json_populate_record(null::disclosure_seal, $1)",
      [
        JSON.stringify({
          ...rows[0],
          previous: hex(rows[0].previous),
          root: hex(rows[0].root),
          signature: hex(rows[0].signature),
        }),
      ],
    );
    await other.close();
    expect((await findings()).map(({ sentence }) => sentence)).toContain("Seal 2 does not follow seal 1.");
  });

  it("that another key signed, or one that is not given, does not stand", async () => {
    expect((await trail.verify({ publicKey: sealKeys().publicKey })).broken).toBe(3);
    const { kid } = JSON.parse(Buffer.from(trail.keys.publicKey, "base64url").toString());
    expect((await trail.verify({ publicKey: sealKeys(kid).publicKey })).broken).toBe(3);
    expect(
      (await trail.verify({ publicKey: `${sealKeys().publicKey},${trail.keys.publicKey}` })).broken,
    ).toBe(0);
  });

  it("that was noted must still be there: a trail cut back is found", async () => {
    const { head } = await trail.verify();
    await trail.disclose(2);
    await trail.seal();
    expect((await trail.verify({ head })).broken).toBe(0);
    for (const table of ["disclosure_seal where number >= 3", "disclosure_sealed where seal >= 3"])
      await tamper(`delete from ${table}`);
    await tamper("delete from disclosure where id = any($1)", sealed[2]);
    expect((await trail.verify({ head })).findings).toMatchObject([
      { seal: 3, sentence: expect.stringContaining("Seal 3 is not the one that was noted") },
    ]);
  });
});

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString("hex")}`;
}
