/** What could not be delivered to the registry: a list for the organisation that told it, and a way to try again. */
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  Query,
  Resolver,
  type ClassType,
} from "type-graphql";
import { ChangeInput, defineAction, type Action } from "./action.ts";
import { addJob } from "./jobs.ts";
import { OutboxRow, OutgoingMilestoneState } from "./outbox.row.ts";
import { DELIVER, MOST_RUNS } from "./outbox.ts";
import { OutgoingMilestone, OutgoingMilestoneConnection } from "./outbox.type.ts";
import { keysetPage, PageArgs } from "./page.ts";
import type { Role } from "./passport.ts";
import { payload, payloadOf } from "./payload.ts";
import { StaffOnly } from "./staff.ts";
import type { RequestContext } from "./subgraph.ts";
import { Refusal } from "./user-error.ts";

@InputType({ description: "A milestone to deliver after all." })
export class MilestoneRetryInput extends ChangeInput {
  @Field(() => ID, { description: "The milestone (`OutgoingMilestone.id`), which was not delivered." })
  milestoneId: string;
}

/**
 * The list `PREFIXUndeliveredMilestones` and the mutation `PREFIXMilestoneRetry` of one partner: each organisation sees
 * and retries what it told itself.
 */
export function outboxResolver(prefix: string, ...roles: Role[]): ClassType {
  const retry = retryAction(`${prefix}MilestoneRetry`, roles);
  const name = `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`;
  const RetryPayload = payloadOf(`${name}MilestoneRetry`, "milestone", () => OutgoingMilestone);

  @Resolver()
  class OutboxResolver {
    @StaffOnly(...roles)
    @Query(() => OutgoingMilestoneConnection, {
      name: `${prefix}UndeliveredMilestones`,
      description:
        "The milestones of your organisation that could not be delivered to the registry, the oldest first. For its own staff and systems.",
    })
    undelivered(@Args(() => PageArgs) page: PageArgs, @Ctx() { manager, viewer, waves }: RequestContext) {
      const query = manager.createQueryBuilder(OutboxRow, "outbox").where({
        organisation: viewer.organisation,
        state: OutgoingMilestoneState.UNDELIVERED,
      });
      return waves.track(keysetPage(query, [{ property: "id", direction: "ASC" }], page));
    }

    @Mutation(() => RetryPayload, {
      name: retry.name,
      description: "Delivers a milestone after all, once what stood in its way was put right.",
    })
    retry(@Arg("input") input: MilestoneRetryInput, @Ctx() context: RequestContext) {
      return payload("milestone", retry, input, context);
    }
  }
  return OutboxResolver;
}

function retryAction(name: string, roles: readonly Role[]): Action<MilestoneRetryInput, OutboxRow> {
  return defineAction<MilestoneRetryInput, OutboxRow>({
    name,
    roles,
    row: OutboxRow,
    async apply({ milestoneId }, { find, manager, viewer }) {
      const organisation = viewer.organisation;
      const row = await find(OutboxRow, milestoneId, "milestoneId", { organisation });
      if (row.state !== OutgoingMilestoneState.UNDELIVERED)
        throw new Refusal("WRONG_STATE", `This milestone is ${row.state}.`, "milestoneId");
      // By the database's clock, as its job: the one is due when the other runs.
      await manager.query(
        "update outbox set state = 'WAITING', attempts = 0, due_at = now(), problem = null, message = null where id = $1",
        [row.id],
      );
      await addJob(manager, DELIVER, { organisation }, { maxAttempts: MOST_RUNS });
      return manager.findOneByOrFail(OutboxRow, { id: row.id });
    },
  });
}
