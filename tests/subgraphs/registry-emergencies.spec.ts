/** Files opened in an emergency: which file, to whom, for how long, and who is told. */
import "reflect-metadata";
import {
  coordinator,
  counsellor,
  openPersonWorld,
  person,
  type PersonWorld,
} from "../support/person-world.ts";
import { viewer, type TestSubgraph } from "../support/subgraph.ts";

const stranger = viewer("ccmm", "ADVISER");
const REASON = "Hospitalisation soudaine: il faut joindre sa conseillère ce soir.";

let world: PersonWorld;
let hub: TestSubgraph;
let now: Date;

beforeAll(async () => {
  world = await openPersonWorld(() => now);
  hub = world.hub;
});

beforeEach(() => {
  now = new Date("2026-03-02T15:00:00Z");
});

afterAll(() => hub.close());

function open(candidateId: string, more: object = {}, by = stranger) {
  const input = { candidateId, reason: REASON, ...more };
  return world.change(by, "emergencyOpen", "access { id until told { code } }", input);
}

/** What somebody sees of a person's name, and who is responsible. */
async function look(by: typeof stranger, id: string) {
  const { data, errors } = await hub.ask(
    by,
    "query ($id: ID!) { candidate(id: $id) { name { display } stage { responsible { code } } } }",
    { id },
  );
  expect(errors).toBeUndefined();
  return (data as never as { candidate: { name: object | null; stage: object | null } | null }).candidate;
}

async function told(by: typeof stranger) {
  const { data } = await hub.ask(
    by,
    "{ emergencies(first: 100) { nodes { id subject reason notedAt organisation { code } } } }",
  );
  return (data as never as { emergencies: { nodes: { id: string }[] } }).emergencies.nodes;
}

describe("A file that is opened in an emergency", () => {
  it("is open to who opened it, for an hour; nobody else's is, nor to anybody else", async () => {
    const { candidateId } = await world.aPersonWithAccount();
    const { candidateId: another } = await world.aPersonWithAccount();
    expect(await look(stranger, candidateId)).toBeNull();
    expect((await open(candidateId))["userErrors"]).toEqual([]);
    expect(await look(stranger, candidateId)).toMatchObject({ name: { display: "Thị Mai Trần" } });
    expect(await look(stranger, another)).toBeNull();
    expect(await look({ ...stranger, subject: "colleague@ccmm" }, candidateId)).toBeNull();
    now = new Date("2026-03-02T15:59:59Z");
    expect(await look(stranger, candidateId)).not.toBeNull();
    now = new Date("2026-03-02T16:00:01Z");
    expect(await look(stranger, candidateId)).toBeNull();
  });

  it("stays with who is responsible, and they, the coordinator and the person are told", async () => {
    const { candidateId, subject } = await world.aPersonWithAccount();
    const { access } = await open(candidateId);
    const { id } = access as { id: string };
    expect(access).toMatchObject({ told: { code: "promis" } });
    expect(await look(counsellor, candidateId)).toMatchObject({ stage: { responsible: { code: "promis" } } });
    const line = { id, subject: stranger.subject, reason: REASON, organisation: { code: "ccmm" } };
    for (const by of [counsellor, coordinator, person(subject)])
      expect(await told(by)).toContainEqual({ ...line, notedAt: null });
    expect(await told(viewer("fccq", "OFFICER"))).toEqual([]);
  });

  it("is taken note of once, by the organisation that was told", async () => {
    const { candidateId } = await world.aPersonWithAccount();
    const { access } = await open(candidateId);
    const { id: emergencyId } = access as { id: string };
    const note = (by: typeof stranger) =>
      world.change(by, "emergencyNote", "access { notedAt }", { emergencyId });
    expect((await note(stranger))["userErrors"]).toMatchObject([{ code: "UNKNOWN_REFERENCE" }]);
    expect((await note(counsellor))["access"]).toEqual({ notedAt: now.toISOString() });
    expect((await note(counsellor))["userErrors"]).toMatchObject([{ code: "WRONG_STATE" }]);
  });

  it("needs a reason in some words, a few hours at most, and a professional", async () => {
    const { candidateId, subject } = await world.aPersonWithAccount();
    const codes = async (more: object, by = stranger) =>
      (await open(candidateId, more, by)).userErrors.map(({ code }) => code);
    expect(await codes({ reason: "Urgent." })).toEqual(["INVALID_FORMAT"]);
    expect(await codes({ minutes: 241 })).toEqual(["OUT_OF_RANGE"]);
    for (const by of [viewer("ccmm", "SYSTEM"), coordinator, person(subject)])
      expect(await codes({}, by)).toEqual(["NOT_ALLOWED"]);
    expect(await look(stranger, candidateId)).toBeNull();
  });
});
