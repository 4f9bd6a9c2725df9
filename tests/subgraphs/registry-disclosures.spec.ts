import "reflect-metadata";
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Viewer } from "../../platform/passport.ts";
import { sealSigner } from "../../subgraphs/registry/store/seal-keys.ts";
import { sealNext } from "../../subgraphs/registry/store/seal-disclosures.ts";
import { verifySeals } from "../../subgraphs/registry/store/verify-seals.ts";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { databaseUrl, testPostgresAdminUrl } from "../support/database.ts";
import { register } from "../support/register.ts";
import { sealKeys } from "../support/seals.ts";
import {
  openSubgraph,
  statementsPerTable,
  TEST_GRANT_KEY,
  viewer,
  type TestSubgraph,
} from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const keys = sealKeys();
const signer = sealSigner(keys.privateKey);
let hub: TestSubgraph;
let url: string;
let sealer: pg.Client;
let superuser: pg.Client;

beforeAll(async () => {
  hub = await openSubgraph(registry, {
    FCCQ_GRANT_KEY: TEST_GRANT_KEY,
    EER_GRANT_KEY: "e".repeat(43),
    CCMM_GRANT_KEY: "c".repeat(43),
    REGIONAL_GRANT_KEY: "r".repeat(43),
  });
  url = (hub.database.options as { url: string }).url;
  sealer = await connect(url);
  superuser = await connect(databaseUrl(testPostgresAdminUrl(), new URL(url).pathname.slice(1)));
  await superuser.query(
    `insert into professional (id, subject, organisation_id, given_name, family_name, job_title, since)
     select gen_random_uuid(), 'counsellor@promis', id, 'Marie', 'Tremblay', 'Conseillère en emploi', '2020-01-01' from organisation where code = 'promis'`,
  );
});

afterAll(async () => {
  await Promise.all([sealer.end(), superuser.end()]);
  await hub.close();
});

async function connect(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return client;
}

/** The person themselves, with an account. */
async function personOf(candidateId: string): Promise<Viewer> {
  const subject = `candidate ${candidateId}`;
  await superuser.query("insert into candidate_account values ($1, $2, now())", [subject, candidateId]);
  return viewer("self", "CANDIDATE", { subject, purpose: "SELF", purposes: ["SELF"] });
}

/** One request, as each is: with an id of its own. */
function look(by: Viewer, candidateId: string) {
  return hub.ask(
    { ...by, requestId: randomUUID() },
    "query Look($id: ID!) { candidate(id: $id) { name { display } stage { code } matchingGrant } }",
    { id: candidateId },
  );
}

