/** A person with FCCQ: profile, activities, matches, interviews, offers, and how they are doing at work. */
import { compatibility } from "../../subgraphs/fccq/domain/compatibility.ts";
import type { Activity } from "./activities.ts";
import { HUB_OPENED, iso, isoOrNull, moment, TODAY, type Day } from "./calendar.ts";
import { writeChange } from "./changes.ts";
import { fridayBefore, NEXT_FRIDAYS, type Interviews } from "./interviews.ts";
import type { OfferLife, Spell } from "./life.ts";
import { REGIONS } from "./places.ts";
import type { Position, Positions } from "./positions.ts";
import type { FccqSheets } from "./rows/fccq.ts";
import { writeWorkLife } from "./work-life.ts";
import { happens, professionalAt, registrationAt, staysOf, type Story } from "./story.ts";

export interface FccqCopy {
  sheets: FccqSheets;
  positions: Positions;
  interviews: Interviews;
  activities: readonly Activity[];
}

interface Profile {
  registrationId: string;
  occupation: string;
  skills: string[];
  targetedRegions: string[];
  frenchSpeaking: number | null;
  frenchWriting: number | null;
}

type MatchState =
  | "MATCHED"
  | "PREQUALIFIED"
  | "SET_ASIDE"
  | "INVITED"
  | "INTERVIEWED"
  | "RETAINED"
  | "NOT_RETAINED"
  | "CONTINUING";

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

interface MatchFacts {
  position: Position;
  state: MatchState;
  computedOn: Day;
  decidedOn: Day;
}

/** Writes a match; gives its id. */
function writeMatch(
  story: Story,
  profile: Profile,
  { position, state, computedOn, decidedOn }: MatchFacts,
  { sheets }: FccqCopy,
): string {
  const draw = story.random.fork(`match ${position.id}`);
  const { registrationId, ...inputs } = profile;
  const demand = {
    occupation: position.occupation,
    skills: position.skills,
    regionCode: position.regionCode,
    frenchSpeaking: position.frenchSpeaking,
    frenchWriting: position.frenchWriting,
  };
  const { score, reasons, belowSkillLevel } = compatibility(inputs, demand);
  const officer = professionalAt(story, "fccq").subject;
  const decided = state !== "MATCHED";
  const reviewed = happens(story, draw, 0.04) && computedOn + 4 <= TODAY;
  const override = reviewed && draw.chance(0.5) ? Math.min(100, score + draw.int(5, 20)) : null;
  const id = draw.uuid(computedOn * 86_400_000);
  sheets.add("match", {
    id,
    registrationId,
    positionId: position.id,
    state,
    score,
    overrideScore: override,
    standing: override ?? score,
    reasons,
    inputs: { profile: inputs, position: demand },
    belowSkillLevel,
    computedAt: moment(computedOn, 40),
    decidedBy: decided ? officer : null,
    decidedAt: decided ? moment(Math.max(decidedOn, computedOn), 120) : null,
    decisionReason: decided ? DECISIONS[state] : null,
  });
  if (reviewed) {
    const open = override === null && draw.chance(0.3);
    sheets.add("match_review", {
      id: draw.uuid(computedOn * 86_400_000),
      matchId: id,
      requestedAt: moment(computedOn + 1, 60),
      requestedBy: officer,
      requestReason: "L’expérience acquise à l’étranger n’a pas été prise en compte.",
      outcome: open ? null : override === null ? "UPHELD" : "OVERRIDDEN",
      overrideScore: override,
      decidedAt: open ? null : moment(computedOn + 4, 60),
      decidedBy: open ? null : "officer@fccq",
      decisionReason: open
        ? null
        : override === null
          ? "Les compétences demandées manquent."
          : "Les compétences sont équivalentes.",
    });
  }
  return id;
}

const DECISIONS: Record<Exclude<MatchState, "MATCHED">, string | null> = {
  PREQUALIFIED: "Profil confirmé au téléphone.",
  SET_ASIDE: "La personne préfère une autre région.",
  INVITED: null,
  INTERVIEWED: null,
  RETAINED: "L’employeur souhaite poursuivre.",
  NOT_RETAINED: "L’employeur a choisi un autre profil.",
  CONTINUING: "La suite se fait avec l’employeur.",
};

function writeOffer(
  story: Story,
  spell: Spell,
  offer: OfferLife,
  last: boolean,
  profile: Profile,
  copy: FccqCopy,
): void {
  const { sheets, positions, interviews } = copy;
  const draw = story.random.fork(`offer ${offer.proposedOn}`);
  const accepted = offer.answer === "ACCEPTED";
  const stay = accepted ? spell.stays[0] : undefined;
  const regionCode = stay?.partner.region.code ?? draw.pick(profile.targetedRegions);
  const officerOn = spell.matchingOn ?? offer.proposedOn;
  const position = positions.open(
    story.person.occupation,
    regionCode,
    Math.max(officerOn - 20, offer.proposedOn - draw.int(25, 60)),
    accepted ? offer.answeredOn : null,
    draw,
  );
  const friday = fridayBefore(offer.proposedOn - 1);
  const met = friday !== null && friday > officerOn + 1;
  const matchId = met
    ? writeMatch(
        story,
        profile,
        {
          position,
          state: last && offer.answer !== "REFUSED" ? "CONTINUING" : "RETAINED",
          computedOn: Math.max(officerOn, friday - 12),
          decidedOn: friday + 1,
        },
        copy,
      )
    : null;
  if (matchId !== null && friday !== null)
    interviews.book(
      friday,
      { id: matchId, registrationId: profile.registrationId, positionId: position.id },
      position.businessId,
      "HELD",
    );
  const startsOn = accepted ? (stay?.moveOn ?? (offer.answeredOn ?? offer.proposedOn) + 45) + 7 : null;
  const began =
    startsOn !== null &&
    startsOn <= TODAY &&
    stay?.arrivedOn != null &&
    (stay.end === null || stay.end.on > startsOn);
  const endedOn = began && stay?.end ? stay.end.on : null;
  const id = draw.uuid(offer.proposedOn * 86_400_000);
  sheets.add("offer", {
    id,
    registrationId: profile.registrationId,
    positionId: position.id,
    matchId,
    state: offer.answer ?? "PROPOSED",
    belowSkillLevel: false,
    proposedOn: iso(offer.proposedOn),
    answeredOn: isoOrNull(offer.answeredOn),
    answerReason:
      offer.answer === "REFUSED"
        ? "Le logement est trop loin du travail de l’autre membre du couple."
        : offer.answer === "WITHDRAWN"
          ? "Le poste a été aboli."
          : null,
    startsOn: isoOrNull(startsOn),
    startedOn: began ? iso(startsOn) : null,
    endedOn: isoOrNull(endedOn),
    endReason: endedOn === null ? null : "Départ de la région.",
  });
  if (began)
    writeWorkLife(
      story,
      {
        offerId: id,
        registrationId: profile.registrationId,
        businessId: position.businessId,
        startedOn: startsOn,
        endedOn,
      },
      sheets,
    );
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
