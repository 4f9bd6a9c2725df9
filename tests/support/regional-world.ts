/** A region and the partners that welcome people there, in the words of those who work there. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { regional } from "../../subgraphs/regional/subgraph.ts";
import { CoverageRow } from "../../subgraphs/regional/store/coverage.row.ts";
import { RegionalPartnerRow } from "../../subgraphs/regional/store/regional-partner.row.ts";
import type { Viewer } from "../../platform/passport.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "./subgraph.ts";

/** Two partners in Bas-Saint-Laurent (01), one in Estrie (05). */
export const RIMOUSKI = "bas-saint-laurent-1";
export const RIVIERE_DU_LOUP = "bas-saint-laurent-2";
export const SHERBROOKE = "estrie-1";

export const professional = viewer(RIMOUSKI, "PROFESSIONAL");
export const neighbour = viewer(RIVIERE_DU_LOUP, "PROFESSIONAL");
export const stranger = viewer(SHERBROOKE, "PROFESSIONAL");
export const counsellor = viewer("promis", "COUNSELLOR");

/** The day on which the tests begin; `world.today` moves it. */
export const FIRST_DAY = "2026-03-10";

export interface UserErrorAnswer {
  code: string;
  field: string[] | null;
}

export interface ChangeAnswer {
  /** The thing of the payload, whatever its name; null when the change was refused. */
  thing: Record<string, unknown> | null;
  errors: UserErrorAnswer[];
}

export interface RegionalWorld {
  hub: TestSubgraph;
  /** Moves the clock to noon of a day in Québec. */
  today: (day: string) => void;
  /** Makes a change; `selection` is read from the thing it gives back. */
  change: (
    by: Viewer,
    mutation: string,
    input: Record<string, unknown>,
    selection?: string,
  ) => Promise<ChangeAnswer>;
  /** The data of a query; a failure of the query fails the test. */
  read: <Data>(by: Viewer, query: string, variables?: Record<string, unknown>) => Promise<Data>;
  /** A case of a household that comes to Rimouski, opened by the professional; gives its id. */
  aCase: (given?: { registrationId?: string; adults?: number; children?: number }) => Promise<string>;
  /** The same, spoken to. */
  aContactedCase: (given?: { registrationId?: string; children?: number }) => Promise<string>;
  /** The same, expected today on a place of this month. */
  anExpectedCase: (given?: { registrationId?: string; children?: number }) => Promise<string>;
  /** The same, arrived today. */
  anArrivedCase: (given?: { registrationId?: string; children?: number }) => Promise<string>;
  /** Ticks the areas of the checklist that are ticked by hand. */
  settle: (caseId: string) => Promise<ChangeAnswer>;
  /** Offers places in Bas-Saint-Laurent in the month of a day, by the professional. */
  offer: (month: string, offered: number) => Promise<ChangeAnswer>;
  /** The number of rows of every table. */
  rows: () => Promise<Record<string, number>>;
  /** A digest of every table: nothing was written when it stays the same. */
  contents: () => Promise<Record<string, string>>;
  close: () => Promise<void>;
}

