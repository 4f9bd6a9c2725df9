import { createHash } from "node:crypto";
import { entryHash, isBefore, MerkleTree, sealBytes, type Entry, type SealContent } from "./seal.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

describe("The tree of a seal", () => {
  /** The vectors that implementations of RFC 6962 share. */
  const leaves = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ];
  const roots: Record<number, string> = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  };

  it.each(Object.entries(roots))("has the root of RFC 6962 over %s leaves", (count, root) => {
    const tree = new MerkleTree(sha256);
    for (const leaf of leaves.slice(0, Number(count)))
      tree.add(sha256(Buffer.concat([Buffer.from([0]), Buffer.from(leaf, "hex")])));
    expect(tree.root().toString("hex")).toBe(root);
  });
});

describe("The form that is hashed", () => {
  const entry: Entry = {
    id: "019aa000-0000-7000-8000-000000000001",
    at: "2026-11-21T14:30:00.000Z",
    candidateId: "019aa000-0000-7000-8000-000000000002",
    section: "IDENTITY",
    status: "GRANTED",
    basis: "CONSENT",
    subject: "counsellor@promis",
    organisation: "promis",
    purpose: "SUPPORT",
    operation: "File",
    requestId: "019aa000-0000-7000-8000-000000000003",
    xact: "812",
  };
  const seal: SealContent = {
    number: 2,
    previous: Buffer.alloc(32, 1),
    root: Buffer.alloc(32, 2),
    count: 3,
    firstId: entry.id,
    lastId: entry.id,
    cursorXact: "813",
    cursorId: entry.id,
    quiet: true,
    sealedAt: "2026-11-21T14:30:02.000Z",
    keyId: "1",
  };

  it("of a disclosure is the same for ever", () => {
    expect(entryHash(entry, sha256).toString("hex")).toBe(
      sha256(
        Buffer.from(
          '\0["continuum.disclosure.1","019aa000-0000-7000-8000-000000000001","2026-11-21T14:30:00.000Z",' +
            '"019aa000-0000-7000-8000-000000000002","IDENTITY","GRANTED","CONSENT","counsellor@promis","promis",' +
            '"SUPPORT","File","019aa000-0000-7000-8000-000000000003","812"]',
        ),
      ).toString("hex"),
    );
  });

  it("holds every value of a disclosure, and tells nothing from an empty text", () => {
    const others = Object.keys(entry).map((name) => ({ ...entry, [name]: "another" }));
    const hashes = [entry, { ...entry, operation: null }, { ...entry, operation: "" }, ...others].map(
      (each) => entryHash(each, sha256).toString("hex"),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("holds every value of a seal", () => {
    const others = Object.keys(seal).map((name) => ({
      ...seal,
      [name]: Buffer.isBuffer(seal[name as keyof SealContent]) ? Buffer.alloc(32, 9) : 9,
    }));
    const forms = [seal, ...others].map((each) => sealBytes(each).toString());
    expect(new Set(forms).size).toBe(forms.length);
  });
});

describe("The order of disclosures", () => {
  it("is that of the transactions by number, not by text, and then that of the ids", () => {
    expect(isBefore({ xact: "9", id: "b" }, { xact: "10", id: "a" })).toBe(true);
    expect(isBefore({ xact: "10", id: "a" }, { xact: "10", id: "b" })).toBe(true);
    expect(isBefore({ xact: "10", id: "b" }, { xact: "10", id: "b" })).toBe(false);
  });
});
