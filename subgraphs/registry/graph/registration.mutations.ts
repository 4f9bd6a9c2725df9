/** A person comes to a door, and what was declared there is put right. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { registrationCorrect, RegistrationCorrectInput } from "../actions/registration-correct.ts";
import { registrationRecord, RegistrationRecordInput } from "../actions/registration-record.ts";
import type { RegistryContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { RegistrationIdentity } from "./duplicate.type.ts";
import { Registration } from "./identity.type.ts";
import { openCandidate } from "./open-candidate.ts";

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

  @FieldResolver(() => Candidate, {
    nullable: true,
    description:
      "The person, as the caller may see them now; null when the change was refused, or when the caller may not know of people.",
  })
  candidate(
    @Root() { registration }: { registration?: Registration | null },
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return registration ? openCandidate({ registrationId: registration.id }, context, info) : null;
  }
}
