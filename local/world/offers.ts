/** An offer that came of FCCQ's matching: the position, the interview before it, the answer, the job. */
import { iso, isoOrNull, TODAY } from "./calendar.ts";
import { fridayBefore } from "./interviews.ts";
import type { OfferLife, Spell } from "./life.ts";
import { writeMatch, type FccqCopy, type Profile } from "./match.ts";
import type { Story } from "./story.ts";
import { writeWorkLife } from "./work-life.ts";

export function writeOffer(
  story: Story,
  spell: Spell,
  offer: OfferLife,
  last: boolean,
  profile: Profile,
  copy: FccqCopy,
): void {
  const { sheets, positions, interviews } = copy;
  const draw = story.random.fork(`offer ${offer.proposedOn}`);
  const accepted = offer.answer === "ACCEPTED";
  const stay = accepted ? spell.stays[0] : undefined;
  const regionCode = stay?.partner.region.code ?? draw.pick(profile.targetedRegions);
  const officerOn = spell.matchingOn ?? offer.proposedOn;
  const position = positions.open(
    story.person.occupation,
    regionCode,
    Math.max(officerOn - 20, offer.proposedOn - draw.int(25, 60)),
    accepted ? offer.answeredOn : null,
    draw,
  );
  const friday = fridayBefore(offer.proposedOn - 1);
  const met = friday !== null && friday > officerOn + 1;
  const matchId = met
    ? writeMatch(
        story,
        profile,
        {
          position,
          state: last && offer.answer !== "REFUSED" ? "CONTINUING" : "RETAINED",
          computedOn: Math.max(officerOn, friday - 12),
          decidedOn: friday + 1,
        },
        copy,
      )
    : null;
  if (matchId !== null && friday !== null)
    interviews.book(
      friday,
      { id: matchId, registrationId: profile.registrationId, positionId: position.id },
      position.businessId,
      "HELD",
    );
  const startsOn = accepted ? (stay?.moveOn ?? (offer.answeredOn ?? offer.proposedOn) + 45) + 7 : null;
  const began =
    startsOn !== null &&
    startsOn <= TODAY &&
    stay?.arrivedOn != null &&
    (stay.end === null || stay.end.on > startsOn);
  const endedOn = began && stay?.end ? stay.end.on : null;
  const id = draw.uuid(offer.proposedOn * 86_400_000);
  sheets.add("offer", {
    id,
    registrationId: profile.registrationId,
    positionId: position.id,
    matchId,
    state: offer.answer ?? "PROPOSED",
    belowSkillLevel: false,
    proposedOn: iso(offer.proposedOn),
    answeredOn: isoOrNull(offer.answeredOn),
    answerReason:
      offer.answer === "REFUSED"
        ? story.family.adults > 1
          ? "Trop loin pour le travail de l’autre membre du couple."
          : "Les logements sont trop loin du travail."
        : offer.answer === "WITHDRAWN"
          ? "Le poste a été aboli."
          : null,
    startsOn: isoOrNull(startsOn),
    startedOn: began ? iso(startsOn) : null,
    endedOn: isoOrNull(endedOn),
    endReason: endedOn === null ? null : "Départ de la région.",
  });
  if (began)
    writeWorkLife(
      story,
      {
        offerId: id,
        registrationId: profile.registrationId,
        businessId: position.businessId,
        startedOn: startsOn,
        endedOn,
      },
      sheets,
    );
}
