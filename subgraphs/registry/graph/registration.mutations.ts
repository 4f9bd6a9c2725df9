/** A person comes to a door, and what was declared there is put right. */
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { registrationCorrect, RegistrationCorrectInput } from "../actions/registration-correct.ts";
import { registrationRecord, RegistrationRecordInput } from "../actions/registration-record.ts";
import type { RegistryContext } from "../context.ts";
import { RegistrationIdentity } from "./duplicate.type.ts";
import { Registration } from "./identity.type.ts";

const RegistrationRecordPayload = payloadOf("RegistrationRecord", "registration", () => Registration);
const RegistrationCorrectPayload = payloadOf("RegistrationCorrect", "registration", () => Registration);

@Resolver()
export class RegistrationMutations {
  @Mutation(() => RegistrationRecordPayload, {
    description: "Registers a person at the door of the caller's organisation.",
  })
  registrationRecord(@Arg("input") input: RegistrationRecordInput, @Ctx() context: RegistryContext) {
    return payload("registration", registrationRecord, input, context);
  }

  @Mutation(() => RegistrationCorrectPayload, {
    description:
      "Corrects what the caller's organisation declared of a person, from today on; what it declared before stays known.",
  })
  registrationCorrect(@Arg("input") input: RegistrationCorrectInput, @Ctx() context: RegistryContext) {
    return payload("registration", registrationCorrect, input, context);
  }
}

@Resolver(() => RegistrationRecordPayload)
export class RegistrationRecordPayloadResolver {
  @FieldResolver(() => RegistrationIdentity, {
    nullable: true,
    description: "Whether the hub knew the person before; null when the change was refused.",
  })
  identity(
    @Root() { registration }: { registration?: Registration | null },
    @Ctx() { load }: RegistryContext,
  ) {
    return registration ? load.doorOfRegistration.load(registration.id) : null;
  }
}
