/** Somebody whom one employer holds is not left invited by another without anyone knowing. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { InterviewState } from "../../subgraphs/fccq/domain/interview.ts";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { officer, openWorld, read, type World } from "../support/fccq-world.ts";
import { viewer } from "../support/subgraph.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function conflicts(): Promise<string[]> {
  const { conflictingInvitations } = await read<{ conflictingInvitations: { nodes: { id: string }[] } }>(
    world.hub,
    officer,
    "{ conflictingInvitations(first: 100) { nodes { id } } }",
  );
  return conflictingInvitations.nodes.map(({ id }) => id);
}

describe("A person whom one employer retains", () => {
  it("is listed with each invitation elsewhere, until that is set aside", async () => {
    const { registrationId } = await world.participant();
    const invited = await world.match({ registrationId, state: MatchState.INVITED });
    const met = await world.match({ registrationId, state: MatchState.INTERVIEWED });
    expect(await conflicts()).not.toContain(invited.id);
    const retained = await world.change(
      "matchRetain",
      "match { id conflictingInvitations: invitedElsewhere { id } }",
      {
        matchId: met.id,
        reason: "L’employeur poursuit.",
      },
    );
    expect(retained.thing).toEqual({ id: met.id, conflictingInvitations: [{ id: invited.id }] });
    expect(await conflicts()).toContain(invited.id);
    await world.change("matchSetAside", "match { id }", { matchId: invited.id, reason: "Retenue ailleurs." });
    expect(await conflicts()).not.toContain(invited.id);
  });

  it("is nobody's business but FCCQ's", async () => {
    const { errors } = await world.hub.ask(
      viewer("promis", "COUNSELLOR"),
      "{ conflictingInvitations { nodes { id } } }",
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("A person who accepts an offer", () => {
  it("is released from whoever waits for them elsewhere, with the reason, and the rooms booked are free again", async () => {
    const offer = await world.offer();
    const { registrationId } = offer;
    const invited = await world.match({ registrationId, state: MatchState.INVITED });
    const presented = await world.match({ registrationId, state: MatchState.PREQUALIFIED });
    const interview = await world.interview({ matchId: invited.id });
    const somebodyElse = await world.match({ state: MatchState.INVITED });
    await world.change("offerAccept", "offer { state }", { offerId: offer.id });
    const rows = await world.hub.database.query(
      "select id, state, decision_reason as reason, decided_by as by from match where id = any($1)",
      [[invited.id, presented.id, somebodyElse.id]],
    );
    const stateOf = new Map(rows.map(({ id, ...rest }: { id: string }) => [id, rest]));
    const released = {
      state: "SET_ASIDE",
      reason: "Released: the person accepted an offer of another position.",
      by: officer.subject,
    };
    expect(stateOf.get(invited.id)).toEqual(released);
    expect(stateOf.get(presented.id)).toEqual(released);
    expect(stateOf.get(somebodyElse.id)).toMatchObject({ state: "INVITED" });
    const [{ state }] = await world.hub.database.query("select state from interview where id = $1", [
      interview.id,
    ]);
    expect(state).toBe(InterviewState.CANCELLED);
  });

  it("is released once, though the answer is sent twice", async () => {
    const offer = await world.offer();
    const invited = await world.match({ registrationId: offer.registrationId, state: MatchState.INVITED });
    const reference = randomUUID();
    await world.change("offerAccept", "offer { id }", { offerId: offer.id, reference });
    await world.change("matchPrequalify", "match { id }", {
      matchId: invited.id,
      reason: "Deux postes à la fois.",
    });
    await world.change("offerAccept", "offer { id }", { offerId: offer.id, reference });
    const [{ state }] = await world.hub.database.query("select state from match where id = $1", [invited.id]);
    expect(state).toBe(MatchState.PREQUALIFIED);
  });
});
