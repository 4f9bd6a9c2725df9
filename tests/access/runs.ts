/** Every viewer on every path to every person: run, judged and counted. */
import { dayInQuebec } from "../../platform/action.ts";
import { PURPOSES, ROLES, type Purpose, type Role } from "../../platform/passport.ts";
import { ALL_SCOPES, type Scope } from "../../platform/system-scopes.ts";
import { purposeOf, SECTIONS } from "./expectation.ts";
import type { AccessHub, Asker } from "./hub.ts";
import type { Ownership } from "./ownership.ts";
import { PATHS, ROOTS } from "./paths.ts";
import { expected, judge } from "./sight.ts";
import type { Sighting } from "./sightings.ts";
import { ORGANISATIONS, subjectOf, type Story } from "./stories.ts";

export interface Tally {
  cases: number;
  /** Cases in which something was to be withheld. */
  withheld: number;
  leaks: number;
  mismatches: number;
  /** The first few of each kind, in words. */
  findings: string[];
}

export interface Run {
  asker: Asker;
  paths: readonly string[];
}

const QUICK = ["root field", "_entities by id", "list"];

/** Every role in every organisation; each for the other purposes too; two roles at once; and colleagues. */
export function runs(stories: readonly Story[], organisations: readonly string[]): Run[] {
  const all = Object.keys(PATHS);
  const made: Run[] = [];
  for (const [place, organisation] of organisations.entries()) {
    const isTold = (ORGANISATIONS as readonly string[]).includes(organisation);
    for (const role of ROLES) {
      const purpose = purposeOf(role) as Purpose;
      const person = stories[(place * 37) % stories.length];
      const subject = role === "CANDIDATE" && person ? person.account : subjectOf(role, organisation);
      const asker = { subject, organisation, roles: [role], purpose, scopes: ALL_SCOPES };
      made.push({ asker, paths: isTold ? all : QUICK });
      if (!isTold) continue;
      for (const other of PURPOSES)
        if (other !== purpose) made.push({ asker: { ...asker, purpose: other }, paths: QUICK });
    }
    if (!isTold) continue;
    for (const roles of TOGETHER)
      for (const purpose of PURPOSES)
        made.push({
          asker: {
            subject: subjectOf(roles[0] ?? "", organisation),
            organisation,
            roles,
            purpose,
            scopes: ALL_SCOPES,
          },
          paths: QUICK,
        });
    for (const scopes of FEWER_SCOPES) {
      const system = { subject: subjectOf("SYSTEM", organisation), organisation, scopes };
      made.push({ asker: { ...system, roles: ["SYSTEM"], purpose: "SUPPORT" }, paths: all });
      made.push({ asker: { ...system, roles: ["SYSTEM", "COUNSELLOR"], purpose: "SUPPORT" }, paths: QUICK });
    }
    const colleague = { scopes: [], subject: `colleague@${organisation}`, organisation };
    made.push({ asker: { ...colleague, roles: ["PROFESSIONAL"], purpose: "SUPPORT" }, paths: QUICK });
  }
  return made;
}

/** What a test run has time for: every role, one organisation on all paths, and strangers. */
export function smallRuns(stories: readonly Story[]): Run[] {
  return runs(stories, ["promis", "estrie-1", "nowhere"]).map(({ asker, paths }) => {
    const isWhole =
      asker.organisation === "promis" && ["COUNSELLOR", "COORDINATOR"].includes(asker.roles.join("+"));
    return { asker, paths: isWhole ? paths : ["_entities by id", "list"] };
  });
}

/** Systems whose token says less than all: that they may see people, all but that, and nothing. */
const FEWER_SCOPES: (readonly Scope[])[] = [
  ["candidates:read"],
  ALL_SCOPES.filter((scope) => scope !== "candidates:read"),
  [],
];

const TOGETHER: Role[][] = [
  ["COUNSELLOR", "COORDINATOR"],
  ["SYSTEM", "DASHBOARD"],
];

