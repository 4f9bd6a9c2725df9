/** One person of the world with all that is known of their way: what every organisation's rows are written from. */
import type { MilestoneKind as Kind } from "../../subgraphs/registry/domain/milestone.ts";
import { day, TODAY, type Day } from "./calendar.ts";
import type { Member } from "./plans.ts";
import type { Life, Stay } from "./life.ts";
import { tellMilestones } from "./milestones.ts";
import { passerelleSector, throughPasserelle, type PasserelleLife } from "./passerelle-life.ts";
import { createPerson, type Person } from "./people.ts";
import type { RegionalPartner } from "./places.ts";
import type { Random } from "./random.ts";
import { colleague, type Professional, type Staff } from "./staff.ts";

export type EntryDoor = "WEBSITE" | "WALK_IN" | "PHONE" | "FAIR" | "WEBINAR" | "REFERRAL" | "PRE_DEPARTURE";

export interface Registration {
  id: string;
  organisation: string;
  reference: string;
  entryDoor: EntryDoor;
  on: Day;
}

export interface Told {
  kind: `${Kind}`;
  organisation: string;
  on: Day;
}

/** Who lives together. */
export interface Family {
  adults: number;
  children: number;
}

export interface Story {
  /** What tells this person from all others of the world. */
  key: string;
  random: Random;
  person: Person;
  candidateId: string;
  family: Family;
  life: Life;
  passerelle: PasserelleLife | null;
  /** By organisation. */
  registrations: Map<string, Registration>;
  milestones: Told[];
  /** Their counsellor, officer or adviser, by organisation. */
  professionals: Map<string, Professional>;
  /** Whether every part of the file is filled. */
  whole: boolean;
  /** When FCCQ came to know them before anybody made matches for them; null when it did not. */
  visitedOn: Day | null;
}

/** What is given of somebody instead of being drawn. */
export interface Given {
  candidateId: string;
  person: Person;
  family: Family;
  passerelleOn: Day;
  /** Whether nothing is left to chance: every part is there, and those whom one can sign in as have the person. */
  whole: boolean;
}

/** The story of a member. `visitedOn` is when they registered with FCCQ to visit its activities. */
export function tell(
  key: string,
  member: Member,
  visitedOn: Day | null,
  staff: Staff,
  random: Random,
  given?: Given,
): Story {
  const { life } = member;
  const person = given?.person ?? createPerson(random.fork("person"), key);
  const story: Story = {
    key,
    random,
    whole: given?.whole ?? false,
    person,
    family: given?.family ?? familyOf(random.fork("family")),
    life,
    visitedOn,
    candidateId:
      given?.candidateId ??
      random.fork("candidate").uuid(Math.min(life.startOn, visitedOn ?? life.startOn) * 86_400_000),
    passerelle: member.passerelle
      ? passerelleOf(member, person, random.fork("passerelle"), given?.passerelleOn)
      : null,
    registrations: new Map(),
    milestones: [],
    professionals: new Map(),
  };
  register(story, staff);
  if (story.whole)
    for (const organisation of story.registrations.keys()) nameFirst(story, organisation, staff);
  tellMilestones(story);
  return story;
}

/** The organisation's registration of the person, of which the story says that there is one. */
export function registrationAt(story: Story, organisation: string): Registration {
  const found = story.registrations.get(organisation);
  if (!found) throw new RangeError(`${story.key} is not registered with ${organisation}.`);
  return found;
}

/** Who has the person at an organisation; somebody of it when nobody was named. */
export function professionalAt(story: Story, organisation: string): Professional {
  const found = story.professionals.get(organisation);
  if (!found) throw new RangeError(`Nobody at ${organisation} has ${story.key}.`);
  return found;
}

/** Whether something that happens to a share of people happened to this one. */
export function happens(story: Story, draw: Random, share: number): boolean {
  return draw.chance(share) || story.whole;
}

/** The city of the partner's region where the person is to live: most often the partner's own. */
export function cityOf({ random, whole }: Story, partner: RegionalPartner): string {
  const draw = random.fork(`city ${partner.code}`);
  return whole || draw.chance(0.5) ? partner.city : draw.pick(partner.region.cities).name;
}

/** Every stay of a life, in order. */
export function staysOf(life: Life): Stay[] {
  return life.spells.flatMap(({ stays }) => stays);
}

function familyOf(random: Random): Family {
  const children = random.weighted([
    [0, 42],
    [1, 22],
    [2, 22],
    [3, 10],
    [4, 4],
  ] as const);
  return { children, adults: random.chance(children > 0 ? 0.82 : 0.4) ? 2 : 1 };
}

/** When FCCQ takes a person on; null when it never knew them. */
function fccqOn({ life, visitedOn }: Pick<Story, "life" | "visitedOn">): Day | null {
  const taken = life.spells.map(({ matchingOn }) => matchingOn).filter((on) => on !== null);
  const days = [life.plan.door === "fccq" ? life.startOn : null, visitedOn, ...taken].filter(
    (on) => on !== null,
  );
  return days.length === 0 ? null : Math.min(...days);
}

