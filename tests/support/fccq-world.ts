/** FCCQ's world for tests, in the words of its staff: who is there, what is planned, what became of it. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import { fccq } from "../../subgraphs/fccq/subgraph.ts";
import { NOW, officer } from "./fccq-people.ts";
import { rowsOf } from "./fccq-rows.ts";
import { openSubgraph, TEST_GRANT_KEY, type TestSubgraph } from "./subgraph.ts";

export { counsellor, NOW, officer, TODAY } from "./fccq-people.ts";

export interface UserErrorAnswer {
  code: string;
  field: string[] | null;
  message: string;
}

export interface Changed {
  /** The thing as the payload gives it; null when the change was refused. */
  thing: (Record<string, unknown> & { id: string }) | null;
  errors: UserErrorAnswer[];
}

/** Inputs that several mutations share; the others are named after their mutation. */
const SHARED_INPUTS: Record<string, string> = {
  matchPrequalify: "MatchDecisionInput",
  matchSetAside: "MatchDecisionInput",
  matchInvite: "MatchDecisionInput",
  matchMeet: "MatchDecisionInput",
  matchRetain: "MatchDecisionInput",
  matchNotRetain: "MatchDecisionInput",
  matchContinue: "MatchDecisionInput",
  matchReviewUphold: "MatchReviewDecisionInput",
  matchingMilestoneRetry: "MilestoneRetryInput",
  offerRefuse: "OfferEndInput",
  offerWithdraw: "OfferEndInput",
};

export type World = Awaited<ReturnType<typeof openWorld>>;

/** FCCQ's subgraph on an empty database, with a clock that stands at `NOW` until it is moved. */
export async function openWorld() {
  const clock = { now: NOW };
  const hub = await openSubgraph(fccq, { GRANT_KEY: TEST_GRANT_KEY }, () => clock.now);

  return {
    ...rowsOf(hub.database),
    hub,
    clock,

    /** Asks for a change. `thing` is what to read of it, `activity { id state }` say. */
    async change(
      mutation: string,
      thing: string,
      input: Record<string, unknown>,
      by: Viewer = officer,
    ): Promise<Changed> {
      const type = SHARED_INPUTS[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const answer = await hub.ask(
        by,
        `mutation ($input: ${type}!) { change: ${mutation}(input: $input) { ${thing} userErrors { code field message } } }`,
        { input: { reference: randomUUID(), ...input } },
      );
      if (answer.errors) throw new Error(`${mutation}: ${answer.errors[0]?.message}`);
      const { userErrors, ...rest } = (answer.data as never as { change: Record<string, never> }).change;
      return { thing: Object.values(rest)[0] ?? null, errors: userErrors as never };
    },

    /** Every row of every table, as one value: what must not change when a change is refused. */
    async everything(): Promise<Record<string, string>> {
      const contents: Record<string, string> = {};
      for (const { tableName } of hub.database.entityMetadatas) {
        const [{ rows }] = await hub.database.query(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as rows from "${tableName}" t`,
        );
        contents[tableName] = rows;
      }
      return contents;
    },

    close: () => hub.close(),
  };
}

/** Asks and gives the data, which the caller knows the shape of. */
export async function read<Data>(
  hub: TestSubgraph,
  by: Viewer,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Data> {
  const { data, errors } = await hub.ask(by, query, variables);
  if (errors) throw new Error(errors[0]?.message);
  return data as never;
}
