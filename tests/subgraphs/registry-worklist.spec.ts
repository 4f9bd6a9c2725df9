/** The ways to people: the worklist, what it costs and how it pages, and the organisation's own reference. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register } from "../support/register.ts";
import {
  openSubgraph,
  statementsPerTable,
  TEST_GRANT_KEY,
  viewer,
  type TestSubgraph,
} from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const officer = viewer("fccq", "OFFICER");
const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

let hub: TestSubgraph;

beforeAll(async () => {
  hub = await openSubgraph(registry, {
    FCCQ_GRANT_KEY: TEST_GRANT_KEY,
    EER_GRANT_KEY: TEST_GRANT_KEY,
    CCMM_GRANT_KEY: TEST_GRANT_KEY,
    REGIONAL_GRANT_KEY: TEST_GRANT_KEY,
  });
  for (let person = 0; person < 50; person += 1) await register(hub, counsellor);
});

afterAll(() => hub.close());

describe("A worklist", () => {
  it("costs the same statements for one person and for fifty", async () => {
    const list = (first: number) =>
      hub.ask(
        counsellor,
        `query ($first: Int) { candidates(first: $first) { nodes { id name { display declared { source { code } } } stage { code responsible { code } } mainContact { givenName }
           timeline(first: 2) { nodes { kind reportedBy { code } } } referrals(first: 2) { nodes { state to { code } } } consents { given } matchingGrant employabilityGrant } } }`,
        { first },
      );
    const counts = async (first: number) => statementsPerTable(await hub.statements(() => list(first)));
    const once = {
      candidate: 1,
      registration: 1,
      referral: 1,
      disclosure: 1,
      organisation: 1,
      milestone: 1,
      // The list of consents, and what the decision needs to know of them.
      consent: 2,
    };
    expect(await counts(1)).toEqual(once);
    expect(await counts(50)).toEqual(once);
  });

  it("pages without losing or repeating anybody", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await hub.ask(
        counsellor,
        `query ($after: String) { candidates(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { nodes, pageInfo } = (
        data as never as {
          candidates: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }
      ).candidates;
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    const [{ count }] = await hub.database.query(
      "select count(distinct candidate_id)::int as count from registration where organisation_code = 'promis'",
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(count);
  });

  it("says what is wrong with a cursor or a size", async () => {
    for (const args of [
      "first: 0",
      "first: 101",
      'after: "nonsense"',
      `after: "${Buffer.from('["x","y"]').toString("base64url")}"`,
    ]) {
      const answer = await hub.ask(counsellor, `{ candidates(${args}) { nodes { id } } }`);
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });
});

describe("A person whom an organisation keeps under a reference of its own", () => {
  const FIND = `query ($reference: String!) { candidateByReference(organisationReference: $reference) {
    id registrations { id organisationReference organisation { code } } } }`;
  const find = async (by: typeof counsellor, reference: string) => {
    const { data, errors } = await hub.ask(by, FIND, { reference });
    expect(errors).toBeUndefined();
    return data?.["candidateByReference"];
  };

  it("is found by it there, and by nobody else", async () => {
    const organisationReference = `dossier ${randomUUID()}`;
    const { candidateId, registrationId } = await register(hub, counsellor, { organisationReference });
    expect(await find(counsellor, organisationReference)).toEqual({
      id: candidateId,
      registrations: [{ id: registrationId, organisationReference, organisation: { code: "promis" } }],
    });
    expect(await find(officer, organisationReference)).toBeNull();
    expect(await find(coordinator, organisationReference)).toBeNull();
    expect(await find(counsellor, "nobody")).toBeNull();
  });

  it("is another's under the same reference elsewhere, and neither learns the other's", async () => {
    const organisationReference = `dossier ${randomUUID()}`;
    const { candidateId } = await register(hub, counsellor, { organisationReference });
    const { candidateId: another } = await register(hub, officer, { organisationReference });
    expect(await find(officer, organisationReference)).toMatchObject({ id: another });
    const shared = await register(hub, officer, { organisationReference: "kept by FCCQ" });
    await hub.owner.query("update registration set candidate_id = $1 where id = $2", [
      candidateId,
      shared.registrationId,
    ]);
    await hub.owner.query(
      `insert into consent (id, candidate_id, recipient, sections, purpose, given, given_by, collected_how, collected_by, given_on, expires_on, recorded_at)
       values (uuidv7(), $1, 'promis', '{IDENTITY}', 'SUPPORT', true, 'PERSON', 'ONLINE', 'somebody', '2026-01-01', '2100-01-01', now())`,
      [candidateId],
    );
    expect(await find(counsellor, organisationReference)).toMatchObject({
      registrations: [
        { organisationReference, organisation: { code: "promis" } },
        { organisationReference: null, organisation: { code: "fccq" } },
      ],
    });
  });
});
