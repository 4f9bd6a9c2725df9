/** The stages of the pathway: who is responsible at each, what comes next and by when. */
import { Mandate } from "./organisation.ts";

export enum StageCode {
  PRE_DEPARTURE = "PRE_DEPARTURE",
  INTAKE = "INTAKE",
  EMPLOYABILITY = "EMPLOYABILITY",
  MATCHING = "MATCHING",
  OFFER = "OFFER",
  LIAISON = "LIAISON",
  MOVE = "MOVE",
  SETTLEMENT = "SETTLEMENT",
  FOLLOW_UP = "FOLLOW_UP",
  ESTABLISHED = "ESTABLISHED",
}

export const STAGES = Object.values(StageCode);

/** The three steps that the person sees. */
export enum PersonStep {
  EMPLOYABILITY = "EMPLOYABILITY",
  MATCHING = "MATCHING",
  SETTLEMENT = "SETTLEMENT",
}

/** Why a file is closed before the end of the pathway. */
export enum ExitReason {
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  REDIRECTED = "REDIRECTED",
  WITHDREW = "WITHDREW",
  CONTACT_LOST = "CONTACT_LOST",
}

/** What the responsible organisation does next. */
export enum NextStep {
  PREPARE_ARRIVAL = "PREPARE_ARRIVAL",
  ASSIGN_COUNSELLOR = "ASSIGN_COUNSELLOR",
  DECLARE_READY = "DECLARE_READY",
  REFER_FOR_MATCHING = "REFER_FOR_MATCHING",
  CHOOSE_REGION = "CHOOSE_REGION",
  FIND_WELCOME = "FIND_WELCOME",
  PROPOSE_OFFER = "PROPOSE_OFFER",
  ANSWER_OFFER = "ANSWER_OFFER",
  DATE_THE_MOVE = "DATE_THE_MOVE",
  CONFIRM_ARRIVAL = "CONFIRM_ARRIVAL",
  COMPLETE_SETTLEMENT = "COMPLETE_SETTLEMENT",
  CHECK_RETENTION = "CHECK_RETENTION",
}

/** What an organisation can hold of a person: a mandate under which it took them on, or the door they came in by. */
export type Holding = Mandate | "DOOR";

interface StageRule {
  french: string;
  /** Whoever of these holds the person is responsible, the first before the others; nobody when the list is empty. */
  owners: readonly Holding[];
  /** The next steps there are at the stage; which of them it is follows from what was reported (pathway.ts). */
  next: readonly NextStep[];
  /** Days in the stage after which it is late. [design] */
  dueInDays: number | null;
  personSees: PersonStep | null;
}

const EER = Mandate.EMPLOYABILITY;
const N = NextStep;
const P = PersonStep;

export const STAGE_RULES: Record<StageCode, StageRule> = {
  PRE_DEPARTURE: {
    french: "Prédépart",
    owners: [EER, "DOOR"],
    next: [N.PREPARE_ARRIVAL],
    dueInDays: 90,
    personSees: P.EMPLOYABILITY,
  },
  INTAKE: {
    french: "Accueil",
    owners: [EER, "DOOR"],
    next: [N.ASSIGN_COUNSELLOR],
    dueInDays: 7,
    personSees: P.EMPLOYABILITY,
  },
  EMPLOYABILITY: {
    french: "Préparation à l'emploi",
    owners: [EER],
    next: [N.DECLARE_READY, N.REFER_FOR_MATCHING, N.CHOOSE_REGION, N.FIND_WELCOME],
    dueInDays: 60,
    personSees: P.EMPLOYABILITY,
  },
  MATCHING: {
    french: "Maillage",
    owners: [Mandate.MATCHING],
    next: [N.PROPOSE_OFFER],
    dueInDays: 90,
    personSees: P.MATCHING,
  },
  OFFER: {
    french: "Offre",
    owners: [EER],
    next: [N.ANSWER_OFFER],
    dueInDays: 14,
    personSees: P.MATCHING,
  },
  LIAISON: {
    french: "Liaison régionale",
    owners: [EER],
    next: [N.CHOOSE_REGION, N.FIND_WELCOME, N.DATE_THE_MOVE],
    dueInDays: 30,
    personSees: P.SETTLEMENT,
  },
  MOVE: {
    french: "Déménagement",
    owners: [EER],
    next: [N.CONFIRM_ARRIVAL],
    dueInDays: 45,
    personSees: P.SETTLEMENT,
  },
  SETTLEMENT: {
    french: "Installation",
    owners: [Mandate.WELCOME],
    next: [N.COMPLETE_SETTLEMENT],
    dueInDays: 90,
    personSees: P.SETTLEMENT,
  },
  FOLLOW_UP: {
    french: "Suivi",
    owners: [EER],
    next: [N.CHECK_RETENTION],
    dueInDays: 365,
    personSees: P.SETTLEMENT,
  },
  ESTABLISHED: { french: "Établi", owners: [], next: [], dueInDays: null, personSees: null },
};
