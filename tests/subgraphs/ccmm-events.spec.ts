import "reflect-metadata";
import { adviser, counsellor, openCcmm, type CcmmWorld } from "../support/ccmm-world.ts";

let world: CcmmWorld;

beforeAll(async () => {
  world = await openCcmm();
});

afterAll(() => world.close());

async function read<Data>(query: string, by = adviser): Promise<Data> {
  const { data, errors } = await world.hub.ask(by, query);
  expect(errors).toBeUndefined();
  return data as never;
}

describe("The matching exercise before an event", () => {
  it("proposes pairings with their reasons and the data behind them; an adviser decides", async () => {
    const { eventId, pairingId } = await world.aPairing();
    await world.done("passerellePairingConfirm", { pairingId, reason: "Bon profil" });
    const { passerelleEvent } = await read<{ passerelleEvent: { pairings: { nodes: unknown[] } } }>(
      `{ passerelleEvent(id: "${eventId}") { pairings { nodes {
           state score reasons { factor points maximum inCommon } decisionReason employer { name }
           inputs { profile { sector occupation skills } demand { sector occupations skills } }
         } } } }`,
    );
    expect(passerelleEvent.pairings.nodes).toEqual([
      {
        state: "CONFIRMED",
        score: 100,
        reasons: [
          { factor: "OCCUPATION", points: 50, maximum: 50, inCommon: ["21232"] },
          { factor: "SKILLS", points: 30, maximum: 30, inCommon: ["TypeScript"] },
          { factor: "SECTOR", points: 20, maximum: 20, inCommon: ["51"] },
        ],
        decisionReason: "Bon profil",
        employer: { name: "Logiciels du Plateau" },
        inputs: {
          profile: { sector: "51", occupation: "21232", skills: ["TypeScript"] },
          demand: { sector: "51", occupations: ["21232"], skills: ["TypeScript"] },
        },
      },
    ]);
  });

  it("pairs nobody who has not turned pairing on", async () => {
    const person = await world.aPersonPrepared({ pairing: false });
    const eventId = await world.anEvent();
    const employerId = await world.anEmployer();
    await world.comes(eventId, employerId);
    await world.goes(eventId, person);
    await world.done("passerelleExerciseRun", { eventId });
    const pairings = await world.hub.database.query("select 1 from pairing where event_id = $1", [eventId]);
    expect(pairings).toEqual([]);
    const { userErrors } = await world.change("passerellePairingPropose", {
      eventId,
      participantId: person.participantId,
      employerId,
    });
    expect(userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["participantId"] }]);
  });

  it("leaves decisions as they are when it is run again", async () => {
    const { eventId, pairingId } = await world.aPairing();
    await world.done("passerellePairingSetAside", { pairingId, reason: "Autre projet" });
    await world.done("passerelleExerciseRun", { eventId });
    const rows = await world.hub.database.query("select id, state from pairing where event_id = $1", [
      eventId,
    ]);
    expect(rows).toEqual([{ id: pairingId, state: "SET_ASIDE" }]);
  });

  it("sets aside what nobody decided on when the person turns pairing off", async () => {
    const { participantId, pairingId } = await world.aPairing();
    await world.done("passerellePairingStop", { participantId });
    const [pairing] = await world.hub.database.query("select state from pairing where id = $1", [pairingId]);
    expect(pairing.state).toBe("SET_ASIDE");
  });

  it("comes before the event: none is held, nor completed without a pairing confirmed", async () => {
    const { eventId } = await world.aPairing();
    const complete = await world.change("passerelleExerciseComplete", { eventId });
    expect(complete.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["eventId"] }]);
    world.wait(900);
    const hold = await world.change("passerelleEventHold", { eventId });
    expect(hold.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["eventId"] }]);
  });

  it("closes the registration, which opens again with it", async () => {
    const { eventId } = await world.aMatchedEvent();
    const employerId = await world.anEmployer();
    const input = { eventId, employerId, occupations: [], skills: [] };
    const late = await world.change("passerelleEventEmployerRegister", input);
    expect(late.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["eventId"] }]);
    await world.done("passerelleExerciseReopen", { eventId });
    expect((await world.change("passerelleEventEmployerRegister", input)).userErrors).toEqual([]);
  });
});

