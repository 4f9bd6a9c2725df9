/** Rows of FCCQ's database for tests, each valid as it is: what a test does not say is of no matter to it. */
import { v7 as uuid } from "uuid";
import type { DataSource, EntityTarget, ObjectLiteral } from "typeorm";
import {
  ActivityAttendance,
  ActivityKind,
  ActivityMode,
  ActivityState,
} from "../../subgraphs/fccq/domain/activity.ts";
import { CompatibilityFactor } from "../../subgraphs/fccq/domain/compatibility.ts";
import { InterviewEventState, InterviewState } from "../../subgraphs/fccq/domain/interview.ts";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { MediaConsentMethod, MediaKind, MediaState } from "../../subgraphs/fccq/domain/media.ts";
import { OfferState } from "../../subgraphs/fccq/domain/offer.ts";
import { PositionState } from "../../subgraphs/fccq/domain/position.ts";
import { ActivityCompanyRow } from "../../subgraphs/fccq/store/activity-company.row.ts";
import { ActivityParticipantRow } from "../../subgraphs/fccq/store/activity-participant.row.ts";
import { ActivityRow } from "../../subgraphs/fccq/store/activity.row.ts";
import { BusinessRow } from "../../subgraphs/fccq/store/business.row.ts";
import { ChamberRow } from "../../subgraphs/fccq/store/chamber.row.ts";
import { CorporateMemberRow } from "../../subgraphs/fccq/store/corporate-member.row.ts";
import { InterviewEventRow } from "../../subgraphs/fccq/store/interview-event.row.ts";
import { InterviewRoomRow } from "../../subgraphs/fccq/store/interview-room.row.ts";
import { InterviewRow } from "../../subgraphs/fccq/store/interview.row.ts";
import { MatchReviewRow } from "../../subgraphs/fccq/store/match-review.row.ts";
import { MatchRow } from "../../subgraphs/fccq/store/match.row.ts";
import { MediaSpeakerRow } from "../../subgraphs/fccq/store/media-speaker.row.ts";
import { MediaRow } from "../../subgraphs/fccq/store/media.row.ts";
import { OfferRow } from "../../subgraphs/fccq/store/offer.row.ts";
import { ParticipantRow } from "../../subgraphs/fccq/store/participant.row.ts";
import { PositionRow } from "../../subgraphs/fccq/store/position.row.ts";
import { TargetedRegionRow } from "../../subgraphs/fccq/store/targeted-region.row.ts";
import { NOW, officer, TODAY } from "./fccq-people.ts";

