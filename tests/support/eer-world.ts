/** A small world of Emplois en régions, built through the graph in the words of its counsellors. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import { eer } from "../../subgraphs/eer/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "./subgraph.ts";

/** The day on which these worlds live. */
export const TODAY = "2026-03-10";

export const promis = viewer("promis", "COUNSELLOR");
export const inici = viewer("inici", "COUNSELLOR");
export const officer = viewer("fccq", "OFFICER");
export const professional = viewer("estrie-1", "PROFESSIONAL");

export interface Change {
  thing: { id: string } | null;
  userErrors: { code: string; field: string[] | null }[];
}

interface Mutation {
  inputType: string;
  /** The field of the payload that holds the thing. */
  thing: string;
}

export type EerWorld = Awaited<ReturnType<typeof openEerWorld>>;

export async function openEerWorld() {
  const hub = await openSubgraph(eer, { GRANT_KEY: TEST_GRANT_KEY }, () => new Date(`${TODAY}T15:00:00Z`));
  const mutations = await mutationsOf(hub);

  /** Makes a change as `by`, with a reference of its own unless the input brings one. */
  async function change(name: string, input: Record<string, unknown>, by: Viewer = promis): Promise<Change> {
    const mutation = mutations.get(name);
    if (!mutation) throw new Error(`There is no mutation ${name}.`);
    const { data, errors } = await hub.ask(
      by,
      `mutation ($input: ${mutation.inputType}!) {
         ${name}(input: $input) { thing: ${mutation.thing} { id } userErrors { code field } }
       }`,
      { input: { reference: randomUUID(), ...input } },
    );
    const made = (data as Record<string, Change> | null)?.[name];
    if (!made) throw new Error(JSON.stringify(errors));
    return made;
  }

  /** The id of what a change made. It throws when the change was refused. */
  async function made(name: string, input: Record<string, unknown>, by: Viewer = promis): Promise<string> {
    const { thing, userErrors } = await change(name, input, by);
    if (!thing) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
    return thing.id;
  }

  /** A household that came on its own, with its principal. */
  async function aHousehold(overrides: Record<string, unknown> = {}, by: Viewer = promis) {
    const registrationId = randomUUID();
    const input = {
      ticket: hub.ticket(registrationId, by.organisation),
      track: "EMPLOYMENT",
      source: "OWN_INITIATIVE",
      openedOn: "2026-01-05",
      ...overrides,
    };
    const householdId = await made("householdOpen", input, by);
    const { data } = await hub.ask(
      by,
      `{ household(id: "${householdId}") { members { id employabilityFile { id } } } }`,
    );
    const [principal] = (data as unknown as { household: Found }).household.members;
    if (!principal?.employabilityFile) throw new Error("The household has no principal.");
    return { registrationId, householdId, memberId: principal.id, fileId: principal.employabilityFile.id };
  }

  const aCounsellor = (by: Viewer = promis) =>
    made("counsellorAdd", { subject: randomUUID(), name: "Fatou Sarr", startedOn: "2020-01-06" }, by);

  /** The household in the care of a counsellor, who is given back. */
  async function inCare(householdId: string, counsellorId?: string): Promise<string> {
    const carer = counsellorId ?? (await aCounsellor());
    await made("counsellorAssign", { householdId, counsellorId: carer, since: "2026-01-06" });
    return carer;
  }

  const anEligible = (fileId: string) =>
    made("employabilityEligibilityAssess", {
      fileId,
      generation: "FIRST",
      status: "PERMANENT_RESIDENT_ECONOMIC",
      arrivedOn: "2005-08-20",
    });

  /** A reflection plan in progress with one step. */
  async function aReflectionPlan(fileId: string) {
    const planId = await made("reflectionPlanOpen", {
      fileId,
      steps: [{ kind: "REGIONS", title: "Comparer trois régions" }],
    });
    const [step] = await hub.owner.query<{ id: string }[]>(
      "select id from reflection_step where plan_id = $1",
      [planId],
    );
    return { planId, stepId: step?.id ?? "" };
  }

  /** A household whose principal may be declared ready. */
  async function nearlyReady() {
    const household = await aHousehold();
    await inCare(household.householdId);
    await anEligible(household.fileId);
    const { planId, stepId } = await aReflectionPlan(household.fileId);
    await made("reflectionStepComplete", { stepId });
    await made("reflectionPlanValidate", { planId });
    return household;
  }

  /** A household with the plan of its move to the Bas-Saint-Laurent. */
  async function aMove(overrides: Record<string, unknown> = {}) {
    const household = await aHousehold();
    const { householdId } = household;
    await made("regionChoose", { householdId, regionCode: "01", city: "Rimouski", ...overrides });
    const planId = await made("relocationPlanOpen", { householdId, regionalPartner: "bas-saint-laurent-1" });
    return { ...household, planId };
  }

  /** A household that arrived in its region. */
  async function anArrival(overrides: Record<string, unknown> = {}) {
    const move = await aMove(overrides);
    await made("relocationMoveDate", { planId: move.planId, moveOn: "2026-07-01" });
    await made("relocationArrivalConfirm", { planId: move.planId });
    return move;
  }

  /** Ends every item of the checklist of a move. */
  async function nothingLeftToDo(planId: string): Promise<void> {
    const tasks = await hub.owner.query<{ id: string }[]>(
      "select id from relocation_task where plan_id = $1 and state = 'TO_DO'",
      [planId],
    );
    for (const { id } of tasks) await made("relocationTaskComplete", { taskId: id });
  }

  const aTravelGrant = async () => {
    const { memberId } = await aHousehold();
    return made("travelGrantRequest", {
      memberId,
      employer: "Scierie du Fleuve",
      regionCode: "01",
      city: "Rimouski",
      travelsOn: "2026-03-20",
      amountCents: 25_000,
    });
  };

  const anEvent = (overrides: Record<string, unknown> = {}) =>
    made("outreachEventPlan", {
      kind: "FAIR",
      title: "Salon de l'immigration",
      heldOn: "2026-03-07",
      city: "Montréal",
      ...overrides,
    });

  const aPreDepartureCase = (registrationId: string = randomUUID()) =>
    made("preDepartureCaseReceive", {
      ticket: hub.ticket(registrationId, "promis"),
      track: "EMPLOYMENT",
      csqHeld: true,
      country: "DZ",
      expectedArrival: "2026-09",
      regionCodes: ["05", "17"],
    });

  /** A person from abroad who went through everything, and left their region again. */
  async function aWholeStory(counsellorId: string, outreachEventId: string) {
    const registrationId = randomUUID();
    const caseId = await aPreDepartureCase(registrationId);
    await made("preDepartureCaseStart", { caseId, counsellorId });
    await made("preDepartureCaseArrive", { caseId });
    const household = await aHousehold({
      ticket: hub.ticket(registrationId, "promis"),
      source: "OUTREACH_EVENT",
      outreachEventId,
    });
    const { householdId, memberId, fileId } = household;
    await inCare(householdId, counsellorId);
    await made("householdMemberAdd", { householdId, role: "CHILD", ageGroup: "UNDER_FIVE" });
    const needId = await made("householdNeedRecord", { memberId, kind: "HOUSING" });
    await made("householdSupportGive", { memberId, kind: "HOUSING", amountCents: 50_000, needId });
    await anEligible(fileId);
    const { planId: reflectionPlanId, stepId } = await aReflectionPlan(fileId);
    await made("reflectionStepComplete", { stepId });
    await made("reflectionPlanValidate", { planId: reflectionPlanId });
    await made("readinessDeclare", { fileId });
    await made("travelGrantRequest", {
      memberId,
      employer: "Scierie du Fleuve",
      regionCode: "01",
      city: "Rimouski",
      travelsOn: "2026-03-20",
      amountCents: 25_000,
    });
    await made("regionChoose", { householdId, regionCode: "01", city: "Rimouski", reason: "Le fleuve" });
    const planId = await made("relocationPlanOpen", { householdId, regionalPartner: "bas-saint-laurent-1" });
    await made("relocationContactConfirm", { planId });
    await made("relocationMoveDate", { planId, moveOn: TODAY });
    await made("relocationArrivalConfirm", { planId });
    await made("ambassadorVolunteer", { memberId, activities: ["TESTIMONY"] });
    await made("relocationReturnRecord", { planId, reason: "JOB_LOST", destination: "MONTREAL" });
    return { ...household, registrationId, planId, caseId };
  }

  /** What `by` reads of candidates under the grants for their registrations, as the gateway would ask it. */
  async function read(by: Viewer, registrationIds: readonly string[], selection: string): Promise<unknown[]> {
    const representations = registrationIds.map((registrationId) => {
      const id = randomUUID();
      return {
        __typename: "Candidate",
        id,
        employabilityGrant: hub.grant(by, "EMPLOYABILITY", id, registrationId),
        relocationGrant: hub.grant(by, "RELOCATION", id, registrationId),
      };
    });
    const { data, errors } = await hub.ask(
      by,
      `query ($representations: [_Any!]!) {
         _entities(representations: $representations) { ... on Candidate { ${selection} } }
       }`,
      { representations },
    );
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data["_entities"] as unknown as unknown[];
  }

  return {
    hub,
    mutations,
    aWholeStory,
    read,
    change,
    made,
    aHousehold,
    aCounsellor,
    inCare,
    anEligible,
    aReflectionPlan,
    nearlyReady,
    aMove,
    anArrival,
    nothingLeftToDo,
    aTravelGrant,
    anEvent,
    aPreDepartureCase,
    /** Everything that stands in the database, in a few characters: the same before and after when nothing is written. */
    everything: () => fingerprint(hub),
  };
}

