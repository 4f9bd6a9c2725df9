/** Where a life leads from one organisation to another: what was asked of whom, and what came of it. */
import type {
  ReferralCancelReason,
  ReferralDeclineReason,
  ReferralOutcome,
} from "../../subgraphs/registry/domain/referral-end.ts";
import type { ReferralReason } from "../../subgraphs/registry/domain/referral.ts";
import type { Section } from "../../subgraphs/registry/domain/section.ts";
import { TODAY, type Day } from "./calendar.ts";
import { TENANTS } from "./staff.ts";
import { staysOf, type Story } from "./story.ts";

/** A referral from what happened: when it was asked for, answered and ended. */
export interface Handing {
  from: string;
  to: string;
  reason: `${ReferralReason}`;
  askedOn: Day;
  acceptedOn: Day | null;
  /** When the work that it is for began. */
  begunOn?: Day | null;
  ended?: { state: Ended; on: Day; why: string; code?: EndCode } | null;
  sections: `${Section}`[];
}

type Ended = "COMPLETED" | "DECLINED" | "CANCELLED" | "EXPIRED";
export type EndCode = `${ReferralOutcome | ReferralDeclineReason | ReferralCancelReason}`;

/** Every time the person was handed on, whether or not that day has come. */
export function handingsOf(story: Story): Handing[] {
  const { life, random } = story;
  const { tenant, door } = life.plan;
  const handings: Handing[] = [];
  const closed = life.exitOn;
  if (tenant === null) return fromTheDoor(story);
  if (life.abroad && life.eerOn !== null)
    handings.push({
      from: "mifi",
      to: tenant,
      reason: "PRE_DEPARTURE",
      askedOn: life.startOn,
      acceptedOn: life.eerOn,
      begunOn: life.abroad.counsellorOn,
      sections: ["EMPLOYABILITY"],
      ended:
        life.abroad.arrivedOn === null
          ? null
          : {
              state: "COMPLETED",
              on: life.abroad.arrivedOn,
              why: "Arrivée au Québec.",
              code: "GOAL_REACHED",
            },
    });
  else if (door !== tenant && life.eerOn !== null)
    handings.push({
      from: door,
      to: tenant,
      reason: "REGION_INTEREST",
      askedOn: life.startOn,
      acceptedOn: life.eerOn,
      sections: ["EMPLOYABILITY"],
      ended:
        life.counsellorOn === null
          ? null
          : {
              state: "COMPLETED",
              on: life.counsellorOn,
              why: "Conseillère ou conseiller nommé.",
              code: "GOAL_REACHED",
            },
    });
  for (const spell of life.spells) {
    if (
      spell.readyOn !== null &&
      life.plan.track === "EMPLOYMENT" &&
      (spell.matchingOn !== null || spell.stays.length === 0)
    ) {
      const accepted = spell.offers.find(({ answer }) => answer === "ACCEPTED")?.answeredOn ?? null;
      const end = accepted ?? closed;
      const declined = spell.matchingOn === null && random.fork("declined").chance(0.3);
      handings.push({
        from: tenant,
        to: "fccq",
        reason: "READY_FOR_MATCHING",
        askedOn: spell.readyOn,
        acceptedOn: spell.matchingOn,
        begunOn: spell.matchingOn === null ? null : spell.matchingOn + 5,
        sections: ["EMPLOYABILITY", "MATCHING"],
        ended: declined
          ? {
              state: "DECLINED",
              on: spell.readyOn + 6,
              why: "Profil à compléter: la reconnaissance du diplôme est en cours.",
              code: "FILE_INCOMPLETE",
            }
          : end === null
            ? null
            : spell.matchingOn === null
              ? { state: "CANCELLED", on: end, why: "Le dossier est fermé.", code: "FILE_CLOSED" }
              : {
                  state: "COMPLETED",
                  on: end,
                  why: accepted === null ? "Le dossier est fermé." : "Une offre est acceptée.",
                  code: accepted === null ? "PERSON_WITHDREW" : "GOAL_REACHED",
                },
      });
    }
    for (const offer of spell.offers)
      handings.push({
        from: "fccq",
        to: tenant,
        reason: "OFFER_SUPPORT",
        askedOn: offer.proposedOn,
        acceptedOn: offer.proposedOn + 1,
        sections: ["MATCHING", "RELOCATION"],
        ended:
          offer.answeredOn === null
            ? null
            : {
                state: "COMPLETED",
                on: offer.answeredOn,
                why: ANSWERS[offer.answer ?? "WITHDRAWN"],
                code: "GOAL_REACHED",
              },
      });
  }
  for (const { partner, chosenOn, liaisonOn, arrivedOn, settledOn, end } of staysOf(life)) {
    const over = end?.on ?? closed;
    handings.push({
      from: tenant,
      to: partner.code,
      reason: "REGION_CHOSEN",
      askedOn: chosenOn,
      acceptedOn: liaisonOn,
      begunOn: arrivedOn,
      sections: ["RELOCATION", "WELCOME"],
      ended:
        settledOn !== null
          ? { state: "COMPLETED", on: settledOn, why: "Le ménage est installé.", code: "GOAL_REACHED" }
          : over === null
            ? null
            : liaisonOn === null
              ? { state: "CANCELLED", on: over, why: "Le ménage ne vient plus.", code: "PERSON_CHANGED_MIND" }
              : {
                  state: "COMPLETED",
                  on: over,
                  why: "Le ménage ne vient plus, ou est reparti.",
                  code: "PERSON_WITHDREW",
                },
    });
  }
  if (story.passerelle && story.registrations.get("ccmm")?.entryDoor === "REFERRAL")
    handings.push({
      from: tenant,
      to: "ccmm",
      reason: "STAYING_IN_MONTREAL",
      askedOn: Math.max(story.passerelle.registeredOn - 3, life.eerOn ?? 0),
      acceptedOn: story.passerelle.registeredOn,
      sections: ["EMPLOYABILITY", "PASSERELLE"],
      ended:
        story.passerelle.steps.length < 2
          ? null
          : {
              state: "COMPLETED",
              on: story.passerelle.steps[1]?.on ?? TODAY,
              why: "Parcours commencé.",
              code: "GOAL_REACHED",
            },
    });
  if (random.fork("other").chance(0.03) && life.counsellorOn !== null)
    handings.push({
      from: tenant,
      to: TENANTS.find(({ code }) => code !== tenant)?.code ?? "inici",
      reason: "OTHER",
      askedOn: life.counsellorOn + 1,
      acceptedOn: null,
      sections: ["EMPLOYABILITY"],
      ended: { state: "EXPIRED", on: life.counsellorOn + 1 + 41, why: "Sans réponse." },
    });
  return handings;
}

