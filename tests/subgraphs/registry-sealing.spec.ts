/** How disclosures come under a seal: all of them, once, by one process at a time, whatever is committed late. */
import "reflect-metadata";
import { generateKeyPairSync } from "node:crypto";
import { sealNext } from "../../subgraphs/registry/store/seal-disclosures.ts";
import { sealSigner, sealVerifier } from "../../subgraphs/registry/store/seal-keys.ts";
import { openTrail, type Trail } from "../support/seals.ts";

let trail: Trail;

/** Every test begins with three seals. */
beforeEach(async () => {
  trail = await openTrail();
  for (let seal = 0; seal < 3; seal += 1) {
    await trail.disclose(5);
    await trail.seal();
  }
});

afterEach(() => trail.close());

describe("The sealer", () => {
  it("leaves out what a long transaction writes, seals it once it is committed, and loses none", async () => {
    const long = await trail.another();
    await long.query("begin");
    const early = await trail.disclose(3, long);
    await trail.disclose(4);
    expect(await trail.seal()).toEqual([]);
    expect(await trail.verify()).toMatchObject({ sealed: 15, unsealed: 4, broken: 0 });
    await long.query("commit");
    const [seal] = await trail.seal();
    expect(seal).toMatchObject({ number: 4, count: 7, firstId: early[0] });
    expect(await trail.verify()).toMatchObject({ entries: 22, sealed: 22, unsealed: 0, broken: 0 });
  });

  it("forgets what was rolled back", async () => {
    const other = await trail.another();
    await other.query("begin");
    await trail.disclose(3, other);
    await other.query("rollback");
    expect(await trail.seal()).toEqual([]);
    expect((await trail.verify()).entries).toBe(15);
  });

  it("lets one process seal at a time, and none waits", async () => {
    const other = await trail.another();
    await other.query("begin");
    await other.query("select pg_advisory_xact_lock(hashtext('continuum disclosure seal'))");
    await trail.disclose(3);
    await trail.service.query("set lock_timeout = '50ms'");
    expect(await trail.seal()).toEqual([]);
    await other.query("rollback");
    expect(await trail.seal()).toHaveLength(1);
  });

  it("goes on after a restore into a server whose transactions count from below", async () => {
    // As it looks from there: all that was written so far is numbered far ahead of this server.
    const restored = await openTrail();
    await restored.superuser.query(
      `alter table disclosure alter column xact set default ((pg_current_xact_id()::text::bigint + 1000000000)::text)::xid8`,
    );
    await restored.disclose(6);
    const signer = sealSigner(restored.keys.privateKey);
    await restored.superuser.query("begin");
    await restored.superuser.query(
      "insert into disclosure_seal values (1, $1, $1, 1, gen_random_uuid(), gen_random_uuid(), '2000000000', gen_random_uuid(), false, now(), 'x', decode(repeat('00', 64), 'hex'))",
      [Buffer.alloc(32)],
    );
    await restored.superuser.query("commit");
    await restored.superuser.query(
      "alter table disclosure alter column xact set default pg_current_xact_id()",
    );
    await restored.disclose(3);
    const counts: number[] = [];
    for (
      let seal = await sealNext(restored.service, signer, 4);
      seal;
      seal = await sealNext(restored.service, signer, 4)
    )
      counts.push(seal.count);
    expect(counts).toEqual([4, 4, 1]);
    await restored.disclose(2);
    expect((await sealNext(restored.service, signer))?.count).toBe(2);
    const verdict = await restored.verify();
    expect(verdict).toMatchObject({ entries: 11, unsealed: 0 });
    // The one seal that stands for the old server was made up by this test.
    expect(verdict.findings.every(({ seal }) => seal === 1)).toBe(true);
    await restored.close();
  });
});

describe("A key for seals", () => {
  it("that is none is refused in a sentence that names the variable", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
    for (const bad of [
      "",
      "nonsense",
      Buffer.from(JSON.stringify({ ...rsa, kid: "1" })).toString("base64url"),
    ]) {
      expect(() => sealSigner(bad)).toThrow(/^DISCLOSURE_SEAL_KEY is wrong/);
      expect(() => sealVerifier(bad)).toThrow(/^DISCLOSURE_SEAL_PUBLIC_KEY is wrong/);
    }
  });
});
