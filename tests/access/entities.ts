/** Straight at the subgraphs, past the gateway: at the registry for the grants, then at each partner with them. */
import type { Partner } from "../../local/start/partners.ts";
import { SECTIONS, type SectionName } from "./expectation.ts";
import { viewerOf, type AccessHub, type Answer, type Asker } from "./hub.ts";
import { SELECTION } from "./sight.ts";
import { complain, note, nothing, type File, type Sighting } from "./sightings.ts";
import type { Story } from "./stories.ts";

const GRANTS: Record<string, { partner: Exclude<Partner, "registry">; sections: SectionName[] }> = {
  matchingGrant: { partner: "fccq", sections: ["MATCHING"] },
  employabilityGrant: { partner: "eer", sections: ["EMPLOYABILITY"] },
  relocationGrant: { partner: "eer", sections: ["RELOCATION"] },
  passerelleGrant: { partner: "ccmm", sections: ["PASSERELLE"] },
  welcomeGrant: { partner: "regional", sections: ["WELCOME"] },
};

const ENTITIES =
  "query Entities($people: [_Any!]!) { _entities(representations: $people) { ... on Candidate { SELECTION } } }";

/** The people named by one of their keys. */
export async function byEntities(
  hub: AccessHub,
  asker: Asker,
  stories: readonly Story[],
  key: "id" | "registrationId",
): Promise<Sighting> {
  const viewer = viewerOf(asker);
  const sighting = { ...nothing(), complete: true };
  const named = key === "id" ? stories : stories.filter(({ registrationId }) => registrationId);
  const people = named.map((story) => ({
    __typename: "Candidate",
    ...(key === "id" ? { id: story.candidateId } : { registrationId: story.registrationId }),
  }));
  const own = SECTIONS.slice(0, 2).map((section) => SELECTION[section].join(" "));
  const selection = `id access { section status basis } ${own.join(" ")} ${Object.keys(GRANTS).join(" ")}`;
  const answer = await entities(hub, "registry", viewer, people, selection);
  complain(sighting, asker, answer);
  const files = ((answer.data?.["_entities"] ?? []) as (File | null)[]).filter((file) => file !== null);
  const byPartner = new Map<Partner, string[]>();
  for (const [grant, { partner }] of Object.entries(GRANTS))
    byPartner.set(partner, [...(byPartner.get(partner) ?? []), grant]);
  await Promise.all(
    [...byPartner].map(async ([partner, grants]) => {
      const sections = grants.flatMap((grant) => GRANTS[grant]?.sections ?? []);
      const representations = named.map(({ candidateId }) => {
        const file = files.find(({ id }) => id === candidateId);
        const held = grants.map((grant) => [grant, file?.[grant] ?? null]);
        return { __typename: "Candidate", id: candidateId, ...Object.fromEntries(held) };
      });
      const inner = sections.map((section) => SELECTION[section].join(" ")).join(" ");
      const theirs = await entities(hub, partner, viewer, representations, inner);
      complain(sighting, asker, theirs);
      for (const [index, found] of ((theirs.data?.["_entities"] ?? []) as (File | null)[]).entries()) {
        const file = files.find(({ id }) => id === named[index]?.candidateId);
        if (file) Object.assign(file, found);
        else if (Object.values(found ?? {}).some((value) => value !== null))
          note(sighting, { ...(found as File), id: named[index]?.candidateId ?? "" });
      }
    }),
  );
  for (const file of files) note(sighting, file);
  return sighting;
}

async function entities(
  hub: AccessHub,
  name: Partner,
  viewer: ReturnType<typeof viewerOf>,
  people: object[],
  selection: string,
): Promise<Answer> {
  return hub.askSubgraph(name, await hub.passport(viewer, name), ENTITIES.replace("SELECTION", selection), {
    people,
  });
}
