/** CCMM's world for tests, in the words of its staff: advisers, people on the pathway, activities, employers, events. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import { ccmm } from "../../subgraphs/ccmm/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "./subgraph.ts";

export const adviser = viewer("ccmm", "ADVISER");
export const website = viewer("ccmm", "SYSTEM");
export const counsellor = viewer("promis", "COUNSELLOR");

export type Input = Record<string, unknown>;

/** What a change answered: the thing under its name, and why it was refused. */
export interface Change {
  thing: { id: string } & Record<string, unknown>;
  userErrors: { code: string; field: string[] | null; message: string }[];
}

export interface Person {
  participantId: string;
  registrationId: string;
}

/** A mutation as the graph describes it. */
interface Mutation {
  name: string;
  args: { type: { ofType: { name: string } } }[];
  type: { ofType: { fields: { name: string }[] } };
}

export type CcmmWorld = Awaited<ReturnType<typeof openCcmm>>;

/** CCMM's subgraph with nobody in it, on the morning of 2 March 2026. */
export async function openCcmm() {
  let time = new Date("2026-03-02T15:00:00.000Z");
  const hub = await openSubgraph(ccmm, { GRANT_KEY: TEST_GRANT_KEY }, () => time);
  const mutations = await describeMutations(hub);

  /** Makes a change, as an adviser unless told; `selection` is what to read of the thing. */
  async function change(name: string, input: Input, by: Viewer = adviser, selection = "id"): Promise<Change> {
    const mutation = mutations.get(name);
    if (!mutation) throw new Error(`There is no mutation ${name}.`);
    const { inputType, field } = mutation;
    const { data, errors } = await hub.ask(
      by,
      `mutation ($input: ${inputType}!) {
        ${name}(input: $input) { ${field} { ${selection} } userErrors { code field message } }
      }`,
      { input: { reference: randomUUID(), ...input } },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    const payload = data[name] as unknown as Record<string, unknown>;
    return { thing: payload[field], userErrors: payload["userErrors"] } as Change;
  }

  /** Makes a change that must succeed, and gives the id of the thing. */
  async function done(name: string, input: Input): Promise<string> {
    const { thing, userErrors } = await change(name, input);
    if (userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
    return thing.id;
  }

  /** Lets time go by. */
  function wait(minutes: number): Date {
    time = new Date(time.getTime() + minutes * 60_000);
    return time;
  }
  const inMinutes = (minutes: number) => new Date(time.getTime() + minutes * 60_000).toISOString();

  const world = {
    hub,
    change,
    done,
    wait,
    inMinutes,
    mutations: () => [...mutations.keys()],
    anAdviser: () => done("passerelleAdviserAdd", { name: "Amina Benali", since: "2021-02-01" }),

    /** Somebody eligible who has filled in the questionnaire. */
    async aPerson(overrides: Input = {}): Promise<Person> {
      const registrationId = randomUUID();
      const participantId = await done("passerelleRegister", {
        ...questionnaire(),
        ticket: hub.ticket(registrationId, "ccmm"),
        pairing: true,
        ...overrides,
      });
      return { participantId, registrationId };
    },

    async aCall(person: Person, adviserId?: string): Promise<string> {
      return done("passerelleCallSchedule", {
        participantId: person.participantId,
        adviserId: adviserId ?? (await world.anAdviser()),
        startsAt: inMinutes(60),
      });
    },

    /** Somebody whom an adviser has called. */
    async aPersonCalled(overrides: Input = {}): Promise<Person> {
      const person = await world.aPerson(overrides);
      const callId = await world.aCall(person);
      wait(90);
      await done("passerelleCallMake", { callId });
      return person;
    },

    async anActivity(kind: "WELCOME" | "VIDEO_TRAINING" | "SECTOR"): Promise<string> {
      return done("passerelleActivityPlan", {
        kind,
        title: "Rencontre",
        sector: kind === "SECTOR" ? "51" : null,
        startsAt: inMinutes(60),
        endsAt: inMinutes(120),
      });
    },

    /** These people come to an activity of this kind. */
    async attend(kind: "WELCOME" | "VIDEO_TRAINING" | "SECTOR", ...people: Person[]): Promise<string> {
      const activityId = await world.anActivity(kind);
      for (const { participantId } of people)
        await done("passerelleActivityEnrol", { activityId, participantId });
      wait(120);
      return done("passerelleActivityHold", { activityId });
    },

    /** Somebody who has had the welcome, the training and an activity with the sector. */
    async aPersonPrepared(overrides: Input = {}): Promise<Person> {
      const person = await world.aPersonCalled(overrides);
      await world.attend("WELCOME", person);
      await world.attend("VIDEO_TRAINING", person);
      await world.attend("SECTOR", person);
      return person;
    },

    anEmployer: (name = "Logiciels du Plateau", sector = "51") =>
      done("passerelleEmployerAdd", { name, sector, city: "Montréal" }),

    anEvent: () =>
      done("passerelleEventPlan", {
        kind: "SPEED_INTERVIEWS",
        title: "Entrevues éclair",
        sector: "51",
        startsAt: inMinutes(600),
        endsAt: inMinutes(780),
      }),

    comes: (eventId: string, employerId: string) =>
      done("passerelleEventEmployerRegister", {
        eventId,
        employerId,
        occupations: ["21232"],
        skills: ["TypeScript"],
      }),

    goes: (eventId: string, { participantId }: Person) =>
      done("passerelleEventParticipantRegister", { eventId, participantId }),

    /** An event with one employer and one person, paired. */
    async aPairing() {
      const person = await world.aPersonPrepared();
      const employerId = await world.anEmployer();
      const eventId = await world.anEvent();
      const eventEmployerId = await world.comes(eventId, employerId);
      await world.goes(eventId, person);
      await done("passerelleExerciseRun", { eventId });
      const [pairing] = await hub.database.query("select id from pairing where event_id = $1", [eventId]);
      return { ...person, employerId, eventId, eventEmployerId, pairingId: pairing.id as string };
    },

    /** The same, confirmed, with the exercise complete. */
    async aMatchedEvent() {
      const paired = await world.aPairing();
      await done("passerellePairingConfirm", { pairingId: paired.pairingId, reason: "Bon profil" });
      await done("passerelleExerciseComplete", { eventId: paired.eventId });
      return paired;
    },

    /** The same, held. */
    async anEventHeld() {
      const matched = await world.aMatchedEvent();
      wait(900);
      await done("passerelleEventHold", { eventId: matched.eventId });
      return matched;
    },

    /** The step of a person, and whether the file is closed. */
    async standing({ participantId }: { participantId: string }) {
      const { data } = await hub.ask(
        adviser,
        `{ passerelleParticipant(id: "${participantId}") { step closedOn closingReason nextSteps } }`,
      );
      return (data as never as { passerelleParticipant: Record<string, unknown> }).passerelleParticipant;
    },

    /** All rows of all tables as one fingerprint: what was not written leaves it as it is. */
    async fingerprint(): Promise<string> {
      const tables: { name: string }[] = await hub.database.query(
        "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
      );
      const parts = tables.map(
        ({ name }) =>
          `select '${name}' as name, count(*), md5(string_agg(t::text, ';' order by t::text)) from "${name}" t`,
      );
      return JSON.stringify(await hub.database.query(parts.join(" union all ")));
    },

    close: () => hub.close(),
  };
  return world;
}

/** The answers of somebody eligible. */
export function questionnaire(overrides: Input = {}): Input {
  return {
    status: "PERMANENT_RESIDENT",
    postalCode: "H2X 1Y4",
    sector: "51",
    occupation: "21232",
    skills: ["TypeScript"],
    experienceYears: 6,
    ...overrides,
  };
}

async function describeMutations(hub: TestSubgraph) {
  const { data } = await hub.ask(
    adviser,
    `{ __type(name: "Mutation") { fields {
         name args { type { ofType { name } } } type { ofType { fields { name } } }
       } } }`,
  );
  const { fields } = (data as never as { __type: { fields: Mutation[] } }).__type;
  return new Map(
    fields.map(({ name, args, type }) => [
      name,
      {
        inputType: args[0]?.type.ofType.name ?? "",
        field: type.ofType.fields.find((field) => field.name !== "userErrors")?.name ?? "",
      },
    ]),
  );
}
