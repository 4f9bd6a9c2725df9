/** What the decisions on two registrations share: who may make one, and that nothing is decided beside it. */
import { IsNotEmpty, IsUUID, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import type { Role } from "../../../platform/passport.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { lockIdentity } from "../store/identity-locks.ts";
import { mayDecideOn } from "../store/identity-sight.ts";
import { RegistrationRow } from "../store/registration.row.ts";

/** Who decides: the coordinator of the alliance, and professionals who may read both files. */
export const DECIDERS: readonly Role[] = ["COORDINATOR", "COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"];

@InputType()
export abstract class IdentityDecisionInput extends ChangeInput {
  @Field(() => String, { description: "Why, in a sentence; at most 1000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

@InputType()
export abstract class TwoRegistrationsInput extends IdentityDecisionInput {
  @Field(() => ID, { description: "A registration." })
  @IsUUID()
  registrationId: string;

  @Field(() => ID, { description: "The registration to compare it with." })
  @IsUUID()
  otherRegistrationId: string;
}

/**
 * The two registrations, held until the decision is written.
 * @throws {Refusal} `UNKNOWN_REFERENCE` for one that does not exist or that the caller may not read.
 */
export async function findBoth(
  { registrationId, otherRegistrationId }: TwoRegistrationsInput,
  { find, manager, viewer, now }: Work,
): Promise<[RegistrationRow, RegistrationRow]> {
  await lockIdentity(manager);
  if (registrationId === otherRegistrationId)
    throw new Refusal("CONFLICT", "A registration is compared with another one.", "otherRegistrationId");
  const named = [
    [registrationId, "registrationId"],
    [otherRegistrationId, "otherRegistrationId"],
  ] as const;
  const found: RegistrationRow[] = [];
  for (const [id, field] of named) {
    if (!(await mayDecideOn(manager, [id], viewer, now))) throw notYours(field);
    found.push(await find(RegistrationRow, id, field));
  }
  const [one, other] = found as [RegistrationRow, RegistrationRow];
  return [one, other];
}

/** The refusal for what does not exist and for what is not shown: nobody can tell which. */
export function notYours(field: string): Refusal {
  return new Refusal(
    "UNKNOWN_REFERENCE",
    `There is no such thing as ${field} names, or it is not yours to change.`,
    field,
  );
}