/** Runs all, four at a time, and judges every case. */
export async function runAll(
  hub: AccessHub,
  world: { stories: readonly Story[]; ownership: Ownership },
  list: readonly Run[],
  progress: (done: number) => void = () => undefined,
): Promise<Tally> {
  const tally: Tally = { cases: 0, withheld: 0, leaks: 0, mismatches: 0, findings: [] };
  const queue = list.flatMap(({ asker, paths }) => paths.map((path) => ({ asker, path })));
  let next = 0;
  const work = async () => {
    for (let item = queue[next++]; item; item = queue[next++]) {
      for (const part of batches(item.path, world.stories)) {
        const sighting = await PATHS[item.path]?.(hub, item.asker, part);
        if (sighting) count(tally, item, part, sighting, world.ownership);
      }
      progress(next / queue.length);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return tally;
}

/** A list finds whom it finds, in one go; the others ask about some people at a time. */
function batches(path: string, stories: readonly Story[]): (readonly Story[])[] {
  if (/list|nested|order|filter|own file|search/.test(path)) return [stories];
  // Each round of stories holds every word under every tie: these paths take one round each.
  const round = ROUNDS[path];
  if (round !== undefined)
    return parts(
      stories.filter(({ variant, group }) => variant === round || group),
      ROOTS,
    );
  const size = path.startsWith("_entities") ? 120 : ROOTS;
  return parts(stories, size);
}

const ROUNDS: Record<string, number> = { alias: 0, fragment: 1, error: 2 };

function parts(stories: readonly Story[], size: number): (readonly Story[])[] {
  return Array.from({ length: Math.ceil(stories.length / size) }, (_, index) =>
    stories.slice(index * size, (index + 1) * size),
  );
}

function count(
  tally: Tally,
  { asker, path }: { asker: Asker; path: string },
  stories: readonly Story[],
  sighting: Sighting,
  ownership: Ownership,
): void {
  const today = dayInQuebec(new Date());
  const who = `${asker.roles.join("+")} of ${asker.organisation} for ${asker.purpose}`;
  const find = (kind: "leaks" | "mismatches", what: string) => {
    tally[kind] += 1;
    if (tally.findings.length < 40)
      tally.findings.push(`${kind === "leaks" ? "LEAK" : "MISMATCH"} ${path}, ${who}: ${what}`);
  };
  for (const trouble of new Set(sighting.trouble)) find("mismatches", trouble);
  for (const story of stories) {
    const { candidateId } = story;
    const sights = SECTIONS.map((section) => expected(asker, story, section));
    const told = sighting.tells && sights[SECTIONS.indexOf(sighting.tells)];
    const mayBeKnown = told
      ? told === "see" || (told === "own" && !sighting.tellsAll)
      : sights.some((sight) => sight !== "no");
    const isKnown = sighting.known.has(candidateId);
    const bond = story.bonds.get(asker.organisation);
    const about = (section: string) =>
      `${section} of ${candidateId} (${bond?.tie ?? "nothing"}; ${bond?.words[section as never] ?? story.group ?? "nothing"}${bond?.named.includes(section as never) ? "; named" : ""})`;
    if (isKnown && !mayBeKnown) find("leaks", `it tells that somebody is there: ${about("PATHWAY")}`);
    // A list is of those with whom the organisation has to do; what was opened in an emergency is asked for by name.
    const isListed = !/list|order|filter|search/.test(path) || !bond?.tie.startsWith("emergency");
    if (sighting.alarmed.has(candidateId) && sights[SECTIONS.indexOf("PATHWAY")] === "no")
      find("leaks", `an error stands where somebody is: ${about("PATHWAY")}`);
    if (!isKnown && mayBeKnown && sighting.complete && isListed)
      find("mismatches", `they are not found: ${about("PATHWAY")}`);
    if (sighting.complaints.includes(candidateId) && !mayBeKnown)
      find("leaks", `an error names ${candidateId}`);
    const shown = sighting.found.get(candidateId);
    for (const [index, section] of SECTIONS.entries()) {
      if (!shown && !sighting.complete && !isKnown) continue;
      tally.cases += 1;
      if (sights[index] === "no") tally.withheld += 1;
      const status = sighting.statuses.get(candidateId)?.[section];
      if (!shown) continue;
      const verdict = judge(asker, story, section, shown[section], { ownership, today, status });
      if (verdict.leak) find("leaks", `${about(section)} ${verdict.leak}`);
      else if (verdict.mismatch) find("mismatches", `${about(section)} ${verdict.mismatch}`);
    }
  }
}