/** The subgraph of the regional partners with three of them, on `FIRST_DAY`. */
export async function openRegionalWorld(): Promise<RegionalWorld> {
  let day = FIRST_DAY;
  // Noon in Québec, in summer and in winter.
  const hub = await openSubgraph(regional, { GRANT_KEY: TEST_GRANT_KEY }, () => new Date(`${day}T16:30:00Z`));
  await registerPartners(hub);

  const change: RegionalWorld["change"] = async (by, mutation, input, selection = "__typename") => {
    const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const { data, errors } = await hub.ask(
      by,
      `mutation ($input: ${name}Input!) {
        ${mutation}(input: $input) { ${THINGS[mutation] ?? "welcomeCase"} { ${selection} } userErrors { code field } }
      }`,
      { input: { reference: randomUUID(), ...input } },
    );
    if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
    const { userErrors, ...things } = data?.[mutation] as unknown as Record<string, unknown>;
    return {
      thing: Object.values(things)[0] as ChangeAnswer["thing"],
      errors: userErrors as UserErrorAnswer[],
    };
  };
  const done = async (mutation: string, input: Record<string, unknown>): Promise<string> => {
    const { thing, errors } = await change(professional, mutation, input, "id");
    if (!thing) throw new Error(`${mutation} was refused: ${JSON.stringify(errors)}`);
    return thing["id"] as string;
  };

  const world: RegionalWorld = {
    hub,
    today: (moved) => {
      day = moved;
    },
    change,
    async read(by, query, variables) {
      const { data, errors } = await hub.ask(by, query, variables);
      if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
      return data as never;
    },
    aCase: ({ registrationId = randomUUID(), adults = 2, children = 1 } = {}) =>
      done("welcomeCaseOpen", {
        ticket: hub.ticket(registrationId, RIMOUSKI),
        regionCode: "01",
        city: "Rimouski",
        adults,
        children,
      }),
    aContactedCase: async (given) => done("welcomeContactConfirm", { caseId: await world.aCase(given) }),
    async anExpectedCase(given) {
      const caseId = await world.aContactedCase(given);
      const [month] = await hub.owner.query(
        "select reserved from welcome_capacity where tenant = $1 and month = date_trunc('month', $2::date)",
        [RIMOUSKI, day],
      );
      await world.offer(day, (month?.reserved ?? 0) + 1);
      return done("welcomeArrivalPlan", { caseId, expectedOn: day });
    },
    anArrivedCase: async (given) =>
      done("welcomeArrivalConfirm", { caseId: await world.anExpectedCase(given) }),
    async settle(caseId) {
      const tick = (area: string) =>
        change(professional, "welcomeItemComplete", { caseId, area }, "state settledOn");
      await tick("HOUSING");
      await tick("SCHOOL");
      await tick("FRENCH");
      return tick("INTEGRATION");
    },
    offer: (month, offered) =>
      change(
        professional,
        "capacitySet",
        { regionCode: "01", month, offered },
        "month offered reserved remaining",
      ),
    rows: () => ofEveryTable(hub, (table) => `(select count(*) from "${table}")`),
    contents: () =>
      ofEveryTable(
        hub,
        (table) => `(select md5(string_agg(t::text, '|' order by t::text)) from "${table}" t)`,
      ),
    close: () => hub.close(),
  };
  return world;
}

async function ofEveryTable<Value>(
  hub: TestSubgraph,
  read: (table: string) => string,
): Promise<Record<string, Value>> {
  const tables: { name: string }[] = await hub.owner.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const [row] = await hub.owner.query(
    `select ${tables.map(({ name }) => `${read(name)} as "${name}"`).join(", ")}`,
  );
  return row;
}

/** What each mutation gives back, where it is not a case. */
const THINGS: Record<string, string> = {
  welcomeStepRecord: "step",
  retentionCheckRecord: "retentionCheck",
  capacitySet: "capacity",
  regionProfileWrite: "profile",
  regionalServiceAdd: "service",
  regionalServiceWithdraw: "service",
  regionalVideoPublish: "video",
  regionalVideoWithdraw: "video",
  visitHostRegister: "host",
  visitHostName: "host",
  visitHostConsentWithdraw: "host",
  visitHostEnd: "host",
  visitPlan: "visit",
  visitHold: "visit",
  visitCancel: "visit",
};

async function registerPartners(hub: TestSubgraph): Promise<void> {
  const partners = [
    { code: RIMOUSKI, city: "Rimouski", regionCode: "01" },
    { code: RIVIERE_DU_LOUP, city: "Rivière-du-Loup", regionCode: "01" },
    { code: SHERBROOKE, city: "Sherbrooke", regionCode: "05" },
  ];
  await hub.owner
    .getRepository(RegionalPartnerRow)
    .insert(partners.map(({ code, city }) => ({ code, city, website: null })));
  await hub.owner.getRepository(CoverageRow).insert(
    partners.map(({ code, regionCode }) => ({
      id: randomUUID(),
      partnerCode: code,
      regionCode,
      coversFrom: "2018-04-01",
      coversUntil: null,
    })),
  );
}
