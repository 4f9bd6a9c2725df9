/** The changes of employers. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { employerAdd, PasserelleEmployerAddInput } from "../actions/employer-add.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleEmployer } from "./employer.type.ts";

const EmployerAddPayload = payloadOf("PasserelleEmployerAdd", "employer", () => PasserelleEmployer);

@Resolver()
export class EmployerMutations {
  @Mutation(() => EmployerAddPayload, {
    description: "Adds an employer to the programme. For CCMM's advisers.",
  })
  passerelleEmployerAdd(@Arg("input") input: PasserelleEmployerAddInput, @Ctx() context: CcmmContext) {
    return payload("employer", employerAdd, input, context);
  }
}
