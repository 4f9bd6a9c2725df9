/** The demonstration world: what is the same in every world once, then one copy of its people after the other. */
import { setImmediate } from "node:timers/promises";
import { writeAccount, writeEmergency } from "./accounts.ts";
import { writeActivities, companySeats, planActivities, type Activity } from "./activities.ts";
import { moment, nextWeekday, TODAY } from "./calendar.ts";
import { writeCandidate } from "./candidates.ts";
import { Capacity, type Month } from "./capacity.ts";
import { members, UESQ_FROM, UESQ_PARTICIPANTS, UESQ_TO, visitors } from "./cohorts.ts";
import type { Member } from "./plans.ts";
import { createSheets, takeSheets, type WorldSheets } from "./databases.ts";
import { writeConsentsAtTheDoors } from "./consents.ts";
import type { Sheet } from "./copy-text.ts";
import { tellDemo } from "./demo-story.ts";
import { writeDisclosures } from "./disclosures.ts";
import { writeBusinesses, writeChambers, type Chamber } from "./employers.ts";
import { writeEmployability } from "./employability.ts";
import { writeHousehold, type OutreachEvent } from "./households.ts";
import { Interviews } from "./interviews.ts";
import type { FccqCopy } from "./match.ts";
import { writeMatching } from "./matching.ts";
import { writeOutreach } from "./outreach.ts";
import { writePasserelle } from "./passerelle.ts";
import { Positions } from "./positions.ts";
import { Random } from "./random.ts";
import { Passerelle } from "./recruitment.ts";
import { writeReferrals } from "./referrals.ts";
import { writeRegions } from "./regions.ts";
import { writeRelocation } from "./relocation.ts";
import { fullName, hireStaff, TENANTS, writeStaff, type Staff } from "./staff.ts";
import { tell, type Story } from "./story.ts";
import { writeVideos } from "./videos.ts";
import { writeWelcome } from "./welcome.ts";
import type { PerPartner } from "../start/partners.ts";
import { iso } from "./calendar.ts";

export interface WorldOptions {
  /** How many times the people and the businesses. */
  scale: number;
  /** Another seed is another world of the same figures. */
  seed: string;
  /** The registry's ids of its organisations, by code. */
  organisationIds: ReadonlyMap<string, string>;
}

export interface World {
  /** Rows to load, in this order; each part is made when it is asked for, and leaves time for others to work. */
  parts(): AsyncGenerator<PerPartner<Sheet[]>>;
  /** The months of which places were taken, once all parts are made. */
  months(): Month[];
}

export function createWorld({ scale, seed, organisationIds }: WorldOptions): World {
  const random = new Random(seed);
  const sheets = createSheets();
  const capacity = new Capacity(random.fork("capacity"), sheets.regional);
  return {
    async *parts() {
      const common = writeCommon(random, organisationIds, sheets);
      for (let copy = 0; copy < scale; copy += 1) {
        await writeCopy(copy, random.fork(`copy ${copy}`), { ...common, capacity }, sheets);
        yield takeSheets(sheets);
      }
    },
    months: () => capacity.taken(),
  };
}

interface Common {
  staff: Staff;
  chambers: readonly Chamber[];
  outreach: readonly OutreachEvent[];
}

function writeCommon(
  random: Random,
  organisationIds: ReadonlyMap<string, string>,
  sheets: WorldSheets,
): Common {
  const staff = hireStaff(random.fork("staff"));
  writeStaff(staff, organisationIds, sheets.registry);
  for (const { code: tenant } of TENANTS)
    for (const counsellor of staff.get(tenant) ?? [])
      sheets.eer.add("counsellor", {
        id: counsellor.id,
        tenant,
        subject: counsellor.subject,
        name: fullName(counsellor),
        startedOn: iso(counsellor.since),
        endedOn: null,
      });
  for (const adviser of staff.get("ccmm") ?? [])
    sheets.ccmm.add("adviser", {
      id: adviser.id,
      name: fullName(adviser),
      since: iso(adviser.since),
      until: null,
    });
  writeRegions(random.fork("regions"), sheets.regional);
  return {
    staff,
    chambers: writeChambers(random.fork("chambers"), sheets.fccq),
    outreach: writeOutreach(random.fork("outreach"), sheets.eer),
  };
}

