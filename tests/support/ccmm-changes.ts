/** Every change of CCMM's subgraph with an input that succeeds, for what must hold of all of them. */
import { randomUUID } from "node:crypto";
import { questionnaire, type CcmmWorld, type Input } from "./ccmm-world.ts";

export interface ReadyChange {
  /** Makes the world ready for the change, and gives the input with which it succeeds. */
  ready: (world: CcmmWorld) => Promise<Input>;
  /** The code that answers when it is asked for once more with another reference; null when it can be made again. */
  again: string | null;
}

/** By the mutation's name. */
export const CHANGES: Record<string, ReadyChange> = {
  passerelleAdviserAdd: { ready: async () => ({ name: "Luis Ortega" }), again: null },
  passerelleAdviserLeave: {
    ready: async (world) => ({ adviserId: await world.anAdviser() }),
    again: "WRONG_STATE",
  },
  passerelleRegister: {
    ready: async (world) => ({ ...questionnaire(), ticket: world.hub.ticket(randomUUID(), "ccmm") }),
    again: "CONFLICT",
  },
  passerelleQuestionnaireRevise: {
    ready: async (world) => ({
      ...questionnaire({ skills: ["SQL"] }),
      participantId: await participant(world),
    }),
    again: null,
  },
  passerellePairingAllow: {
    ready: async (world) => ({ participantId: await participant(world) }),
    again: null,
  },
  passerellePairingStop: {
    ready: async (world) => ({ participantId: await participant(world) }),
    again: null,
  },
  passerellePitchWrite: {
    ready: async (world) => ({
      participantId: await participant(world),
      pitch: "Dix ans de logiciels utiles.",
    }),
    again: null,
  },
  passerelleFileClose: {
    ready: async (world) => ({
      participantId: await participant(world),
      reason: "MOVED_TO_REGION",
      regionCode: "05",
    }),
    again: "WRONG_STATE",
  },
  passerelleFileReopen: {
    ready: async (world) => {
      const participantId = await participant(world);
      await world.done("passerelleFileClose", { participantId, reason: "LOST_CONTACT" });
      return { participantId };
    },
    again: "WRONG_STATE",
  },
  passerelleVideoLink: { ready: aLink, again: null },
  passerelleVideoWithdraw: {
    ready: async (world) => ({ videoId: await world.done("passerelleVideoLink", await aLink(world)) }),
    again: "WRONG_STATE",
  },
  passerelleCallSchedule: {
    ready: async (world) => ({
      participantId: await participant(world),
      adviserId: await world.anAdviser(),
      startsAt: world.inMinutes(60),
    }),
    again: "CONFLICT",
  },
  passerelleCallMake: { ready: (world) => aCall(world, 90), again: "WRONG_STATE" },
  passerelleCallMiss: { ready: (world) => aCall(world, 90), again: "WRONG_STATE" },
  passerelleCallCancel: { ready: (world) => aCall(world, 0), again: "WRONG_STATE" },
  passerelleActivityPlan: { ready: async (world) => anActivity(world), again: null },
  passerelleActivityCancel: {
    ready: async (world) => ({ activityId: await world.anActivity("WELCOME") }),
    again: "WRONG_STATE",
  },
  passerelleActivityEnrol: {
    ready: async (world) => ({
      activityId: await world.anActivity("SECTOR"),
      participantId: (await world.aPersonCalled()).participantId,
    }),
    again: "CONFLICT",
  },
  passerelleActivityHold: {
    ready: async (world) => {
      const activityId = await world.anActivity("WELCOME");
      world.wait(120);
      return { activityId };
    },
    again: "WRONG_STATE",
  },
  passerelleEmployerAdd: {
    ready: async () => ({ name: "Ateliers Beaubien", sector: "31", city: "Montréal" }),
    again: null,
  },
  passerelleEventPlan: {
    ready: async (world) => ({
      kind: "VIRTUAL_FAIR",
      title: "Foire",
      startsAt: world.inMinutes(60),
      endsAt: world.inMinutes(240),
    }),
    again: null,
  },
  passerelleEventCancel: {
    ready: async (world) => ({ eventId: await world.anEvent() }),
    again: "WRONG_STATE",
  },
  passerelleEventEmployerRegister: {
    ready: async (world) => ({
      eventId: await world.anEvent(),
      employerId: await world.anEmployer(),
      occupations: ["21232"],
      skills: [],
    }),
    again: "CONFLICT",
  },
  passerelleEventEmployerWithdraw: {
    ready: async (world) => ({ eventEmployerId: (await world.aPairing()).eventEmployerId }),
    again: "WRONG_STATE",
  },
  passerelleEventParticipantRegister: {
    ready: async (world) => ({
      eventId: await world.anEvent(),
      participantId: (await world.aPersonPrepared()).participantId,
    }),
    again: "CONFLICT",
  },
  passerelleEventHold: {
    ready: async (world) => {
      const { eventId } = await world.aMatchedEvent();
      world.wait(900);
      return { eventId };
    },
    again: "WRONG_STATE",
  },
  passerelleExerciseRun: {
    ready: async (world) => ({ eventId: (await world.aPairing()).eventId }),
    again: null,
  },
  passerellePairingPropose: {
    ready: async (world) => {
      const { eventId, participantId } = await world.aPairing();
      const employerId = await world.anEmployer("Récoltes du Nord", "11");
      await world.comes(eventId, employerId);
      return { eventId, participantId, employerId };
    },
    again: "CONFLICT",
  },
  passerellePairingConfirm: {
    ready: async (world) => ({ pairingId: (await world.aPairing()).pairingId, reason: "Bon profil" }),
    again: "WRONG_STATE",
  },
  passerellePairingSetAside: {
    ready: async (world) => ({ pairingId: (await world.aPairing()).pairingId, reason: "Autre projet" }),
    again: "WRONG_STATE",
  },
  passerelleExerciseComplete: {
    ready: async (world) => {
      const { eventId, pairingId } = await world.aPairing();
      await world.done("passerellePairingConfirm", { pairingId, reason: "Bon profil" });
      return { eventId };
    },
    again: "WRONG_STATE",
  },
  passerelleExerciseReopen: {
    ready: async (world) => ({ eventId: (await world.aMatchedEvent()).eventId }),
    again: "WRONG_STATE",
  },
  passerelleInterviewSchedule: { ready: anInterview, again: "CONFLICT" },
  passerelleInterviewHold: {
    ready: async (world) => ({ ...(await anInterviewScheduled(world, 700)), outcome: "CONTINUES" }),
    again: "WRONG_STATE",
  },
  passerelleInterviewMiss: { ready: (world) => anInterviewScheduled(world, 700), again: "WRONG_STATE" },
  passerelleInterviewCancel: { ready: (world) => anInterviewScheduled(world, 0), again: "WRONG_STATE" },
  passerelleExchangeOpen: { ready: anExchange, again: "CONFLICT" },
  passerelleExchangeEnd: {
    ready: async (world) => ({
      exchangeId: await world.done("passerelleExchangeOpen", await anExchange(world)),
    }),
    again: "WRONG_STATE",
  },
  passerelleOutcomeRecord: {
    ready: async (world) => {
      const { participantId, employerId, eventId } = await world.anEventHeld();
      return {
        participantId,
        employed: true,
        since: today(world),
        employerId,
        way: "RECRUITMENT_EVENT",
        eventId,
      };
    },
    again: "CONFLICT",
  },
};

