/** The fuzz test itself: random questions of random viewers for a while, each value compared with the oracle. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Supergraph } from "@apollo/federation-internals";
import type { GraphQLSchema } from "graphql";
import { checkout } from "../../local/checkout.ts";
import { Random } from "../../local/world/random.ts";
import { dayInQuebec } from "../../platform/action.ts";
import { PURPOSES, ROLES } from "../../platform/passport.ts";
import { ALL_SCOPES } from "../../platform/system-scopes.ts";
import { purposeOf } from "./expectation.ts";
import { readFacts } from "./facts.ts";
import type { AccessHub, Asker } from "./hub.ts";
import { markTexts } from "./marks.ts";
import { Operations, type Pool } from "./operations.ts";
import { Oracle } from "./oracle.ts";
import { readOwnership, type Ownership, type Said } from "./ownership.ts";
import { ORGANISATIONS, subjectOf, type Story } from "./stories.ts";

export interface FuzzTally {
  operations: number;
  /** Operations that brought something back. */
  answered: number;
  values: number;
  leaks: number;
  findings: string[];
}

/** The variables with which a registry starts that has a leak on purpose. */
export const PLANT = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(checkout, "tests/access/plant.mjs")).href}`,
};

/** What is asked, and who knows what may be answered. */
export interface Judged {
  schema: GraphQLSchema;
  ownership: Ownership;
  oracle: Oracle;
}

/** Marks every text of the hub, and reads whose each row is; once for as many runs as there are. */
export async function readJudge(hub: AccessHub): Promise<Judged> {
  await markTexts(hub.databases);
  const ownership = await readOwnership(hub.databases);
  const sightOf = await readFacts(hub.databases.registry, dayInQuebec(new Date()));
  const supergraph = Supergraph.build(readFileSync(join(checkout, "schema/supergraph.graphql"), "utf8"));
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  return { schema, ownership, oracle: new Oracle(schema, ownership, sightOf) };
}

/** Asks for `seconds`; or, when something is to be found, until it is. */
export async function fuzz(
  hub: AccessHub,
  stories: readonly Story[],
  { schema, ownership, oracle }: Judged,
  { seconds, seed, untilFound = false }: { seconds: number; seed: string; untilFound?: boolean },
): Promise<FuzzTally> {
  const random = new Random(seed);
  const pool = await poolOf(hub, ownership, random);
  const tally: FuzzTally = { operations: 0, answered: 0, values: 0, leaks: 0, findings: [] };
  const until = Date.now() + seconds * 1000;
  const work = async (part: number) => {
    const own = random.fork(`worker ${part}`);
    const operations = new Operations(schema, own, pool);
    while (Date.now() < until && !(untilFound && tally.leaks > 0)) {
      const asker = someone(own, stories);
      const { text, document } = operations.next();
      const answer = await hub.ask(asker, text);
      const { values, leaks } = oracle.read(asker, document, answer);
      tally.operations += 1;
      tally.values += values;
      tally.leaks += leaks.length;
      if (values > 0) tally.answered += 1;
      collectCursors(pool, answer.text);
      if (answer.status !== 200 && answer.status !== 400)
        tally.findings.push(`status ${answer.status}: ${text.slice(0, 200)}`);
      if (leaks.length > 0 && tally.findings.length < 10)
        tally.findings.push(
          `LEAK to ${asker.roles.join("+")} of ${asker.organisation} for ${asker.purpose}: ${[...new Set(leaks)].slice(0, 3).join("; ")}\n  ${text}`,
        );
    }
  };
  await Promise.all([work(0), work(1), work(2), work(3)]);
  return tally;
}

/** Mostly somebody who may look at something; at times nobody does for their role or purpose. */
function someone(random: Random, stories: readonly Story[]): Asker {
  const organisation = random.pick(ORGANISATIONS);
  const role = random.pick(ROLES);
  const purpose = random.chance(0.85)
    ? PURPOSES.find((each) => each === purposeOf(role))
    : random.pick(PURPOSES);
  const subject =
    role === "CANDIDATE"
      ? random.pick(stories).account
      : random.chance(0.7)
        ? subjectOf(role, organisation)
        : `colleague@${organisation}`;
  const scopes = random.chance(0.7) ? ALL_SCOPES : ALL_SCOPES.filter(() => random.chance(0.5));
  return { subject, organisation, roles: [role], purpose: purpose ?? "SUPPORT", scopes };
}

async function poolOf(hub: AccessHub, ownership: Ownership, random: Random): Promise<Pool> {
  const ids = [...ownership.owners.keys()];
  const said = [...ownership.registrations.values()].map((registration) => registration.said);
  const candidates = await hub.databases.registry.query<{ id: string }>(
    "select id from candidate order by id",
  );
  return {
    candidates: candidates.rows.map(({ id }) => id),
    ids: Array.from({ length: 2_000 }, () => random.pick(ids)),
    codes: [...ORGANISATIONS, "01", "05", "11", "06"],
    typed: Array.from({ length: 2_000 }, () => typedOf(random.pick(said), random)),
    cursors: [],
  };
}

/** A word of a name or its beginning, or something that is typed whole. */
function typedOf({ name, whole }: Said, random: Random): string {
  if (whole.length > 0 && random.chance(0.3)) return random.pick(whole);
  const word = random.pick(name.split(" "));
  return random.chance(0.5) ? word : word.slice(0, random.int(2, 5));
}

function collectCursors(pool: Pool, text: string): void {
  for (const [, cursor] of text.matchAll(/"(?:endCursor|cursor)":"([\w-]+)"/g)) {
    if (pool.cursors.length > 2_000) pool.cursors.shift();
    if (cursor) pool.cursors.push(cursor);
  }
}
