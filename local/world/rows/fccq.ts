/** The tables of FCCQ that the world fills, each after those that it refers to. */
import type { ChangeRow } from "../../../platform/change.row.ts";
import type { ActivityRow } from "../../../subgraphs/fccq/store/activity.row.ts";
import type { ActivityCompanyRow } from "../../../subgraphs/fccq/store/activity-company.row.ts";
import type { ActivityPartRow } from "../../../subgraphs/fccq/store/activity-part.row.ts";
import type { ActivityParticipantRow } from "../../../subgraphs/fccq/store/activity-participant.row.ts";
import type { BusinessRow } from "../../../subgraphs/fccq/store/business.row.ts";
import type { ChamberRow } from "../../../subgraphs/fccq/store/chamber.row.ts";
import type { CorporateMemberRow } from "../../../subgraphs/fccq/store/corporate-member.row.ts";
import type { EmployerSupportRow } from "../../../subgraphs/fccq/store/employer-support.row.ts";
import type { FinancialGuidanceRow } from "../../../subgraphs/fccq/store/financial-guidance.row.ts";
import type { InterviewRow } from "../../../subgraphs/fccq/store/interview.row.ts";
import type { InterviewEventRow } from "../../../subgraphs/fccq/store/interview-event.row.ts";
import type { InterviewRoomRow } from "../../../subgraphs/fccq/store/interview-room.row.ts";
import type { MatchRow } from "../../../subgraphs/fccq/store/match.row.ts";
import type { MatchReviewRow } from "../../../subgraphs/fccq/store/match-review.row.ts";
import type { MediaRow } from "../../../subgraphs/fccq/store/media.row.ts";
import type { MediaSpeakerRow } from "../../../subgraphs/fccq/store/media-speaker.row.ts";
import type { OfferRow } from "../../../subgraphs/fccq/store/offer.row.ts";
import type { ParticipantRow } from "../../../subgraphs/fccq/store/participant.row.ts";
import type { PositionRow } from "../../../subgraphs/fccq/store/position.row.ts";
import type { TargetedRegionRow } from "../../../subgraphs/fccq/store/targeted-region.row.ts";
import type { WorkerFollowUpRow } from "../../../subgraphs/fccq/store/worker-follow-up.row.ts";
import { Sheets } from "../copy-text.ts";

export interface FccqRows {
  chamber: ChamberRow;
  targeted_region: TargetedRegionRow;
  business: BusinessRow;
  corporate_member: CorporateMemberRow;
  position: PositionRow;
  participant: ParticipantRow;
  match: MatchRow;
  match_review: MatchReviewRow;
  activity: ActivityRow;
  activity_company: ActivityCompanyRow;
  activity_participant: ActivityParticipantRow;
  activity_part: ActivityPartRow;
  interview_event: InterviewEventRow;
  interview_room: InterviewRoomRow;
  interview: InterviewRow;
  offer: OfferRow;
  worker_follow_up: WorkerFollowUpRow;
  financial_guidance: FinancialGuidanceRow;
  employer_support: EmployerSupportRow;
  media: MediaRow;
  media_speaker: MediaSpeakerRow;
  change: ChangeRow;
}

export type FccqSheets = Sheets<FccqRows>;

export const FCCQ_TABLES = [
  "chamber",
  "targeted_region",
  "business",
  "corporate_member",
  "position",
  "participant",
  "match",
  "match_review",
  "activity",
  "activity_company",
  "activity_participant",
  "activity_part",
  "interview_event",
  "interview_room",
  "interview",
  "offer",
  "worker_follow_up",
  "financial_guidance",
  "employer_support",
  "media",
  "media_speaker",
  "change",
] as const satisfies readonly (keyof FccqRows)[];
