/** A person who logs in themselves: their file, their consents, and what they say is wrong. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const officer = viewer("fccq", "OFFICER");
const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

/** The person behind a subject, as the gateway would describe them. */
function person(subject: string) {
  return viewer("self", "CANDIDATE", { subject, purpose: "SELF", purposes: ["SELF"] });
}

let hub: TestSubgraph;
let today = new Date("2026-03-02T15:00:00Z");

beforeAll(async () => {
  const settings = { FCCQ_GRANT_KEY: TEST_GRANT_KEY, EER_GRANT_KEY: TEST_GRANT_KEY };
  hub = await openSubgraph(
    registry,
    { ...settings, CCMM_GRANT_KEY: TEST_GRANT_KEY, REGIONAL_GRANT_KEY: TEST_GRANT_KEY },
    () => today,
  );
});

beforeEach(() => {
  today = new Date("2026-03-02T15:00:00Z");
});

afterAll(() => hub.close());

type Outcome = Record<string, unknown> & { userErrors: { code: string; field: string[] | null }[] };

/** What a mutation gave: the thing under its own name, and the user errors. */
async function change(
  by: typeof counsellor,
  mutation: string,
  selection: string,
  input: object,
): Promise<Outcome> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await hub.ask(
    by,
    `mutation ($input: ${type}!) { outcome: ${mutation}(input: $input) { ${selection} userErrors { code field } } }`,
    { input: { reference: randomUUID(), ...input } },
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join());
  return (data as never as { outcome: Outcome }).outcome;
}

interface Known {
  candidateId: string;
  registrationId: string;
  subject: string;
}

/** A person whom PROMIS registered, and who logs in. */
async function aPersonWithAccount(): Promise<Known> {
  const { registration } = await change(counsellor, "registrationRecord", "registration { id }", {
    organisationReference: randomUUID(),
    entryDoor: "WALK_IN",
    givenNames: "Thị Mai",
    familyNames: "Trần",
    phone: "514 555-0101",
  });
  const registrationId = (registration as { id: string }).id;
  // Nobody is compared with anybody here: who is who has its own tests.
  await hub.owner.query("update registration set identity_keys = '{}'");
  const [row] = await hub.database.query("select candidate_id as id from registration where id = $1", [
    registrationId,
  ]);
  const subject = `person-${randomUUID()}`;
  const opened = await change(counsellor, "accountOpen", "account { subject }", {
    candidateId: row.id,
    subject,
  });
  expect(opened).toEqual({ account: { subject }, userErrors: [] });
  return { candidateId: row.id, registrationId, subject };
}

/** FCCQ registers the same person: the registry believes both registrations to be one person's. */
async function alsoAtFccq(candidateId: string): Promise<string> {
  const { registration } = await change(officer, "registrationRecord", "registration { id }", {
    organisationReference: randomUUID(),
    entryDoor: "WEBSITE",
    familyNames: "Tran",
  });
  const { id } = registration as { id: string };
  await hub.database.query("update registration set candidate_id = $1 where id = $2", [candidateId, id]);
  return id;
}

const SECTIONS = ["IDENTITY", "PATHWAY", "EMPLOYABILITY", "MATCHING", "PASSERELLE", "RELOCATION", "WELCOME"];

