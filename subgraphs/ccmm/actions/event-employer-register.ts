/** Register an employer for a recruitment event, with what it looks for there. */
import { ArrayMaxSize, IsNotEmpty, Matches, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { OCCUPATION_CODE } from "../domain/occupation.ts";
import { EmployerRow } from "../store/employer.row.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { findEventAt, REGISTRATION_IS_OVER } from "./event-change.ts";

@InputType({ description: "An employer to register for an event." })
export class PasserelleEventEmployerRegisterInput extends ChangeInput {
  @Field(() => ID, { description: "The event, which is planned." })
  eventId: string;

  @Field(() => ID, { description: "The employer." })
  employerId: string;

  @Field(() => [String], {
    description: "The occupations it looks for: CNP/NOC 2021, five digits; at most 30.",
  })
  @ArrayMaxSize(30)
  @Matches(OCCUPATION_CODE, { each: true })
  occupations: string[];

  @Field(() => [String], { description: "The skills it looks for; at most 30." })
  @ArrayMaxSize(30)
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  skills: string[];
}

export const eventEmployerRegister = defineAction<PasserelleEventEmployerRegisterInput, EventEmployerRow>({
  name: "passerelleEventEmployerRegister",
  roles: ["ADVISER", "SYSTEM"],
  row: EventEmployerRow,
  async apply(input, work) {
    const event = await findEventAt(work, input.eventId, EventState.PLANNED, REGISTRATION_IS_OVER);
    const employer = await work.find(EmployerRow, input.employerId, "employerId");
    const place = { eventId: event.id, employerId: employer.id };
    const former = await work.manager.findOneBy(EventEmployerRow, place);
    if (former && former.presence !== Presence.WITHDRAWN)
      throw new Refusal("CONFLICT", "This employer is registered already.", "employerId");
    return work.save(EventEmployerRow, {
      ...place,
      id: former?.id ?? uuid(),
      occupations: input.occupations,
      skills: input.skills,
      presence: Presence.EXPECTED,
      registeredOn: work.today,
    });
  },
});
