import "reflect-metadata";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { OfferState } from "../../subgraphs/fccq/domain/offer.ts";
import { PositionState } from "../../subgraphs/fccq/domain/position.ts";
import { describeChanges, NOBODY, tooLong, type Change } from "../support/fccq-changes.ts";
import { counsellor, officer, openWorld, read, TODAY, type World } from "../support/fccq-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** An offer that comes to nothing. */
const end = (mutation: string, state: OfferState): Change => ({
  mutation,
  thing: "offer { id state answeredOn answerReason position { state } }",
  input: async () => ({ offerId: (await world.offer()).id, reason: "Le salaire.", answeredOn: "2026-11-15" }),
  becomes: {
    state,
    answeredOn: "2026-11-15",
    answerReason: "Le salaire.",
    position: { state: "OPEN" },
  },
  bad: [
    [{ offerId: NOBODY }, "UNKNOWN_REFERENCE", "offerId"],
    [{ reason: "" }, "REQUIRED", "reason"],
    [{ reason: tooLong(1000) }, "TOO_LONG", "reason"],
    [{ answeredOn: "2026-11-09" }, "OUT_OF_RANGE", "answeredOn"],
    [{ answeredOn: "2026-11-21" }, "OUT_OF_RANGE", "answeredOn"],
  ],
  again: "WRONG_STATE",
});