const WHO_LOOKED = /* GraphQL */ `
  query WhoLooked($id: ID!, $first: Int, $after: String) {
    candidate(id: $id) {
      looks(first: $first, after: $after) {
        nodes {
          at
          purpose
          operation
          subject
          organisation {
            name
          }
          professional {
            givenName
            familyName
            jobTitle
          }
          sections {
            section
            status
            basis
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

interface Looks {
  candidate: {
    looks: {
      nodes: {
        subject: string | null;
        operation: string;
        organisation: { name: string };
        sections: unknown[];
      }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}

async function whoLooked(by: Viewer, id: string, first = 20, after?: string) {
  const { data, errors } = await hub.ask({ ...by, requestId: randomUUID() }, WHO_LOOKED, {
    id,
    first,
    after,
  });
  expect(errors).toBeUndefined();
  return (data as never as Looks).candidate.looks;
}

describe("Who saw my file", () => {
  it("is said to the person in names, a line for each look, with what was shown and what was not", async () => {
    const { candidateId } = await register(hub, counsellor);
    const person = await personOf(candidateId);
    await look(counsellor, candidateId);
    await look(viewer("fccq", "OFFICER"), candidateId);
    const { nodes } = await whoLooked(person, candidateId);
    // The latest first; the person's own question about who looked is a look as well.
    expect(nodes.map(({ operation }) => operation)).toEqual(["WhoLooked", "Look", "Look"]);
    expect(nodes[2]).toMatchObject({
      purpose: "SUPPORT",
      subject: null,
      organisation: { name: "PROMIS" },
      professional: { givenName: "Marie", familyName: "Tremblay", jobTitle: "Conseillère en emploi" },
      sections: [
        { section: "IDENTITY", status: "GRANTED", basis: "OWN_FILE" },
        { section: "PATHWAY", status: "GRANTED", basis: "OWN_FILE" },
        { section: "MATCHING", status: "NO_CONSENT", basis: null },
      ],
    });
    expect(nodes[1]).toMatchObject({ subject: null, professional: null });
    expect(nodes[1]?.organisation.name).toMatch(/^Fédération des chambres de commerce/);
    expect(nodes[1]?.sections).toContainEqual({ section: "IDENTITY", status: "NOT_IN_CIRCLE", basis: null });
  });

  it("tells a professional the subject, and the person never", async () => {
    const { candidateId } = await register(hub, counsellor);
    await look(counsellor, candidateId);
    expect((await whoLooked(counsellor, candidateId)).nodes[0]?.subject).toBe("counsellor@promis");
    const list =
      "query ($id: ID!) { candidate(id: $id) { disclosures { nodes { subject professional { familyName } } } } }";
    const own = await hub.ask(await personOf(candidateId), list, { id: candidateId });
    const { nodes } = (own.data as never as { candidate: { disclosures: { nodes: { subject: unknown }[] } } })
      .candidate.disclosures;
    expect(nodes.length).toBeGreaterThan(3);
    expect(nodes.every(({ subject }) => subject === null)).toBe(true);
  });

  it("tells an organisation that sees its own file alone of nobody's looks but its own", async () => {
    const { candidateId } = await register(hub, counsellor);
    await hub.owner.query(
      `insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, given_names)
       values (gen_random_uuid(), $1::uuid, 'inici', $1::uuid::text, 'FAIR', '2026-01-01', now(), 'Oleksandra')`,
      [candidateId],
    );
    const another = viewer("inici", "COUNSELLOR");
    await look(counsellor, candidateId);
    await look(another, candidateId);
    const { nodes } = await whoLooked(another, candidateId);
    expect(nodes.map(({ organisation }) => organisation.name)).toEqual(["INICI", "INICI"]);
    const { data } = await hub.ask(
      another,
      "query ($id: ID!) { candidate(id: $id) { disclosures { nodes { organisation { code } } } } }",
      { id: candidateId },
    );
    expect(JSON.stringify(data)).not.toContain("promis");
  });

  it("pages without losing or repeating a look", async () => {
    const { candidateId } = await register(hub, counsellor);
    const person = await personOf(candidateId);
    for (let turn = 0; turn < 5; turn += 1) await look(counsellor, candidateId);
    const seen: string[] = [];
    const all = await whoLooked(person, candidateId, 100);
    let page = await whoLooked(person, candidateId, 2);
    for (;;) {
      seen.push(...page.nodes.map((each) => JSON.stringify(each)));
      if (!page.pageInfo.hasNextPage) break;
      page = await whoLooked(person, candidateId, 2, page.pageInfo.endCursor);
    }
    // The first page of two began with one more look than the page of all: its own.
    expect(seen.slice(1)).toEqual(all.nodes.map((each) => JSON.stringify(each)));
  });

  it("keeps apart what two people asked under the same request id", async () => {
    const { candidateId } = await register(hub, counsellor);
    const requestId = randomUUID();
    const ask = (by: Viewer) =>
      hub.ask({ ...by, requestId }, "query ($id: ID!) { candidate(id: $id) { name { display } } }", {
        id: candidateId,
      });
    await ask(counsellor);
    await ask(viewer("fccq", "OFFICER"));
    const { rows } = await superuser.query("select from disclosure_look where request_id = $1", [requestId]);
    expect(rows).toHaveLength(2);
  });

  it("costs one statement for each table", async () => {
    const { candidateId } = await register(hub, counsellor);
    for (let turn = 0; turn < 5; turn += 1) await look(counsellor, candidateId);
    const counts = statementsPerTable(await hub.statements(() => whoLooked(counsellor, candidateId)));
    expect(counts).toMatchObject({ disclosure_look: 1, professional: 1, organisation: 1, disclosure: 1 });
  });
});

describe("Requests and the sealer", () => {
  it("never wait for each other: fifty requests are answered in the midst of a seal", async () => {
    const { candidateId } = await register(hub, counsellor);
    const held = new Promise<void>((resolve) => (release = resolve));
    let reached: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (reached = resolve));
    const inTheMidst = new Proxy(sealer, {
      get(client, property) {
        if (property !== "query") return Reflect.get(client, property) as unknown;
        return async (...args: [string, unknown[]?]) => {
          if (args[0] === "commit") {
            reached();
            await held;
          }
          return client.query(...args);
        };
      },
    });
    const sealing = sealNext(inTheMidst, signer);
    await inside;
    const answers = await Promise.all(Array.from({ length: 50 }, () => look(counsellor, candidateId)));
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    release();
    expect((await sealing)?.number).toBe(1);
  });

  it("seals while fifty requests at once disclose: no lock is waited for, and the counts are exact", async () => {
    const { candidateId } = await register(hub, counsellor);
    const before = await count();
    let isOver = false;
    const waits: unknown[] = [];
    const watching = (async () => {
      while (!isOver) {
        // Space at the end of a table is handed out under a lock of its own, whoever writes.
        const { rows } = await superuser.query(
          "select locktype, mode, relation::regclass::text from pg_locks where not granted and locktype <> 'extend'",
        );
        waits.push(...rows);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })();
    const sealing = (async () => {
      while (!isOver) {
        await sealNext(sealer, signer, 40);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    for (let turn = 0; turn < 4; turn += 1)
      await Promise.all(Array.from({ length: 50 }, () => look(counsellor, candidateId)));
    isOver = true;
    await Promise.all([watching, sealing]);
    expect(waits).toEqual([]);
    // One row a look, whatever the number of sections.
    expect((await count()) - before).toBe(4 * 50);
    for (let turn = 0; turn < 100 && (await verdict()).unsealed > 0; turn += 1) {
      while (await sealNext(sealer, signer));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { entries, sealed, unsealed, seals, broken } = await verdict();
    expect({ entries, sealed, unsealed, broken }).toEqual({
      entries: await count(),
      sealed: entries,
      unsealed: 0,
      broken: 0,
    });
    expect(seals).toBeGreaterThan(5);
  });

  it("say nothing that cannot be written: no disclosure, no data", async () => {
    const { candidateId } = await register(hub, counsellor);
    await superuser.query("revoke insert on disclosure from registry");
    const answer = await look(counsellor, candidateId);
    await superuser.query("grant insert on disclosure to registry");
    expect(answer.data).toEqual({ candidate: null });
    expect(answer.errors?.[0]?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
  });
});

let release: () => void = () => undefined;

function verdict() {
  return verifySeals(sealer, keys.publicKey, () => undefined, "2026-11-21");
}

async function count(): Promise<number> {
  const { rows } = await superuser.query<{ count: string }>("select count(*) from disclosure");
  return Number(rows[0]?.count);
}
