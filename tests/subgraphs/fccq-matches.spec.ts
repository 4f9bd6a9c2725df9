import "reflect-metadata";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { OfferState } from "../../subgraphs/fccq/domain/offer.ts";
import { PositionState } from "../../subgraphs/fccq/domain/position.ts";
import { describeChanges, NOBODY, tooLong, type Change } from "../support/fccq-changes.ts";
import { NOW, officer, openWorld, read, type World } from "../support/fccq-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const A_PROFILE = {
  occupation: "21301",
  skills: ["soudure"],
  experienceYears: 12,
  frenchSpeaking: 9,
  targetedRegions: ["11"],
};

/** A decision that moves a match from one state to another. */
const decision = (mutation: string, from: MatchState, to: MatchState): Change => ({
  mutation,
  thing: "match { id state decisionReason decidedAt }",
  input: async () => ({ matchId: (await world.match({ state: from })).id, reason: "Après l'appel." }),
  becomes: { state: to, decisionReason: "Après l'appel.", decidedAt: NOW.toISOString() },
  bad: [
    [{ matchId: NOBODY }, "UNKNOWN_REFERENCE", "matchId"],
    [{ matchId: "nobody" }, "UNKNOWN_REFERENCE", "matchId"],
    [{ reason: "" }, "REQUIRED", "reason"],
    [{ reason: tooLong(1000) }, "TOO_LONG", "reason"],
    [{ reference: "" }, "REQUIRED", "reference"],
  ],
  again: "WRONG_STATE",
});

