/** What a person says is wrong in their file: who is asked to put it right, who answers, and what it said before. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import {
  counsellor,
  officer,
  coordinator,
  openPersonWorld,
  person,
  type PersonWorld,
} from "../support/person-world.ts";
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
