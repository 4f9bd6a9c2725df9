/** Record an outcome: the person is employed or not, since when, at which employer, and how. */
import { IsOptional, Length } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState } from "../domain/event.ts";
import { ExchangeState, HiringWay, missingFrom, type OutcomeFacts } from "../domain/outcome.ts";
import { Step } from "../domain/step.ts";
import { EmployerRow } from "../store/employer.row.ts";
import { ExchangeRow } from "../store/exchange.row.ts";
import { OutcomeRow } from "../store/outcome.row.ts";
import type { ParticipantRow } from "../store/participant.row.ts";
import { findEventAt } from "./event-change.ts";
import { presentEmployer } from "./exchange-open.ts";
import { advance, enter, findOpen } from "./files.ts";

@InputType({ description: "An outcome to record." })
export class PasserelleOutcomeRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is open." })
  participantId: string;

  @Field(() => Boolean, { description: "Whether the person has a job." })
  employed: boolean;

  @Field(() => DateScalar, {
    description: "Since when: from the registration on, not before the last outcome, today at the latest.",
  })
  since: string;

  @Field(() => ID, { nullable: true, description: "The employer, when it is one of the programme." })
  employerId?: string | null;

  @Field(() => String, { nullable: true, description: "The name of the employer, when it is another." })
  @IsOptional()
  @Length(1, 200)
  employerName?: string | null;

  @Field(() => HiringWay, { nullable: true, description: "How the person came to the job." })
  way?: HiringWay | null;

  @Field(() => ID, {
    nullable: true,
    description: "The event, when the person was hired at one; required then, and only then.",
  })
  eventId?: string | null;
}

export const outcomeRecord = defineAction<PasserelleOutcomeRecordInput, OutcomeRow>({
  name: "passerelleOutcomeRecord",
  roles: ["ADVISER", "SYSTEM"],
  row: OutcomeRow,
  async apply(input, work) {
    const facts = {
      employed: input.employed,
      employerId: input.employerId ?? null,
      employerName: input.employerName ?? null,
      way: input.way ?? null,
      eventId: input.eventId ?? null,
    };
    const missing = missingFrom(facts);
    if (missing) throw new Refusal("REQUIRED", WHAT_A_JOB_SAYS, missing);
    const file = await findOpen(work, input.participantId, "participantId");
    await refuseOutOfOrder(work, file, input.since);
    await refuseStrangers(work, facts);
    await (input.employed
      ? startJob(work, file, facts)
      : advance(work, file, Step.EMPLOYED, Step.SELF_DIRECTED_MATCHING));
    return work.save(OutcomeRow, {
      id: uuid(),
      registrationId: file.registrationId,
      since: input.since,
      recordedAt: work.now,
      ...facts,
    });
  },
});

const WHAT_A_JOB_SAYS =
  "A job has one employer and says how it came about, with the event if it was at one; having none says nothing of this.";

async function refuseOutOfOrder(
  { manager, today }: Work,
  file: ParticipantRow,
  since: string,
): Promise<void> {
  const [last] = await manager.find(OutcomeRow, {
    where: { registrationId: file.registrationId },
    order: { since: "DESC" },
    take: 1,
  });
  if (since > today || since < file.registeredOn || (last && since < last.since))
    throw new Refusal(
      "OUT_OF_RANGE",
      "An outcome is dated from the registration on, not before the last one, and today at the latest.",
      "since",
    );
}

async function refuseStrangers(work: Work, { employerId, eventId }: OutcomeFacts): Promise<void> {
  if (employerId === null) return;
  await work.find(EmployerRow, employerId, "employerId");
  if (eventId === null) return;
  await findEventAt(work, eventId, EventState.HELD, "Nobody is hired at an event that was not held.");
  await presentEmployer(work, eventId, employerId);
}

async function startJob(work: Work, file: ParticipantRow, { employerId }: OutcomeFacts): Promise<void> {
  const { registrationId } = file;
  if (file.step !== Step.EMPLOYED) await enter(work, file, Step.EMPLOYED, "participantId");
  if (employerId === null) return;
  await work.manager.update(
    ExchangeRow,
    { registrationId, employerId, state: ExchangeState.OPEN },
    { state: ExchangeState.HIRED, endedOn: work.today },
  );
}
