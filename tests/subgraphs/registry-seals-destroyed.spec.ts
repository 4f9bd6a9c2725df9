/** Disclosures that the schedule destroys with their seals kept, and those that somebody makes look so. */
import "reflect-metadata";
import type { DataSource } from "typeorm";
import { connect, createDatabase } from "../../platform/database.ts";
import { retire } from "../../platform/retention.ts";
import { NO_SEAL, sealBytes } from "../../subgraphs/registry/domain/seal.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { sealSigner, sha256 } from "../../subgraphs/registry/store/seal-keys.ts";
import { readSeal, SEAL, type SealRecord } from "../../subgraphs/registry/store/seal-records.ts";
import { openTrail, type Trail } from "../support/seals.ts";

let trail: Trail;
let owner: DataSource;

/** Three seals of five disclosures: made in January of 2024, 2025 and 2026. */
beforeEach(async () => {
  trail = await openTrail();
  owner = await connect(createDatabase(trail.ownerUrl, database, 1));
  for (let seal = 0; seal < 3; seal += 1) {
    await trail.disclose(5);
    await trail.seal();
  }
  await madeOn(["2024-01-15T12:00:00.000Z", "2025-01-15T12:00:00.000Z", "2026-01-15T12:00:00.000Z"]);
});

afterEach(async () => {
  await owner.destroy();
  await trail.close();
});

/** Signs the seals anew, as if they had been made at these moments. */
async function madeOn(moments: readonly string[]): Promise<void> {
  const signer = sealSigner(trail.keys.privateKey);
  const { rows } = await trail.superuser.query<SealRecord>(
    `select ${SEAL} from disclosure_seal seal order by number`,
  );
  let previous: Buffer = NO_SEAL;
  for (const [index, record] of rows.entries()) {
    const seal = { ...readSeal(record), previous, sealedAt: moments[index] ?? "", quiet: false };
    await trail.superuser.query(
      "update disclosure_seal set previous = $2, sealed_at = $3, quiet = false, signature = $4 where number = $1",
      [seal.number, previous, seal.sealedAt, signer.sign(sealBytes(seal))],
    );
    previous = sha256(sealBytes(seal));
  }
}

const destroyOn = (day: string) => retire(owner, database.retention, new Date(`${day}T15:00:00Z`));

const sentences = async (today: string) =>
  (await trail.verify({ today })).findings.map(({ sentence }) => sentence);

async function tamper(statement: string): Promise<void> {
  const { rowCount } = await trail.superuser.query(statement);
  expect(rowCount).toBeGreaterThan(0);
}

describe("Disclosures whose time is over", () => {
  it("are kept for seven years from their seal, to the day", async () => {
    await destroyOn("2031-01-15");
    expect(await trail.verify({ today: "2031-01-15" })).toMatchObject({
      entries: 15,
      destroyed: 0,
      broken: 0,
    });
    await destroyOn("2031-01-16");
    expect(await trail.verify({ today: "2031-01-16" })).toMatchObject({
      entries: 10,
      sealed: 10,
      seals: 3,
      destroyed: 5,
      broken: 0,
    });
  });

  it("leave a trail that is whole, seal after seal, and goes on", async () => {
    await destroyOn("2031-02-01");
    await destroyOn("2032-02-29");
    const head = (await trail.verify({ today: "2032-02-29" })).head;
    await trail.disclose(4);
    await trail.seal();
    expect(await trail.verify({ today: "2032-02-29", head })).toMatchObject({
      entries: 9,
      seals: 4,
      destroyed: 10,
      broken: 0,
    });
    await destroyOn("2033-02-01");
    expect(await trail.verify({ today: "2033-02-01" })).toMatchObject({
      entries: 4,
      destroyed: 15,
      broken: 0,
    });
  });

  it("are not destroyed while an earlier seal is still kept", async () => {
    await madeOn(["2026-01-15T12:00:00.000Z", "2024-01-15T12:00:00.000Z", "2026-01-15T12:00:00.000Z"]);
    await destroyOn("2032-02-01");
    expect(await trail.verify({ today: "2032-02-01" })).toMatchObject({
      entries: 15,
      destroyed: 0,
      broken: 0,
    });
  });
});

describe("Whoever makes a deletion look like the schedule's", () => {
  const deleteSeal = async (number: number) => {
    await tamper(
      `delete from disclosure using disclosure_sealed where id = disclosure_id and seal = ${number}`,
    );
    await tamper(`delete from disclosure_sealed where seal = ${number}`);
  };

  it("is found when nothing is recorded of it, though its time was over", async () => {
    await deleteSeal(1);
    expect(await sentences("2032-02-01")).toEqual(["Of seal 1, places 1 to 5 were removed."]);
  });

  it("is found when the seal says so, and the trail of retention does not", async () => {
    await deleteSeal(1);
    await tamper("update disclosure_seal set destroyed_on = '2031-03-01' where number = 1");
    expect(await sentences("2032-02-01")).toEqual([
      "What seal 1 held was destroyed on 2031-03-01, of which the trail of retention knows nothing.",
    ]);
  });

  it("is found when it was too early, whatever the records say", async () => {
    await deleteSeal(3);
    for (const day of ["2031-03-01", "2033-03-01"]) {
      await tamper(`update disclosure_seal set destroyed_on = '${day}' where number = 3`);
      await tamper(`insert into retention_run values ('disclosures', '${day}', 5, now())`);
      expect(await sentences("2032-02-01")).toEqual([
        expect.stringMatching(
          day < "2032"
            ? /^What seal 3 held was destroyed on 2031-03-01, and was to be kept through 2033-01-15/
            : /^What seal 3 held was destroyed on 2033-03-01, which is still to come/,
        ),
      ]);
    }
  });

  it("is found when an earlier seal was left, and when one disclosure was", async () => {
    await destroyOn("2031-02-01");
    await deleteSeal(3);
    await tamper("update disclosure_seal set destroyed_on = '2033-03-01' where number = 3");
    await tamper("insert into retention_run values ('disclosures', '2033-03-01', 5, now())");
    expect(await sentences("2034-01-01")).toEqual([
      "What seal 3 held was destroyed on 2033-03-01, and what a seal before it holds was not.",
    ]);
    const [id = ""] = await trail.disclose(1);
    await tamper(`insert into disclosure_sealed values ('${id}', 1, 0, sha256('\\x00'))`);
    expect((await sentences("2034-01-01"))[0]).toBe(
      `Disclosure ${id} is there, and seal 1 says that it was destroyed.`,
    );
  });
});
