/** A registry in which things happen, for the tests of news: who registers whom, what is reported, and what is published. */
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Viewer } from "../../platform/passport.ts";
import { publishNext } from "../../subgraphs/registry/store/publish-news.ts";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type Answer, type TestSubgraph } from "./subgraph.ts";

export const counsellor = viewer("promis", "COUNSELLOR");
export const officer = viewer("fccq", "OFFICER");
export const adviser = viewer("ccmm", "ADVISER");
export const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

export const REGISTRY_SETTINGS = {
  FCCQ_GRANT_KEY: TEST_GRANT_KEY,
  EER_GRANT_KEY: TEST_GRANT_KEY,
  CCMM_GRANT_KEY: TEST_GRANT_KEY,
  REGIONAL_GRANT_KEY: TEST_GRANT_KEY,
  WEBHOOK_KEY: randomBytes(32).toString("base64url"),
};

export interface Told {
  id: string;
  kind: string;
  subjectId: string;
  candidate: { id: string } | null;
}

export interface Feed {
  nodes: Told[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface NewsWorld {
  hub: TestSubgraph;
  /** The registry's database as its service reaches it, past typeorm. */
  service: pg.Client;
  /** What one change made; it must be made. */
  change: (by: Viewer, mutation: string, input: object, selection: string) => Promise<Changed>;
  /** Registers somebody new. */
  register: (by: Viewer) => Promise<Person>;
  /** Says that the person agrees that `recipient` sees these sections. */
  consent: (by: Viewer, person: Person, recipient: string, sections: string[]) => Promise<string>;
  refer: (by: Viewer, person: Person, to: string) => Promise<string>;
  report: (by: Viewer, person: Person, kind: string) => Promise<string>;
  /** Publishes all that happened so far. */
  publish: () => Promise<number>;
  feed: (by: Viewer, after?: string | null, kinds?: string[], first?: number) => Promise<Feed>;
  ask: (by: Viewer, query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  close: () => Promise<void>;
}

/** What a change gives back of the thing that it made, as far as it was asked for. */
export interface Changed {
  id: string;
  secret: string;
}

export interface Person {
  registrationId: string;
  candidateId: string;
}

export async function openNewsWorld(more: { WEBHOOK_ALLOWED_HOSTS?: string } = {}): Promise<NewsWorld> {
  const hub = await openSubgraph(registry, { ...REGISTRY_SETTINGS, ...more });
  const service = new pg.Client({ connectionString: (hub.database.options as { url: string }).url });
  await service.connect();
  const ask: NewsWorld["ask"] = (by, query, variables) =>
    hub.ask({ ...by, requestId: randomUUID() }, query, variables);
  const change: NewsWorld["change"] = async (by, mutation, input, selection) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const answer = await ask(
      by,
      `mutation ($input: ${INPUTS[mutation] ?? `${type}Input`}!) { ${mutation}(input: $input) { ${selection} userErrors { code message field } } }`,
      { input: { reference: randomUUID(), ...input } },
    );
    const payload = answer.data?.[mutation] as { userErrors: unknown[] } | undefined;
    if (!payload || payload.userErrors.length > 0)
      throw new Error(`${mutation} was refused: ${JSON.stringify(answer)}`);
    return Object.entries(payload).find(([name]) => name !== "userErrors")?.[1] as unknown as Changed;
  };
  return {
    hub,
    service,
    ask,
    change,
    async register(by) {
      const input = { organisationReference: randomUUID(), entryDoor: "FAIR", givenNames: "Oleksandra" };
      const registration = await change(by, "registrationRecord", input, "registration { id }");
      const { rows } = await service.query("select candidate_id as id from registration where id = $1", [
        registration.id,
      ]);
      return { registrationId: registration.id, candidateId: rows[0].id };
    },
    async consent(by, { candidateId }, recipient, sections) {
      const input = {
        candidateId,
        recipient,
        sections,
        purpose: "SUPPORT",
        given: true,
        givenBy: "PERSON",
        collectedHow: "IN_PERSON",
        expiresOn: new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10),
      };
      const consent = await change(by, "consentRecord", input, "consent { id }");
      return consent.id;
    },
    async refer(by, { candidateId }, to) {
      const input = { candidateId, to, reason: "OTHER", sections: ["PATHWAY"], message: "Bonjour" };
      const referral = await change(by, "referralSend", input, "referral { id }");
      return referral.id;
    },
    async report(by, { registrationId }, kind) {
      const input = { registrationId, kind, occurredAt: new Date(), sourceId: randomUUID() };
      const milestone = await change(by, "milestoneReport", input, "milestone { id }");
      return milestone.id;
    },
    async publish() {
      let all = 0;
      for (let more = await publishNext(service); more > 0; more = await publishNext(service)) all += more;
      return all;
    },
    async feed(by, after = null, kinds, first = 100) {
      const { data, errors } = await ask(
        by,
        `query News($first: Int, $after: String, $kinds: [NewsKind!]) {
           news(first: $first, after: $after, kinds: $kinds) {
             nodes { id kind subjectId candidate { id } } pageInfo { hasNextPage endCursor } } }`,
        { first, after, kinds },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return (data as unknown as { news: Feed }).news;
    },
    async close() {
      await service.end();
      await hub.close();
    },
  };
}

/** The inputs that several mutations share. */
const INPUTS: Record<string, string> = {
  webhookPause: "WebhookInput",
  webhookResume: "WebhookInput",
  webhookRotate: "WebhookInput",
  webhookRemove: "WebhookInput",
};
