/** A person who logs in themselves: their account, and the door to their own file. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { accountClose, AccountCloseInput } from "../actions/account-close.ts";
import { accountOpen, AccountOpenInput } from "../actions/account-open.ts";
import type { RegistryContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";

@ObjectType({ description: "What lets a person log in themselves (compte de la personne)." })
export class CandidateAccount {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "The subject of the person's token." })
  subject: string;

  @Field(() => DateTimeScalar, { description: "When it was opened." })
  openedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the person closed it; null while it is open.",
  })
  closedAt?: Date | null;
}

const AccountClosePayload = payloadOf("AccountClose", "account", () => CandidateAccount);

const AccountOpenPayload = payloadOf("AccountOpen", "account", () => CandidateAccount);

@Resolver()
export class AccountResolver {
  @Query(() => Candidate, {
    nullable: true,
    description:
      "The viewer's own file, for a person who logs in themselves; null when they have no account.",
  })
  async myFile(@Ctx() context: RegistryContext, @Info() info: GraphQLResolveInfo) {
    const account = await context.load.accountOfSubject.load(context.viewer.subject);
    return account && openCandidate({ id: account.candidateId }, context, info);
  }

  @Mutation(() => AccountOpenPayload, {
    description:
      "Opens the account of a person of the circle, who then logs in themselves. For professionals.",
  })
  accountOpen(@Arg("input") input: AccountOpenInput, @Ctx() context: RegistryContext) {
    return payload("account", accountOpen, input, context);
  }

  @Mutation(() => AccountClosePayload, {
    description:
      "Closes the viewer's own account: their login shows nothing from the next request on. The file stays, under its own rules. For the person.",
  })
  accountClose(@Arg("input") input: AccountCloseInput, @Ctx() context: RegistryContext) {
    return payload("account", accountClose, input, context);
  }
}
