/** A household with a regional partner: the welcome case with its checklist, what was arranged, and whether it stayed. */
import { newChecklist, type WelcomeArea } from "../../subgraphs/regional/domain/checklist.ts";
import { checksDue } from "../../subgraphs/regional/domain/retention.ts";
import type { WelcomeStepKind } from "../../subgraphs/regional/domain/step.ts";
import { day, HUB_OPENED, iso, isoOrNull, monthOf, TODAY, type Day } from "./calendar.ts";
import type { Capacity } from "./capacity.ts";
import { writeChange } from "./changes.ts";
import { reasonForLeaving } from "./leaving.ts";
import type { Stay } from "./life.ts";
import { PARTNERS, type RegionalPartner } from "./places.ts";
import type { RegionalSheets } from "./rows/regional.ts";
import { cityOf, professionalAt, registrationAt, staysOf, type Story } from "./story.ts";

/** Writes a case for each region that the household came to, or was to come to; and for those who knock at the door. */
export function writeWelcome(story: Story, capacity: Capacity, sheets: RegionalSheets): void {
  for (const stay of staysOf(story.life))
    if (stay.liaisonOn !== null) writeCase(story, stay, stay.liaisonOn, capacity, sheets);
  const door = PARTNERS.find(({ code }) => code === story.life.plan.door);
  if (door) writeWalkIn(story, door, sheets);
}

/** Somebody who came to the partner by themselves: a case is opened, and they are called back. */
function writeWalkIn(story: Story, partner: RegionalPartner, sheets: RegionalSheets): void {
  const { life } = story;
  const draw = story.random.fork("walk-in");
  if (!draw.chance(0.7)) return;
  const openedOn = life.startOn;
  const contactOn =
    life.exitOn !== null || draw.chance(0.4) ? Math.min(TODAY, openedOn + draw.int(1, 3)) : null;
  writeCase(
    story,
    {
      partner,
      chosenOn: openedOn,
      liaisonOn: openedOn,
      contactOn,
      datedOn: null,
      moveOn: null,
      arrivedOn: null,
      settledOn: null,
      retainedOn: null,
      end: life.exitOn === null ? null : { kind: "ABANDONED", on: life.exitOn },
    },
    openedOn,
    null,
    sheets,
  );
}

function writeCase(
  story: Story,
  stay: Stay,
  openedOn: Day,
  capacity: Capacity | null,
  sheets: RegionalSheets,
): void {
  const { partner, contactOn, arrivedOn, settledOn, retainedOn, end } = stay;
  const { adults, children } = story.family;
  const draw = story.random.fork(`welcome ${stay.chosenOn}`);
  const cancelled = end !== null && arrivedOn === null;
  const left = end !== null && arrivedOn !== null;
  const expectedOn = cancelled || stay.datedOn === null || contactOn === null ? null : (stay.moveOn ?? null);
  const state = cancelled
    ? "CANCELLED"
    : left
      ? "LEFT"
      : retainedOn !== null
        ? "ESTABLISHED"
        : settledOn !== null
          ? "SETTLED"
          : arrivedOn !== null
            ? "ARRIVED"
            : expectedOn !== null
              ? "EXPECTED"
              : contactOn !== null
                ? "CONTACTED"
                : "OPENED";
  const assignedTo = professionalAt(story, partner.code).subject;
  const id = draw.uuid(openedOn * 86_400_000);
  const tenant = partner.code;
  sheets.add("welcome_case", {
    id,
    tenant,
    registrationId: registrationAt(story, tenant).id,
    regionCode: partner.region.code,
    city: cityOf(story, partner),
    adults,
    children,
    state,
    assignedTo,
    openedOn: iso(openedOn),
    contactedOn: isoOrNull(contactOn),
    expectedOn: isoOrNull(expectedOn),
    capacityId:
      expectedOn === null || capacity === null
        ? null
        : capacity.reserve(tenant, partner.region.code, monthOf(expectedOn)),
    arrivedOn: isoOrNull(arrivedOn),
    settledOn: isoOrNull(settledOn),
    leftOn: left ? iso(end.on) : null,
    departureReason: left ? reasonForLeaving(story, stay.chosenOn).regional : null,
    destination: left ? (end.kind === "RETURNED" ? "MONTREAL" : "ANOTHER_REGION") : null,
    cancelledOn: cancelled ? iso(Math.max(end.on, openedOn)) : null,
    cancelReason: cancelled
      ? end.kind === "REGION_CHANGED"
        ? "CHOSE_ANOTHER_REGION"
        : draw.pick(["STAYS_IN_MONTREAL", "LOST_CONTACT", "JOB_FELL_THROUGH"] as const)
      : null,
  });
  if (openedOn >= HUB_OPENED)
    writeChange(sheets, draw, {
      organisation: tenant,
      action: "welcomeCaseOpen",
      reference: registrationAt(story, tenant).reference,
      thingId: id,
      madeBy: assignedTo,
      on: openedOn,
    });
  const note = { tenant, caseId: id, by: assignedTo };
  writeItems(story, stay, children, note, sheets);
  writeSteps(story, stay, adults + children, children, note, sheets);
  writeChecks(story, stay, note, sheets);
}

