/** A household with Emplois en régions: who lives in it, what they need, by what means they are supported, by whom. */
import { HUB_OPENED, iso, isoOrNull, TODAY, type Day } from "./calendar.ts";
import { writeChange } from "./changes.ts";
import type { Exit } from "./life.ts";
import type { EerSheets } from "./rows/eer.ts";
import { colleague, type Staff } from "./staff.ts";
import { professionalAt, registrationAt, type Story } from "./story.ts";

export interface OutreachEvent {
  id: string;
  tenant: string;
  on: Day;
}

export interface HouseholdFacts {
  id: string;
  tenant: string;
  openedOn: Day;
  /** The principal, who is registered. */
  principalId: string;
  adults: number;
  children: number;
  closedOn: Day | null;
}

/** Writes the household of the person; gives what the rest of their file hangs on, or null when EER has none. */
export function writeHousehold(
  story: Story,
  staff: Staff,
  outreach: readonly OutreachEvent[],
  sheets: EerSheets,
): HouseholdFacts | null {
  const { life } = story;
  const { tenant } = life.plan;
  if (tenant === null || life.eerOn === null) return null;
  const draw = story.random.fork("household");
  const openedOn = life.eerOn;
  const closedOn = closedOnOf(story);
  const household: HouseholdFacts = {
    id: draw.uuid(openedOn * 86_400_000),
    tenant,
    openedOn,
    closedOn,
    principalId: draw.uuid(openedOn * 86_400_000),
    ...story.family,
  };
  const event = sourceEvent(story, tenant, openedOn, outreach);
  sheets.add("household", {
    id: household.id,
    tenant,
    openedOn: iso(openedOn),
    track: life.plan.track,
    source: event
      ? "OUTREACH_EVENT"
      : life.abroad
        ? "MIFI_REFERRAL"
        : registrationAt(story, tenant).entryDoor === "REFERRAL"
          ? "PARTNER_REFERRAL"
          : draw.pick(["WORD_OF_MOUTH", "OWN_INITIATIVE"]),
    outreachEventId: event?.id ?? null,
    state: closedOn === null ? "OPEN" : "CLOSED",
    closedOn: isoOrNull(closedOn),
    closeReason: closedOn === null ? null : life.plan.exit ? CLOSINGS[life.plan.exit] : "ESTABLISHED",
  });
  writeMembers(story, household, sheets);
  writeAssignments(story, household, staff, sheets);
  if (openedOn >= HUB_OPENED)
    writeChange(sheets, draw, {
      organisation: tenant,
      action: "householdOpen",
      reference: registrationAt(story, tenant).reference,
      thingId: household.id,
      madeBy: professionalAt(story, tenant).subject,
      on: openedOn,
    });
  return household;
}

/** Most established households are closed some weeks later; others stay open a while as ambassadors. */
function closedOnOf({ life, random }: Story): Day | null {
  if (life.exitOn !== null) return life.exitOn;
  if (life.plan.target !== "ESTABLISHED") return null;
  const on = life.reachedOn + random.fork("closing").int(5, 60);
  return on <= TODAY ? on : null;
}

const CLOSINGS = {
  FOUND_NOT_ELIGIBLE: "NOT_ELIGIBLE",
  REDIRECTED: "REDIRECTED",
  WITHDREW: "WITHDREW",
  CONTACT_LOST: "CONTACT_LOST",
} as const satisfies Record<Exit, string>;

/** The fair or webinar at which they heard of EER: one of the tenant's in the three weeks before. */
function sourceEvent(
  story: Story,
  tenant: string,
  openedOn: Day,
  outreach: readonly OutreachEvent[],
): OutreachEvent | undefined {
  const door = registrationAt(story, tenant).entryDoor;
  if (door !== "FAIR" && door !== "WEBINAR") return undefined;
  return outreach.find(
    (event) => event.tenant === tenant && event.on <= openedOn && event.on >= openedOn - 21,
  );
}

function writeMembers(
  story: Story,
  { id: householdId, tenant, openedOn, principalId, adults, children }: HouseholdFacts,
  sheets: EerSheets,
): void {
  const draw = story.random.fork("members");
  const on = iso(openedOn);
  const member = (role: "PRINCIPAL" | "SPOUSE" | "CHILD", id = draw.uuid(openedOn * 86_400_000)) => {
    sheets.add("household_member", {
      id,
      tenant,
      householdId,
      role,
      joinedOn: on,
      leftOn: null,
      registrationId: role === "PRINCIPAL" ? registrationAt(story, tenant).id : null,
      ageGroup:
        role === "CHILD"
          ? draw.weighted([
              ["UNDER_FIVE", 4],
              ["PRIMARY_SCHOOL", 4],
              ["SECONDARY_SCHOOL", 2],
              ["ADULT", 0.4],
            ] as const)
          : null,
    });
    return id;
  };
  member("PRINCIPAL", principalId);
  const spouse = adults > 1 ? member("SPOUSE") : null;
  const young = Array.from({ length: children }, () => member("CHILD"));
  const wishes: readonly (readonly [string | undefined, readonly Need[]])[] = [
    [principalId, ["EMPLOYMENT", "HOUSING", "TRANSPORT", "FRENCH", "TRAINING"]],
    [spouse ?? undefined, ["EMPLOYMENT", "FRENCH", "SOCIAL_NETWORK", "TRAINING"]],
    [young[0], ["CHILD_CARE", "SCHOOL"]],
  ];
  for (const [memberId, kinds] of wishes)
    if (memberId !== undefined)
      writeNeeds(
        story,
        tenant,
        openedOn,
        memberId,
        draw.some(kinds, story.whole ? 2 : draw.int(0, 2)),
        sheets,
      );
}

