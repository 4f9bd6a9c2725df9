/** The ways in which this subgraph's graph reaches its rows; made anew for each request. */
import { countBy, countOfFew, manyBy, oneBy, pagesBy, type Reader } from "../../../platform/load.ts";
import { ActivityCompanyRow } from "./activity-company.row.ts";
import { ActivityPartRow } from "./activity-part.row.ts";
import { ActivityParticipantRow } from "./activity-participant.row.ts";
import { ActivityRow } from "./activity.row.ts";
import { BusinessRow } from "./business.row.ts";
import { ChamberRow } from "./chamber.row.ts";
import { CorporateMemberRow } from "./corporate-member.row.ts";
import { EmployerSupportRow } from "./employer-support.row.ts";
import { createFigures } from "./figures.ts";
import { FinancialGuidanceRow } from "./financial-guidance.row.ts";
import { InterviewEventRow } from "./interview-event.row.ts";
import { InterviewRoomRow } from "./interview-room.row.ts";
import { InterviewRow } from "./interview.row.ts";
import { MatchReviewRow } from "./match-review.row.ts";
import { MatchRow } from "./match.row.ts";
import { MediaSpeakerRow } from "./media-speaker.row.ts";
import { publishedMedia } from "./published-media.ts";
import { OfferRow } from "./offer.row.ts";
import { ParticipantRow } from "./participant.row.ts";
import { PositionRow } from "./position.row.ts";
import { TargetedRegionRow } from "./targeted-region.row.ts";
import { WorkerFollowUpRow } from "./worker-follow-up.row.ts";

/** @param today the day in Québec, as `2026-11-21` */
export function createLoaders(reader: Reader, today: string) {
  return {
    activity: oneBy(reader, ActivityRow),
    business: oneBy(reader, BusinessRow),
    chamber: oneBy(reader, ChamberRow),
    interviewEvent: oneBy(reader, InterviewEventRow),
    interviewRoom: oneBy(reader, InterviewRoomRow),
    match: oneBy(reader, MatchRow),
    offer: oneBy(reader, OfferRow),
    position: oneBy(reader, PositionRow),
    publishedMedia: publishedMedia(reader, today),

    participantsOfRegistration: manyBy(reader, ParticipantRow, "registrationId", { registrationId: "ASC" }),
    matchesOfRegistration: manyBy(reader, MatchRow, "registrationId", { computedAt: "DESC", id: "DESC" }),
    interviewsOfRegistration: manyBy(reader, InterviewRow, "registrationId", {
      startsAt: "DESC",
      id: "DESC",
    }),
    offersOfRegistration: manyBy(reader, OfferRow, "registrationId", { proposedOn: "DESC", id: "DESC" }),
    activitiesOfRegistration: manyBy(reader, ActivityParticipantRow, "registrationId", {
      signedUpOn: "DESC",
      id: "DESC",
    }),
    followUpsOfRegistration: manyBy(reader, WorkerFollowUpRow, "registrationId", {
      madeOn: "DESC",
      id: "DESC",
    }),
    guidanceOfRegistration: manyBy(reader, FinancialGuidanceRow, "registrationId", {
      givenOn: "DESC",
      id: "DESC",
    }),
    testimoniesOfRegistration: manyBy(reader, MediaSpeakerRow, "registrationId", { id: "DESC" }),

    membershipsOfBusiness: manyBy(reader, CorporateMemberRow, "businessId", { since: "ASC" }),
    targetingsOfRegion: manyBy(reader, TargetedRegionRow, "regionCode", { since: "ASC" }),
    partsOfActivity: manyBy(reader, ActivityPartRow, "activityId", { startsAt: "ASC", id: "ASC" }),
    roomsOfEvent: manyBy(reader, InterviewRoomRow, "eventId", { name: "ASC" }),
    interviewsOfRoom: manyBy(reader, InterviewRow, "roomId", { startsAt: "ASC", id: "ASC" }),
    interviewsOfMatch: manyBy(reader, InterviewRow, "matchId", { startsAt: "DESC", id: "DESC" }),
    reviewsOfMatch: manyBy(reader, MatchReviewRow, "matchId", { requestedAt: "DESC", id: "DESC" }),
    followUpsOfOffer: manyBy(reader, WorkerFollowUpRow, "offerId", { madeOn: "DESC", id: "DESC" }),
    speakersOfMedia: manyBy(reader, MediaSpeakerRow, "mediaId", { id: "ASC" }),

    matchesOfPosition: pagesBy(reader, MatchRow, "positionId", [
      { property: "standing", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    offersOfPosition: pagesBy(reader, OfferRow, "positionId", [
      { property: "proposedOn", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    positionsOfBusiness: pagesBy(reader, PositionRow, "businessId", [
      { property: "openedOn", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    supportOfBusiness: pagesBy(reader, EmployerSupportRow, "businessId", [
      { property: "givenOn", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    businessesOfChamber: pagesBy(reader, BusinessRow, "chamberId", [
      { property: "name", direction: "ASC" },
      { property: "id", direction: "ASC" },
    ]),
    activitiesOfRegion: pagesBy(reader, ActivityRow, "regionCode", [
      { property: "heldOn", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    companiesOfActivity: pagesBy(reader, ActivityCompanyRow, "activityId", [
      { property: "id", direction: "ASC" },
    ]),
    participantsOfActivity: pagesBy(reader, ActivityParticipantRow, "activityId", [
      { property: "id", direction: "ASC" },
    ]),
    interviewsOfEvent: pagesBy(reader, InterviewRow, "eventId", [
      { property: "startsAt", direction: "ASC" },
      { property: "id", direction: "ASC" },
    ]),

    companyCountOfActivity: countBy(reader, ActivityCompanyRow, "activityId", "t.attendance <> 'ABSENT'"),
    participantCountOfActivity: countBy(
      reader,
      ActivityParticipantRow,
      "activityId",
      "t.attendance <> 'ABSENT'",
    ),
    openPositionsOfRegion: countOfFew(reader, PositionRow, "regionCode", "t.state = 'OPEN'"),

    figures: createFigures(reader),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
