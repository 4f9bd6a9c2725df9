/** The tables of this subgraph and the migrations that make them. */
import { ChangeRow } from "../../../platform/change.row.ts";
import type { DatabaseDefinition } from "../../../platform/database.ts";
import { OutboxRow } from "../../../platform/outbox.row.ts";
import { ActivityCompanyRow } from "./activity-company.row.ts";
import { ActivityPartRow } from "./activity-part.row.ts";
import { ActivityParticipantRow } from "./activity-participant.row.ts";
import { ActivityRow } from "./activity.row.ts";
import { BusinessRow } from "./business.row.ts";
import { ChamberRow } from "./chamber.row.ts";
import { CorporateMemberRow } from "./corporate-member.row.ts";
import { EmployerSupportRow } from "./employer-support.row.ts";
import { FinancialGuidanceRow } from "./financial-guidance.row.ts";
import { InterviewEventRow } from "./interview-event.row.ts";
import { InterviewRoomRow } from "./interview-room.row.ts";
import { InterviewRow } from "./interview.row.ts";
import { MatchReviewRow } from "./match-review.row.ts";
import { MatchRow } from "./match.row.ts";
import { MediaSpeakerRow } from "./media-speaker.row.ts";
import { MediaRow } from "./media.row.ts";
import { OfferRow } from "./offer.row.ts";
import { ParticipantRow } from "./participant.row.ts";
import { PositionRow } from "./position.row.ts";
import { TargetedRegionRow } from "./targeted-region.row.ts";
import { WorkerFollowUpRow } from "./worker-follow-up.row.ts";
import { EmployersAndMatches1763683200000 } from "./migrations/1763683200000-employers-and-matches.ts";
import { Activities1763769600000 } from "./migrations/1763769600000-activities.ts";
import { Interviews1763856000000 } from "./migrations/1763856000000-interviews.ts";
import { OffersAndSupport1763942400000 } from "./migrations/1763942400000-offers-and-support.ts";
import { Media1764028800000 } from "./migrations/1764028800000-media.ts";
import { MatchReviews1764115200000 } from "./migrations/1764115200000-match-reviews.ts";
import { Retention1764288000000 } from "./migrations/1764288000000-retention.ts";
import { RetentionSchedule1765300000000 } from "./migrations/1765300000000-retention-schedule.ts";
import { RETENTION } from "./retention.ts";
import { Outbox1765000000000 } from "./migrations/1765000000000-outbox.ts";
import { OutboxBacklog1765500000000 } from "./migrations/1765500000000-outbox-backlog.ts";

export const database: DatabaseDefinition = {
  rows: [
    ChangeRow,
    OutboxRow,
    ChamberRow,
    BusinessRow,
    CorporateMemberRow,
    TargetedRegionRow,
    PositionRow,
    ParticipantRow,
    MatchRow,
    MatchReviewRow,
    ActivityRow,
    ActivityCompanyRow,
    ActivityParticipantRow,
    ActivityPartRow,
    InterviewEventRow,
    InterviewRoomRow,
    InterviewRow,
    OfferRow,
    WorkerFollowUpRow,
    FinancialGuidanceRow,
    EmployerSupportRow,
    MediaRow,
    MediaSpeakerRow,
  ],
  migrations: [
    EmployersAndMatches1763683200000,
    Activities1763769600000,
    Interviews1763856000000,
    OffersAndSupport1763942400000,
    Media1764028800000,
    MatchReviews1764115200000,
    Retention1764288000000,
    RetentionSchedule1765300000000,
    Outbox1765000000000,
    OutboxBacklog1765500000000,
  ],
  retention: RETENTION,
};