describe("A person who logs in", () => {
  it("sees their own file whole, by whatever organisation it was written", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    await alsoAtFccq(candidateId);
    const { data, errors } = await hub.ask(
      person(subject),
      "{ myFile { id name { declared { familyNames } } access { section basis } matchingGrant } candidates { nodes { id } } }",
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      myFile: {
        id: candidateId,
        name: { declared: [{ familyNames: "Trần" }, { familyNames: "Tran" }] },
        access: SECTIONS.map((section) => ({ section, basis: "SELF" })),
        matchingGrant: expect.any(String),
      },
      candidates: { nodes: [{ id: candidateId }] },
    });
  });

  it("sees nobody else's file, and nothing before an account was opened", async () => {
    const mine = await aPersonWithAccount();
    const other = await aPersonWithAccount();
    const look = "query ($id: ID!) { candidate(id: $id) { id } }";
    expect(await hub.ask(person(mine.subject), look, { id: other.candidateId })).toEqual({
      data: { candidate: null },
    });
    expect(await hub.ask(person("unknown"), "{ myFile { id } candidates { nodes { id } } }")).toEqual({
      data: { myFile: null, candidates: { nodes: [] } },
    });
  });

  it("sees who looked", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    await hub.ask(counsellor, "query Visit($id: ID!) { candidate(id: $id) { name { display } } }", {
      id: candidateId,
    });
    const { data } = await hub.ask(
      person(subject),
      "{ myFile { disclosures { nodes { subject section operation organisation { code } } } } }",
    );
    expect(data?.["myFile"]).toMatchObject({
      disclosures: {
        nodes: expect.arrayContaining([
          {
            // The person reads the professional's name, and not the subject of their token.
            subject: null,
            section: "IDENTITY",
            operation: "Visit",
            organisation: { code: "promis" },
          },
        ]),
      },
    });
  });

  it("agrees and takes it back, for themselves and for no organisation", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    const input = {
      candidateId,
      recipient: "fccq",
      sections: ["MATCHING"],
      purpose: "SUPPORT",
      given: true,
      givenBy: "PERSON",
      collectedHow: "ONLINE",
      expiresOn: "2027-03-01",
    };
    const recorded = await change(
      person(subject),
      "consentRecord",
      "consent { id collectedFor { code } }",
      input,
    );
    expect(recorded).toEqual({ consent: { id: expect.any(String), collectedFor: null }, userErrors: [] });
    const { id: consentId } = recorded["consent"] as never as { id: string };
    const stranger = await aPersonWithAccount();
    expect(
      await change(person(stranger.subject), "consentWithdraw", "consent { id }", { consentId }),
    ).toMatchObject({ consent: null, userErrors: [{ code: "UNKNOWN_REFERENCE" }] });
    expect(
      await change(person(subject), "consentWithdraw", "consent { withdrawnAt }", { consentId }),
    ).toMatchObject({ consent: { withdrawnAt: today.toISOString() }, userErrors: [] });
  });
});

describe("Opening an account", () => {
  it("twice is once", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    expect(await change(counsellor, "accountOpen", "account { subject }", { candidateId, subject })).toEqual({
      account: { subject },
      userErrors: [],
    });
    const count = "select count(*)::int as count from candidate_account where candidate_id = $1";
    expect(await hub.database.query(count, [candidateId])).toEqual([{ count: 1 }]);
  });

  it("is for professionals of the circle, and never takes another's login", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    const other = await aPersonWithAccount();
    const open = (by: typeof counsellor, input: object) =>
      change(by, "accountOpen", "account { subject }", { candidateId, subject: "somebody", ...input });
    const refused = (code: string, field: string) => ({
      account: null,
      userErrors: [{ code, field: [field] }],
    });
    expect(await open(officer, {})).toEqual(refused("UNKNOWN_REFERENCE", "candidateId"));
    expect((await open(person(subject), {})).userErrors).toMatchObject([{ code: "NOT_ALLOWED" }]);
    expect(await open(counsellor, {})).toEqual(refused("CONFLICT", "candidateId"));
    await hub.database.query("delete from candidate_account where candidate_id = $1", [candidateId]);
    expect(await open(counsellor, { subject: other.subject })).toEqual(refused("CONFLICT", "subject"));
    expect(await open(counsellor, { subject: counsellor.subject })).toEqual(refused("CONFLICT", "subject"));
    expect(await open(counsellor, { subject: "" })).toEqual(refused("REQUIRED", "subject"));
  });
});

