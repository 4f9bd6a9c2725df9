/** A person who logs in themselves: their file, their consents, their account, and a copy on paper. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { counsellor, officer, openPersonWorld, person, type PersonWorld } from "../support/person-world.ts";
import { viewer, type TestSubgraph } from "../support/subgraph.ts";

let world: PersonWorld;
let hub: TestSubgraph;
let today = new Date("2026-03-02T15:00:00Z");

beforeAll(async () => {
  world = await openPersonWorld(() => today);
  hub = world.hub;
});

beforeEach(() => {
  today = new Date("2026-03-02T15:00:00Z");
});

afterAll(() => hub.close());

const change: PersonWorld["change"] = (...given) => world.change(...given);
const aPersonWithAccount = () => world.aPersonWithAccount();
const alsoAtFccq = (candidateId: string) => world.alsoAtFccq(candidateId);

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

type Statuses = Record<string, string>;

const statuses = (list: { section: string; status: string }[]): Statuses =>
  Object.fromEntries(list.map(({ section, status }) => [section, status]));

async function preview(by: typeof officer, input: object) {
  const { data, errors } = await hub.ask(
    by,
    "query ($input: AccessPreviewInput!) { accessPreview(input: $input) { section status fields } }",
    { input: { recipient: "fccq", ...input } },
  );
  const shown = (
    data as never as { accessPreview: { section: string; status: string; fields: string[] }[] } | null
  )?.accessPreview;
  return { statuses: statuses(shown ?? []), shown: shown ?? [], code: errors?.[0]?.extensions.code };
}

async function seenByFccq(id: string): Promise<Statuses> {
  const { data } = await hub.ask(
    officer,
    "query ($id: ID!) { candidate(id: $id) { access { section status } } }",
    { id },
  );
  return statuses(
    (data as never as { candidate: { access: { section: string; status: string }[] } }).candidate.access,
  );
}

describe("What a consent would open", () => {
  it("opens what was shown before it was given, and nothing was opened by looking", async () => {
    const { candidateId } = await aPersonWithAccount();
    await alsoAtFccq(candidateId);
    const before = await seenByFccq(candidateId);
    const sections = ["PATHWAY", "EMPLOYABILITY"];
    const { statuses: promised, shown } = await preview(counsellor, {
      candidateId,
      consentSections: sections,
    });
    expect(promised).toMatchObject({ PATHWAY: "GRANTED", EMPLOYABILITY: "GRANTED", WELCOME: "NO_CONSENT" });
    expect(shown.find(({ section }) => section === "EMPLOYABILITY")?.fields).toEqual(["employability"]);
    expect(await seenByFccq(candidateId)).toEqual(before);
    const given = { givenBy: "PERSON", collectedHow: "IN_PERSON", expiresOn: "2027-03-01", given: true };
    const { userErrors } = await change(counsellor, "consentRecord", "consent { id }", {
      candidateId,
      recipient: "fccq",
      sections,
      purpose: "SUPPORT",
      ...given,
    });
    expect(userErrors).toEqual([]);
    expect(await seenByFccq(candidateId)).toEqual(promised);
  });

  it("is shown for a referral too: it would open the sections that it names, to an organisation that knows nothing of the person", async () => {
    const { candidateId } = await aPersonWithAccount();
    const { statuses: promised } = await preview(counsellor, { candidateId, referralSections: ["PATHWAY"] });
    expect(promised).toMatchObject({ PATHWAY: "GRANTED", EMPLOYABILITY: "NOT_IN_CIRCLE" });
  });

  it("is shown to nobody of somebody whom they may not know of", async () => {
    const { candidateId } = await aPersonWithAccount();
    expect((await preview(officer, { candidateId, recipient: "promis" })).code).toBe("BAD_USER_INPUT");
  });
});
