/** Enrol a participant: a registration becomes a profile that matching can work with. */
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { FccqContext } from "../context.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { ParticipantProfileInput, profileIn } from "./participant-profile.ts";

@InputType({ description: "A participant to enrol." })
export class ParticipantEnrolInput extends ParticipantProfileInput {
  @Field(() => String, {
    description:
      "The registration's ticket (`Registration.ticket`), which proves that the registry knows it.",
  })
  ticket: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the person turned matching on; off unless they did.",
  })
  matching: boolean;
}

export const participantEnrol = defineAction<ParticipantEnrolInput, ParticipantRow, FccqContext>({
  name: "participantEnrol",
  roles: ["OFFICER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, { save, viewer, now, today, manager }, { readTicket }) {
    const registrationId = readTicket(input.ticket, viewer.organisation);
    if (!registrationId)
      throw new Refusal(
        "UNKNOWN_REFERENCE",
        "This is not the ticket of one of your registrations.",
        "ticket",
      );
    if (await manager.existsBy(ParticipantRow, { registrationId })) {
      throw new Refusal("CONFLICT", "This registration has its participant already.", "ticket");
    }
    return save(ParticipantRow, {
      registrationId,
      id: uuid(),
      registeredOn: today,
      ...profileIn(input),
      matchingSince: input.matching ? now : null,
    });
  },
});
