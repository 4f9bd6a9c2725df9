/** The household (ménage): what EER counts, who lives in it, how it came and why its file was closed. */

export enum HouseholdState {
  OPEN = "OPEN",
  CLOSED = "CLOSED",
}

/** What may follow each state: a closed file can be opened again. */
export const HOUSEHOLD_MOVES: Record<HouseholdState, readonly HouseholdState[]> = {
  OPEN: [HouseholdState.CLOSED],
  CLOSED: [HouseholdState.OPEN],
};

export enum HouseholdCloseReason {
  ESTABLISHED = "ESTABLISHED",
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  REDIRECTED = "REDIRECTED",
  WITHDREW = "WITHDREW",
  CONTACT_LOST = "CONTACT_LOST",
}

export enum HouseholdSource {
  OUTREACH_EVENT = "OUTREACH_EVENT",
  PARTNER_REFERRAL = "PARTNER_REFERRAL",
  MIFI_REFERRAL = "MIFI_REFERRAL",
  WORD_OF_MOUTH = "WORD_OF_MOUTH",
  OWN_INITIATIVE = "OWN_INITIATIVE",
}

export enum HouseholdRole {
  PRINCIPAL = "PRINCIPAL",
  SPOUSE = "SPOUSE",
  CHILD = "CHILD",
}

/** A child's age is known by group: enough for child care and school, and no birth date to keep. */
export enum ChildAgeGroup {
  UNDER_FIVE = "UNDER_FIVE",
  PRIMARY_SCHOOL = "PRIMARY_SCHOOL",
  SECONDARY_SCHOOL = "SECONDARY_SCHOOL",
  ADULT = "ADULT",
}

export interface MemberFacts {
  role: HouseholdRole;
  registered: boolean;
  ageGroup: ChildAgeGroup | null;
}

export type MemberProblem =
  "PRINCIPAL_IS_THE_OPENER" | "CHILD_IS_NOT_REGISTERED" | "AGE_GROUP_IS_FOR_CHILDREN";

/** What is wrong with a member who joins an open household; null when nothing is. */
export function problemOfNewMember({ role, registered, ageGroup }: MemberFacts): MemberProblem | null {
  if (role === HouseholdRole.PRINCIPAL) return "PRINCIPAL_IS_THE_OPENER";
  if (role === HouseholdRole.CHILD && registered) return "CHILD_IS_NOT_REGISTERED";
  if ((role === HouseholdRole.CHILD) !== (ageGroup !== null)) return "AGE_GROUP_IS_FOR_CHILDREN";
  return null;
}

/** An event is named exactly when it is the source. */
export function sourceIsComplete(source: HouseholdSource, outreachEventId: string | null): boolean {
  return (source === HouseholdSource.OUTREACH_EVENT) === (outreachEventId !== null);
}

interface Dated {
  state: HouseholdState;
  openedOn: string;
}

/** The household a person is followed in now: an open one before a closed one, then the latest; null for none. */
export function presentHousehold<Household extends Dated>(
  households: readonly Household[],
): Household | null {
  const open = households.filter(({ state }) => state === HouseholdState.OPEN);
  const among = open.length > 0 ? open : households;
  return [...among].sort((one, other) => other.openedOn.localeCompare(one.openedOn))[0] ?? null;
}

/**
 * Whether a member of a household tells more than their role and age group to those who reached it by a grant. Each
 * adult consents for themselves: they are silent until a grant covers a registration of their own, and one who has
 * none cannot have consented yet. For a child who is a minor, the parent whose grant it is consents.
 */
export function tellsMoreThanRole(
  { registrationId, role, ageGroup }: MemberInView,
  covered: ReadonlySet<string>,
): boolean {
  if (registrationId !== null) return covered.has(registrationId);
  return role === HouseholdRole.CHILD && ageGroup !== ChildAgeGroup.ADULT;
}

/** What says how far a member may be shown. */
export interface MemberInView {
  registrationId: string | null;
  role: HouseholdRole;
  ageGroup: ChildAgeGroup | null;
}
