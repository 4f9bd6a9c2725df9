/** Release a person from the employers who wait for them: they took a job, and nobody is to go on expecting them. */
import { In } from "typeorm";
import type { Work } from "../../../platform/action.ts";
import { MatchState, WAITING } from "../domain/match.ts";
import { InterviewState } from "../domain/interview.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { MatchRow } from "../store/match.row.ts";

/** Sets aside what waits for the person at other positions, with the reason, and frees what was booked for it. */
export async function releaseElsewhere(
  { registrationId, positionId }: { registrationId: string; positionId: string },
  { manager, viewer, now }: Work,
): Promise<void> {
  const waiting = await manager.find(MatchRow, {
    where: { registrationId, state: In([...WAITING]) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
  const elsewhere = waiting.filter((match) => match.positionId !== positionId).map(({ id }) => id);
  if (elsewhere.length === 0) return;
  const booked = { matchId: In(elsewhere), state: InterviewState.BOOKED };
  await manager.update(InterviewRow, booked, { state: InterviewState.CANCELLED });
  await manager.update(
    MatchRow,
    { id: In(elsewhere) },
    {
      state: MatchState.SET_ASIDE,
      decidedBy: viewer.subject,
      decidedAt: now,
      decisionReason: RELEASED,
    },
  );
}

const RELEASED = "Released: the person accepted an offer of another position.";
