import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { refoldPathways } from "../../subgraphs/registry/store/pathway.ts";
import { rebuildPathways } from "../../subgraphs/registry/store/rebuild-pathways.ts";
import { register, type Registered } from "../support/register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const colleague = viewer("inici", "COUNSELLOR");
const officer = viewer("fccq", "OFFICER");

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

async function report(
  by: typeof counsellor,
  { registrationId }: Registered,
  kind: string,
  extra: object = {},
) {
  const { data, errors } = await hub.ask(
    by,
    `mutation ($input: MilestoneReportInput!) { milestoneReport(input: $input) {
       moved milestone { kind moved track } userErrors { code message } } }`,
    {
      input: {
        reference: randomUUID(),
        sourceId: randomUUID(),
        registrationId,
        kind,
        occurredAt: new Date().toISOString(),
        ...extra,
      },
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as never as { milestoneReport: { moved: boolean; userErrors: { code: string }[] } })
    .milestoneReport;
}

async function link(one: Registered, other: Registered, to = one.candidateId): Promise<void> {
  await hub.owner.query("update registration set candidate_id = $2 where id = $1", [
    other.registrationId,
    to,
  ]);
  await hub.owner.query("update milestone set candidate_id = $2 where registration_id = $1", [
    other.registrationId,
    to,
  ]);
  await refoldPathways(hub.owner.manager, [one.candidateId, other.candidateId]);
}

async function stored(...people: Registered[]) {
  const rows = await hub.database.query(
    `select candidate.*, array(select (position, stage, since, until, ended_by, is_first)::text from stage_spell
       where candidate_id = candidate.id order by position) as spells,
       array(select (id, moved)::text from milestone where candidate_id = candidate.id order by id) as told
     from candidate where id = any($1) order by id`,
    [people.map(({ candidateId }) => candidateId)],
  );
  return rows as Record<string, unknown>[];
}

describe("A milestone reported to the registry", () => {
  it("says whether it moved the pathway, the same when it is told twice", async () => {
    const known = await register(hub, counsellor);
    const sourceId = randomUUID();
    const first = await report(counsellor, known, "COUNSELLOR_ASSIGNED", { sourceId });
    const again = await report(counsellor, known, "COUNSELLOR_ASSIGNED", { sourceId });
    expect([first, again]).toMatchObject([{ moved: true }, { moved: true }]);
    expect(await report(counsellor, known, "TRAVEL_GRANT_PAID")).toMatchObject({
      moved: false,
      userErrors: [],
    });
    expect(await report(counsellor, known, "READY_DECLARED", { track: "TRAINING" })).toMatchObject({
      moved: true,
      milestone: { track: "TRAINING" },
    });
    expect(await stored(known)).toMatchObject([{ stage: "EMPLOYABILITY", next_step: "CHOOSE_REGION" }]);
  });

  it("moves nothing when it comes from an organisation that is not the owner", async () => {
    const [mine, theirs] = [await register(hub, counsellor), await register(hub, colleague)];
    await report(counsellor, mine, "COUNSELLOR_ASSIGNED");
    await link(mine, theirs);
    const before = await stored(mine);
    for (const kind of ["COUNSELLOR_ASSIGNED", "READY_DECLARED", "WITHDREW", "RETURNED_TO_MONTREAL"])
      expect([kind, await report(colleague, theirs, kind)]).toMatchObject([
        kind,
        { moved: false, userErrors: [] },
      ]);
    const [after] = await stored(mine);
    expect({ ...after, told: before[0]?.["told"] }).toEqual(before[0]);
  });

  it("is refused when only the registry writes it, or when its track makes no sense", async () => {
    const known = await register(hub, counsellor);
    expect((await report(counsellor, known, "EMPLOYABILITY_ACCEPTED")).userErrors).toMatchObject([
      { code: "NOT_ALLOWED", message: expect.stringContaining("by the registry") },
    ]);
    const odd = await report(counsellor, known, "COUNSELLOR_ASSIGNED", { track: "TRAINING" });
    expect(odd).toMatchObject({ moved: null, userErrors: [{ code: "OUT_OF_RANGE" }] });
  });
});

describe("Linking two registrations", () => {
  it("folds both pathways as one, and unlinking gives back exactly what each was", async () => {
    const [mine, theirs] = [await register(hub, counsellor), await register(hub, officer)];
    await report(counsellor, mine, "COUNSELLOR_ASSIGNED");
    await report(officer, theirs, "MATCHING_ACCEPTED");
    const apart = await stored(mine, theirs);
    await link(mine, theirs);
    expect((await stored(mine))[0]).toMatchObject({ stage: "MATCHING", responsible: "fccq" });
    await link(mine, theirs, theirs.candidateId);
    expect(await stored(mine, theirs)).toEqual(apart);
  });
});

describe("Rebuilding the pathways", () => {
  it("changes nothing of what was stored as the milestones came in, and mends what was spoilt", async () => {
    const known = await register(hub, counsellor);
    await report(counsellor, known, "COUNSELLOR_ASSIGNED");
    const { candidates, changed } = await rebuildPathways(hub.database);
    expect([candidates > 0, changed]).toEqual([true, 0]);
    const before = await stored(known);
    await hub.owner.query("update candidate set stage = 'MOVE', responsible = 'fccq' where id = $1", [
      known.candidateId,
    ]);
    await hub.owner.query("update milestone set moved = not moved where candidate_id = $1", [
      known.candidateId,
    ]);
    await hub.owner.query("delete from stage_spell where candidate_id = $1 and position = 1", [
      known.candidateId,
    ]);
    await hub.owner.query("insert into stage_spell values ($1, 7, 'MOVE', now(), null, null, true)", [
      known.candidateId,
    ]);
    expect(await rebuildPathways(hub.database)).toEqual({ candidates, changed: 1 });
    expect(await stored(known)).toEqual(before);
  });
});
