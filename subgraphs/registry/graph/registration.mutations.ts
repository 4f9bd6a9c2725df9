/** A person comes to a door. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { registrationRecord, RegistrationRecordInput } from "../actions/registration-record.ts";
import type { RegistryContext } from "../context.ts";
import { Registration } from "./identity.type.ts";

const RegistrationRecordPayload = payloadOf("RegistrationRecord", "registration", () => Registration);

@Resolver()
export class RegistrationMutations {
  @Mutation(() => RegistrationRecordPayload, {
    description: "Registers a person at the door of the caller's organisation.",
  })
  registrationRecord(@Arg("input") input: RegistrationRecordInput, @Ctx() context: RegistryContext) {
    return payload("registration", registrationRecord, input, context);
  }
}
