/** Close a file: the person moved to a region, or leaves the programme for another reason. */
import { IsIn, IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CallState } from "../domain/call.ts";
import { InterviewState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { ExchangeState } from "../domain/outcome.ts";
import { REGIONS_AWAY } from "../domain/region.ts";
import { ClosingReason, JourneyEntryKind, namesItsRegion } from "../domain/step.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";
import { AttendanceRow } from "../store/attendance.row.ts";
import { EventParticipantRow } from "../store/event-participant.row.ts";
import { ExchangeRow } from "../store/exchange.row.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { findOpen, record } from "./files.ts";

@InputType({ description: "A file to close." })
export class PasserelleFileCloseInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is open." })
  participantId: string;

  @Field(() => ClosingReason, { description: "Why." })
  reason: ClosingReason;

  @Field(() => String, {
    nullable: true,
    description:
      'The region the person moved to, by code, any but Montréal ("06"); required with MOVED_TO_REGION, and only then.',
  })
  @IsOptional()
  @IsIn(REGIONS_AWAY)
  regionCode?: string | null;
}

export const fileClose = defineAction<PasserelleFileCloseInput, ParticipantRow>({
  name: "passerelleFileClose",
  roles: ["ADVISER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, work) {
    const regionCode = input.regionCode ?? null;
    if (!namesItsRegion(input.reason, regionCode))
      throw new Refusal("REQUIRED", "A move names its region, and a region its move.", "regionCode");
    return close(work, await findOpen(work, input.participantId, "participantId"), input.reason, regionCode);
  },
});

/** The file, closed; what the person was expected at is over with it. */
export async function close(
  work: Work,
  file: ParticipantRow,
  reason: ClosingReason,
  regionCode: string | null,
): Promise<ParticipantRow> {
  const { manager, now, today } = work;
  const { registrationId } = file;
  await manager.update(
    AdviserCallRow,
    { registrationId, state: CallState.SCHEDULED },
    { state: CallState.CANCELLED, settledAt: now },
  );
  const expected = { registrationId, presence: Presence.EXPECTED };
  await manager.update(AttendanceRow, expected, { presence: Presence.WITHDRAWN });
  await manager.update(EventParticipantRow, expected, { presence: Presence.WITHDRAWN });
  await manager.update(
    InterviewRow,
    { registrationId, state: InterviewState.SCHEDULED },
    { state: InterviewState.CANCELLED },
  );
  await manager.update(
    ExchangeRow,
    { registrationId, state: ExchangeState.OPEN },
    { state: ExchangeState.ENDED, endedOn: today },
  );
  await record(work, [registrationId], JourneyEntryKind.CLOSED, file.step, reason);
  return work.save(ParticipantRow, { ...file, closedOn: today, closingReason: reason, regionCode });
}
