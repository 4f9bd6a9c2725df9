/** The register of confidentiality incidents, as the coordinator keeps it. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const counsellor = viewer("promis", "COUNSELLOR");
const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

let hub: TestSubgraph;

beforeAll(async () => {
  const keys = { FCCQ_GRANT_KEY: TEST_GRANT_KEY, EER_GRANT_KEY: TEST_GRANT_KEY };
  hub = await openSubgraph(
    registry,
    { ...keys, CCMM_GRANT_KEY: TEST_GRANT_KEY, REGIONAL_GRANT_KEY: TEST_GRANT_KEY },
    () => new Date("2026-03-09T15:00:00Z"),
  );
});

afterAll(() => hub.close());

const MET = {
  information: "Noms et adresses électroniques",
  circumstances: "Un courriel est parti à la mauvaise liste.",
  occurredFrom: "2026-03-02",
  occurredTo: "2026-03-03",
  occurredIsApproximate: false,
  awareOn: "2026-03-04",
  persons: 12,
  personsIsApproximate: true,
};

async function change(by: typeof counsellor, mutation: string, input: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data } = await hub.ask(
    by,
    `mutation ($input: ${type}!) { outcome: ${mutation}(input: $input) { incident { id state noticesDue } userErrors { code field } } }`,
    { input: { reference: randomUUID(), ...input } },
  );
  return (
    data as never as {
      outcome: {
        incident: { id: string; state: string; noticesDue: string[] } | null;
        userErrors: { code: string; field: string[] | null }[];
      };
    }
  ).outcome;
}

async function anIncident(by = counsellor): Promise<string> {
  return (await change(by, "incidentRecord", MET)).incident?.id ?? "";
}

const refused = (code: string, field: string) => ({ incident: null, userErrors: [{ code, field: [field] }] });

describe("An incident", () => {
  it("with a serious risk is closed once the Commission and the persons were told", async () => {
    const incidentId = await anIncident();
    const close = () => change(coordinator, "incidentClose", { incidentId, measures: "Listes séparées." });
    expect(await close()).toEqual(refused("WRONG_STATE", "incidentId"));
    const assessed = { incidentId, serious: true, assessment: "Adresses de personnes vulnérables." };
    expect(await change(coordinator, "incidentAssess", assessed)).toMatchObject({
      incident: { state: "ASSESSED", noticesDue: ["COMMISSION", "PERSONS"] },
    });
    expect(await close()).toEqual(refused("WRONG_STATE", "incidentId"));
    await change(coordinator, "incidentNotifyCommission", { incidentId, sentOn: "2026-03-05" });
    expect(await close()).toEqual(refused("WRONG_STATE", "incidentId"));
    await change(coordinator, "incidentNotifyPersons", {
      incidentId,
      sentOn: "2026-03-06",
      publicNotice: false,
    });
    expect(await close()).toMatchObject({ incident: { state: "CLOSED", noticesDue: [] }, userErrors: [] });
    expect(await change(coordinator, "incidentAssess", assessed)).toEqual(
      refused("WRONG_STATE", "incidentId"),
    );
  });

  it("is assessed and closed by the coordinator alone", async () => {
    const incidentId = await anIncident();
    const { userErrors } = await change(counsellor, "incidentAssess", {
      incidentId,
      serious: false,
      assessment: "x",
    });
    expect(userErrors).toMatchObject([{ code: "NOT_ALLOWED" }]);
  });

  it.each([
    [{ information: "" }, "REQUIRED", "information"],
    [{ circumstances: "x".repeat(4001) }, "TOO_LONG", "circumstances"],
    [{ awareOn: "2026-03-10" }, "OUT_OF_RANGE", "awareOn"],
    [{ occurredFrom: "2026-03-05", occurredTo: "2026-03-05" }, "OUT_OF_RANGE", "occurredFrom"],
    [{ occurredTo: "2026-03-01" }, "OUT_OF_RANGE", "occurredTo"],
    [{ persons: -1 }, "OUT_OF_RANGE", "persons"],
  ])("is not recorded with %j", async (overrides, code, field) => {
    expect(await change(counsellor, "incidentRecord", { ...MET, ...overrides })).toEqual(
      refused(code, field),
    );
  });

  it("says why a public notice was given, and no notice is of a day to come", async () => {
    const incidentId = await anIncident();
    await change(coordinator, "incidentAssess", { incidentId, serious: true, assessment: "x" });
    const told = { incidentId, sentOn: "2026-03-05" };
    expect(await change(coordinator, "incidentNotifyPersons", { ...told, publicNotice: true })).toEqual(
      refused("REQUIRED", "publicNoticeReason"),
    );
    expect(
      await change(coordinator, "incidentNotifyCommission", { incidentId, sentOn: "2026-03-10" }),
    ).toEqual(refused("OUT_OF_RANGE", "sentOn"));
  });
});

describe("The register", () => {
  it("shows the coordinator every incident and an organisation its own", async () => {
    const mine = await anIncident();
    const theirs = await anIncident(viewer("fccq", "OFFICER"));
    const list = async (by: typeof counsellor) => {
      const { data } = await hub.ask(
        by,
        "{ incidents(first: 100) { nodes { id persons organisation { code } } } }",
      );
      const answer = data as never as { incidents: { nodes: { id: string }[] } } | null;
      return (answer?.incidents.nodes ?? []).map(({ id }) => id);
    };
    expect(await list(coordinator)).toEqual(expect.arrayContaining([mine, theirs]));
    expect(await list(counsellor)).toContain(mine);
    expect(await list(counsellor)).not.toContain(theirs);
    const person = viewer("self", "CANDIDATE", { purpose: "SELF" });
    for (const nobody of [person, viewer("alliance", "DASHBOARD", { purpose: "STATISTICS" })])
      expect(await list(nobody)).toEqual([]);
  });
});
