/** A household leaves the region again: the case ends, and every retention check still to come is answered. */
import type { Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { tell } from "../../../platform/outbox.ts";
import { MILESTONE_OF_DEPARTURE } from "../domain/milestone.ts";
import { RetentionOutcome } from "../domain/retention.ts";
import {
  WELCOME_CASE_MOVES,
  type WelcomeDepartureReason,
  WelcomeCaseState,
  type WelcomeDestination,
} from "../domain/welcome-case.ts";
import { RetentionCheckRow } from "../store/retention-check.row.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";

export interface Departure {
  leftOn: string;
  reason: WelcomeDepartureReason;
  destination: WelcomeDestination;
}

/** The case left by its household. @throws {Refusal} `WRONG_STATE` when the household is not in the region. */
export async function depart(
  welcomeCase: WelcomeCaseRow,
  { leftOn, reason, destination }: Departure,
  work: Work,
): Promise<WelcomeCaseRow> {
  const { manager, save, viewer, today } = work;
  const state = move(WELCOME_CASE_MOVES, welcomeCase.state, WelcomeCaseState.LEFT, "caseId");
  await manager.update(
    RetentionCheckRow,
    { caseId: welcomeCase.id, outcome: RetentionOutcome.PENDING },
    { outcome: RetentionOutcome.LEFT, departureReason: reason, checkedOn: today, checkedBy: viewer.subject },
  );
  await tell(work, {
    kind: MILESTONE_OF_DEPARTURE[destination],
    registrationId: welcomeCase.registrationId,
    sourceId: `welcome-case:${welcomeCase.id}:left`,
    on: leftOn,
  });
  return save(WelcomeCaseRow, { ...welcomeCase, state, leftOn, departureReason: reason, destination });
}
