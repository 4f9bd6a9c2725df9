/** What a member of a household needs, and by what means EER supports them. */

export enum HouseholdNeedKind {
  EMPLOYMENT = "EMPLOYMENT",
  TRAINING = "TRAINING",
  FRENCH = "FRENCH",
  HOUSING = "HOUSING",
  CHILD_CARE = "CHILD_CARE",
  SCHOOL = "SCHOOL",
  TRANSPORT = "TRANSPORT",
  HEALTH_SERVICES = "HEALTH_SERVICES",
  SOCIAL_NETWORK = "SOCIAL_NETWORK",
  OTHER = "OTHER",
}

export enum HouseholdNeedState {
  OPEN = "OPEN",
  MET = "MET",
  DROPPED = "DROPPED",
}

/** What may follow each state. */
export const NEED_MOVES: Record<HouseholdNeedState, readonly HouseholdNeedState[]> = {
  OPEN: [HouseholdNeedState.MET, HouseholdNeedState.DROPPED],
  MET: [],
  DROPPED: [],
};

export enum HouseholdSupportKind {
  GUIDANCE = "GUIDANCE",
  TRAVEL = "TRAVEL",
  MOVING = "MOVING",
  HOUSING = "HOUSING",
  CHILD_CARE = "CHILD_CARE",
  SCHOOL = "SCHOOL",
  TRAINING = "TRAINING",
  FRENCH_COURSE = "FRENCH_COURSE",
  EQUIPMENT = "EQUIPMENT",
  OTHER = "OTHER",
}

/** The most that one means of support or one travel grant may cost, in cents of Canadian dollars. */
export const LARGEST_AMOUNT_CENTS = 1_000_000;