interface Found {
  members: { id: string; employabilityFile: { id: string } | null }[];
}

async function mutationsOf(hub: TestSubgraph): Promise<Map<string, Mutation>> {
  const { data } = await hub.ask(
    promis,
    `{ __schema { mutationType { fields { name args { type { ofType { name } } } type { ofType { fields { name } } } } } } }`,
  );
  const { fields } = (data as unknown as { __schema: { mutationType: { fields: MutationField[] } } }).__schema
    .mutationType;
  return new Map(
    fields.map(({ name, args, type }) => [
      name,
      {
        inputType: args[0]?.type.ofType.name ?? "",
        thing: type.ofType.fields.find((field) => field.name !== "userErrors")?.name ?? "",
      },
    ]),
  );
}

interface MutationField {
  name: string;
  args: { type: { ofType: { name: string } } }[];
  type: { ofType: { fields: { name: string }[] } };
}

async function fingerprint({ owner: database }: TestSubgraph): Promise<string> {
  const tables = database.entityMetadatas.map(({ tableName }) => tableName);
  const [found] = await database.query<{ everything: string }[]>(
    `select md5(string_agg(part, '|')) as everything from (${tables
      .map((table) => `select md5(string_agg(t::text, '|' order by t::text)) as part from "${table}" t`)
      .join(" union all ")}) parts`,
  );
  return found?.everything ?? "";
}