async function writeCopy(
  number: number,
  random: Random,
  common: Common & { capacity: Capacity },
  sheets: WorldSheets,
): Promise<void> {
  const activities = planActivities(random.fork("activities"));
  const businesses = writeBusinesses(
    random.fork("businesses"),
    common.chambers,
    companySeats(activities),
    number === 0,
    sheets.fccq,
  );
  writeActivities(random.fork("companies"), activities, businesses, common.chambers, sheets.fccq);
  const fccq: FccqCopy = {
    sheets: sheets.fccq,
    activities,
    positions: new Positions(businesses, random.fork("positions"), sheets.fccq),
    interviews: new Interviews(random.fork("interviews"), sheets.fccq),
  };
  const passerelle = new Passerelle(random.fork("passerelle"), sheets.ccmm);
  const callSlot = callSlots(number);
  const stories: Story[] = [];
  // The candidate of the README is among those of the first copy.
  const toldElsewhere = number === 0 ? 1 : 0;
  for (const { member, visit, visitedOn } of withVisits(random, activities, toldElsewhere)) {
    // What is generated already goes to the databases meanwhile.
    if (stories.length % 100 === 0) await setImmediate();
    const key = `${number.toString(36)}x${stories.length}`;
    const story = tell(key, member, visitedOn, common.staff, random.fork(key));
    stories.push(story);
    writeStory(story, visit, { ...common, fccq, passerelle, callSlot }, sheets);
  }
  if (number > 0) return;
  writeStory(
    tellDemo(common.staff, random.fork("demo")),
    null,
    { ...common, fccq, passerelle, callSlot },
    sheets,
  );
  const established = stories.filter(
    ({ life, registrations }) => life.plan.target === "ESTABLISHED" && registrations.has("fccq"),
  );
  writeVideos(
    random.fork("videos"),
    established.flatMap(({ registrations }) => registrations.get("fccq")?.id ?? []),
    sheets.fccq,
  );
}

interface StoryWorld extends Common {
  capacity: Capacity;
  fccq: FccqCopy;
  passerelle: Passerelle;
  callSlot: (adviser: string) => Date;
}

function writeStory(
  story: Story,
  visit: Activity | null,
  { staff, outreach, capacity, fccq, passerelle, callSlot }: StoryWorld,
  sheets: WorldSheets,
): void {
  writeCandidate(story, sheets.registry);
  writeReferrals(story, staff, sheets.registry);
  writeConsentsAtTheDoors(story, sheets.registry);
  writeDisclosures(story, sheets.registry);
  writeAccount(story, sheets.registry);
  writeEmergency(story, staff, sheets.registry);
  const household = writeHousehold(story, staff, outreach, sheets.eer);
  if (household) {
    writeEmployability(story, household, sheets.eer);
    writeRelocation(story, household, sheets.eer);
  }
  writeMatching(story, visit, fccq);
  writePasserelle(story, passerelle, callSlot);
  writeWelcome(story, capacity, sheets.regional);
}

interface Visiting {
  member: Member;
  /** The activity of the first year that they came to. */
  visit: Activity | null;
  visitedOn: number | null;
}

/** The people of a copy, each with the activity of the first year that they came to: so many together as were published. */
function withVisits(random: Random, activities: readonly Activity[], toldElsewhere: number): Visiting[] {
  const first = activities.filter((activity) => activity.first);
  const seats = new Map(
    first.map((activity, index) => [activity, Math.floor((UESQ_PARTICIPANTS + index) / first.length)]),
  );
  const draw = random.fork("visits");
  const take = (activity: Activity | undefined): Activity | null => {
    const left = activity && seats.get(activity);
    if (!activity || !left) return null;
    seats.set(activity, left - 1);
    return activity;
  };
  const known = members(random.fork("members"), toldElsewhere).map((member): Visiting => {
    const { life, earlyVisitor, visitor } = member;
    if (earlyVisitor) {
      const visit = take(draw.pick(first.filter(({ on }) => on + 200 < life.startOn)));
      return { member, visit, visitedOn: visit && visit.on - draw.int(5, 60) };
    }
    if (!visitor || life.plan.door === "fccq") return { member, visit: null, visitedOn: null };
    const began = (life.eerOn ?? life.startOn) + 10;
    const goesOn = (on: number) => life.exitOn === null || on < life.exitOn;
    const visit = began < UESQ_TO ? take(first.find(({ on }) => on >= began && goesOn(on))) : null;
    const later = visit === null && began > UESQ_TO && draw.chance(0.5) ? began : null;
    return {
      member,
      visit,
      visitedOn: visit
        ? Math.max(began - 9, visit.on - draw.int(3, 20), UESQ_FROM - 40)
        : later !== null && later <= TODAY && goesOn(later)
          ? later
          : null,
    };
  });
  const left = [...seats].flatMap(([activity, count]) => Array<Activity>(count).fill(activity));
  const others = visitors(
    random.fork("visitors"),
    left.map(({ on }) => on),
  );
  return [
    ...known,
    ...others.map((member, index) => ({ member, visit: left[index] ?? null, visitedOn: null })),
  ];
}

/** Calls to come: a quarter of an hour with each adviser for each copy of the world, so that none overlap. */
function callSlots(copy: number): (adviser: string) => Date {
  const given = new Map<string, number>();
  const monday = nextWeekday(TODAY, 1) + 7 * Math.floor(copy / 26);
  return (adviser) => {
    const count = given.get(adviser) ?? 0;
    given.set(adviser, count + 1);
    // The days of one week, then those of the same place half a year on, which no other copy has.
    return moment(monday + (count % 5) + 3_640 * Math.floor(count / 5), (copy % 26) * 15);
  };
}
