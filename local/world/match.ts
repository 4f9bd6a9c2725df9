/** A match of FCCQ: a person and a position, the score with its reasons, and what people decided of it. */
import { compatibility } from "../../subgraphs/fccq/domain/compatibility.ts";
import type { Activity } from "./activities.ts";
import { moment, TODAY, type Day } from "./calendar.ts";
import type { Interviews } from "./interviews.ts";
import type { Position, Positions } from "./positions.ts";
import type { FccqSheets } from "./rows/fccq.ts";
import { happens, professionalAt, type Story } from "./story.ts";

/** What one copy of the world has of FCCQ. */
export interface FccqCopy {
  sheets: FccqSheets;
  positions: Positions;
  interviews: Interviews;
  activities: readonly Activity[];
}

/** What a person is matched by. */
export interface Profile {
  registrationId: string;
  occupation: string;
  skills: string[];
  targetedRegions: string[];
  frenchSpeaking: number | null;
  frenchWriting: number | null;
}

export type MatchState =
  | "MATCHED"
  | "PREQUALIFIED"
  | "SET_ASIDE"
  | "INVITED"
  | "INTERVIEWED"
  | "RETAINED"
  | "NOT_RETAINED"
  | "CONTINUING";

export interface MatchFacts {
  position: Position;
  state: MatchState;
  computedOn: Day;
  decidedOn: Day;
}

/** Writes a match; gives its id. */
export function writeMatch(
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
