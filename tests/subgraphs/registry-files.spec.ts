/** A person's file, as those who may and those who may not see it: what is shown, and what it leaves written. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { grantReader } from "../../platform/grant.ts";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register as registerIn, type Registered } from "../support/register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const officer = viewer("fccq", "OFFICER");
const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION", "STATISTICS"],
});

let hub: TestSubgraph;

beforeAll(async () => {
  hub = await openSubgraph(registry, {
    FCCQ_GRANT_KEY: TEST_GRANT_KEY,
    EER_GRANT_KEY: "e".repeat(43),
    CCMM_GRANT_KEY: "c".repeat(43),
    REGIONAL_GRANT_KEY: "r".repeat(43),
  });
});

afterAll(() => hub.close());

const REGISTER = /* GraphQL */ `
  mutation ($input: RegistrationRecordInput!) {
    registrationRecord(input: $input) {
      registration {
        id
        ticket
        organisation {
          code
        }
      }
      userErrors {
        code
        field
      }
    }
  }
`;

function aPerson(overrides: Record<string, unknown> = {}) {
  return {
    reference: randomUUID(),
    organisationReference: randomUUID(),
    entryDoor: "FAIR",
    givenNames: "Oleksandra",
    familyNames: "Kovalenko-Roy",
    birthDate: "1990-05",
    email: "oleksandra@example.org",
    ...overrides,
  };
}

function register(by = counsellor, overrides: Record<string, unknown> = {}): Promise<Registered> {
  return registerIn(hub, by, aPerson(overrides));
}

const FILE = /* GraphQL */ `
  query File($id: ID!) {
    candidate(id: $id) {
      id
      name {
        display
        declared {
          source {
            code
          }
        }
      }
      birthDate
      contact {
        emails {
          value
        }
      }
      stage {
        code
        next
        dueOn
        responsible {
          code
        }
        nextStages
      }
      registrations {
        organisation {
          code
        }
        entryDoor
      }
      access {
        section
        status
      }
      matchingGrant
    }
  }
`;

function disclosures(candidateId: string) {
  return hub.database.query(
    "select section, status, subject, operation from disclosure_of where candidate_id = $1 order by section",
    [candidateId],
  );
}

describe("A counsellor who registered a person", () => {
  it("sees the file, where it stands, and what is next", async () => {
    const { candidateId } = await register();
    const { data } = await hub.ask(counsellor, FILE, { id: candidateId });
    expect(data).toMatchObject({
      candidate: {
        name: { display: "Oleksandra Kovalenko-Roy", declared: [{ source: { code: "promis" } }] },
        birthDate: "1990-05",
        stage: { code: "INTAKE", next: "ASSIGN_COUNSELLOR", responsible: { code: "promis" } },
        registrations: [{ organisation: { code: "promis" }, entryDoor: "FAIR" }],
      },
    });
  });

  it("leaves a trace of each section shown, in the words of the request", async () => {
    const { candidateId } = await register();
    await hub.ask(counsellor, FILE, { id: candidateId });
    expect(await disclosures(candidateId)).toEqual(
      ["IDENTITY", "MATCHING", "PATHWAY"].map((section) => ({
        section,
        status: section === "MATCHING" ? "NO_CONSENT" : "GRANTED",
        subject: "counsellor@promis",
        operation: "File",
      })),
    );
  });

  it("leaves no trace of a section that was not asked for, or was skipped", async () => {
    const { candidateId } = await register();
    await hub.ask(
      counsellor,
      "query ($id: ID!, $no: Boolean!) { candidate(id: $id) { id stage { code } name @include(if: $no) { display } } }",
      {
        id: candidateId,
        no: false,
      },
    );
    expect(await disclosures(candidateId)).toMatchObject([{ section: "PATHWAY" }]);
  });

  it("gets no data when the disclosure cannot be written", async () => {
    const { candidateId } = await register();
    const forged = viewer("promis", "COUNSELLOR", { requestId: "not-a-uuid" });
    const answer = await hub.ask(forged, FILE, { id: candidateId });
    expect(answer.data).toEqual({ candidate: null });
    expect(answer.errors?.[0]?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
  });

  it("finds the person in the worklist, and reports what happened to them", async () => {
    const { candidateId, registrationId } = await register();
    const { data } = await hub.ask(
      counsellor,
      `mutation ($input: MilestoneReportInput!) { milestoneReport(input: $input) { milestone { kind } userErrors { code } } }`,
      {
        input: {
          reference: randomUUID(),
          registrationId,
          kind: "COUNSELLOR_ASSIGNED",
          occurredAt: new Date().toISOString(),
          sourceId: randomUUID(),
        },
      },
    );
    expect(data).toEqual({ milestoneReport: { milestone: { kind: "COUNSELLOR_ASSIGNED" }, userErrors: [] } });
    const list = await hub.ask(
      counsellor,
      `{ candidates(filter: { stages: [EMPLOYABILITY] }, first: 100) { nodes { id stage { code } } } }`,
    );
    expect(
      (list.data as never as { candidates: { nodes: { id: string }[] } }).candidates.nodes.map(
        ({ id }) => id,
      ),
    ).toContain(candidateId);
  });

  it("does not report what is another partner's to say", async () => {
    const { registrationId } = await register();
    const { data } = await hub.ask(
      counsellor,
      `mutation ($input: MilestoneReportInput!) { milestoneReport(input: $input) { milestone { kind } userErrors { code field } } }`,
      {
        input: {
          reference: randomUUID(),
          registrationId,
          kind: "ARRIVAL_CONFIRMED",
          occurredAt: new Date().toISOString(),
          sourceId: randomUUID(),
        },
      },
    );
    expect(data).toEqual({
      milestoneReport: { milestone: null, userErrors: [{ code: "NOT_ALLOWED", field: ["kind"] }] },
    });
  });

  it.each([
    [{ givenNames: null, familyNames: null }, "REQUIRED", ["familyNames"]],
    [{ givenNames: "x".repeat(201) }, "TOO_LONG", ["givenNames"]],
    [{ email: "not an address" }, "INVALID_FORMAT", ["email"]],
    [{ phone: "12" }, "INVALID_FORMAT", ["phone"]],
    [{ country: "Canada" }, "INVALID_FORMAT", ["country"]],
    [{ registeredOn: "2999-01-01" }, "OUT_OF_RANGE", ["registeredOn"]],
    [{ organisationReference: "" }, "REQUIRED", ["organisationReference"]],
  ])("is told what is wrong with %j, and nobody is registered", async (overrides, code, field) => {
    const count = () =>
      hub.database.query(
        "select (select count(*) from registration) as r, (select count(*) from candidate) as c, (select count(*) from change) as h",
      );
    const before = await count();
    const { data } = await hub.ask(counsellor, REGISTER, { input: aPerson(overrides) });
    expect(data).toEqual({ registrationRecord: { registration: null, userErrors: [{ code, field }] } });
    expect(await count()).toEqual(before);
  });
});

describe("A professional outside the circle", () => {
  it("cannot tell the person from nobody", async () => {
    const { candidateId, registrationId } = await register();
    expect(await hub.ask(officer, FILE, { id: candidateId })).toEqual({ data: { candidate: null } });
    expect(await hub.ask(officer, FILE, { id: randomUUID() })).toEqual({ data: { candidate: null } });
    expect(await hub.ask(officer, FILE, { id: "nobody" })).toEqual({ data: { candidate: null } });
    const byRegistration =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Candidate { id name { display } } } }";
    const answer = await hub.ask(officer, byRegistration, {
      r: [{ __typename: "Candidate", registrationId }],
    });
    expect(answer).toEqual({ data: { _entities: [null] } });
  });

  it("leaves a trace of having been denied", async () => {
    const { candidateId } = await register();
    await hub.ask(officer, FILE, { id: candidateId });
    expect(await disclosures(candidateId)).toEqual(
      ["IDENTITY", "MATCHING", "PATHWAY"].map((section) => ({
        section,
        status: "NOT_IN_CIRCLE",
        subject: "officer@fccq",
        operation: "File",
      })),
    );
  });
});