/** When the first people answered the questionnaire of Passerelle sectorielle. */
const FIRST_ANSWERS = day("2021-02-08");

function passerelleOf(member: Member, person: Person, random: Random, givenOn?: Day): PasserelleLife {
  const { life } = member;
  const arrival = staysOf(life).find(({ arrivedOn }) => arrivedOn !== null && arrivedOn >= (givenOn ?? 0));
  const arrivedOn = arrival?.arrivedOn ?? null;
  const begin =
    givenOn ??
    (life.plan.door === "ccmm"
      ? life.startOn
      : Math.max(FIRST_ANSWERS, (life.abroad?.arrivedOn ?? life.startOn) + random.int(3, 40)));
  const until = Math.min(arrivedOn ?? TODAY, life.exitOn ?? TODAY, TODAY);
  const on = Math.min(begin, until);
  const track = throughPasserelle(
    random,
    on,
    passerelleSector(person.occupation.sector),
    member.passerelle ?? "QUESTIONNAIRE",
    until,
  );
  if (arrival && arrivedOn !== null && arrivedOn >= on) {
    track.closed = { on: arrivedOn, reason: "MOVED_TO_REGION", regionCode: arrival.partner.region.code };
  } else if (life.exitOn !== null && life.plan.door === "ccmm") {
    track.closed = {
      on: life.exitOn,
      reason: life.plan.exit === "REDIRECTED" ? "REDIRECTED" : "WITHDREW",
      regionCode: null,
    };
  } else if (random.chance(0.06)) {
    const end = track.steps.at(-1)?.on ?? on;
    if (end + 45 < TODAY) {
      track.closed = { on: end + 20, reason: "WITHDREW", regionCode: null };
      if (random.chance(0.5)) track.reopenedOn = end + 44;
    }
  }
  return track;
}

/** Who knows the person, since when and by which door; the references count on from the organisation's own first one. */
function register(story: Story, staff: Staff): void {
  const { life, random, visitedOn } = story;
  const { plan } = life;
  const add = (organisation: string, on: Day, entryDoor: EntryDoor) => {
    if (story.registrations.has(organisation)) return;
    const draw = random.fork(organisation);
    const id = draw.uuid(on * 86_400_000);
    story.registrations.set(organisation, {
      id,
      organisation,
      on,
      entryDoor,
      reference: `${PREFIX[organisation] ?? "PR"}-${id.slice(-8).toUpperCase()}`,
    });
    story.professionals.set(organisation, colleague(staff, organisation, draw, on));
  };
  const ownDoor = (organisation: string) => DOORS[organisation]?.[random.int(0, 3)] ?? "WALK_IN";
  if (plan.abroad) add("mifi", life.startOn, "PRE_DEPARTURE");
  if (visitedOn !== null && visitedOn < life.startOn) add("fccq", visitedOn, ownDoor("fccq"));
  if (!plan.abroad) add(plan.door, life.startOn, ownDoor(plan.door));
  if (plan.tenant && life.eerOn !== null)
    add(
      plan.tenant,
      life.eerOn,
      plan.abroad ? "PRE_DEPARTURE" : plan.door === plan.tenant ? ownDoor(plan.tenant) : "REFERRAL",
    );
  const taken = fccqOn(story);
  if (taken !== null) add("fccq", taken, visitedOn === taken ? ownDoor("fccq") : "REFERRAL");
  if (story.passerelle)
    add(
      "ccmm",
      story.passerelle.registeredOn,
      plan.door === "ccmm" ? ownDoor("ccmm") : random.pick(["WEBSITE", "REFERRAL"]),
    );
  for (const { partner, liaisonOn } of staysOf(life))
    if (liaisonOn !== null) add(partner.code, liaisonOn, "REFERRAL");
  if (plan.tenant === "promis" && random.fork("persona").chance(0.42)) nameFirst(story, "promis", staff);
}

/** Has the person followed by the first of an organisation's professionals, whom one can sign in as. */
function nameFirst({ professionals }: Story, organisation: string, staff: Staff): void {
  const [first] = staff.get(organisation) ?? [];
  if (first) professionals.set(organisation, first);
}

const PREFIX: Record<string, string> = {
  mifi: "MIFI",
  fccq: "UESQ",
  ccmm: "PS",
  promis: "PRO",
  "le-collectif": "COL",
  inici: "INI",
};
const DOORS: Record<string, readonly EntryDoor[]> = {
  fccq: ["WEBSITE", "WEBSITE", "FAIR", "WEBINAR"],
  ccmm: ["WEBSITE", "WEBSITE", "WEBSITE", "PHONE"],
  promis: ["WALK_IN", "WEBSITE", "FAIR", "PHONE"],
  "le-collectif": ["WEBSITE", "WEBINAR", "WALK_IN", "FAIR"],
  inici: ["WALK_IN", "FAIR", "PHONE", "WEBSITE"],
};
