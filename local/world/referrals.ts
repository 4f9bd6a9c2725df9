/** How a person was handed on from one organisation to another. */
import { writeConsent } from "./consents.ts";
import { dueAfter, REFERRAL_KINDS } from "../../subgraphs/registry/domain/referral-kind.ts";
import type { ReferralMove, ReferralSide } from "../../subgraphs/registry/domain/referral.ts";
import { OPEN_STATES, ReferralReason, ReferralState } from "../../subgraphs/registry/domain/referral.ts";
import { iso, moment, TODAY, type Day } from "./calendar.ts";
import { handingsOf, type EndCode, type Handing } from "./handings.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import { colleague, type Staff } from "./staff.ts";
import type { Story } from "./story.ts";

/** Writes the referrals of the person into the registry, with the consent behind each. */
export function writeReferrals(story: Story, staff: Staff, sheets: RegistrySheets): void {
  const ids = story.random.fork("referrals");
  const handings = handingsOf(story).filter(({ askedOn }) => askedOn <= TODAY);
  for (const handing of handings) {
    const standing = standingOf(handing);
    const sender = signer(story, handing.from, staff, handing.askedOn);
    const receiver = signer(story, handing.to, staff, standing.on);
    const bySender = standing.state === "REQUESTED" || standing.state === "CANCELLED";
    const id = ids.uuid(handing.askedOn * 86_400_000);
    const kind = REFERRAL_KINDS[ReferralReason[handing.reason]];
    const requestedAt = moment(handing.askedOn, 200);
    const stateSince = moment(standing.on, standing.state === "REQUESTED" ? 200 : 230);
    const cameBack = standing.state === "DECLINED" || standing.state === "EXPIRED";
    const settled = cameBack && standing.on < TODAY - 30;
    sheets.add("referral", {
      id,
      candidateId: story.candidateId,
      fromOrganisation: handing.from,
      toOrganisation: handing.to,
      reason: handing.reason,
      message: MESSAGES[handing.reason],
      sections: ["IDENTITY", "PATHWAY", ...handing.sections],
      state: standing.state,
      requestedAt,
      requestedBy: sender,
      milestoneId: null,
      dueOn:
        dueAfter(ReferralReason[handing.reason], ReferralState[standing.state], iso(standing.on)) ??
        iso(handing.askedOn + kind.answerInDays),
      lapsesOn: iso(handing.askedOn + kind.lapsesInDays),
      expiresOn: iso(sharedUntil(handing.askedOn, kind.sharedForDays)),
      stateSince,
      stateBy: standing.state === "EXPIRED" ? "time" : bySender ? sender : receiver,
      endCode: standing.code,
      outcome: standing.why,
      receivedBy: null,
      settledAt: settled ? moment(standing.on + 5, 240) : null,
      settledAs: settled ? "CLOSE" : null,
      answeredAt: answeredAt(handing, standing),
    });
    writeTrail(story, { id, handing, standing, sender, receiver, requestedAt, stateSince }, sheets);
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

/** The sender prolongs what is shared for as long as the work goes on. */
function sharedUntil(from: Day, days: number): Day {
  const periods = Math.max(1, Math.ceil((TODAY + 30 - from) / days));
  return from + periods * days;
}

interface StandingReferral {
  state: `${ReferralState}`;
  on: Day;
  why: string | null;
  code: EndCode | null;
}

function standingOf({ askedOn, acceptedOn, begunOn, ended, reason }: Handing): StandingReferral {
  if (ended && ended.on <= TODAY)
    return {
      state: ended.state,
      on: Math.max(ended.on, askedOn),
      why: ended.why,
      code: ended.state === "EXPIRED" ? null : (ended.code ?? "OTHER"),
    };
  if (begunOn != null && begunOn <= TODAY)
    return { state: "IN_PROGRESS", on: begunOn, why: null, code: null };
  if (acceptedOn !== null && acceptedOn <= TODAY)
    return { state: "ACCEPTED", on: acceptedOn, why: null, code: null };
  const lapsedOn = askedOn + REFERRAL_KINDS[ReferralReason[reason]].lapsesInDays + 1;
  if (lapsedOn <= TODAY) return { state: "EXPIRED", on: lapsedOn, why: null, code: null };
  return { state: "REQUESTED", on: askedOn, why: null, code: null };
}

function answeredAt({ acceptedOn }: Handing, { state, on }: StandingReferral): Date | null {
  if (acceptedOn !== null && acceptedOn <= TODAY) return moment(acceptedOn, 230);
  return state === "DECLINED" || state === "COMPLETED" ? moment(on, 230) : null;
}

interface Trail {
  id: string;
  handing: Handing;
  standing: StandingReferral;
  sender: string;
  receiver: string;
  requestedAt: Date;
  stateSince: Date;
}

/** Every move that brought the referral to where it stands. */
function writeTrail(
  story: Story,
  { id, handing, standing, sender, receiver, requestedAt, stateSince }: Trail,
  sheets: RegistrySheets,
): void {
  const ids = story.random.fork(`moves of ${id}`);
  let [from, position]: [`${ReferralState}` | null, number] = [null, 0];
  const write = (move: `${ReferralMove}`, to: `${ReferralState}`, at: Date): void => {
    const side = SIDES[move];
    const isEnd = to === standing.state && standing.code !== null;
    sheets.add("referral_move", {
      id: ids.uuid(at.getTime()),
      referralId: id,
      position: (position += 1),
      move,
      side,
      fromState: from,
      toState: to,
      at,
      movedBy: side === "TIME" ? null : side === "SENDER" ? sender : receiver,
      organisationCode: side === "TIME" ? null : side === "SENDER" ? handing.from : handing.to,
      reason: isEnd ? standing.code : null,
      words: isEnd ? standing.why : null,
    });
    from = to;
  };
  write("SEND", "REQUESTED", requestedAt);
  if (standing.state === "REQUESTED") return;
  if (standing.state === "DECLINED") return write("DECLINE", "DECLINED", stateSince);
  if (standing.state === "CANCELLED") return write("CANCEL", "CANCELLED", stateSince);
  if (standing.state === "EXPIRED") return write("EXPIRE", "EXPIRED", stateSince);
  const acceptedAt = moment(Math.min(handing.acceptedOn ?? standing.on, standing.on), 230);
  write("ACCEPT", "ACCEPTED", acceptedAt);
  if (standing.state === "IN_PROGRESS") write("START", "IN_PROGRESS", stateSince);
  if (standing.state === "COMPLETED") write("COMPLETE", "COMPLETED", stateSince);
}

const SIDES: Record<`${ReferralMove}`, `${ReferralSide}`> = {
  SEND: "SENDER",
  ACCEPT: "RECEIVER",
  DECLINE: "RECEIVER",
  CANCEL: "SENDER",
  EXPIRE: "TIME",
  START: "RECEIVER",
  RETURN: "RECEIVER",
  EXTEND: "SENDER",
  COMPLETE: "RECEIVER",
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
