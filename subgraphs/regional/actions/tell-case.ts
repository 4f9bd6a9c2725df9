/** What a welcome case comes to is told the registry: arrival, settlement, retention. */
import type { Work } from "../../../platform/action.ts";
import { tell } from "../../../platform/outbox.ts";
import { reached } from "../domain/milestone.ts";
import type { WelcomeCaseState } from "../domain/welcome-case.ts";
import type { WelcomeCaseRow } from "../store/welcome-case.row.ts";

/** Tells what the case newly reached on a day, on its way from one state to another. */
export function tellReached(
  { id, registrationId }: WelcomeCaseRow,
  from: WelcomeCaseState,
  to: WelcomeCaseState,
  on: string,
  work: Work,
): Promise<void> {
  const milestones = reached(from, to).map(({ state, kind }) => ({
    kind,
    registrationId,
    // With the day: a household can be unsettled, and settled again.
    sourceId: `welcome-case:${id}:${state.toLowerCase()}:${on}`,
    on,
  }));
  return tell(work, ...milestones);
}
