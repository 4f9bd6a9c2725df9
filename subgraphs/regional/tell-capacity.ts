/**
 * Places for households are told the registry, so that referrals go where there are some. What is told is how many there
 * are, not what changed: whatever is told late, twice or in another order, the registry keeps what was counted last.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Work } from "../../platform/action.ts";
import type { TasksOfSender } from "../../platform/deliver.ts";
import { OutOfReach } from "../../platform/delivery.ts";
import { addJob } from "../../platform/jobs.ts";
import { MOST_RUNS } from "../../platform/outbox.ts";
import { openScope } from "../../platform/scope.ts";
import { WelcomeCapacityRow } from "./store/welcome-capacity.row.ts";

const TELL = "tell-capacity";

const REPORT = /* GraphQL */ `
  mutation CapacityReport($input: CapacityReportInput!) {
    capacityReport(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`;

const ANSWER = z.object({
  data: z.object({
    capacityReport: z.object({ userErrors: z.array(z.object({ code: z.string(), message: z.string() })) }),
  }),
});

/** The places of a month, as the task is given them. */
interface Place {
  tenant: string;
  regionCode: string;
  month: string;
}

/** Saves the capacity of a month; once the transaction of `work` commits, the registry is told. */
export async function saveCapacity(work: Work, capacity: WelcomeCapacityRow): Promise<WelcomeCapacityRow> {
  const saved = await work.save(WelcomeCapacityRow, capacity);
  const { tenant, regionCode, month } = saved;
  await addJob(work.manager, TELL, { tenant, regionCode, month } satisfies Place, {
    key: `${TELL} ${tenant} ${regionCode} ${month}`,
    maxAttempts: MOST_RUNS,
  });
  return saved;
}

/** The task: counts the places of a month as they are now, and tells them in the name of the partner. */
export const capacityTasks: TasksOfSender = ({ credentialsOf, ask }) => ({
  [TELL]: async ({ tenant, regionCode, month }: Place, { database, log, signal }) => {
    // Before counting: the count is then never older than it says.
    const countedAt = new Date();
    const { manager } = openScope(database, tenant);
    const capacity = await manager.findOneBy(WelcomeCapacityRow, { tenant, regionCode, month });
    if (!capacity) return;
    const { offered, reserved } = capacity;
    const input = { reference: randomUUID(), regionCode, month, offered, reserved, countedAt };
    const question = { operationName: "CapacityReport", query: REPORT, variables: { input } };
    const { status, body } = await ask(question, credentialsOf(tenant, log), signal);
    const answer = ANSWER.safeParse(body).data;
    if (!answer) throw new OutOfReach(`HTTP_${status}`, "The graph took no capacity.");
    const [refusal] = answer.data.capacityReport.userErrors;
    // Asked again, the registry would say the same: the next count is told anew.
    if (refusal)
      log.error({ organisation: tenant, regionCode, code: refusal.code }, "the registry refused a capacity");
  },
});
