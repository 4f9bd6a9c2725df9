/** A case of the caller's own partner, and what most changes of cases have in common. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { checklistOf, WELCOME_ITEM_MOVES, type WelcomeArea, WelcomeItemState } from "../domain/checklist.ts";
import { retentionReached } from "../domain/retention.ts";
import { IN_REGION, stateInRegion, UNDER_WAY, WELCOME_CASE_MOVES } from "../domain/welcome-case.ts";
import { RetentionCheckRow } from "../store/retention-check.row.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { WelcomeItemRow } from "../store/welcome-item.row.ts";
import { tellReached } from "./tell-case.ts";

@InputType()
export abstract class WelcomeCaseChangeInput extends ChangeInput {
  @Field(() => ID, { description: "The welcome case, of your own partner." })
  caseId: string;
}

/** The case, locked. @throws {Refusal} `UNKNOWN_REFERENCE` when it is not one of the caller's own partner. */
export function ownCase({ caseId }: WelcomeCaseChangeInput, { find, viewer }: Work): Promise<WelcomeCaseRow> {
  return find(WelcomeCaseRow, caseId, "caseId", { tenant: viewer.organisation });
}

/** The case, locked. @throws {Refusal} `WRONG_STATE` when nobody works on it any more. */
export async function ownCaseUnderWay(input: WelcomeCaseChangeInput, work: Work): Promise<WelcomeCaseRow> {
  const welcomeCase = await ownCase(input, work);
  if (!UNDER_WAY.includes(welcomeCase.state))
    throw new Refusal(
      "WRONG_STATE",
      `This case is ${welcomeCase.state}: nobody works on it any more.`,
      "caseId",
    );
  return welcomeCase;
}

/** Moves one area of the checklist: done or not needed on a day by the caller, or to do again. */
export async function tick(
  { id: caseId }: WelcomeCaseRow,
  area: WelcomeArea,
  to: WelcomeItemState,
  { manager, save, viewer }: Work,
  { doneOn, note }: { doneOn: string; note?: string | null | undefined },
): Promise<void> {
  const item = await manager.findOneByOrFail(WelcomeItemRow, { caseId, area });
  const state = move(WELCOME_ITEM_MOVES, item.state, to, "area");
  const done = state !== WelcomeItemState.TO_DO;
  await save(WelcomeItemRow, {
    ...item,
    state,
    doneBy: done ? viewer.subject : null,
    doneOn: done ? doneOn : null,
    note: note ?? null,
  });
}

/** The case written, in the state that its checklist and its retention checks now say when it is in the region. */
export async function saveStanding(welcomeCase: WelcomeCaseRow, work: Work): Promise<WelcomeCaseRow> {
  const { manager, save, today } = work;
  const { id: caseId, state: from, settledOn } = welcomeCase;
  if (!IN_REGION.includes(from)) return save(WelcomeCaseRow, welcomeCase);
  const { complete } = checklistOf(await manager.findBy(WelcomeItemRow, { caseId }));
  const retained = retentionReached(await manager.findBy(RetentionCheckRow, { caseId }));
  const to = stateInRegion(complete, retained);
  await tellReached(welcomeCase, from, to, today, work);
  return save(WelcomeCaseRow, {
    ...welcomeCase,
    state: to === from ? from : move(WELCOME_CASE_MOVES, from, to, "caseId"),
    settledOn: complete ? (settledOn ?? today) : null,
  });
}
