/** Schedule the call of an adviser to a participant. */
import { Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, dayInQuebec, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CallState } from "../domain/call.ts";
import { Step } from "../domain/step.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";
import { AdviserRow } from "../store/adviser.row.ts";
import { advance, findOpen } from "./files.ts";
import { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "A call to schedule." })
export class PasserelleCallScheduleInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is open." })
  participantId: string;

  @Field(() => ID, { description: "The adviser who calls, and advises the person from now on." })
  adviserId: string;

  @Field(() => DateTimeScalar, { description: "When, from now on." })
  startsAt: Date;

  @Field(() => Int, { defaultValue: 30, description: "How many minutes the adviser keeps, 10 to 120." })
  @Min(10)
  @Max(120)
  minutes: number;
}

export const callSchedule = defineAction<PasserelleCallScheduleInput, AdviserCallRow>({
  name: "passerelleCallSchedule",
  roles: ["ADVISER", "SYSTEM"],
  row: AdviserCallRow,
  async apply(input, work) {
    const file = await findOpen(work, input.participantId, "participantId");
    const adviser = await work.find(AdviserRow, input.adviserId, "adviserId");
    const day = dayInQuebec(input.startsAt);
    if (input.startsAt < work.now)
      throw new Refusal("OUT_OF_RANGE", "A call is scheduled from now on.", "startsAt");
    if (day < adviser.since || (adviser.until !== null && day > adviser.until))
      throw new Refusal("WRONG_STATE", "This adviser does not advise on that day.", "adviserId");
    const advised = await work.save(ParticipantRow, { ...file, adviserId: adviser.id });
    await advance(work, advised, Step.QUESTIONNAIRE, Step.ADVISER_CALL);
    return work.save(AdviserCallRow, {
      id: uuid(),
      registrationId: file.registrationId,
      adviserId: adviser.id,
      startsAt: input.startsAt,
      endsAt: new Date(input.startsAt.getTime() + input.minutes * 60_000),
      state: CallState.SCHEDULED,
      settledAt: null,
      note: null,
    });
  },
});