describe("Closing one's account", () => {
  const file = async (subject: string) =>
    (await hub.ask(person(subject), "{ myFile { id } candidates(first: 5) { nodes { id } } }")).data;

  it("shuts the person's own file to that login from the next request on, and leaves the file as it is", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    expect(await file(subject)).toEqual({
      myFile: { id: candidateId },
      candidates: { nodes: [{ id: candidateId }] },
    });
    const reference = randomUUID();
    const close = () =>
      change(person(subject), "accountClose", "account { subject closedAt }", { reference });
    const closed = { account: { subject, closedAt: today.toISOString() }, userErrors: [] };
    expect(await close()).toEqual(closed);
    expect(await file(subject)).toEqual({ myFile: null, candidates: { nodes: [] } });
    const { data } = await hub.ask(
      counsellor,
      "query ($id: ID!) { candidate(id: $id) { name { display } } }",
      {
        id: candidateId,
      },
    );
    expect(data).toMatchObject({ candidate: { name: { display: expect.any(String) } } });
    // Twice is once; anew, there is nothing to close.
    expect(await close()).toEqual(closed);
    expect(await change(person(subject), "accountClose", "account { id }", {})).toMatchObject({
      account: null,
      userErrors: [{ code: "UNKNOWN_REFERENCE", field: null }],
    });
  });

  it("can be followed by opening one again, and opening asked for twice does not open it by itself", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    await change(person(subject), "accountClose", "account { id }", {});
    const input = { candidateId, subject, reference: randomUUID() };
    expect((await change(counsellor, "accountOpen", "account { subject }", input)).userErrors).toEqual([]);
    expect(await file(subject)).toMatchObject({ myFile: { id: candidateId } });
    await change(person(subject), "accountClose", "account { id }", {});
    expect(await change(counsellor, "accountOpen", "account { subject }", input)).toMatchObject({
      account: null,
      userErrors: [{ code: "CONFLICT", field: ["reference"] }],
    });
    expect(await file(subject)).toMatchObject({ myFile: null });
  });

  it("is for the person alone", async () => {
    await aPersonWithAccount();
    expect((await change(counsellor, "accountClose", "account { id }", {})).userErrors).toMatchObject([
      { code: "NOT_ALLOWED" },
    ]);
    expect((await change(person("somebody"), "accountClose", "account { id }", {})).userErrors).toMatchObject(
      [{ code: "UNKNOWN_REFERENCE" }],
    );
  });
});

describe("A copy of a file that the person asked for on paper", () => {
  const record = (by: typeof counsellor, candidateId: string, reason = "Letter of 2 March 2026") =>
    change(by, "exportRecord", "export { reason exportedAt organisation { code } }", { candidateId, reason });

  it("is recorded by a professional of the circle, and told to the person", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    expect((await record(counsellor, candidateId)).userErrors).toEqual([]);
    const { data } = await hub.ask(
      person(subject),
      "{ myFile { exports { reason exportedAt organisation { code } } } }",
    );
    expect(data).toEqual({
      myFile: {
        exports: [
          {
            reason: "Letter of 2 March 2026",
            exportedAt: today.toISOString(),
            organisation: { code: "promis" },
          },
        ],
      },
    });
  });

  it("is refused outside the circle, without a reason, and to systems and the person", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    const code = async (by: typeof counsellor, reason?: string) =>
      (await record(by, candidateId, reason)).userErrors[0]?.code;
    expect(await code(officer)).toBe("UNKNOWN_REFERENCE");
    expect(await code(counsellor, "asked")).toBe("INVALID_FORMAT");
    expect(await code(viewer("promis", "SYSTEM"))).toBe("NOT_ALLOWED");
    expect(await code(person(subject))).toBe("NOT_ALLOWED");
  });
});

const CORRECTION = `correction { id state dueOn overdue closedAt wrong shouldBe requestedFor { code }
  tasks { id state reason answeredOn organisation { code } } }`;

interface Correction {
  id: string;
  state: string;
  tasks: { id: string; organisation: { code: string } }[];
}

async function ask(by: typeof counsellor, candidateId: string, overrides: object = {}) {
  const { correction, userErrors } = await change(by, "correctionRequest", CORRECTION, {
    candidateId,
    section: "IDENTITY",
    wrong: "Mon nom de famille est mal écrit.",
    shouldBe: "Trần",
    ...overrides,
  });
  return { correction: correction as Correction | null, userErrors };
}

/** What a viewer reads of the corrections they list. */
async function list(by: typeof counsellor, filter = "{}") {
  const { data } = await hub.ask(
    by,
    `{ corrections(filter: ${filter}, first: 100) { nodes { id state overdue wrong candidate { id } tasks { state reason organisation { code } } } } }`,
  );
  const answer = data as never as { corrections: { nodes: (Correction & Record<string, unknown>)[] } } | null;
  return answer?.corrections.nodes ?? [];
}