describe("Interviews at an event", () => {
  it("bring two parties to a room, and nobody to two rooms at once", async () => {
    const { eventId, pairingId, participantId } = await world.aPairing();
    const second = await world.anEmployer("Second employeur");
    await world.comes(eventId, second);
    const otherPairing = await world.done("passerellePairingPropose", {
      eventId,
      participantId,
      employerId: second,
    });
    for (const id of [pairingId, otherPairing])
      await world.done("passerellePairingConfirm", { pairingId: id, reason: "Bon profil" });
    await world.done("passerelleExerciseComplete", { eventId });
    const startsAt = world.inMinutes(620);
    await world.done("passerelleInterviewSchedule", { pairingId, room: 1, startsAt });
    const schedule = (room: number, at: string) =>
      world.change("passerelleInterviewSchedule", { pairingId: otherPairing, room, startsAt: at });
    expect((await schedule(2, startsAt)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
    expect((await schedule(1, startsAt)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
    expect((await schedule(1, world.inMinutes(635))).userErrors).toEqual([]);
  });

  it("need a confirmed pairing, and an employer who still comes", async () => {
    const { pairingId, eventEmployerId } = await world.aMatchedEvent();
    await world.done("passerelleEventEmployerWithdraw", { eventEmployerId });
    const { userErrors } = await world.change("passerelleInterviewSchedule", {
      pairingId,
      room: 1,
      startsAt: world.inMinutes(620),
    });
    expect(userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["pairingId"] }]);
    const proposed = await world.aPairing();
    const undecided = await world.change("passerelleInterviewSchedule", {
      pairingId: proposed.pairingId,
      room: 1,
      startsAt: world.inMinutes(620),
    });
    expect(undecided.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["pairingId"] }]);
  });

  it("are cancelled with the event, with the employer, and with the pairing", async () => {
    const cancelled = async (
      how: (event: Awaited<ReturnType<CcmmWorld["aMatchedEvent"]>>) => Promise<unknown>,
    ) => {
      const event = await world.aMatchedEvent();
      const interviewId = await world.done("passerelleInterviewSchedule", {
        pairingId: event.pairingId,
        room: 1,
        startsAt: world.inMinutes(620),
      });
      await how(event);
      const [row] = await world.hub.database.query("select state from interview where id = $1", [
        interviewId,
      ]);
      return row.state;
    };
    expect(await cancelled(({ eventId }) => world.done("passerelleEventCancel", { eventId }))).toBe(
      "CANCELLED",
    );
    expect(
      await cancelled(({ eventEmployerId }) =>
        world.done("passerelleEventEmployerWithdraw", { eventEmployerId }),
      ),
    ).toBe("CANCELLED");
    expect(
      await cancelled(({ pairingId }) =>
        world.done("passerellePairingSetAside", { pairingId, reason: "Erreur" }),
      ),
    ).toBe("CANCELLED");
  });

  it("are not held before their time", async () => {
    const { pairingId } = await world.aMatchedEvent();
    const startsAt = world.inMinutes(620);
    const interviewId = await world.done("passerelleInterviewSchedule", { pairingId, room: 1, startsAt });
    const early = await world.change("passerelleInterviewHold", { interviewId });
    expect(early.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["interviewId"] }]);
  });
});

describe("After an event", () => {
  it("only those who were there go on to match on their own, with those who were there", async () => {
    const matched = await world.aMatchedEvent();
    const { eventId, participantId, employerId } = matched;
    world.wait(900);
    await world.done("passerelleEventHold", { eventId, absentParticipantIds: [participantId] });
    expect(await world.standing(matched)).toMatchObject({ step: "RECRUITMENT_EVENT" });
    const exchange = { participantId, employerId, eventId, openedBy: "PARTICIPANT" };
    const absent = await world.change("passerelleExchangeOpen", exchange);
    expect(absent.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["participantId"] }]);

    const held = await world.anEventHeld();
    const stranger = await world.anEmployer("Absente inc.");
    const elsewhere = await world.change("passerelleExchangeOpen", {
      participantId: held.participantId,
      employerId: stranger,
      eventId: held.eventId,
      openedBy: "PARTICIPANT",
    });
    expect(elsewhere.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["employerId"] }]);
    const hired = await world.change("passerelleOutcomeRecord", {
      participantId: held.participantId,
      employed: true,
      since: world.inMinutes(0).slice(0, 10),
      employerId: stranger,
      way: "RECRUITMENT_EVENT",
      eventId: held.eventId,
    });
    expect(hired.userErrors).toMatchObject([{ code: "WRONG_STATE", field: ["employerId"] }]);
  });

  it("an employer who was at more than one has come back", async () => {
    const first = await world.anEventHeld();
    const employer = async () =>
      (
        await read<{ passerelleEmployer: unknown }>(
          `{ passerelleEmployer(id: "${first.employerId}") { eventsAttended returning } }`,
          counsellor,
        )
      ).passerelleEmployer;
    expect(await employer()).toEqual({ eventsAttended: 1, returning: false });

    const again = await world.aPairing();
    await world.comes(again.eventId, first.employerId);
    expect(await employer()).toEqual({ eventsAttended: 1, returning: false });
    await world.done("passerellePairingConfirm", { pairingId: again.pairingId, reason: "Bon profil" });
    await world.done("passerelleExerciseComplete", { eventId: again.eventId });
    world.wait(900);
    await world.done("passerelleEventHold", {
      eventId: again.eventId,
      absentEmployerIds: [again.employerId],
    });
    expect(await employer()).toEqual({ eventsAttended: 2, returning: true });

    const list = async (returning: boolean) =>
      (
        await read<{ passerelleEmployers: { nodes: { id: string }[] } }>(
          `{ passerelleEmployers(first: 100, filter: { returning: ${returning}, sector: "51" }) { nodes { id } } }`,
          counsellor,
        )
      ).passerelleEmployers.nodes.map(({ id }) => id);
    expect(await list(true)).toEqual([first.employerId]);
    expect(await list(false)).toContain(again.employerId);
  });
});
