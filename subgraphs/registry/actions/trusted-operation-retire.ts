/** Retire an operation: the system may ask it no more, and stays held to the others. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { TrustedOperationRow } from "../store/trusted-operation.row.ts";

@InputType({ description: "An operation to retire." })
export class TrustedOperationRetireInput extends ChangeInput {
  @Field(() => ID, { description: "The operation." })
  operationId: string;
}

export const trustedOperationRetire = defineAction<TrustedOperationRetireInput, TrustedOperationRow>({
  name: "trustedOperationRetire",
  roles: ["COORDINATOR"],
  row: TrustedOperationRow,
  async apply({ operationId }, { find, save, viewer, now }) {
    const operation = await find(TrustedOperationRow, operationId, "operationId");
    if (operation.retiredAt) return operation;
    return save(TrustedOperationRow, { ...operation, retiredAt: now, retiredBy: viewer.subject });
  },
});