describe("A correction", () => {
  it("reaches everyone who holds it, and is done when the last has answered", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    await alsoAtFccq(candidateId);
    const { correction } = await ask(person(subject), candidateId);
    expect(correction).toMatchObject({
      state: "OPEN",
      dueOn: "2026-04-01",
      requestedFor: null,
      tasks: [
        { state: "OPEN", organisation: { code: "fccq" } },
        { state: "OPEN", organisation: { code: "promis" } },
      ],
    });
    const [atFccq, atPromis] = correction?.tasks ?? [];
    expect(
      await change(officer, "correctionAnswer", "correction { state }", {
        taskId: atFccq?.id,
        answer: "DONE",
      }),
    ).toEqual({ correction: { state: "OPEN" }, userErrors: [] });
    const refusal = { taskId: atPromis?.id, answer: "REFUSED", reason: "Le nom est celui du passeport." };
    expect(await change(counsellor, "correctionAnswer", "correction { state closedAt }", refusal)).toEqual({
      correction: { state: "DONE", closedAt: today.toISOString() },
      userErrors: [],
    });
    const [seen] = await list(person(subject));
    expect(seen).toMatchObject({
      state: "DONE",
      tasks: [
        { state: "DONE", organisation: { code: "fccq" } },
        { state: "REFUSED", reason: refusal.reason, organisation: { code: "promis" } },
      ],
    });
  });

  it("of a partner's section is told to that partner alone", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    await alsoAtFccq(candidateId);
    const { correction } = await ask(person(subject), candidateId, { section: "MATCHING" });
    expect(correction?.tasks.map(({ organisation }) => organisation.code)).toEqual(["fccq"]);
    expect((await list(counsellor)).map(({ id }) => id)).not.toContain(correction?.id);
    const nobody = await ask(person(subject), candidateId, { section: "WELCOME" });
    expect(nobody).toMatchObject({
      correction: null,
      userErrors: [{ code: "WRONG_STATE", field: ["section"] }],
    });
  });

  it("that is late is seen by the coordinator, who does not read what it is about", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    const { correction } = await ask(person(subject), candidateId);
    const late = async () =>
      (await list(coordinator, "{ overdue: true }")).find(({ id }) => id === correction?.id);
    today = new Date("2026-04-02T03:30:00Z"); // Still the 1st of April in Québec.
    expect(await late()).toBeUndefined();
    today = new Date("2026-04-02T04:30:00Z");
    expect(await late()).toMatchObject({
      overdue: true,
      wrong: null,
      tasks: [{ state: "OPEN", organisation: { code: "promis" } }],
    });
  });

  it("shows an organisation its own task and its own people's corrections only", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    await alsoAtFccq(candidateId);
    const { correction } = await ask(person(subject), candidateId);
    const seen = (await list(officer)).find(({ id }) => id === correction?.id);
    expect(seen?.tasks.map(({ organisation }) => organisation.code)).toEqual(["fccq"]);
    expect(seen?.["wrong"]).toBe("Mon nom de famille est mal écrit.");
    const outsider = viewer("ccmm", "ADVISER");
    expect(await list(outsider)).toEqual([]);
    expect(await list(viewer("alliance", "DASHBOARD", { purpose: "STATISTICS" }))).toEqual([]);
    expect((await list(person("unknown"))).length).toBe(0);
  });

  it("is refused with what is wrong, and nothing is written", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    const stranger = await aPersonWithAccount();
    const wrongs: [typeof counsellor, object, string, string][] = [
      [person(subject), { wrong: "" }, "REQUIRED", "wrong"],
      [person(subject), { shouldBe: "x".repeat(2001) }, "TOO_LONG", "shouldBe"],
      [person(stranger.subject), {}, "UNKNOWN_REFERENCE", "candidateId"],
      [officer, {}, "UNKNOWN_REFERENCE", "candidateId"],
    ];
    for (const [by, overrides, code, field] of wrongs)
      expect(await ask(by, candidateId, overrides)).toEqual({
        correction: null,
        userErrors: [{ code, field: [field] }],
      });
    const [{ count }] = await hub.database.query(
      "select count(*)::int as count from correction where candidate_id = $1",
      [candidateId],
    );
    expect(count).toBe(0);
  });

  it("is answered once, by the organisation of the task, with a reason for a refusal", async () => {
    const { candidateId, subject } = await aPersonWithAccount();
    const { correction } = await ask(person(subject), candidateId);
    const taskId = correction?.tasks[0]?.id;
    const answer = (by: typeof counsellor, input: object) =>
      change(by, "correctionAnswer", "correction { state }", { taskId, answer: "DONE", ...input });
    const refused = (code: string, field: string) => ({
      correction: null,
      userErrors: [{ code, field: [field] }],
    });
    expect(await answer(officer, {})).toEqual(refused("UNKNOWN_REFERENCE", "taskId"));
    expect(await answer(counsellor, { answer: "OPEN" })).toEqual(refused("INVALID_FORMAT", "answer"));
    expect(await answer(counsellor, { answer: "REFUSED" })).toEqual(refused("REQUIRED", "reason"));
    expect(await answer(counsellor, { answeredOn: "2026-03-03" })).toEqual(
      refused("OUT_OF_RANGE", "answeredOn"),
    );
    expect((await answer(counsellor, {})).userErrors).toEqual([]);
    expect(await answer(counsellor, {})).toEqual(refused("WRONG_STATE", "taskId"));
  });
});