/** Those whom Emplois en régions does not know yet: asked for, and sometimes declined, withdrawn or forgotten. */
function fromTheDoor({ life, random }: Story): Handing[] {
  const draw = random.fork("door");
  if (!draw.chance(life.exitOn === null ? 0.6 : 0.25)) return [];
  const askedOn = life.startOn + draw.int(0, 6);
  const end = draw.weighted([
    [null, 5],
    ["DECLINED", 2],
    ["CANCELLED", 1],
    ["EXPIRED", 2],
  ] as const);
  const waits = askedOn > TODAY - 30 && (end === "EXPIRED" || draw.chance(0.7));
  const on = askedOn + (end === "EXPIRED" ? 41 : draw.int(2, 12));
  return [
    {
      from: life.plan.door,
      to: draw.pick(TENANTS).code,
      reason: life.plan.abroad ? "PRE_DEPARTURE" : "REGION_INTEREST",
      askedOn,
      acceptedOn: null,
      sections: ["EMPLOYABILITY"],
      ended:
        (end === null && life.exitOn === null) || waits
          ? null
          : {
              state: end ?? "CANCELLED",
              on: end ? on : (life.exitOn ?? on),
              why: ENDS[end ?? "CANCELLED"],
              code: CODES[end ?? "CANCELLED"],
            },
    },
  ];
}

const ANSWERS = {
  ACCEPTED: "Offre acceptée.",
  REFUSED: "Offre refusée.",
  WITHDRAWN: "Offre retirée par l’employeur.",
};
const ENDS = {
  DECLINED: "La personne souhaite rester à Montréal pour le moment.",
  CANCELLED: "La personne a changé d’avis.",
  EXPIRED: "Sans réponse.",
};
const CODES = {
  DECLINED: "PERSON_DECLINED",
  CANCELLED: "PERSON_CHANGED_MIND",
  EXPIRED: "OTHER",
} as const;