export function rowsOf(database: DataSource) {
  async function put<Row extends ObjectLiteral>(row: EntityTarget<Row>, values: Row): Promise<Row> {
    await database.getRepository(row).insert(values);
    return values;
  }

  const rows = {
    put,

    chamber: (values: Partial<ChamberRow> = {}) =>
      put(ChamberRow, {
        id: uuid(),
        name: "Chambre de commerce de Rimouski",
        regionCode: "01",
        city: "Rimouski",
        joinedOn: "2000-01-01",
        leftOn: null,
        ...values,
      }),

    business: (values: Partial<BusinessRow> = {}) =>
      put(BusinessRow, {
        id: uuid(),
        name: "Scierie du Fleuve",
        sector: "31",
        regionCode: "01",
        city: "Rimouski",
        chamberId: null,
        registeredOn: "2018-11-01",
        ...values,
      }),

    member: (values: Partial<CorporateMemberRow> & { businessId: string }) =>
      put(CorporateMemberRow, { id: uuid(), since: "2015-01-01", until: null, ...values }),

    target: (values: Partial<TargetedRegionRow> & { regionCode: string }) =>
      put(TargetedRegionRow, { id: uuid(), since: "2018-11-01", until: null, ...values }),

    async position(values: Partial<PositionRow> = {}) {
      const businessId = values.businessId ?? (await rows.business()).id;
      return put(PositionRow, {
        id: uuid(),
        title: "Technicienne en génie mécanique",
        occupation: "22301",
        skills: ["dessin technique"],
        regionCode: "01",
        city: "Rimouski",
        frenchSpeaking: 6,
        frenchWriting: 4,
        otherLanguage: null,
        otherLanguageReason: null,
        state: PositionState.OPEN,
        openedOn: "2026-10-01",
        closedOn: null,
        ...values,
        businessId,
      });
    },

    participant: (values: Partial<ParticipantRow> = {}) =>
      put(ParticipantRow, {
        id: uuid(),
        registrationId: uuid(),
        registeredOn: "2026-09-01",
        occupation: "22301",
        skills: ["dessin technique"],
        experienceYears: 6,
        frenchListening: null,
        frenchSpeaking: 8,
        frenchReading: null,
        frenchWriting: 7,
        targetedRegions: ["01"],
        matchingSince: NOW,
        ...values,
      }),

    async match(values: Partial<MatchRow> = {}) {
      const registrationId = values.registrationId ?? (await rows.participant()).registrationId;
      const positionId = values.positionId ?? (await rows.position()).id;
      const state = values.state ?? MatchState.MATCHED;
      const decided = state !== MatchState.MATCHED;
      return put(MatchRow, {
        id: uuid(),
        score: 100,
        overrideScore: null,
        standing: 100,
        reasons: [{ factor: CompatibilityFactor.OCCUPATION, points: 40, maximum: 40 }],
        inputs: {} as never,
        belowSkillLevel: false,
        computedAt: NOW,
        decidedBy: decided ? officer.subject : null,
        decidedAt: decided ? NOW : null,
        decisionReason: null,
        ...values,
        state,
        registrationId,
        positionId,
      });
    },

    async review(values: Partial<MatchReviewRow> = {}) {
      const matchId = values.matchId ?? (await rows.match()).id;
      return put(MatchReviewRow, {
        id: uuid(),
        requestedAt: NOW,
        requestedBy: officer.subject,
        requestReason: "Mon expérience n'a pas été comptée.",
        outcome: null,
        overrideScore: null,
        decidedAt: null,
        decidedBy: null,
        decisionReason: null,
        ...values,
        matchId,
      });
    },

    activity: (values: Partial<ActivityRow> = {}) =>
      put(ActivityRow, {
        id: uuid(),
        kind: ActivityKind.EXPLORATORY_TRIP,
        mode: ActivityMode.IN_PERSON,
        state: ActivityState.PLANNED,
        title: "Une journée à Rimouski",
        heldOn: TODAY,
        regionCode: "01",
        city: "Rimouski",
        chamberId: null,
        suspensionReason: null,
        ...values,
      }),

    async company(values: Partial<ActivityCompanyRow> & { activityId: string }) {
      const businessId = values.businessId ?? (await rows.business()).id;
      return put(ActivityCompanyRow, {
        id: uuid(),
        attendance: ActivityAttendance.EXPECTED,
        ...values,
        businessId,
      });
    },

    async guest(values: Partial<ActivityParticipantRow> & { activityId: string }) {
      const registrationId = values.registrationId ?? (await rows.participant()).registrationId;
      return put(ActivityParticipantRow, {
        id: uuid(),
        signedUpOn: "2026-11-01",
        attendance: ActivityAttendance.EXPECTED,
        ...values,
        registrationId,
      });
    },

    /** The Friday after `NOW`, from 10 h to 12 h, unless told. */
    friday: (values: Partial<InterviewEventRow> = {}) =>
      put(InterviewEventRow, {
        id: uuid(),
        title: "Les vendredis de l'emploi",
        startsAt: new Date("2026-11-27T15:00:00Z"),
        endsAt: new Date("2026-11-27T17:00:00Z"),
        state: InterviewEventState.PLANNED,
        cancellationReason: null,
        ...values,
      }),

    async room(values: Partial<InterviewRoomRow> = {}) {
      const eventId = values.eventId ?? (await rows.friday()).id;
      const id = uuid();
      return put(InterviewRoomRow, {
        id,
        name: `Salle ${id}`,
        link: `https://salles.example/${id}`,
        ...values,
        eventId,
      });
    },

    async interview(values: Partial<InterviewRow> = {}) {
      const room = values.roomId
        ? await database.getRepository(InterviewRoomRow).findOneByOrFail({ id: values.roomId })
        : await rows.room();
      const match = values.matchId
        ? await database.getRepository(MatchRow).findOneByOrFail({ id: values.matchId })
        : await rows.match({ state: MatchState.INVITED });
      const position = await database.getRepository(PositionRow).findOneByOrFail({ id: match.positionId });
      return put(InterviewRow, {
        id: uuid(),
        startsAt: new Date("2026-11-27T15:00:00Z"),
        state: InterviewState.BOOKED,
        ...values,
        eventId: room.eventId,
        roomId: room.id,
        matchId: match.id,
        registrationId: match.registrationId,
        positionId: match.positionId,
        businessId: position.businessId,
      });
    },

    async offer(values: Partial<OfferRow> = {}) {
      const registrationId = values.registrationId ?? (await rows.participant()).registrationId;
      const positionId = values.positionId ?? (await rows.position()).id;
      return put(OfferRow, {
        id: uuid(),
        matchId: null,
        state: OfferState.PROPOSED,
        belowSkillLevel: false,
        proposedOn: "2026-11-10",
        answeredOn: null,
        answerReason: null,
        startsOn: null,
        startedOn: null,
        endedOn: null,
        endReason: null,
        ...values,
        registrationId,
        positionId,
      });
    },

    /** A job: an accepted offer of a filled position. */
    async job(values: Partial<OfferRow> = {}) {
      const positionId =
        values.positionId ??
        (await rows.position({ state: PositionState.FILLED, closedOn: "2026-11-12" })).id;
      return rows.offer({ state: OfferState.ACCEPTED, answeredOn: "2026-11-12", ...values, positionId });
    },

    /** A captioned video with one speaker who has consented, so that it can be published. */
    async video(values: Partial<MediaRow> = {}, consent: Partial<MediaSpeakerRow> = {}) {
      const media: MediaRow = {
        id: uuid(),
        kind: MediaKind.TESTIMONY,
        state: MediaState.RECORDED,
        title: "Vivre à Rimouski",
        regionCode: "01",
        city: "Rimouski",
        link: "https://videos.example/rimouski",
        captionsLink: "https://videos.example/rimouski.vtt",
        recordedOn: "2026-10-01",
        publishedOn: null,
        unpublishedOn: null,
        ...values,
      };
      const speaker: MediaSpeakerRow = {
        id: uuid(),
        mediaId: media.id,
        registrationId: null,
        describedAs: "Ingénieure établie à Rimouski",
        consentedOn: "2026-10-01",
        consentUntil: "2027-10-01",
        consentMethod: MediaConsentMethod.SIGNED_FORM,
        collectedBy: officer.subject,
        withdrawnOn: null,
        ...consent,
      };
      await database.transaction(async (manager) => {
        await manager.insert(MediaRow, media);
        await manager.insert(MediaSpeakerRow, speaker);
      });
      return { media, speaker };
    },
  };
  return rows;
}
