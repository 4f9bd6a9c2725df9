/** Doors at which people register, and humans who say who is who: the registry as those who decide on identity see it. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type Answer, type TestSubgraph } from "./subgraph.ts";

export const promis = viewer("promis", "COUNSELLOR");
export const inici = viewer("inici", "COUNSELLOR");
export const fccq = viewer("fccq", "OFFICER");
export const ccmm = viewer("ccmm", "ADVISER");
export const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

/** What a person says at a door. */
export type Said = Record<string, string | null>;

export interface Registered {
  id: string;
  /** As the answer of the door gives the person. */
  candidate: { id: string; name: { display: string } | null } | null;
  outcome: string;
  mayBeKnownTo: string[];
}

export interface Changed {
  id: string | null;
  errors: string[];
}

export type IdentityWorld = Awaited<ReturnType<typeof openIdentityWorld>>;

export async function openIdentityWorld() {
  const hub: TestSubgraph = await openSubgraph(registry, {
    FCCQ_GRANT_KEY: TEST_GRANT_KEY,
    EER_GRANT_KEY: "e".repeat(43),
    CCMM_GRANT_KEY: "c".repeat(43),
    REGIONAL_GRANT_KEY: "r".repeat(43),
  });

  async function ask<Data>(by: Viewer, query: string, variables: Record<string, unknown> = {}) {
    const answer: Answer = await hub.ask(by, query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Data;
  }

  const decide = (action: string) => async (by: Viewer, input: Record<string, string>) => {
    const type = action.charAt(0).toUpperCase() + action.slice(1);
    const { [action]: done } = await ask<
      Record<string, { decision: { id: string } | null; userErrors: { code: string; field: string }[] }>
    >(
      by,
      `mutation ($input: ${type}Input!) { ${action}(input: $input) { decision { id } userErrors { code field } } }`,
      { input: { reference: randomUUID(), reason: "They said so themselves.", ...input } },
    );
    const errors = done?.userErrors.map(({ code, field }) => `${code} ${field}`) ?? [];
    return { id: done?.decision?.id ?? null, errors } satisfies Changed;
  };
  const link = decide("registrationsLink");
  const declareDifferent = decide("registrationsDeclareDifferent");
  const unlink = decide("registrationsUnlink");

  return {
    hub,
    ask,
    async register(by: Viewer, said: Said): Promise<Registered> {
      const { registrationRecord } = await ask<{
        registrationRecord: {
          registration: { id: string };
          candidate: Registered["candidate"];
          identity: { outcome: string; mayBeKnownTo: { code: string }[] };
          userErrors: unknown[];
        };
      }>(
        by,
        `mutation ($input: RegistrationRecordInput!) { registrationRecord(input: $input) {
          registration { id } candidate { id name { display } } identity { outcome mayBeKnownTo { code } } userErrors { code field message } } }`,
        {
          input: {
            reference: randomUUID(),
            organisationReference: randomUUID(),
            entryDoor: "WALK_IN",
            ...said,
          },
        },
      );
      if (registrationRecord.userErrors.length > 0)
        throw new Error(JSON.stringify(registrationRecord.userErrors));
      const { outcome, mayBeKnownTo } = registrationRecord.identity;
      return {
        id: registrationRecord.registration.id,
        candidate: registrationRecord.candidate,
        outcome,
        mayBeKnownTo: mayBeKnownTo.map(({ code }) => code),
      };
    },
    link: (by: Viewer, one: string, other: string) =>
      link(by, { registrationId: one, otherRegistrationId: other }),
    declareDifferent: (by: Viewer, one: string, other: string) =>
      declareDifferent(by, { registrationId: one, otherRegistrationId: other }),
    takeBack: (by: Viewer, decisionId: string) => unlink(by, { decisionId }),
    async candidateOf(registrationId: string): Promise<string> {
      const [row] = await hub.owner.query("select candidate_id as id from registration where id = $1", [
        registrationId,
      ]);
      return row.id;
    },
    /** The decision that holds of two registrations. */
    async heldOf(one: string, other: string): Promise<string> {
      const [row] = await hub.owner.query(
        "select decision_id as id from identity_pair where one_id = least($1::uuid, $2::uuid) and other_id = greatest($1::uuid, $2::uuid)",
        [one, other],
      );
      return row?.id;
    },
    /** Every row of the registry but the decisions, the trail of changes and what was known under what when. */
    async dump(): Promise<Record<string, unknown[]>> {
      const tables: { name: string }[] = await hub.owner.query(
        `select table_name as name from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      );
      const rows: Record<string, unknown[]> = {};
      for (const { name } of tables)
        if (!TRAIL.has(name))
          rows[name] = (
            await hub.owner.query(`select to_jsonb(t) as row from "${name}" t order by to_jsonb(t)::text`)
          ).map(({ row }: { row: unknown }) => row);
      return rows;
    },
    close: () => hub.close(),
  };
}

/** What only ever grows: it tells that something was done and undone. */
const TRAIL = new Set([
  "change",
  "identity_decision",
  "candidate_alias_span",
  "disclosure",
  "migrations",
  "news",
  "news_entry",
]);

const GIVEN = "Amina Bogdan Chidi Dariusz Esperanza Fatou Giulia Hiroshi Ingrid Joao".split(" ");
const FAMILY = "Traore Kovalenko Okonkwo Wisniewski Quispe Benali Ferrari Takahashi Lindqvist Pereira".split(
  " ",
);
const STREET = "Ontario Saint-Denis Sherbrooke Jarry Papineau Fleury Masson Rachel Beaubien Wellington".split(
  " ",
);
let people = 0;

/** Somebody like nobody before: at most a hundred. */
export function somebody(overrides: Said = {}): Said {
  const [tens, ones] = [Math.floor(people / 10) % 10, people % 10];
  const [given = "", family = "", street = ""] = [GIVEN[(tens + ones) % 10], FAMILY[ones], STREET[tens]];
  people += 1;
  return {
    givenNames: given,
    familyNames: family,
    birthDate: `${1955 + 4 * tens + ones}-${String(1 + ((tens + 5 * ones) % 12)).padStart(2, "0")}-${10 + ((3 * tens + 7 * ones) % 18)}`,
    email: `${given}.${family}${people}@example.org`.toLowerCase(),
    phone: `+1 514 ${200 + 71 * ones + tens}-${1000 + 817 * tens + 77 * ones}`,
    address: `${100 + 731 * ones + 37 * tens}, rue ${street}`,
    city: "Montréal",
    postalCode: `H${1 + ones}${"ABCEGHJKLM"[tens]} ${9 - tens}R${ones}`,
    country: "CA",
    ...overrides,
  };
}