interface CaseNote {
  tenant: string;
  caseId: string;
  by: string;
}

function writeItems(
  story: Story,
  { chosenOn, liaisonOn, contactOn, arrivedOn, settledOn }: Stay,
  children: number,
  { tenant, caseId, by }: CaseNote,
  sheets: RegionalSheets,
): void {
  const draw = story.random.fork(`items ${chosenOn}`);
  const doneOn: Record<`${WelcomeArea}`, Day | null> = {
    CONTACT: contactOn,
    ARRIVAL: arrivedOn,
    HOUSING: settledOn,
    SCHOOL: settledOn,
    FRENCH: settledOn,
    INTEGRATION: settledOn,
  };
  for (const { area, state } of newChecklist(children)) {
    const early =
      arrivedOn !== null && settledOn === null && draw.chance(0.45)
        ? Math.min(TODAY, arrivedOn + draw.int(2, 25))
        : null;
    const on =
      area === "CONTACT" || area === "ARRIVAL"
        ? doneOn[area]
        : settledOn !== null
          ? settledOn - draw.int(0, 25)
          : early;
    const needless = state === "NOT_NEEDED";
    const frenchToo = area === "FRENCH" && settledOn !== null && story.person.french[1] >= 9;
    const at = needless ? liaisonOn : on;
    sheets.add("welcome_item", {
      id: draw.uuid((liaisonOn ?? chosenOn) * 86_400_000),
      tenant,
      caseId,
      area,
      state: needless || frenchToo ? "NOT_NEEDED" : at === null ? "TO_DO" : "DONE",
      doneBy: at === null ? null : by,
      doneOn: isoOrNull(at),
      note:
        area === "HOUSING" && at !== null && draw.chance(0.3)
          ? "Logement de quatre pièces et demie, près de l’autobus."
          : null,
    });
  }
}

function writeSteps(
  story: Story,
  { chosenOn, contactOn, arrivedOn, settledOn }: Stay,
  people: number,
  children: number,
  { tenant, caseId, by }: CaseNote,
  sheets: RegionalSheets,
): void {
  const draw = story.random.fork(`steps ${chosenOn}`);
  const add = (kind: `${WelcomeStepKind}`, on: Day | null, place: string | null = null, many = people) => {
    if (on === null || on > TODAY) return;
    sheets.add("welcome_step", {
      id: draw.uuid(on * 86_400_000),
      tenant,
      caseId,
      kind,
      happenedOn: iso(on),
      people: many,
      place,
      note: null,
      recordedBy: by,
    });
  };
  add("CALL", contactOn, null, 1);
  if (arrivedOn === null) return;
  const until = settledOn ?? TODAY;
  const within = (least: number, most: number) => Math.min(until, arrivedOn + draw.int(least, most));
  add("RECEPTION", arrivedOn, "Gare d’autocars");
  add("ORIENTATION_TOUR", within(1, 6));
  add(draw.chance(0.2) ? "TEMPORARY_HOUSING" : "RENTED_HOUSING", within(1, 20));
  if (children > 0)
    add(
      draw.pick(["CHILD_CARE", "PRIMARY_SCHOOL", "SECONDARY_SCHOOL"] as const),
      within(5, 25),
      null,
      Math.max(1, children),
    );
  if (story.person.french[1] < 9)
    add(
      draw.pick(["FRENCH_FULL_TIME", "FRENCH_PART_TIME", "FRENCH_ONLINE", "FRENCH_AT_WORK"] as const),
      within(10, 30),
      null,
      1,
    );
  add(
    draw.pick(["INTERCULTURAL_PAIRING", "COMMUNITY_ACTIVITY", "PUBLIC_SERVICES", "TRANSPORT"] as const),
    within(15, 40),
  );
}

/** At 3, 6 and 12 months: those due are answered, but for some of the latest. */
function writeChecks(
  story: Story,
  { chosenOn, arrivedOn, retainedOn, end }: Stay,
  { tenant, caseId, by }: CaseNote,
  sheets: RegionalSheets,
): void {
  if (arrivedOn === null) return;
  const draw = story.random.fork(`checks ${chosenOn}`);
  for (const { months, dueOn } of checksDue(iso(arrivedOn))) {
    const due = day(dueOn);
    const last = end === null ? null : end.on;
    if (last !== null && due > last + 92) break;
    const left = last !== null && due >= last;
    const answeredOn = months === 12 && retainedOn !== null ? retainedOn : due + draw.int(0, 9);
    const answered =
      answeredOn <= TODAY &&
      (left || retainedOn !== null || months < 12) &&
      !(due > TODAY - 25 && draw.chance(0.4));
    const reached = left || months === 12 || !draw.chance(0.05);
    sheets.add("retention_check", {
      id: draw.uuid(arrivedOn * 86_400_000),
      tenant,
      caseId,
      months,
      dueOn,
      outcome: !answered ? "PENDING" : left ? "LEFT" : reached ? "STILL_THERE" : "UNREACHABLE",
      departureReason: answered && left ? reasonForLeaving(story, chosenOn).regional : null,
      checkedOn: answered ? iso(answeredOn) : null,
      checkedBy: answered ? by : null,
    });
  }
}
