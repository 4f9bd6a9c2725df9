/** The ways to a person: every path by which the graph leads to a section of a file. */
import { randomUUID } from "node:crypto";
import { byEntities } from "./entities.ts";
import { SECTIONS } from "./expectation.ts";
import type { AccessHub, Answer, Asker } from "./hub.ts";
import { FILE, SELECTION, shownIn } from "./sight.ts";
import { complain, isRefusal, note, nothing, type File, type Sighting } from "./sightings.ts";
import { BYSTANDER, type Story } from "./stories.ts";
import { EVERYBODYS_NAME, nameAt } from "./story-identity.ts";

export type Path = (hub: AccessHub, asker: Asker, stories: readonly Story[]) => Promise<Sighting>;

/** Paths that ask about the people named. */
export const PATHS: Record<string, Path> = {
  "root field": (hub, asker, stories) => byRoot(hub, asker, stories, FILE),
  alias: async (hub, asker, stories) => {
    // Each section under the name of the next one's field.
    const fields = SECTIONS.map((section) => SELECTION[section]);
    const names = fields.map((_, index) => fields[(index + 1) % fields.length]?.[0] ?? "");
    const crossed = `id ${fields.map(([field, inner], index) => `${names[index]}: ${field} ${inner}`).join(" ")}`;
    return byRoot(hub, asker, stories, crossed, (file) => ({
      id: file.id,
      ...Object.fromEntries(fields.map(([field], index) => [field, file[names[index] ?? ""]])),
    }));
  },
  fragment: (hub, asker, stories) => {
    const parts = SECTIONS.map((section, index) => {
      const next = SECTIONS[index + 1] ? ` ...Part${index + 1}` : "";
      return `fragment Part${index} on Candidate { ... on Candidate { ...@include(if: true) { ${SELECTION[section].join(" ")} } }${next} }`;
    });
    return byRoot(hub, asker, stories, "id ...Part0", undefined, parts.join("\n"));
  },
  "_entities by id": (hub, asker, stories) => byEntities(hub, asker, stories, "id"),
  "_entities by registration": (hub, asker, stories) => byEntities(hub, asker, stories, "registrationId"),
  error: async (hub, asker, stories) => {
    // A page that nobody may ask for, of each person: whose error it is, is told by where it stands.
    const sighting = await byRoot(
      hub,
      asker,
      stories,
      `${FILE} broken: timeline(first: 1000) { nodes { id } }`,
    );
    return { ...sighting, trouble: [] };
  },
  list: (hub, asker) => byList(hub, asker, "orderBy: NEWEST", FILE),
  // What is due, and what a filter asks, is of the section PATHWAY: to be found by it is to be told it.
  ordering: async (hub, asker) => ({
    ...(await byList(hub, asker, "orderBy: DUE_ON", FILE)),
    tells: "PATHWAY",
  }),
  filter: async (hub, asker) => {
    const filter = `filter: { stages: [EMPLOYABILITY], responsible: "promis", open: true }`;
    return { ...(await byList(hub, asker, filter, FILE)), tells: "PATHWAY" };
  },
  "filter that nobody meets": async (hub, asker) => {
    const sighting = await byList(hub, asker, `filter: { stages: [ESTABLISHED] }`, FILE);
    const wrong = [...sighting.known].length > 0 ? ["a filter is not kept to"] : [];
    return { ...sighting, complete: false, trouble: [...sighting.trouble, ...wrong] };
  },
  search: async (hub, asker) => ({
    ...(await byList(hub, asker, `filter: { search: "${EVERYBODYS_NAME}" }`, FILE)),
    tells: "IDENTITY",
  }),
  "search for what another wrote": async (hub, asker) => ({
    ...(await byList(hub, asker, `filter: { search: "${nameAt(BYSTANDER)}" }`, FILE)),
    tells: "IDENTITY",
    tellsAll: asker.organisation !== BYSTANDER,
  }),
  "one's own file": async (hub, asker) => {
    const answer = await hub.ask(asker, `{ myFile { ${FILE} } }`);
    const sighting = nothing();
    complain(sighting, asker, answer);
    note(sighting, answer.data?.["myFile"] as File | null);
    return sighting;
  },
  nested: async (hub, asker) => {
    const sighting = nothing();
    for (const side of ["one", "other"])
      await pages(
        hub,
        asker,
        "possibleDuplicates",
        "",
        `${side} { candidate { ${FILE} } }`,
        sighting,
        (node) => (node[side] as { candidate: File | null }).candidate,
      );
    for (const field of ["referrals", "emergencies"])
      await pages(
        hub,
        asker,
        field,
        "",
        `candidate { ${FILE} }`,
        sighting,
        (node) => node["candidate"] as File | null,
      );
    return sighting;
  },
  "nested in the news": async (hub, asker) => {
    const sighting = nothing();
    await pages(
      hub,
      asker,
      "news",
      "",
      `candidate { ${FILE} }`,
      sighting,
      (node) => node["candidate"] as File | null,
      MOST_NEWS_PAGES,
    );
    // A page of news is shorter by what may no longer be told.
    const short = "a page tells of people who are left out of it";
    return { ...sighting, trouble: sighting.trouble.filter((each) => each !== short) };
  },
  "nested in a partner's list": async (hub, asker) => {
    const sighting = nothing();
    for (const [field, way] of Object.entries(PARTNERS_LISTS))
      await pages(hub, asker, field, "", way(`candidate { ${FILE} }`), sighting, candidateIn);
    return { ...sighting, trouble: [] };
  },
};

