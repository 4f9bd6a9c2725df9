/** The tables of CCMM that the world fills, each after those that it refers to. */
import type { ChangeRow } from "../../../platform/change.row.ts";
import type { ActivityRow } from "../../../subgraphs/ccmm/store/activity.row.ts";
import type { ActivitySpeakerRow } from "../../../subgraphs/ccmm/store/activity-speaker.row.ts";
import type { AdviserRow } from "../../../subgraphs/ccmm/store/adviser.row.ts";
import type { AdviserCallRow } from "../../../subgraphs/ccmm/store/adviser-call.row.ts";
import type { AttendanceRow } from "../../../subgraphs/ccmm/store/attendance.row.ts";
import type { EmployerRow } from "../../../subgraphs/ccmm/store/employer.row.ts";
import type { EventEmployerRow } from "../../../subgraphs/ccmm/store/event-employer.row.ts";
import type { EventParticipantRow } from "../../../subgraphs/ccmm/store/event-participant.row.ts";
import type { ExchangeRow } from "../../../subgraphs/ccmm/store/exchange.row.ts";
import type { InterviewRow } from "../../../subgraphs/ccmm/store/interview.row.ts";
import type { JourneyEntryRow } from "../../../subgraphs/ccmm/store/journey-entry.row.ts";
import type { OutcomeRow } from "../../../subgraphs/ccmm/store/outcome.row.ts";
import type { PairingRow } from "../../../subgraphs/ccmm/store/pairing.row.ts";
import type { ParticipantRow } from "../../../subgraphs/ccmm/store/participant.row.ts";
import type { RecruitmentEventRow } from "../../../subgraphs/ccmm/store/recruitment-event.row.ts";
import type { VideoRow } from "../../../subgraphs/ccmm/store/video.row.ts";
import { Sheets } from "../copy-text.ts";

export interface CcmmRows {
  adviser: AdviserRow;
  participant: ParticipantRow;
  journey_entry: JourneyEntryRow;
  adviser_call: AdviserCallRow;
  video: VideoRow;
  activity: ActivityRow;
  activity_speaker: ActivitySpeakerRow;
  attendance: AttendanceRow;
  employer: EmployerRow;
  recruitment_event: RecruitmentEventRow;
  event_employer: EventEmployerRow;
  event_participant: EventParticipantRow;
  pairing: PairingRow;
  interview: InterviewRow;
  exchange: ExchangeRow;
  outcome: OutcomeRow;
  change: ChangeRow;
}

export type CcmmSheets = Sheets<CcmmRows>;

export const CCMM_TABLES = [
  "adviser",
  "participant",
  "journey_entry",
  "adviser_call",
  "video",
  "activity",
  "activity_speaker",
  "attendance",
  "employer",
  "recruitment_event",
  "event_employer",
  "event_participant",
  "pairing",
  "interview",
  "exchange",
  "outcome",
  "change",
] as const satisfies readonly (keyof CcmmRows)[];