describe("The changes of positions, participants and matches", () => {
  describeChanges(
    () => world,
    [
      {
        mutation: "positionWithdraw",
        thing: "position { id state closedOn }",
        input: async () => ({ positionId: (await world.position()).id }),
        becomes: { state: "WITHDRAWN", closedOn: "2026-11-20" },
        bad: [[{ positionId: NOBODY }, "UNKNOWN_REFERENCE", "positionId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "positionReopen",
        thing: "position { id state closedOn nextStates }",
        input: async () => ({
          positionId: (await world.position({ state: PositionState.FILLED, closedOn: "2026-11-01" })).id,
        }),
        becomes: { state: "OPEN", closedOn: null, nextStates: ["FILLED", "WITHDRAWN"] },
        bad: [[{ positionId: NOBODY }, "UNKNOWN_REFERENCE", "positionId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "participantCorrect",
        thing: "participant { id occupation skills frenchSpeaking frenchWriting targetedRegions { code } }",
        input: async () => ({ ...A_PROFILE, participantId: (await world.participant()).id }),
        becomes: {
          occupation: "21301",
          skills: ["soudure"],
          frenchSpeaking: 9,
          frenchWriting: null,
          targetedRegions: [{ code: "11" }],
        },
        bad: [
          [{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"],
          [{ occupation: "ingénieure" }, "INVALID_FORMAT", "occupation"],
          [{ skills: Array(51).fill("soudure") }, "TOO_LONG", "skills"],
          [{ experienceYears: 61 }, "OUT_OF_RANGE", "experienceYears"],
          [{ frenchSpeaking: 13 }, "OUT_OF_RANGE", "frenchSpeaking"],
          [{ targetedRegions: ["18"] }, "INVALID_FORMAT", "targetedRegions"],
        ],
      },
      {
        mutation: "participantTurnMatchingOn",
        thing: "participant { id matchingSince }",
        input: async () => ({ participantId: (await world.participant({ matchingSince: null })).id }),
        becomes: { matchingSince: NOW.toISOString() },
        bad: [[{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "participantTurnMatchingOff",
        thing: "participant { id matchingSince }",
        input: async () => ({ participantId: (await world.participant()).id }),
        becomes: { matchingSince: null },
        bad: [[{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "matchPropose",
        thing: "match { id state score standing overrideScore }",
        input: async () => ({
          participantId: (await world.participant()).id,
          positionId: (await world.position()).id,
        }),
        becomes: { state: "MATCHED", score: 100, standing: 100, overrideScore: null },
        bad: [
          [{ participantId: NOBODY }, "UNKNOWN_REFERENCE", "participantId"],
          [{ positionId: NOBODY }, "UNKNOWN_REFERENCE", "positionId"],
        ],
        again: "CONFLICT",
      },
      decision("matchPrequalify", MatchState.MATCHED, MatchState.PREQUALIFIED),
      decision("matchSetAside", MatchState.PREQUALIFIED, MatchState.SET_ASIDE),
      decision("matchInvite", MatchState.PREQUALIFIED, MatchState.INVITED),
      decision("matchMeet", MatchState.INVITED, MatchState.INTERVIEWED),
      decision("matchRetain", MatchState.INTERVIEWED, MatchState.RETAINED),
      decision("matchNotRetain", MatchState.INTERVIEWED, MatchState.NOT_RETAINED),
      decision("matchContinue", MatchState.RETAINED, MatchState.CONTINUING),
      {
        mutation: "matchReviewRequest",
        thing: "review { id outcome requestReason match { state } }",
        input: async () => ({ matchId: (await world.match()).id, reason: "Mes cours n'ont pas compté." }),
        becomes: {
          outcome: null,
          requestReason: "Mes cours n'ont pas compté.",
          match: { state: "MATCHED" },
        },
        bad: [
          [{ matchId: NOBODY }, "UNKNOWN_REFERENCE", "matchId"],
          [{ reason: "" }, "REQUIRED", "reason"],
          [{ reason: tooLong(1000) }, "TOO_LONG", "reason"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "matchReviewUphold",
        thing: "review { id outcome overrideScore match { standing } }",
        input: async () => ({ reviewId: (await world.review()).id, reason: "Le calcul est juste." }),
        becomes: { outcome: "UPHELD", overrideScore: null, match: { standing: 100 } },
        bad: [
          [{ reviewId: NOBODY }, "UNKNOWN_REFERENCE", "reviewId"],
          [{ reason: "" }, "REQUIRED", "reason"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "matchReviewOverride",
        thing: "review { id outcome overrideScore match { score standing overrideScore } }",
        input: async () => ({
          reviewId: (await world.review({ matchId: (await world.match({ score: 40, standing: 40 })).id })).id,
          reason: "Dix ans de pratique.",
          score: 85,
        }),
        becomes: {
          outcome: "OVERRIDDEN",
          overrideScore: 85,
          match: { score: 40, standing: 85, overrideScore: 85 },
        },
        bad: [
          [{ score: 101 }, "OUT_OF_RANGE", "score"],
          [{ score: -1 }, "OUT_OF_RANGE", "score"],
          [{ reviewId: NOBODY }, "UNKNOWN_REFERENCE", "reviewId"],
        ],
        again: "WRONG_STATE",
      },
    ],
  );
});

describe("A match", () => {
  it("goes from the score to the two parties on their own, each step a person's", async () => {
    const match = await world.match();
    for (const [mutation, state] of [
      ["matchPrequalify", "PREQUALIFIED"],
      ["matchSetAside", "SET_ASIDE"],
      ["matchPrequalify", "PREQUALIFIED"],
      ["matchInvite", "INVITED"],
      ["matchMeet", "INTERVIEWED"],
      ["matchRetain", "RETAINED"],
      ["matchContinue", "CONTINUING"],
    ] as const) {
      const { thing, errors } = await world.change(mutation, "match { id state }", {
        matchId: match.id,
        reason: "Vu avec la personne et l'employeur.",
      });
      expect([errors, thing?.["state"]]).toEqual([[], state]);
    }
  });

  it("is not shown to an employer while the person keeps matching off", async () => {
    const { registrationId } = await world.participant({ matchingSince: null });
    const matched = await world.match({ registrationId });
    const prequalified = await world.match({ registrationId, state: MatchState.PREQUALIFIED });
    const decide = (mutation: string, matchId: string) =>
      world.change(mutation, "match { id }", { matchId, reason: "Bon profil." });
    expect((await decide("matchPrequalify", matched.id)).errors).toMatchObject([{ code: "WRONG_STATE" }]);
    expect((await decide("matchInvite", prequalified.id)).errors).toMatchObject([{ code: "WRONG_STATE" }]);
    expect((await decide("matchSetAside", matched.id)).errors).toEqual([]);
  });

  it("is scored anew with a corrected profile, unless somebody has looked at it", async () => {
    const participant = await world.participant();
    const fresh = await world.match({ registrationId: participant.registrationId });
    const seen = await world.match({
      registrationId: participant.registrationId,
      state: MatchState.PREQUALIFIED,
    });
    await world.change("participantCorrect", "participant { id }", {
      ...A_PROFILE,
      participantId: participant.id,
    });
    const scores = await world.hub.database.query(
      "select id, score, standing from match where registration_id = $1 order by score",
      [participant.registrationId],
    );
    expect(scores).toEqual([
      { id: fresh.id, score: 38, standing: 38 },
      { id: seen.id, score: 100, standing: 100 },
    ]);
  });

  it("stands among the others by the score that a human being gave it", async () => {
    const position = await world.position();
    const low = await world.match({ positionId: position.id, score: 20, standing: 20 });
    const high = await world.match({ positionId: position.id, score: 60, standing: 60 });
    const order = async () =>
      (
        await read<{ position: { matches: { nodes: { id: string }[] } } }>(
          world.hub,
          officer,
          `{ position(id: "${position.id}") { matches { nodes { id } } } }`,
        )
      ).position.matches.nodes.map(({ id }) => id);
    expect(await order()).toEqual([high.id, low.id]);
    const review = await world.review({ matchId: low.id });
    await world.change("matchReviewOverride", "review { id }", {
      reviewId: review.id,
      reason: "Un métier voisin.",
      score: 90,
    });
    expect(await order()).toEqual([low.id, high.id]);
  });

  it("waits in the list of reviews until a human being has decided", async () => {
    const review = await world.review();
    const waiting = async () =>
      (
        await read<{ matchReviews: { nodes: { id: string }[] } }>(
          world.hub,
          officer,
          "{ matchReviews(waiting: true, first: 100) { nodes { id } } }",
        )
      ).matchReviews.nodes.map(({ id }) => id);
    expect(await waiting()).toContain(review.id);
    await world.change("matchReviewUphold", "review { id }", { reviewId: review.id, reason: "Juste." });
    expect(await waiting()).not.toContain(review.id);
  });
});

describe("A filled position", () => {
  it("opens again once its job has ended, and not before", async () => {
    const job = await world.job();
    const reopen = () => world.change("positionReopen", "position { id }", { positionId: job.positionId });
    expect((await reopen()).errors).toMatchObject([{ code: "WRONG_STATE", field: ["positionId"] }]);
    await world.change("jobEndRecord", "offer { id }", { offerId: job.id, reason: "N'a pas commencé." });
    expect((await reopen()).errors).toEqual([]);
    const [{ state }] = await world.hub.database.query("select state from offer where id = $1", [job.id]);
    expect(state).toBe(OfferState.ACCEPTED);
  });
});
