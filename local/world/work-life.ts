/** How a person hired through FCCQ is doing, and what helps them and their employer. */
import { iso, TODAY, type Day } from "./calendar.ts";
import type { FccqSheets } from "./rows/fccq.ts";
import { happens, type Story } from "./story.ts";

export interface Job {
  offerId: string;
  registrationId: string;
  businessId: string;
  startedOn: Day;
  endedOn: Day | null;
}

const NOTES = [
  "Bien accueilli dans l’équipe; la formation avance.",
  "Les horaires conviennent; le transport reste à régler.",
  "Une augmentation est prévue après la probation.",
  "Souhaite suivre un cours de français au travail.",
  "L’employeur est satisfait et songe à confier d’autres tâches.",
];
const FOLLOW_UPS = [30, 90, 180, 365] as const;

/** Writes the follow-ups of a job, guidance to aid, and help to the employer. */
export function writeWorkLife(
  story: Story,
  { offerId, registrationId, businessId, startedOn, endedOn }: Job,
  sheets: FccqSheets,
): void {
  const draw = story.random.fork(`work ${offerId}`);
  FOLLOW_UPS.forEach((days, index) => {
    const madeOn = startedOn + days + draw.int(0, 6);
    if (madeOn > Math.min(TODAY, endedOn ?? TODAY)) return;
    const next = FOLLOW_UPS[index + 1];
    sheets.add("worker_follow_up", {
      id: draw.uuid(madeOn * 86_400_000),
      registrationId,
      offerId,
      madeOn: iso(madeOn),
      channel: draw.pick(["TELEPHONE", "VIDEO", "IN_PERSON", "WRITING"] as const),
      employed: true,
      note: draw.pick(NOTES),
      nextOn: next === undefined ? null : iso(startedOn + next + 7),
    });
  });
  if (happens(story, draw, 0.35)) {
    const givenOn = Math.max(startedOn - 10, 0);
    sheets.add("financial_guidance", {
      id: draw.uuid(givenOn * 86_400_000),
      registrationId,
      ...draw.pick(AIDS),
      givenOn: iso(givenOn),
      note: null,
    });
  }
  if (draw.chance(0.3) && startedOn + 20 <= TODAY)
    sheets.add("employer_support", {
      id: draw.uuid((startedOn + 20) * 86_400_000),
      businessId,
      ...draw.pick(HELP),
      givenOn: iso(startedOn + 20),
    });
}

const AIDS = [
  { aid: "RELOCATION", grantedBy: "Services Québec" },
  { aid: "TRAVEL", grantedBy: "Emplois en régions" },
  { aid: "FRENCH_COURSES", grantedBy: "Francisation Québec" },
  { aid: "WAGE_SUBSIDY", grantedBy: "Services Québec" },
  { aid: "TRAINING", grantedBy: "Services Québec" },
  { aid: "HOUSING", grantedBy: "Office d’habitation" },
  { aid: "BUSINESS", grantedBy: "Municipalité régionale de comté" },
] as const;
const HELP = [
  { topic: "ONBOARDING", note: "Plan d’accueil et de parrainage remis à l’employeur." },
  { topic: "INTERCULTURAL_MANAGEMENT", note: "Atelier de deux heures avec les chefs d’équipe." },
  { topic: "FRENCH_AT_WORK", note: "Cours en milieu de travail mis en place." },
  { topic: "RETENTION", note: "Rencontre de suivi après trois mois." },
  { topic: "RECRUITMENT", note: "Description de poste revue." },
  { topic: "FINANCIAL_AID", note: "Aides existantes présentées." },
] as const;
