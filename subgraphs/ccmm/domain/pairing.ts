/**
 * The matching exercise before a recruitment event (jumelage): a score that explains itself. It never decides: an
 * adviser confirms a pairing or sets it aside (see event.ts).
 */

export interface PairingProfile {
  sector: string;
  /** CNP/NOC 2021, five digits. */
  occupation: string;
  skills: readonly string[];
}

/** What an employer looks for at an event. Nothing named means anybody of its sector. */
export interface PairingDemand {
  sector: string;
  occupations: readonly string[];
  skills: readonly string[];
}

export enum PairingFactor {
  OCCUPATION = "OCCUPATION",
  SKILLS = "SKILLS",
  SECTOR = "SECTOR",
}

export interface PairingReason {
  factor: PairingFactor;
  /** 0 to `maximum`. */
  points: number;
  maximum: number;
  /** What the two have in common: the occupation, the skills, the sector. */
  inCommon: string[];
}

export interface PairingScore {
  /** 0 to 100: the sum of the reasons' points. */
  score: number;
  reasons: PairingReason[];
}

/** What each factor weighs; together 100. */
export const PAIRING_POINTS: Record<PairingFactor, number> = { OCCUPATION: 50, SKILLS: 30, SECTOR: 20 };

/** How well a participant and an employer's search fit, with the reasons in the order of their weight. */
export function pairingScore(profile: PairingProfile, demand: PairingDemand): PairingScore {
  const reasons = [
    reason(PairingFactor.OCCUPATION, occupationShare(profile, demand), matches(profile, demand)),
    reason(PairingFactor.SKILLS, skillShare(profile, demand), sharedSkills(profile, demand)),
    reason(
      PairingFactor.SECTOR,
      profile.sector === demand.sector ? 1 : 0,
      profile.sector === demand.sector ? [profile.sector] : [],
    ),
  ];
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

/**
 * The pairings to propose: for each participant the `perParticipant` employers that fit best, the best first.
 * Whoever shares neither the occupation's group, a skill nor the sector with an employer is not paired with it.
 */
export function matchingExercise<Participant extends PairingProfile, Employer extends PairingDemand>(
  participants: readonly Participant[],
  employers: readonly Employer[],
  perParticipant: number,
): { participant: Participant; employer: Employer }[] {
  return participants.flatMap((participant) =>
    employers
      .map((employer) => ({ participant, employer, ...pairingScore(participant, employer) }))
      .filter(({ reasons }) => reasons.some(({ inCommon }) => inCommon.length > 0))
      .sort((one, other) => other.score - one.score)
      .slice(0, perParticipant)
      .map(({ employer }) => ({ participant, employer })),
  );
}

function reason(factor: PairingFactor, share: number, inCommon: string[]): PairingReason {
  const maximum = PAIRING_POINTS[factor];
  return { factor, points: Math.round(maximum * share), maximum, inCommon };
}

/** Full for an occupation sought; half for one of the same major group (CNP/NOC: the first three digits). */
function occupationShare({ occupation, sector }: PairingProfile, demand: PairingDemand): number {
  if (demand.occupations.length === 0) return sector === demand.sector ? 1 : 0;
  if (demand.occupations.includes(occupation)) return 1;
  return demand.occupations.some((sought) => sameGroup(sought, occupation)) ? 0.5 : 0;
}

function matches({ occupation }: PairingProfile, { occupations }: PairingDemand): string[] {
  return occupations.filter((sought) => sameGroup(sought, occupation));
}

function sameGroup(one: string, other: string): boolean {
  return one.slice(0, 3) === other.slice(0, 3);
}

function skillShare(profile: PairingProfile, demand: PairingDemand): number {
  if (demand.skills.length === 0) return profile.sector === demand.sector ? 1 : 0;
  return sharedSkills(profile, demand).length / demand.skills.length;
}

function sharedSkills({ skills }: PairingProfile, demand: PairingDemand): string[] {
  const held = new Set(skills.map(fold));
  return demand.skills.filter((skill) => held.has(fold(skill)));
}

/** Skills are compared as people mean them: without case, accents or outer spaces. */
function fold(skill: string): string {
  return skill.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