function today(world: CcmmWorld): string {
  return world.inMinutes(0).slice(0, 10);
}

async function participant(world: CcmmWorld): Promise<string> {
  return (await world.aPerson()).participantId;
}

async function aLink(world: CcmmWorld): Promise<Input> {
  return {
    participantId: await participant(world),
    url: "https://video.example/candidature",
    consent: true,
    consentedOn: "2026-03-01",
  };
}

async function aCall(world: CcmmWorld, minutes: number): Promise<Input> {
  const callId = await world.aCall(await world.aPerson());
  world.wait(minutes);
  return { callId };
}

export function anActivity(world: CcmmWorld): Input {
  return {
    kind: "SECTOR",
    title: "Réalités du secteur",
    sector: "51",
    startsAt: world.inMinutes(60),
    endsAt: world.inMinutes(120),
    speakers: [{ role: "SECTOR_REPRESENTATIVE", name: "Julie Roy", affiliation: "TechnoMontréal" }],
  };
}

async function anInterview(world: CcmmWorld): Promise<Input> {
  const { pairingId } = await world.aMatchedEvent();
  return { pairingId, room: 1, startsAt: world.inMinutes(620) };
}

async function anInterviewScheduled(world: CcmmWorld, minutes: number): Promise<Input> {
  const interviewId = await world.done("passerelleInterviewSchedule", await anInterview(world));
  world.wait(minutes);
  return { interviewId };
}

async function anExchange(world: CcmmWorld): Promise<Input> {
  const { participantId, employerId, eventId } = await world.anEventHeld();
  return { participantId, employerId, eventId, openedBy: "EMPLOYER" };
}