describe("A registration that is corrected", () => {
  const DECLARED = `query ($id: ID!) { candidate(id: $id) {
    name { display } contact { phones { value declaredOn } }
    registrations { organisation { code } declarations { familyNames phone declaredOn current } } } }`;

  it("speaks by its correction, and what it said before stays with its date", async () => {
    const { candidateId, registrationId, subject } = await aPersonWithAccount();
    today = new Date("2026-05-04T15:00:00Z");
    const { userErrors } = await change(counsellor, "registrationCorrect", "registration { id }", {
      registrationId,
      givenNames: "Thị Mai",
      familyNames: "Trần-Gagnon",
    });
    expect(userErrors).toEqual([]);
    const { data } = await hub.ask(person(subject), DECLARED, { id: candidateId });
    expect(data?.["candidate"]).toMatchObject({
      name: { display: "Thị Mai Trần-Gagnon" },
      contact: { phones: [] },
      registrations: [
        {
          declarations: [
            { familyNames: "Trần-Gagnon", phone: null, declaredOn: "2026-05-04", current: true },
            { familyNames: "Trần", phone: "514 555-0101", declaredOn: "2026-03-02", current: false },
          ],
        },
      ],
    });
    const [row] = await hub.database.query("select family_names from registration where id = $1", [
      registrationId,
    ]);
    expect(row.family_names).toBe("Trần");
  });

  it("does not tell another organisation what was said before", async () => {
    const { candidateId } = await aPersonWithAccount();
    await alsoAtFccq(candidateId);
    await hub.database.query(
      `insert into consent (id, candidate_id, recipient, sections, purpose, given, collected_how, collected_by, given_on, expires_on, recorded_at)
       values ($1, $2, 'fccq', '{IDENTITY}', 'SUPPORT', true, 'PAPER', 'x', '2026-03-01', '2027-03-01', now())`,
      [randomUUID(), candidateId],
    );
    const { data } = await hub.ask(officer, DECLARED, { id: candidateId });
    const { registrations } = data?.["candidate"] as never as {
      registrations: { organisation: { code: string }; declarations: unknown }[];
    };
    expect(
      registrations.map(({ organisation, declarations }) => [organisation.code, declarations !== null]),
    ).toEqual([
      ["promis", false],
      ["fccq", true],
    ]);
  });

  it("is corrected by its own organisation only, and keeps a name", async () => {
    const { registrationId } = await aPersonWithAccount();
    const correct = (by: typeof counsellor, input: object) =>
      change(by, "registrationCorrect", "registration { id }", {
        registrationId,
        familyNames: "X",
        ...input,
      });
    expect((await correct(officer, {})).userErrors).toMatchObject([{ code: "UNKNOWN_REFERENCE" }]);
    expect((await correct(counsellor, { familyNames: null })).userErrors).toMatchObject([
      { code: "REQUIRED" },
    ]);
    expect((await correct(counsellor, { phone: "12" })).userErrors).toMatchObject([
      { code: "INVALID_FORMAT" },
    ]);
  });
});
