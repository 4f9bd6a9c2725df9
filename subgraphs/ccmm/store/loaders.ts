/** The ways in which this subgraph's graph reaches its rows; made anew for each request. */
import { countBy, manyBy, oneBy, pageOfAll, pagesBy, type Reader } from "../../../platform/load.ts";
import type { OrderColumn } from "../../../platform/page.ts";
import { ActivitySpeakerRow } from "./activity-speaker.row.ts";
import { ActivityRow } from "./activity.row.ts";
import { AdviserCallRow } from "./adviser-call.row.ts";
import { AdviserRow } from "./adviser.row.ts";
import { AttendanceRow } from "./attendance.row.ts";
import { EmployerRow } from "./employer.row.ts";
import { EventEmployerRow } from "./event-employer.row.ts";
import { EventParticipantRow } from "./event-participant.row.ts";
import { ExchangeRow } from "./exchange.row.ts";
import { createHistories } from "./history.ts";
import { InterviewRow } from "./interview.row.ts";
import { JourneyEntryRow } from "./journey-entry.row.ts";
import { OutcomeRow } from "./outcome.row.ts";
import { PairingRow } from "./pairing.row.ts";
import { ParticipantRow } from "./participant.row.ts";
import { RecruitmentEventRow } from "./recruitment-event.row.ts";
import { VideoRow } from "./video.row.ts";

export function createLoaders(reader: Reader) {
  return {
    ...ofProgramme(reader),
    ...ofRegistration(reader),
    history: createHistories(reader),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

/** Advisers, activities, employers and events, and what each leads to. */
function ofProgramme(reader: Reader) {
  return {
    adviser: oneBy(reader, AdviserRow),
    advisers: pageOfAll(reader, AdviserRow, by("name", "ASC")),
    activity: oneBy(reader, ActivityRow),
    employer: oneBy(reader, EmployerRow),
    event: oneBy(reader, RecruitmentEventRow),
    speakersOfActivity: manyBy(reader, ActivitySpeakerRow, "activityId", { id: "ASC" }),
    attendancesOfActivity: pagesBy(reader, AttendanceRow, "activityId", by("id", "ASC")),
    callsOfAdviser: pagesBy(reader, AdviserCallRow, "adviserId", by("startsAt", "DESC")),
    participantsOfAdviser: pagesBy(reader, ParticipantRow, "adviserId", by("registeredOn", "DESC")),
    openFilesOfAdviser: countBy(reader, ParticipantRow, "adviserId", "t.closed_on is null"),
    employersOfEvent: pagesBy(reader, EventEmployerRow, "eventId", by("registeredOn", "ASC")),
    participantsOfEvent: pagesBy(reader, EventParticipantRow, "eventId", by("registeredOn", "ASC")),
    pairingsOfEvent: pagesBy(reader, PairingRow, "eventId", by("score", "DESC")),
    interviewsOfEvent: pagesBy(reader, InterviewRow, "eventId", by("startsAt", "ASC")),
    eventsOfEmployer: pagesBy(reader, EventEmployerRow, "employerId", by("registeredOn", "DESC")),
    presencesOfEmployer: countBy(reader, EventEmployerRow, "employerId", "t.presence = 'PRESENT'"),
    exchangesOfEmployer: pagesBy(reader, ExchangeRow, "employerId", by("openedOn", "DESC")),
  };
}

/** What hangs from a registration: lists that are short by nature, one person's. */
function ofRegistration(reader: Reader) {
  return {
    participant: oneBy(reader, ParticipantRow, "id"),
    participantOfRegistration: oneBy(reader, ParticipantRow, "registrationId"),
    journey: manyBy(reader, JourneyEntryRow, "registrationId", { recordedAt: "ASC", id: "ASC" }),
    calls: manyBy(reader, AdviserCallRow, "registrationId", { startsAt: "DESC", id: "DESC" }),
    videos: manyBy(reader, VideoRow, "registrationId", { consentedOn: "DESC", id: "DESC" }),
    attendances: manyBy(reader, AttendanceRow, "registrationId", { enrolledOn: "DESC", id: "DESC" }),
    events: manyBy(reader, EventParticipantRow, "registrationId", { registeredOn: "DESC", id: "DESC" }),
    pairings: manyBy(reader, PairingRow, "registrationId", { computedAt: "DESC", id: "DESC" }),
    interviews: manyBy(reader, InterviewRow, "registrationId", { startsAt: "DESC", id: "DESC" }),
    exchanges: manyBy(reader, ExchangeRow, "registrationId", { openedOn: "DESC", id: "DESC" }),
    outcomes: manyBy(reader, OutcomeRow, "registrationId", { since: "DESC", id: "DESC" }),
  };
}

/** The order of a list: by a column, then by the id in the same direction. */
export function by<Row extends { id: string }>(
  property: keyof Row & string,
  direction: "ASC" | "DESC",
): OrderColumn<Row>[] {
  const id: OrderColumn<Row> = { property: "id", direction };
  return property === "id" ? [id] : [{ property, direction }, id];
}
