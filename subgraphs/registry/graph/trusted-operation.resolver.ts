/** The list of trusted operations, and its changes. */
import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import {
  trustedOperationRegister,
  TrustedOperationRegisterInput,
} from "../actions/trusted-operation-register.ts";
import { trustedOperationRetire, TrustedOperationRetireInput } from "../actions/trusted-operation-retire.ts";
import type { RegistryContext } from "../context.ts";
import { operationsSeen } from "../domain/trusted-operation.ts";
import { TrustedOperationRow } from "../store/trusted-operation.row.ts";
import { TrustedOperation, TrustedOperationConnection } from "./trusted-operation.type.ts";

const TrustedOperationRegisterPayload = payloadOf(
  "TrustedOperationRegister",
  "operation",
  () => TrustedOperation,
);
const TrustedOperationRetirePayload = payloadOf(
  "TrustedOperationRetire",
  "operation",
  () => TrustedOperation,
);

/** Whose operations a viewer reads, as SQL over the alias `operation`. */
const SEEN: Record<ReturnType<typeof operationsSeen>, string> = {
  ALL: "true",
  OWN: "operation.clientId = :subject",
};

@Resolver()
export class TrustedOperationResolver {
  @Query(() => TrustedOperationConnection, {
    description:
      "The operations that systems are held to, retired ones included, by system: all for the coordinator, its own for a system.",
  })
  trustedOperations(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: RegistryContext,
  ) {
    const query = manager
      .createQueryBuilder(TrustedOperationRow, "operation")
      .where(SEEN[operationsSeen(viewer)], { subject: viewer.subject });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "clientId", direction: "ASC" },
          { property: "id", direction: "ASC" },
        ],
        page,
      ),
    );
  }

  @Mutation(() => TrustedOperationRegisterPayload, {
    description:
      "Registers an operation for a system, which from then on may ask registered ones only. For the coordinator.",
  })
  trustedOperationRegister(
    @Arg("input") input: TrustedOperationRegisterInput,
    @Ctx() context: RegistryContext,
  ) {
    return payload("operation", trustedOperationRegister, input, context);
  }

  @Mutation(() => TrustedOperationRetirePayload, {
    description: "Retires an operation: it may be asked no more. For the coordinator.",
  })
  trustedOperationRetire(@Arg("input") input: TrustedOperationRetireInput, @Ctx() context: RegistryContext) {
    return payload("operation", trustedOperationRetire, input, context);
  }
}
