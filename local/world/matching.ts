/** A person with FCCQ: profile, activities, matches and interviews. */
import type { Activity } from "./activities.ts";
import { HUB_OPENED, iso, moment, TODAY, type Day } from "./calendar.ts";
import { writeChange } from "./changes.ts";
import { fridayBefore, NEXT_FRIDAYS } from "./interviews.ts";
import type { Spell } from "./life.ts";
import { REGIONS } from "./places.ts";
import { writeMatch, type FccqCopy, type MatchState, type Profile } from "./match.ts";
import { writeOffer } from "./offers.ts";
import { happens, professionalAt, registrationAt, staysOf, type Story } from "./story.ts";

/**
 * Writes the person's part with FCCQ, if it knows them.
 * @param visit the activity of the first year that they came to
 */
export function writeMatching(story: Story, visit: Activity | null, copy: FccqCopy): void {
  const registration = story.registrations.get("fccq");
  if (!registration) return;
  const profile = writeParticipant(story, registration.on, copy);
  if (registration.on >= HUB_OPENED)
    writeChange(copy.sheets, story.random.fork("enrolled"), {
      organisation: "fccq",
      action: "participantEnrol",
      reference: registration.reference,
      thingId: registration.id,
      madeBy: professionalAt(story, "fccq").subject,
      on: registration.on,
    });
  writeAttendance(story, registration.on, visit, copy);
  for (const spell of story.life.spells) {
    spell.offers.forEach((offer, index) =>
      writeOffer(story, spell, offer, index === spell.offers.length - 1, profile, copy),
    );
    if (spell.matchingOn !== null) writeFurtherMatches(story, spell, profile, copy);
  }
}

function writeParticipant(story: Story, registeredOn: Day, { sheets }: FccqCopy): Profile {
  const { person, random, life } = story;
  const draw = random.fork("participant");
  const chosen = staysOf(life).map(({ partner }) => partner.region.code);
  const targetedRegions = [
    ...new Set([...chosen, ...draw.some(REGIONS, draw.int(1, 3)).map(({ code }) => code)]),
  ].sort();
  const known = draw.chance(0.85);
  const [listening, speaking, reading, writing] = person.french;
  const registrationId = registrationAt(story, "fccq").id;
  const turnedOn =
    life.spells.find(({ matchingOn }) => matchingOn !== null)?.matchingOn ??
    (draw.chance(0.6) ? registeredOn : null);
  const profile = {
    registrationId,
    occupation: person.occupation.code,
    skills: person.skills,
    targetedRegions,
    frenchSpeaking: known ? speaking : null,
    frenchWriting: known ? writing : null,
  };
  sheets.add("participant", {
    ...profile,
    id: draw.uuid(registeredOn * 86_400_000),
    registeredOn: iso(registeredOn),
    experienceYears: Math.max(0, person.experienceYears),
    frenchListening: known ? listening : null,
    frenchReading: known ? reading : null,
    matchingSince: turnedOn === null ? null : moment(turnedOn, 20),
  });
  return profile;
}

function writeAttendance(
  story: Story,
  registeredOn: Day,
  visit: Activity | null,
  { sheets, activities }: FccqCopy,
): void {
  const draw = story.random.fork("attendance");
  const registrationId = registrationAt(story, "fccq").id;
  const attend = ({ id, on, state }: Activity, present: boolean) => {
    const signedUpOn = Math.max(registeredOn, on - draw.int(3, 30));
    sheets.add("activity_participant", {
      id: draw.uuid(signedUpOn * 86_400_000),
      activityId: id,
      registrationId,
      signedUpOn: iso(signedUpOn),
      attendance: state === "HELD" ? (present ? "PRESENT" : "ABSENT") : "EXPECTED",
    });
  };
  if (visit) attend(visit, true);
  const wants = story.visitedOn !== null || story.life.spells.some(({ matchingOn }) => matchingOn !== null);
  if (!wants || !happens(story, draw, visit ? 0.18 : 0.7)) return;
  const from = (visit?.on ?? registeredOn) + 2;
  // The first year is whole with those of the visit: who came then and did not come back is not counted again.
  const next = activities.find(
    (each) => each.on >= from && each.on <= from + 150 && each !== visit && (visit !== null || !each.first),
  );
  if (next && (story.life.exitOn === null || next.on < story.life.exitOn)) attend(next, draw.chance(0.85));
}

/** What else came up for the person: some set aside, some still open today. */
function writeFurtherMatches(
  story: Story,
  { matchingOn, offers }: Spell,
  profile: Profile,
  copy: FccqCopy,
): void {
  if (matchingOn === null) return;
  const draw = story.random.fork(`further ${matchingOn}`);
  const waiting =
    story.life.plan.target === "MATCHING" &&
    story.life.exitOn === null &&
    story.life.spells.at(-1)?.matchingOn === matchingOn;
  const until = waiting ? TODAY : Math.min(offers.at(-1)?.proposedOn ?? TODAY, story.life.exitOn ?? TODAY);
  const open = draw.shuffled(
    copy.positions.openOn(profile.occupation, Math.max(matchingOn, Math.min(until, TODAY) - 5)),
  );
  for (const position of open.slice(0, waiting ? draw.int(1, 4) : draw.int(0, 2))) {
    const computedOn = Math.min(TODAY, Math.max(matchingOn, position.openedOn) + draw.int(0, 6));
    const wanted = waiting ? draw.weighted(STATES_NOW) : draw.weighted(STATES_THEN);
    const past = fridayBefore(Math.min(until, TODAY));
    const held = past !== null && past > computedOn + 2;
    const metThen = ["INTERVIEWED", "RETAINED", "NOT_RETAINED"].includes(wanted);
    const state: MatchState = metThen && !held ? "PREQUALIFIED" : wanted;
    const matchId = writeMatch(
      story,
      profile,
      {
        position,
        state,
        computedOn,
        decidedOn: metThen && held ? past + 1 : Math.min(TODAY, computedOn + 3),
      },
      copy,
    );
    const match = { id: matchId, registrationId: profile.registrationId, positionId: position.id };
    if (metThen && held) copy.interviews.book(past, match, position.businessId, "HELD");
    else if (state === "INVITED")
      copy.interviews.book(draw.pick(NEXT_FRIDAYS), match, position.businessId, "BOOKED");
    else if (state === "SET_ASIDE" && held && draw.chance(0.2))
      copy.interviews.book(past, match, position.businessId, "MISSED");
  }
}

const STATES_NOW: readonly (readonly [MatchState, number])[] = [
  ["MATCHED", 30],
  ["PREQUALIFIED", 20],
  ["INVITED", 20],
  ["INTERVIEWED", 10],
  ["RETAINED", 6],
  ["NOT_RETAINED", 10],
  ["SET_ASIDE", 4],
];
const STATES_THEN: readonly (readonly [MatchState, number])[] = [
  ["MATCHED", 20],
  ["SET_ASIDE", 40],
  ["NOT_RETAINED", 40],
];