describe("A referral", () => {
  const SEND = `mutation ($input: ReferralSendInput!) { referralSend(input: $input) { referral { id state sections } userErrors { code field } } }`;

  async function send(candidateId: string): Promise<string> {
    const { data } = await hub.ask(counsellor, SEND, {
      input: {
        reference: randomUUID(),
        candidateId,
        to: "fccq",
        reason: "READY_FOR_MATCHING",
        sections: ["MATCHING"],
      },
    });
    return (data as never as { referralSend: { referral: { id: string } } }).referralSend.referral.id;
  }

  it("opens to the receiver the sections it names and no others, from the request on", async () => {
    const { candidateId } = await register();
    await send(candidateId);
    const { data } = await hub.ask(officer, FILE, { id: candidateId });
    const { access, matchingGrant, name } = (
      data as never as {
        candidate: { access: { section: string; status: string }[]; matchingGrant: string; name: unknown };
      }
    ).candidate;
    expect(name).not.toBeNull();
    expect(access.filter(({ status }) => status === "GRANTED").map(({ section }) => section)).toEqual([
      "IDENTITY",
      "PATHWAY",
      "MATCHING",
    ]);
    expect(
      grantReader(TEST_GRANT_KEY)(matchingGrant, "MATCHING", officer, { id: candidateId }),
    ).toMatchObject({ candidateId });
  });

  it("closes the file again when it is declined, and only the receiver declines it", async () => {
    const { candidateId } = await register();
    const referralId = await send(candidateId);
    const decline = (by: typeof officer) =>
      hub.ask(
        by,
        `mutation ($input: ReferralDeclineInput!) { referralDecline(input: $input) { referral { state } userErrors { code } } }`,
        {
          input: {
            reference: randomUUID(),
            referralId,
            reason: "WRONG_ORGANISATION",
            words: "Pas de poste dans la région",
          },
        },
      );
    expect((await decline(counsellor)).data).toEqual({
      referralDecline: { referral: null, userErrors: [{ code: "UNKNOWN_REFERENCE" }] },
    });
    expect((await decline(officer)).data).toEqual({
      referralDecline: { referral: { state: "DECLINED" }, userErrors: [] },
    });
    expect((await decline(officer)).data).toEqual({
      referralDecline: { referral: null, userErrors: [{ code: "WRONG_STATE" }] },
    });
    expect(await hub.ask(officer, FILE, { id: candidateId })).toEqual({ data: { candidate: null } });
  });
});

describe("The coordinator", () => {
  it("sees where anybody stands, and not who they are", async () => {
    const { candidateId } = await register();
    const { data } = await hub.ask(coordinator, FILE, { id: candidateId });
    expect(data).toMatchObject({
      candidate: {
        name: null,
        contact: null,
        registrations: null,
        stage: { code: "INTAKE" },
        matchingGrant: null,
      },
    });
  });
});
