/** Add an item to the checklist of a move, for one side or the other. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import {
  MOST_TASKS,
  RelocationPhase,
  RelocationSide,
  RelocationTaskKind,
  titleIsInPlace,
} from "../domain/checklist.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { findOpenChecklist } from "./find-open-checklist.ts";
import { newTask } from "./relocation-task-new.ts";

@InputType({ description: "An item to add to the checklist." })
export class RelocationTaskAddInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move." })
  planId: string;

  @Field(() => RelocationPhase, { description: "The part of the move it belongs to." })
  phase: RelocationPhase;

  @Field(() => RelocationTaskKind, { description: "What is to be done." })
  kind: RelocationTaskKind;

  @Field(() => String, {
    nullable: true,
    description: "In words, for the kind OTHER and only then; at most 200 characters.",
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string | null;

  @Field(() => RelocationSide, { description: "Who takes care of it." })
  owner: RelocationSide;

  @Field(() => DateScalar, { nullable: true, description: "By when; null when there is no hurry." })
  dueOn?: string | null;
}

export const relocationTaskAdd = defineAction<RelocationTaskAddInput, RelocationTaskRow>({
  name: "relocationTaskAdd",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationTaskRow,
  async apply(input, work) {
    const title = input.title ?? null;
    if (!titleIsInPlace(input.kind, title))
      throw new Refusal("REQUIRED", "An item of the kind OTHER has a title, and no other has.", "title");
    const plan = await findOpenChecklist(work, input.planId, "planId");
    const last = (await work.manager.maximum(RelocationTaskRow, "position", { planId: plan.id })) ?? 0;
    if (last >= MOST_TASKS)
      throw new Refusal("TOO_LONG", `A checklist has at most ${MOST_TASKS} items.`, "planId");
    return work.save(
      RelocationTaskRow,
      newTask(plan, last + 1, { ...input, title, dueOn: input.dueOn ?? null }),
    );
  },
});
