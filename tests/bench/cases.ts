/** What is asked, and by whom: of each kind several hundred different questions, each by a viewer of its own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../local/checkout.ts";
import type { Role } from "../../platform/passport.ts";
import { DISTINCT } from "./arguments.ts";
import type { Hub } from "./hub.ts";
import type { Case, Client } from "./load.ts";

/** One kind of question. */
export interface Question {
  name: "unified view" | "worklist of 50" | "statistics";
  /** Whether one takes several times as long as the others. */
  heavy: boolean;
  cases: Case[];
  /** Compared and never measured: strangers, sections that are withheld, questions that are wrong. */
  oddities: Case[];
}

/** The questions of a world; `ours` is asked for the places in its lists. */
export async function askAway(hub: Hub, ours: Client): Promise<Question[]> {
  return [await unifiedView(hub), await worklist(hub, ours), await statistics(hub)];
}

async function unifiedView(hub: Hub): Promise<Question> {
  const query = readQuery("docs/queries/unified-view");
  const makeCase = async (candidate: string, organisation: string, number: number) => ({
    token: await professional(hub, organisation, `unified-${number}`),
    body: JSON.stringify({ query, variables: { id: candidate } }),
  });
  // Half of them are known to as many organisations as anybody, the other half are anybody.
  const { rows: known } = await hub.registry.query<{ candidate: string; organisation: string }>(
    `with person as (
       select candidate_id, count(distinct subgraph) as partners,
         (array_agg(organisation_code order by md5(registration.id::text)))[1] as organisation
       from registration join organisation on code = organisation_code group by candidate_id
     ), best as (select candidate_id from person order by partners desc, md5(candidate_id::text) limit $1 / 2)
     select candidate_id as candidate, organisation
     from person order by candidate_id in (select * from best) desc, md5(candidate_id::text) limit $1`,
    [DISTINCT],
  );
  const { rows: referred } = await hub.registry.query<{ candidate: string; organisation: string }>(
    `select distinct on (candidate_id) candidate_id as candidate, to_organisation as organisation from referral
     where not exists (
       select from registration
       where registration.candidate_id = referral.candidate_id and organisation_code = to_organisation)
     order by candidate_id limit 20`,
  );
  const strangers = known.slice(0, 20).map(({ candidate }) => ({ candidate, organisation: "nobody-knows" }));
  return {
    name: "unified view",
    heavy: false,
    cases: await Promise.all(
      shuffled(known).map(({ candidate, organisation }, index) => makeCase(candidate, organisation, index)),
    ),
    oddities: await Promise.all(
      [...referred, ...strangers, { candidate: "none", organisation: "promis" }].map(
        ({ candidate, organisation }, index) => makeCase(candidate, organisation, DISTINCT + index),
      ),
    ),
  };
}

const PAGE = 50;

async function worklist(hub: Hub, ours: Client): Promise<Question> {
  const query = readQuery("tests/bench/queries/worklist");
  const { rows: organisations } = await hub.registry.query<{ organisation: string }>(
    `select organisation_code as organisation from registration
     group by 1 having count(distinct candidate_id) > 2 * $1 order by count(*) desc limit 12`,
    [PAGE],
  );
  const places: { organisation: string; orderBy: string; after: string }[] = [];
  const share = Math.ceil(DISTINCT / (organisations.length * ORDERS.length));
  for (const { organisation } of organisations) {
    for (const orderBy of ORDERS) {
      const cursors = await placesIn(hub, ours, organisation, orderBy);
      const every = Math.max(1, Math.floor(cursors.length / share));
      places.push(
        ...cursors
          .filter((_, index) => index % every === 0)
          .slice(0, share)
          .map((after) => ({ organisation, orderBy, after })),
      );
    }
  }
  const makeCase = async (
    { organisation, ...variables }: { organisation: string; orderBy: string; after: string | null },
    number: number,
  ) => ({
    token: await professional(hub, organisation, `worklist-${number}`),
    body: JSON.stringify({ query, variables: { first: PAGE, ...variables } }),
  });
  const odd = [
    { organisation: "promis", orderBy: "NEWEST", after: null },
    { organisation: "nobody-knows", orderBy: "NEWEST", after: null },
    { organisation: "promis", orderBy: "NEWEST", after: "no-cursor" },
  ];
  return {
    name: "worklist of 50",
    heavy: true,
    cases: await Promise.all(shuffled(places).map(makeCase)),
    oddities: await Promise.all(odd.map((place, index) => makeCase(place, places.length + index))),
  };
}

