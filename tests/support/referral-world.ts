/** A registry with professionals and regional partners, and the words in which tests refer people. */
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register } from "./register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "./subgraph.ts";
import type { Viewer } from "../../platform/passport.ts";

export const counsellor = viewer("promis", "COUNSELLOR");
export const officer = viewer("fccq", "OFFICER");
export const colleague = viewer("fccq", "OFFICER", { subject: "colleague@fccq" });
export const partner = viewer("estrie-1", "PROFESSIONAL");
export const ministry = viewer("mifi", "SYSTEM");
export const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

export interface Person {
  registrationId: string;
  candidateId: string;
}

export interface UserErrorAnswer {
  code: string;
  message: string;
  field: string[] | null;
}

export interface ReferralWorld {
  hub: TestSubgraph;
  /** Moves the clock on by so many days. */
  days: (count: number) => void;
  now: () => Date;
  /** A person whom an organisation registered, and whom a counsellor took on. */
  person: (by?: Viewer, ...kinds: string[]) => Promise<Person>;
  report: (by: Viewer, person: Person, kind: string, more?: Record<string, unknown>) => Promise<void>;
  /** The referral of a mutation, or why it was refused. */
  change: (
    by: Viewer,
    mutation: string,
    input: Record<string, unknown>,
  ) => Promise<{ referral: { id: string; state: string } | null; userErrors: UserErrorAnswer[] }>;
  /** Sends a referral; gives its id. */
  send: (
    by: Viewer,
    person: Person,
    to: string,
    reason: string,
    more?: Record<string, unknown>,
  ) => Promise<string>;
  /** What stands under a path of an answer without errors. */
  ask: <Data>(by: Viewer, query: string, variables?: Record<string, unknown>) => Promise<Data>;
}

export async function openReferralWorld(): Promise<ReferralWorld> {
  let clock = new Date("2026-11-16T15:00:00Z").getTime();
  const now = () => new Date((clock += 1));
  const hub = await openSubgraph(
    registry,
    {
      FCCQ_GRANT_KEY: TEST_GRANT_KEY,
      EER_GRANT_KEY: "e".repeat(43),
      CCMM_GRANT_KEY: "c".repeat(43),
      REGIONAL_GRANT_KEY: "r".repeat(43),
    },
    now,
  );
  await hub.owner.query(PEOPLE_AND_PARTNERS);

  const ask: ReferralWorld["ask"] = async <Data>(
    by: Viewer,
    query: string,
    variables: Record<string, unknown> = {},
  ) => {
    const { data, errors } = await hub.ask(by, query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data as Data;
  };
  const change: ReferralWorld["change"] = async (by, mutation, input) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`.replace("Start", "Move");
    const answer = await ask<Record<string, Awaited<ReturnType<ReferralWorld["change"]>>>>(
      by,
      `mutation ($input: ${type.replace("ReferralReturn", "ReferralDecline")}!) { ${mutation}(input: $input) {
         referral { id state } userErrors { code message field } } }`,
      { input: { reference: randomUUID(), ...input } },
    );
    return answer[mutation] as Awaited<ReturnType<ReferralWorld["change"]>>;
  };
  const report: ReferralWorld["report"] = async (by, { registrationId }, kind, more = {}) => {
    const sourceId = randomUUID();
    const input = {
      reference: sourceId,
      registrationId,
      kind,
      occurredAt: now().toISOString(),
      sourceId,
      ...more,
    };
    const { milestoneReport } = await ask<{ milestoneReport: { userErrors: UserErrorAnswer[] } }>(
      by,
      "mutation ($input: MilestoneReportInput!) { milestoneReport(input: $input) { userErrors { code message field } } }",
      { input },
    );
    if (milestoneReport.userErrors.length > 0) throw new Error(JSON.stringify(milestoneReport));
  };
  return {
    hub,
    ask,
    change,
    report,
    now,
    days: (count) => {
      clock += count * 86_400_000;
    },
    async person(by = counsellor, ...kinds) {
      const person = await register(hub, by, { givenNames: "Thi Hoa", familyNames: "Nguyen" });
      for (const kind of kinds) await report(by, person, kind);
      return person;
    },
    async send(by, { candidateId }, to, reason, more = {}) {
      const input = { candidateId, to, reason, sections: ["EMPLOYABILITY"], ...more };
      const { referral, userErrors } = await change(by, "referralSend", input);
      if (!referral) throw new Error(JSON.stringify(userErrors));
      return referral.id;
    },
  };
}

const PEOPLE_AND_PARTNERS = /* sql */ `
  insert into organisation (code, name, subgraph) values
    ('estrie-1', 'Partenaire de l’Estrie 1', 'regional'), ('estrie-2', 'Partenaire de l’Estrie 2', 'regional');
  insert into mandate (organisation_id, mandate, region_code) select id, 'WELCOME', '05' from organisation where code like 'estrie-%';
  insert into professional (id, subject, organisation_id, given_name, family_name, since)
    select gen_random_uuid(), subject, organisation.id, given, family, '2024-01-01'
    from (values ('officer@fccq', 'fccq', 'Émile', 'Gagnon'), ('colleague@fccq', 'fccq', 'Aïcha', 'Diallo'),
      ('counsellor@promis', 'promis', 'Rosa', 'Ferreira'), ('professional@estrie-1', 'estrie-1', 'Luc', 'Roy'))
      as given (subject, code, given, family) join organisation using (code);
`;