describe("The changes of offers, jobs and support", () => {
  describeChanges(
    () => world,
    [
      {
        mutation: "offerPropose",
        thing: "offer { id state proposedOn belowSkillLevel match { id } nextStates }",
        input: async () => ({
          participantId: (await world.participant({ occupation: "21301" })).id,
          positionId: (await world.position()).id,
        }),
        becomes: {
          state: "PROPOSED",
          proposedOn: TODAY,
          belowSkillLevel: true,
          match: null,
          nextStates: ["ACCEPTED", "REFUSED", "WITHDRAWN"],
        },
        bad: [
          [{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"],
          [{ positionId: NOBODY }, "UNKNOWN_REFERENCE", "positionId"],
          [{ proposedOn: "2026-11-21" }, "OUT_OF_RANGE", "proposedOn"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "offerAccept",
        thing: "offer { id state answeredOn startsOn position { state closedOn } }",
        input: async () => ({ offerId: (await world.offer()).id, startsOn: "2027-01-05" }),
        becomes: {
          state: "ACCEPTED",
          answeredOn: TODAY,
          startsOn: "2027-01-05",
          position: { state: "FILLED", closedOn: TODAY },
        },
        bad: [
          [{ offerId: NOBODY }, "UNKNOWN_REFERENCE", "offerId"],
          [{ answeredOn: "2026-11-09" }, "OUT_OF_RANGE", "answeredOn"],
          [{ answeredOn: "2026-11-21" }, "OUT_OF_RANGE", "answeredOn"],
          [{ startsOn: "2026-11-19" }, "OUT_OF_RANGE", "startsOn"],
        ],
        again: "WRONG_STATE",
      },
      end("offerRefuse", OfferState.REFUSED),
      end("offerWithdraw", OfferState.WITHDRAWN),
      {
        mutation: "jobStartRecord",
        thing: "offer { id startedOn }",
        input: async () => ({ offerId: (await world.job()).id, startedOn: "2026-11-16" }),
        becomes: { startedOn: "2026-11-16" },
        bad: [
          [{ offerId: NOBODY }, "UNKNOWN_REFERENCE", "offerId"],
          [{ startedOn: "2026-11-11" }, "OUT_OF_RANGE", "startedOn"],
          [{ startedOn: "2026-11-21" }, "OUT_OF_RANGE", "startedOn"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "jobEndRecord",
        thing: "offer { id endedOn endReason }",
        input: async () => ({
          offerId: (await world.job({ startedOn: "2026-11-16" })).id,
          reason: "Retour à Montréal.",
        }),
        becomes: { endedOn: TODAY, endReason: "Retour à Montréal." },
        bad: [
          [{ offerId: NOBODY }, "UNKNOWN_REFERENCE", "offerId"],
          [{ reason: "" }, "REQUIRED", "reason"],
          [{ endedOn: "2026-11-15" }, "OUT_OF_RANGE", "endedOn"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "workerFollowUpRecord",
        thing: "followUp { id madeOn channel employed nextOn offer { state } }",
        input: async () => ({
          offerId: (await world.job()).id,
          channel: "TELEPHONE",
          employed: true,
          note: "Tout va bien.",
          nextOn: "2027-02-20",
        }),
        becomes: {
          madeOn: TODAY,
          channel: "TELEPHONE",
          employed: true,
          nextOn: "2027-02-20",
          offer: { state: "ACCEPTED" },
        },
        bad: [
          [{ offerId: NOBODY }, "UNKNOWN_REFERENCE", "offerId"],
          [{ note: "" }, "REQUIRED", "note"],
          [{ note: tooLong(2000) }, "TOO_LONG", "note"],
          [{ madeOn: "2026-11-21" }, "OUT_OF_RANGE", "madeOn"],
          [{ madeOn: "2026-11-11" }, "OUT_OF_RANGE", "madeOn"],
          [{ nextOn: TODAY }, "OUT_OF_RANGE", "nextOn"],
        ],
      },
      {
        mutation: "financialGuidanceRecord",
        thing: "guidance { id aid givenOn grantedBy note }",
        input: async () => ({
          participantId: (await world.participant()).id,
          aid: "TRAVEL",
          grantedBy: "Emplois en régions",
        }),
        becomes: { aid: "TRAVEL", givenOn: TODAY, grantedBy: "Emplois en régions", note: null },
        bad: [
          [{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"],
          [{ grantedBy: "" }, "REQUIRED", "grantedBy"],
          [{ grantedBy: tooLong(200) }, "TOO_LONG", "grantedBy"],
          [{ note: tooLong(2000) }, "TOO_LONG", "note"],
          [{ givenOn: "2026-11-21" }, "OUT_OF_RANGE", "givenOn"],
        ],
      },
      {
        mutation: "employerSupportRecord",
        thing: "support { id topic givenOn note }",
        input: async () => ({
          businessId: (await world.business()).id,
          topic: "INTERCULTURAL_MANAGEMENT",
          note: "Un atelier d'une heure.",
        }),
        becomes: { topic: "INTERCULTURAL_MANAGEMENT", givenOn: TODAY, note: "Un atelier d'une heure." },
        bad: [
          [{ businessId: NOBODY }, "UNKNOWN_REFERENCE", "businessId"],
          [{ note: "" }, "REQUIRED", "note"],
          [{ givenOn: "2026-11-21" }, "OUT_OF_RANGE", "givenOn"],
        ],
      },
    ],
  );
});

describe("An offer", () => {
  const propose = (participantId: string, positionId: string) =>
    world.change("offerPropose", "offer { id match { id } }", { participantId, positionId });

  it("follows the interview of its match", async () => {
    const participant = await world.participant();
    const position = await world.position();
    const match = await world.match({
      registrationId: participant.registrationId,
      positionId: position.id,
      state: MatchState.INVITED,
    });
    expect((await propose(participant.id, position.id)).errors).toMatchObject([{ code: "WRONG_STATE" }]);
    await world.change("matchMeet", "match { id }", { matchId: match.id, reason: "Vus à Matane." });
    expect(await propose(participant.id, position.id)).toMatchObject({
      thing: { match: { id: match.id } },
      errors: [],
    });
  });

  it("is not made for a position that is filled or withdrawn", async () => {
    const participant = await world.participant();
    const position = await world.position({ state: PositionState.WITHDRAWN, closedOn: TODAY });
    expect((await propose(participant.id, position.id)).errors).toMatchObject([
      { code: "WRONG_STATE", field: ["positionId"] },
    ]);
  });

  it("is accepted by one of two people only: a position is one job", async () => {
    const position = await world.position();
    const offers = [
      await world.offer({ positionId: position.id }),
      await world.offer({ positionId: position.id }),
    ];
    const accepted = await Promise.all(
      offers.map(({ id }) => world.change("offerAccept", "offer { id }", { offerId: id })),
    );
    expect(accepted.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
    await expect(world.job({ positionId: position.id })).rejects.toThrow("duplicate key");
  });

  it("has no job before it is accepted, and none after it has ended", async () => {
    const proposed = await world.offer();
    const ended = await world.job({ endedOn: "2026-11-18", endReason: "Fermeture." });
    for (const offer of [proposed, ended]) {
      for (const [mutation, thing, more] of [
        ["jobStartRecord", "offer { id }", {}],
        ["jobEndRecord", "offer { id }", { reason: "Départ." }],
        ["workerFollowUpRecord", "followUp { id }", { channel: "VIDEO", employed: false, note: "Parti." }],
      ] as const) {
        const { errors } = await world.change(mutation, thing, { offerId: offer.id, ...more });
        expect(errors).toMatchObject([{ code: "WRONG_STATE", field: ["offerId"] }]);
      }
    }
  });

  it("is in the staff's list, with what became of the job, and in nobody else's", async () => {
    const job = await world.job({ startedOn: "2026-11-16" });
    await world.change("workerFollowUpRecord", "followUp { id }", {
      offerId: job.id,
      channel: "IN_PERSON",
      employed: true,
      note: "Rencontre sur place.",
    });
    const query =
      "{ offers(state: ACCEPTED, first: 100) { nodes { id startedOn followUps { note } candidate { registrationId } } } }";
    const { offers } = await read<{ offers: { nodes: { id: string }[] } }>(world.hub, officer, query);
    expect(offers.nodes.find(({ id }) => id === job.id)).toEqual({
      id: job.id,
      startedOn: "2026-11-16",
      followUps: [{ note: "Rencontre sur place." }],
      candidate: { registrationId: job.registrationId },
    });
    expect((await world.hub.ask(counsellor, query)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const position = `{ position(id: "${job.positionId}") { offers { nodes { id } } } }`;
    expect(await read(world.hub, counsellor, position)).toEqual({ position: { offers: null } });
    expect(await read(world.hub, officer, position)).toEqual({
      position: { offers: { nodes: [{ id: job.id }] } },
    });
  });
});
