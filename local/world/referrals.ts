/** How a person was handed on from one organisation to another. */
import { writeConsent } from "./consents.ts";
import { DAYS_TO_ANSWER, OPEN_STATES, ReferralState } from "../../subgraphs/registry/domain/referral.ts";
import type { ReferralReason } from "../../subgraphs/registry/domain/referral.ts";
import type { Section } from "../../subgraphs/registry/domain/section.ts";
import { iso, moment, TODAY, type Day } from "./calendar.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import { staysOf, type Story } from "./story.ts";
import { colleague, TENANTS, type Staff } from "./staff.ts";

/** A referral from what happened: when it was asked for, answered and ended. */
interface Handing {
  from: string;
  to: string;
  reason: `${ReferralReason}`;
  askedOn: Day;
  acceptedOn: Day | null;
  /** When the work that it is for began. */
  begunOn?: Day | null;
  ended?: { state: "COMPLETED" | "DECLINED" | "CANCELLED" | "EXPIRED"; on: Day; why: string } | null;
  sections: `${Section}`[];
}

/** Writes the referrals of the person into the registry, with the consent behind each. */
export function writeReferrals(story: Story, staff: Staff, sheets: RegistrySheets): void {
  const ids = story.random.fork("referrals");
  const handings = handingsOf(story).filter(({ askedOn }) => askedOn <= TODAY);
  for (const handing of handings) {
    const standing = standingOf(handing);
    const sender = signer(story, handing.from, staff, handing.askedOn);
    const receiver = signer(story, handing.to, staff, standing.on);
    const bySender = standing.state === "REQUESTED" || standing.state === "CANCELLED";
    sheets.add("referral", {
      id: ids.uuid(handing.askedOn * 86_400_000),
      candidateId: story.candidateId,
      fromOrganisation: handing.from,
      toOrganisation: handing.to,
      reason: handing.reason,
      message: MESSAGES[handing.reason],
      sections: ["IDENTITY", "PATHWAY", ...handing.sections],
      state: standing.state,
      requestedAt: moment(handing.askedOn, 200),
      requestedBy: sender,
      dueOn: iso(handing.askedOn + DAYS_TO_ANSWER),
      stateSince: moment(standing.on, standing.state === "REQUESTED" ? 200 : 230),
      stateBy: standing.state === "EXPIRED" ? "time" : bySender ? sender : receiver,
      outcome: standing.why,
      answeredAt: answeredAt(handing, standing),
    });
    writeConsent(
      story,
      {
        recipient: handing.to,
        sections: ["IDENTITY", "PATHWAY", ...handing.sections],
        collectedFor: handing.from,
        collectedBy: sender,
        on: handing.askedOn,
        ended: !OPEN_STATES.includes(ReferralState[standing.state]),
      },
      sheets,
    );
  }
}

function standingOf({ askedOn, acceptedOn, begunOn, ended }: Handing): {
  state: `${ReferralState}`;
  on: Day;
  why: string | null;
} {
  if (ended && ended.on <= TODAY)
    return { state: ended.state, on: Math.max(ended.on, askedOn), why: ended.why };
  if (begunOn != null && begunOn <= TODAY) return { state: "IN_PROGRESS", on: begunOn, why: null };
  if (acceptedOn !== null && acceptedOn <= TODAY) return { state: "ACCEPTED", on: acceptedOn, why: null };
  return { state: "REQUESTED", on: askedOn, why: null };
}

function answeredAt({ acceptedOn }: Handing, { state, on }: ReturnType<typeof standingOf>): Date | null {
  if (acceptedOn !== null && acceptedOn <= TODAY) return moment(acceptedOn, 230);
  return state === "DECLINED" || state === "COMPLETED" ? moment(on, 230) : null;
}

function handingsOf(story: Story): Handing[] {
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
          : { state: "COMPLETED", on: life.abroad.arrivedOn, why: "Arrivée au Québec." },
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
          : { state: "COMPLETED", on: life.counsellorOn, why: "Conseillère ou conseiller nommé." },
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
            }
          : end === null
            ? null
            : spell.matchingOn === null
              ? { state: "CANCELLED", on: end, why: "Le dossier est fermé." }
              : {
                  state: "COMPLETED",
                  on: end,
                  why: accepted === null ? "Le dossier est fermé." : "Une offre est acceptée.",
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
            : { state: "COMPLETED", on: offer.answeredOn, why: ANSWERS[offer.answer ?? "WITHDRAWN"] },
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
          ? { state: "COMPLETED", on: settledOn, why: "Le ménage est installé." }
          : over === null
            ? null
            : liaisonOn === null
              ? { state: "CANCELLED", on: over, why: "Le ménage ne vient plus." }
              : { state: "COMPLETED", on: over, why: "Le ménage ne vient plus, ou est reparti." },
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
          : { state: "COMPLETED", on: story.passerelle.steps[1]?.on ?? TODAY, why: "Parcours commencé." },
    });
  if (random.fork("other").chance(0.03) && life.counsellorOn !== null)
    handings.push({
      from: tenant,
      to: TENANTS.find(({ code }) => code !== tenant)?.code ?? "inici",
      reason: "OTHER",
      askedOn: life.counsellorOn + 1,
      acceptedOn: null,
      sections: ["EMPLOYABILITY"],
      ended: { state: "EXPIRED", on: life.counsellorOn + 1 + 4 * DAYS_TO_ANSWER, why: "Sans réponse." },
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
  const on = askedOn + (end === "EXPIRED" ? 4 * DAYS_TO_ANSWER : draw.int(2, 12));
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
          : { state: end ?? "CANCELLED", on: end ? on : (life.exitOn ?? on), why: ENDS[end ?? "CANCELLED"] },
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
const MESSAGES: Record<`${ReferralReason}`, string | null> = {
  READY_FOR_MATCHING: "Le plan est validé et le curriculum vitæ est à jour.",
  OFFER_SUPPORT: "Une offre vient d’être proposée: la personne aimerait en parler avec vous.",
  REGION_CHOSEN: "Le ménage a choisi votre région et attend votre appel.",
  PRE_DEPARTURE: "La personne détient un CSQ et a dit qu’une région l’intéresse.",
  REGION_INTEREST: "La personne aimerait s’établir en région.",
  STAYING_IN_MONTREAL: "La personne cherche aussi à Montréal pendant sa préparation.",
  OTHER: "La personne demande un accompagnement plus près de chez elle.",
};

/** Whoever signs for an organisation: the one who has the person there, or a colleague. */
function signer({ professionals, random }: Story, organisation: string, staff: Staff, on: Day): string {
  return (
    professionals.get(organisation) ??
    colleague(staff, organisation, random.fork(`signs ${organisation}`), on)
  ).subject;
}