type Need = keyof typeof SUPPORT_FOR;

/** What answers each need, and at most how many dollars it costs. */
const SUPPORT_FOR = {
  EMPLOYMENT: ["GUIDANCE", 0],
  HOUSING: ["HOUSING", 900],
  TRANSPORT: ["TRAVEL", 350],
  FRENCH: ["FRENCH_COURSE", 0],
  TRAINING: ["TRAINING", 1200],
  SOCIAL_NETWORK: ["GUIDANCE", 0],
  CHILD_CARE: ["CHILD_CARE", 400],
  SCHOOL: ["SCHOOL", 250],
} as const;

function writeNeeds(
  story: Story,
  tenant: string,
  openedOn: Day,
  memberId: string,
  kinds: readonly Need[],
  sheets: EerSheets,
): void {
  const draw = story.random.fork(`needs ${memberId}`);
  const over = story.life.exitOn !== null || ["FOLLOW_UP", "ESTABLISHED"].includes(story.life.plan.target);
  for (const kind of kinds) {
    // From abroad little can be asked for yet.
    const recordedOn = Math.min(TODAY, (story.life.abroad?.arrivedOn ?? openedOn) + draw.int(1, 20));
    const closedOn = recordedOn + draw.int(15, 120);
    const met = closedOn <= TODAY && (over || draw.chance(0.4));
    const id = draw.uuid(recordedOn * 86_400_000);
    sheets.add("household_need", {
      id,
      tenant,
      memberId,
      kind,
      description: draw.chance(0.5) ? WORDS[kind] : null,
      state: met ? (story.life.plan.exit ? "DROPPED" : "MET") : "OPEN",
      recordedOn: iso(recordedOn),
      closedOn: met ? iso(closedOn) : null,
    });
    if (!met || story.life.plan.exit) continue;
    const [support, most] = SUPPORT_FOR[kind];
    sheets.add("household_support", {
      id: draw.uuid(closedOn * 86_400_000),
      tenant,
      memberId,
      needId: id,
      kind: support,
      amountCents: most === 0 ? 0 : draw.int(Math.ceil(most / 4), most) * 100,
      note: null,
      givenOn: iso(closedOn),
      givenBy: professionalAt(story, tenant).subject,
    });
  }
}

const WORDS: Record<Need, string> = {
  EMPLOYMENT: "Un emploi à la hauteur des compétences.",
  HOUSING: "Un logement près de l’école et de l’épicerie.",
  TRANSPORT: "Un permis de conduire et une voiture.",
  FRENCH: "Des cours de français le soir.",
  TRAINING: "Une mise à niveau reconnue par l’ordre.",
  SOCIAL_NETWORK: "Rencontrer d’autres familles.",
  CHILD_CARE: "Une place en garderie.",
  SCHOOL: "Une classe d’accueil.",
};

/** The counsellor, and now and then one before. */
function writeAssignments(
  story: Story,
  { id: householdId, tenant, closedOn }: HouseholdFacts,
  staff: Staff,
  sheets: EerSheets,
): void {
  const { life } = story;
  const since = life.abroad?.counsellorOn ?? life.counsellorOn;
  if (since === null) return;
  const draw = story.random.fork("assignments");
  const counsellor = professionalAt(story, tenant);
  const handedOver = since + draw.int(30, 90);
  const before = colleague(staff, tenant, draw, since);
  const second = draw.chance(0.08) && before.id !== counsellor.id && handedOver < (closedOn ?? TODAY);
  if (second)
    sheets.add("counsellor_assignment", {
      id: draw.uuid(since * 86_400_000),
      tenant,
      householdId,
      counsellorId: before.id,
      since: iso(since),
      until: iso(handedOver),
    });
  sheets.add("counsellor_assignment", {
    id: draw.uuid(since * 86_400_000),
    tenant,
    householdId,
    counsellorId: counsellor.id,
    since: iso(second ? handedOver : since),
    until: isoOrNull(closedOn),
  });
}
