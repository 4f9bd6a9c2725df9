import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register } from "../support/register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const officer = viewer("fccq", "OFFICER");
const stranger = viewer("inici", "COUNSELLOR");
const person = viewer("self", "CANDIDATE", { subject: "the-person", purpose: "SELF", purposes: ["SELF"] });

let hub: TestSubgraph;
let clock = new Date("2026-11-20T15:00:00Z");

beforeAll(async () => {
  const settings = {
    FCCQ_GRANT_KEY: TEST_GRANT_KEY,
    EER_GRANT_KEY: "e".repeat(43),
    CCMM_GRANT_KEY: "c".repeat(43),
    REGIONAL_GRANT_KEY: "r".repeat(43),
  };
  hub = await openSubgraph(registry, settings, () => clock);
});

afterAll(() => hub.close());

beforeEach(() => {
  clock = new Date("2026-11-20T15:00:00Z");
});

interface Payload {
  userErrors: { code: string; message: string }[];
  thing: Record<string, unknown> | null;
}

const NEED = `{ id kind step state late dueOn givenOn note dropReason promisedBy { code } givenBy { code } organisation { code } nextStates }`;

async function change(
  by: typeof counsellor,
  name: string,
  input: object,
  selection = NEED,
): Promise<Payload> {
  const field = name === "assessmentRecord" ? "assessment" : "supportNeed";
  const type =
    name === "supportRelease" ? "SupportMoveInput" : `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask(
    by,
    `mutation ($input: ${type}!) { ${name}(input: $input) { thing: ${field} ${selection} userErrors { code message } } }`,
    { input: { reference: randomUUID(), ...input } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as never as Record<string, Payload>)[name] as Payload;
}

/** Somebody whom PROMIS registered, and who agreed that FCCQ sees where they stand. */
async function aPerson(agreed = true): Promise<string> {
  const { candidateId } = await register(hub, counsellor);
  if (agreed)
    await hub.owner.query(
      `insert into consent (id, candidate_id, recipient, sections, purpose, given, given_by, collected_how, collected_by, given_on, expires_on, recorded_at)
       select uuidv7(), $1, recipient, '{PATHWAY}', 'SUPPORT', true, 'PERSON', 'ONLINE', 'somebody', '2026-01-01', '2028-01-01', now()
       from unnest(array['fccq', 'promis']) as recipient`,
      [candidateId],
    );
  await hub.owner.query(
    `insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, family_names)
     values (uuidv7(), $1, 'fccq', $2, 'WEBSITE', '2026-11-01', now(), 'Kovalenko')`,
    [candidateId, randomUUID()],
  );
  return candidateId;
}

const FILE = `query ($id: ID!) { candidate(id: $id) {
  assessments { nodes { stage step verdict note organisation { code } } }
  supportNeeds { nodes ${NEED} }
  stage { steps suggestedSupport { kind organisations { code } } } } }`;

async function file(by: typeof counsellor, id: string) {
  const { data, errors } = await hub.ask(by, FILE, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as never as { candidate: Record<string, { nodes: Record<string, unknown>[] }> | null })
    .candidate;
}

describe("At each stage a professional", () => {
  it("assesses a step of it, which every partner in the circle sees and words only professionals do", async () => {
    const candidateId = await aPerson();
    const { thing, userErrors } = await change(
      officer,
      "assessmentRecord",
      {
        candidateId,
        step: "ELIGIBILITY",
        verdict: "NEEDS_SUPPORT",
        note: "The diploma is being recognised.",
      },
      "{ id step verdict }",
    );
    expect([thing?.["verdict"], userErrors]).toEqual(["NEEDS_SUPPORT", []]);
    expect((await file(counsellor, candidateId))?.["assessments"]?.nodes).toEqual([
      {
        stage: "INTAKE",
        step: "ELIGIBILITY",
        verdict: "NEEDS_SUPPORT",
        note: "The diploma is being recognised.",
        organisation: { code: "fccq" },
      },
    ]);
    await hub.owner.query(
      "insert into candidate_account (subject, candidate_id, opened_at) values ($1, $2, now())",
      [person.subject, candidateId],
    );
    const own = await file(person, candidateId);
    expect(own?.["assessments"]?.nodes[0]).toMatchObject({ verdict: "NEEDS_SUPPORT", note: null });
    await hub.owner.query("delete from candidate_account");
  });

  it("cannot assess a step of another stage, a closed file, or somebody outside their circle", async () => {
    const candidateId = await aPerson();
    const input = { candidateId, step: "HOUSING", verdict: "DONE" };
    const selection = "{ id }";
    expect((await change(counsellor, "assessmentRecord", input, selection)).userErrors).toMatchObject([
      { code: "OUT_OF_RANGE" },
    ]);
    const first = { ...input, step: "FIRST_MEETING" };
    expect((await change(stranger, "assessmentRecord", first, selection)).userErrors).toMatchObject([
      { code: "UNKNOWN_REFERENCE" },
    ]);
    await hub.owner.query("update candidate set exit_reason = 'WITHDREW' where id = $1", [candidateId]);
    expect((await change(counsellor, "assessmentRecord", first, selection)).userErrors).toMatchObject([
      { code: "WRONG_STATE" },
    ]);
  });

  it("records support that is needed, and another partner promises and gives it", async () => {
    const candidateId = await aPerson();
    const { thing } = await change(counsellor, "supportNeedRecord", {
      candidateId,
      step: "FIRST_MEETING",
      kind: "INTERVIEW_PREPARATION",
    });
    expect(thing).toMatchObject({ state: "NEEDED", promisedBy: null, dueOn: null, late: false });
    const supportNeedId = thing?.["id"];
    const promised = await change(officer, "supportPromise", { supportNeedId, dueOn: "2026-11-25" });
    expect(promised.thing).toMatchObject({
      state: "PROMISED",
      promisedBy: { code: "fccq" },
      dueOn: "2026-11-25",
    });
    const taken = await change(counsellor, "supportGive", { supportNeedId });
    expect(taken.userErrors).toMatchObject([
      { code: "WRONG_STATE", message: expect.stringContaining("fccq") },
    ]);
    const given = await change(officer, "supportGive", { supportNeedId, givenOn: "2026-11-20" });
    expect(given.thing).toMatchObject({
      state: "GIVEN",
      givenBy: { code: "fccq" },
      givenOn: "2026-11-20",
      nextStates: [],
    });
    expect((await file(counsellor, candidateId))?.["supportNeeds"]?.nodes).toMatchObject([
      { state: "GIVEN" },
    ]);
  });

  it("sees what was promised and not given as late, until the promise is taken back", async () => {
    const candidateId = await aPerson();
    const { thing } = await change(counsellor, "supportNeedRecord", {
      candidateId,
      step: "ELIGIBILITY",
      kind: "ELIGIBILITY_REVIEW",
    });
    const supportNeedId = thing?.["id"];
    const yesterday = await change(officer, "supportPromise", { supportNeedId, dueOn: "2026-11-19" });
    expect(yesterday.userErrors).toMatchObject([{ code: "OUT_OF_RANGE" }]);
    await change(officer, "supportPromise", { supportNeedId, dueOn: "2026-11-21" });
    clock = new Date("2026-11-22T15:00:00Z");
    expect((await file(officer, candidateId))?.["supportNeeds"]?.nodes).toMatchObject([{ late: true }]);
    const released = await change(officer, "supportRelease", { supportNeedId });
    expect(released.thing).toMatchObject({ state: "NEEDED", promisedBy: null, late: false });
    const dropped = await change(counsellor, "supportNeedDrop", { supportNeedId, reason: "PERSON_DECLINED" });
    expect(dropped.thing).toMatchObject({ state: "DROPPED", dropReason: "PERSON_DECLINED" });
  });

  it("works on no need that they may not see", async () => {
    const candidateId = await aPerson(false);
    const { thing } = await change(counsellor, "supportNeedRecord", {
      candidateId,
      step: "ELIGIBILITY",
      kind: "ELIGIBILITY_REVIEW",
      note: "Papers are missing.",
    });
    for (const by of [officer, stranger]) {
      const answer = await change(by, "supportPromise", {
        supportNeedId: thing?.["id"],
        dueOn: "2026-12-01",
      });
      expect(answer).toMatchObject({ thing: null, userErrors: [{ code: "UNKNOWN_REFERENCE" }] });
    }
    expect((await file(officer, candidateId))?.["supportNeeds"]?.nodes).toEqual([]);
  });

  it("is told what support is usual there, and which partners offer it", async () => {
    const candidateId = await aPerson();
    expect(await file(counsellor, candidateId)).toMatchObject({
      stage: {
        steps: ["FIRST_MEETING", "ELIGIBILITY"],
        suggestedSupport: [
          {
            kind: "ELIGIBILITY_REVIEW",
            organisations: [{ code: "promis" }, { code: "inici" }, { code: "le-collectif" }],
          },
          { kind: "REGION_INFORMATION" },
        ],
      },
    });
  });

  it("is told which partners offer it in the region that the person chose last", async () => {
    await hub.owner.query(
      `insert into organisation (code, name, subgraph) values ('estrie-1', 'Partenaire de l’Estrie', 'regional');
       insert into mandate (organisation_id, mandate, region_code) select id, 'WELCOME', '05' from organisation where code = 'estrie-1'`,
    );
    const candidateId = await aPerson();
    const chooses = (kind: string, region: string | null, seconds: number) =>
      hub.owner.query(
        `insert into milestone (id, registration_id, candidate_id, kind, occurred_at, organisation_code, source_id, recorded_at, region_code)
         select uuidv7(), id, candidate_id, $2, now() + make_interval(secs => $4), 'promis', uuidv7()::text, now(), $3
         from registration where candidate_id = $1 limit 1`,
        [candidateId, kind, region, seconds],
      );
    const offering = async () => {
      const { suggestedSupport } = (await file(counsellor, candidateId))?.["stage"] as unknown as {
        suggestedSupport: { kind: string; organisations: { code: string }[] }[];
      };
      const information = suggestedSupport.find(({ kind }) => kind === "REGION_INFORMATION");
      return information?.organisations.some(({ code }) => code === "estrie-1");
    };
    expect(await offering()).toBe(false);
    await chooses("REGION_CHOSEN", "05", 1);
    expect(await offering()).toBe(true);
    await chooses("REGION_CHANGED", null, 2);
    expect(await offering()).toBe(false);
  });
});
