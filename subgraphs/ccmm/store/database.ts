/** The tables of this subgraph and the migrations that make them. */
import { ChangeRow } from "../../../platform/change.row.ts";
import type { DatabaseDefinition } from "../../../platform/database.ts";
import { OutboxRow } from "../../../platform/outbox.row.ts";
import { ActivitySpeakerRow } from "./activity-speaker.row.ts";
import { ActivityRow } from "./activity.row.ts";
import { AdviserCallRow } from "./adviser-call.row.ts";
import { AdviserRow } from "./adviser.row.ts";
import { AttendanceRow } from "./attendance.row.ts";
import { EmployerRow } from "./employer.row.ts";
import { EventEmployerRow } from "./event-employer.row.ts";
import { EventParticipantRow } from "./event-participant.row.ts";
import { ExchangeRow } from "./exchange.row.ts";
import { InterviewRow } from "./interview.row.ts";
import { JourneyEntryRow } from "./journey-entry.row.ts";
import { ParticipantsAndCalls1763683200000 } from "./migrations/1763683200000-participants-and-calls.ts";
import { Activities1763769600000 } from "./migrations/1763769600000-activities.ts";
import { EmployersAndEvents1763856000000 } from "./migrations/1763856000000-employers-and-events.ts";
import { ExchangesAndOutcomes1763942400000 } from "./migrations/1763942400000-exchanges-and-outcomes.ts";
import { Retention1764288000000 } from "./migrations/1764288000000-retention.ts";
import { RetentionSchedule1765300000000 } from "./migrations/1765300000000-retention-schedule.ts";
import { RETENTION } from "./retention.ts";
import { OutcomeRow } from "./outcome.row.ts";
import { PairingRow } from "./pairing.row.ts";
import { ParticipantRow } from "./participant.row.ts";
import { RecruitmentEventRow } from "./recruitment-event.row.ts";
import { VideoRow } from "./video.row.ts";
import { Outbox1765000000000 } from "./migrations/1765000000000-outbox.ts";
import { OutboxBacklog1765500000000 } from "./migrations/1765500000000-outbox-backlog.ts";

export const database: DatabaseDefinition = {
  rows: [
    ChangeRow,
    OutboxRow,
    AdviserRow,
    ParticipantRow,
    JourneyEntryRow,
    AdviserCallRow,
    VideoRow,
    ActivityRow,
    ActivitySpeakerRow,
    AttendanceRow,
    EmployerRow,
    RecruitmentEventRow,
    EventEmployerRow,
    EventParticipantRow,
    PairingRow,
    InterviewRow,
    ExchangeRow,
    OutcomeRow,
  ],
  migrations: [
    ParticipantsAndCalls1763683200000,
    Activities1763769600000,
    EmployersAndEvents1763856000000,
    ExchangesAndOutcomes1763942400000,
    Retention1764288000000,
    RetentionSchedule1765300000000,
    Outbox1765000000000,
    OutboxBacklog1765500000000,
  ],
  retention: RETENTION,
};
