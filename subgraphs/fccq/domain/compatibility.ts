/**
 * Compatibility of a participant and a position: a score that explains itself. It never decides: prequalification
 * is a person's (see match.ts).
 */
import { occupationProximity, teer } from "./occupation.ts";

export interface CompatibilityProfile {
  occupation: string;
  skills: readonly string[];
  targetedRegions: readonly string[];
  /** Levels on the Québec scale, 1 to 12; null when not known. */
  frenchSpeaking: number | null;
  frenchWriting: number | null;
}

export interface CompatibilityPosition {
  occupation: string;
  skills: readonly string[];
  regionCode: string;
  frenchSpeaking: number;
  frenchWriting: number;
}

export enum CompatibilityFactor {
  OCCUPATION = "OCCUPATION",
  SKILLS = "SKILLS",
  REGION = "REGION",
  FRENCH = "FRENCH",
}

export interface CompatibilityReason {
  factor: CompatibilityFactor;
  /** 0 to `maximum`. */
  points: number;
  maximum: number;
}

export interface Compatibility {
  /** 0 to 100: the sum of the reasons' points. */
  score: number;
  reasons: CompatibilityReason[];
  /** The position asks for less than the person's skill level: the aim is employment to the height of their skills. */
  belowSkillLevel: boolean;
}

/** What each factor weighs; together 100. */
export const FACTOR_POINTS: Record<CompatibilityFactor, number> = {
  OCCUPATION: 40,
  SKILLS: 30,
  REGION: 15,
  FRENCH: 15,
};

/** The share of each factor that a profile meets, 0 to 1. A position that asks for nothing is met in full. */
const SHARES: Record<
  CompatibilityFactor,
  (profile: CompatibilityProfile, position: CompatibilityPosition) => number
> = {
  OCCUPATION: (profile, position) => occupationProximity(profile.occupation, position.occupation),
  SKILLS: (profile, position) => shareOf(position.skills, profile.skills),
  REGION: (profile, position) => (profile.targetedRegions.includes(position.regionCode) ? 1 : 0),
  FRENCH: (profile, position) =>
    (levelShare(profile.frenchSpeaking, position.frenchSpeaking) +
      levelShare(profile.frenchWriting, position.frenchWriting)) /
    2,
};

/** The compatibility of a participant and a position, with the reasons in the order of their weight. */
export function compatibility(profile: CompatibilityProfile, position: CompatibilityPosition): Compatibility {
  const reasons = Object.values(CompatibilityFactor).map((factor) => ({
    factor,
    points: Math.round(FACTOR_POINTS[factor] * SHARES[factor](profile, position)),
    maximum: FACTOR_POINTS[factor],
  }));
  return {
    score: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons,
    belowSkillLevel: isBelowSkillLevel(profile.occupation, position.occupation),
  };
}

/** Whether a position asks for less training than a person's own occupation does (FEER/TEER 0 to 5). */
export function isBelowSkillLevel(own: string, offered: string): boolean {
  return teer(offered) > teer(own);
}

function shareOf(wanted: readonly string[], held: readonly string[]): number {
  if (wanted.length === 0) return 1;
  return wanted.filter((skill) => held.includes(skill)).length / wanted.length;
}

/** Full when the level is reached; each missing level costs a quarter. */
function levelShare(level: number | null, needed: number): number {
  return Math.max(0, 1 - Math.max(0, needed - (level ?? 0)) / 4);
}