/** Each partner's own lists, and how a row of it leads to the person. */
const PARTNERS_LISTS: Record<string, (candidate: string) => string> = {
  matches: (candidate) => candidate,
  preDepartureCases: (candidate) => candidate,
  households: (candidate) => `members { ${candidate} }`,
  passerelleParticipants: (candidate) => candidate,
  welcomeCases: (candidate) => candidate,
};

function candidateIn(node: Record<string, unknown>): File | null {
  const members = node["members"] as Record<string, unknown>[] | undefined;
  return ((members?.[0] ?? node)["candidate"] as File | null | undefined) ?? null;
}

/** How many people are asked about in one operation. */
export const ROOTS = 40;

/** Many people in one operation, each under an alias of their own. */
async function byRoot(
  hub: AccessHub,
  asker: Asker,
  stories: readonly Story[],
  selection: string,
  back: (file: File) => File = (file) => file,
  fragments = "",
): Promise<Sighting> {
  // By variables, so that the gateway plans one operation for all people: some ask for nobody.
  const places = Array.from({ length: ROOTS }, (_, index) => index);
  const asked = places.map((index) => `$i${index}: ID!`).join(" ");
  const roots = places.map((index) => `c${index}: candidate(id: $i${index}) { ...Selection }`).join("\n");
  const variables = Object.fromEntries(
    places.map((index) => [`i${index}`, stories[index]?.candidateId ?? randomUUID()]),
  );
  const answer = await hub.ask(
    asker,
    `query Root(${asked}) { ${roots} } fragment Selection on Candidate { ${selection} } ${fragments}`,
    variables,
  );
  const sighting = { ...nothing(), complete: true };
  complain(sighting, asker, answer);
  // Refused whole: an error at each place, whether somebody is there or not, tells nothing of anybody.
  const isRefused = answer.errors.length >= ROOTS && answer.errors.every(isRefusal);
  for (const { path } of isRefused ? [] : answer.errors) {
    const story = stories[Number(String(path?.[0]).slice(1))];
    if (story) sighting.alarmed.add(story.candidateId);
  }
  for (const [name, file] of Object.entries(answer.data ?? {}))
    if (/^c\d+$/.test(name) && file) note(sighting, back(file as File));
  return sighting;
}

async function byList(hub: AccessHub, asker: Asker, args: string, selection: string): Promise<Sighting> {
  const sighting = { ...nothing(), complete: true };
  await pages(hub, asker, "candidates", args, selection, sighting, (node) => node as File);
  return sighting;
}

const PAGE = 40;
/** The coordinator is told of every emergency: the first of them will do. */
const MOST_PAGES = 30;
/** The same people come again and again in the news. */
const MOST_NEWS_PAGES = 6;

/** Every page of a list; what stands in its cursors is known too. */
async function pages(
  hub: AccessHub,
  asker: Asker,
  field: string,
  args: string,
  selection: string,
  sighting: Sighting,
  personOf: (node: Record<string, unknown>) => File | null,
  most = MOST_PAGES,
): Promise<void> {
  let after: string | null = null;
  for (let page = 0; page < most; page += 1) {
    const answer: Answer = await hub.ask(
      asker,
      `query List($after: String) { list: ${field}(first: ${PAGE} after: $after ${args}) { edges { cursor } nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    complain(sighting, asker, answer);
    const list = answer.data?.["list"] as
      | {
          edges: { cursor: string }[];
          nodes: Record<string, unknown>[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        }
      | null
      | undefined;
    if (!list) return;
    for (const node of list.nodes) note(sighting, personOf(node));
    if (field === "candidates")
      for (const each of [...list.edges.map(({ cursor: own }) => own), list.pageInfo.endCursor ?? ""])
        for (const id of shownIn(Buffer.from(each, "base64url").toString("utf8")).ids) sighting.known.add(id);
    if (!list.pageInfo.hasNextPage) return;
    if (list.nodes.length < PAGE) sighting.trouble.push("a page tells of people who are left out of it");
    after = list.pageInfo.endCursor;
  }
}
