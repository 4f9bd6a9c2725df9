/** Rectification: who must answer a correction, by when, and when it is done. */
import { HOLDER_OF_SECTION, type Holder, type Section } from "./section.ts";

export enum CorrectionState {
  OPEN = "OPEN",
  DONE = "DONE",
}

export enum CorrectionTaskState {
  OPEN = "OPEN",
  DONE = "DONE",
  REFUSED = "REFUSED",
}

/** The days within which an organisation answers (Act respecting the protection of personal information, s. 32). */
export const CORRECTION_DAYS = 30;

/**
 * Whether an organisation that registered the person holds what a correction is about. Who the person is and where
 * they stand is with everyone who registered them; a partner's section is with that partner, and the others are not
 * told of it.
 */
export function holds(section: Section, subgraph: Holder | null): boolean {
  return HOLDER_OF_SECTION[section] === "registry" || HOLDER_OF_SECTION[section] === subgraph;
}

/** A correction is done when everyone has answered, by doing it or by refusing with a reason. */
export function stateOf(tasks: readonly { state: CorrectionTaskState }[]): CorrectionState {
  const open = tasks.some(({ state }) => state === CorrectionTaskState.OPEN);
  return open ? CorrectionState.OPEN : CorrectionState.DONE;
}

/** Whether somebody still has to answer after the day by which they had to. */
export function isOverdue(correction: { state: CorrectionState; dueOn: string }, today: string): boolean {
  return correction.state === CorrectionState.OPEN && correction.dueOn < today;
}

export interface CorrectionReader {
  organisation: string;
  reach: "CIRCLE" | "EVERYBODY" | "SELF" | "NOBODY";
}

/** Whether a reader sees what a correction is about: the coordinator follows that it is answered, not what it says. */
export function readsTheWords({ reach }: CorrectionReader): boolean {
  return reach === "CIRCLE" || reach === "SELF";
}

/** The tasks that a reader sees: an organisation its own, for the others would tell who else knows the person. */
export function tasksFor<Task extends { organisationCode: string }>(
  tasks: readonly Task[],
  { organisation, reach }: CorrectionReader,
): Task[] {
  if (reach === "CIRCLE") return tasks.filter(({ organisationCode }) => organisationCode === organisation);
  return reach === "NOBODY" ? [] : [...tasks];
}
