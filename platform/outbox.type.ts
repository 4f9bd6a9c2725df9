/** A milestone on its way to the registry, in the graph: the same for every partner. */
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { OutgoingMilestoneState } from "./outbox.row.ts";
import { connectionOf } from "./page.ts";
import { DateTimeScalar } from "./scalars.ts";

registerEnumType(OutgoingMilestoneState, {
  name: "OutgoingMilestoneState",
  description: "Where a milestone stands on its way to the registry.",
  valuesConfig: {
    WAITING: { description: "It is delivered as soon as the graph takes it." },
    DELIVERED: { description: "The registry has it." },
    UNDELIVERED: { description: "The registry refused it, or was out of reach for too long: see why." },
  },
});

@Directive("@shareable")
@ObjectType({ description: "A milestone that a partner tells the registry." })
export class OutgoingMilestone {
  @Field(() => ID, { description: "Its id on the way." })
  id: string;

  @Field(() => String, { description: "The partner's own id of the event (`sourceId` in milestonesReport)." })
  sourceId: string;

  @Field(() => String, { description: "What happened, as `MilestoneKind` names it." })
  kind: string;

  @Field(() => ID, { description: "The partner's registration of the person (`Registration.id`)." })
  registrationId: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  occurredAt: Date;

  @Field(() => DateTimeScalar, { description: "When it was told." })
  toldAt: Date;

  @Field(() => OutgoingMilestoneState, { description: "Where it stands." })
  state: OutgoingMilestoneState;

  @Field(() => Int, { description: "How many attempts failed." })
  attempts: number;

  @Field(() => String, {
    nullable: true,
    description: "A code for what stood in the way at the last attempt; null when nothing did.",
  })
  problem: string | null;

  @Field(() => String, { nullable: true, description: "The same in words, for a person." })
  message: string | null;
}

export const OutgoingMilestoneConnection = connectionOf(() => OutgoingMilestone, "OutgoingMilestone", {
  shareable: true,
});