const ORDERS = ["DUE_ON", "NEWEST"];

/** Places in an organisation's list after which a full page follows; of the first thousand. */
async function placesIn(hub: Hub, ours: Client, organisation: string, orderBy: string): Promise<string[]> {
  const token = await professional(hub, organisation, "places");
  const query = `query ($after: String, $orderBy: CandidateOrder) {
    candidates(first: 100, after: $after, orderBy: $orderBy) { edges { cursor } pageInfo { hasNextPage } }
  }`;
  const cursors: string[] = [];
  for (let goesOn = true; goesOn && cursors.length < 1_000;) {
    const body = JSON.stringify({ query, variables: { orderBy, after: cursors.at(-1) ?? null } });
    const { text } = await ours.ask({ token, body });
    const { candidates } = (JSON.parse(text) as { data: Worklist }).data;
    cursors.push(...candidates.edges.map((edge) => edge.cursor));
    goesOn = candidates.pageInfo.hasNextPage;
  }
  return cursors.slice(0, -PAGE);
}

interface Worklist {
  candidates: { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean } };
}

async function statistics(hub: Hub): Promise<Question> {
  const query = readQuery("docs/queries/statistics");
  const makeCase = async (from: string, to: string, number: number) => ({
    token: await hub.issuer.token({
      subject: `bench-statistics-${number}`,
      organisation: "alliance",
      role: "DASHBOARD",
      purpose: "STATISTICS",
    }),
    body: JSON.stringify({ query, variables: { from, to } }),
  });
  const day = (first: string, days: number) =>
    new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
  const periods = Array.from(
    { length: DISTINCT },
    (_, index) =>
      // Other periods every time, of six months to two years, as a dashboard would move them.
      [day("2018-06-01", index), day("2018-12-01", index + ((index * 53) % 550))] as const,
  );
  return {
    name: "statistics",
    heavy: true,
    cases: await Promise.all(periods.map(([from, to], index) => makeCase(from, to, index))),
    oddities: await Promise.all([
      makeCase("2018-11-01", "2019-12-31", DISTINCT),
      // It ends before it begins.
      makeCase("2019-12-31", "2018-11-01", DISTINCT + 1),
    ]),
  };
}

/** A token for somebody who supports people at the organisation: somebody else for each `name`. */
function professional(hub: Hub, organisation: string, name: string): Promise<string> {
  const role: Role = ROLE_AT[organisation] ?? "PROFESSIONAL";
  return hub.issuer.token({
    subject: `bench-${name}@${organisation}`,
    organisation,
    role,
    purpose: "SUPPORT",
  });
}

const ROLE_AT: Readonly<Record<string, Role>> = {
  promis: "COUNSELLOR",
  "le-collectif": "COUNSELLOR",
  inici: "COUNSELLOR",
  fccq: "OFFICER",
  ccmm: "ADVISER",
  mifi: "SYSTEM",
};

/** A query of the documentation; the worklist is the benchmark's own, since it must begin at another place each time. */
function readQuery(path: string): string {
  return readFileSync(join(checkout, `${path}.graphql`), "utf8");
}

/** The same order at every run, in which neighbours have nothing in common. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const step = 7;
  return Array.from({ length: step }, (_, offset) =>
    items.filter((_, index) => index % step === offset),
  ).flat();
}
