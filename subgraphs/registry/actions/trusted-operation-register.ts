/** Register an operation for a partner system: from the first one on, the system is held to those registered. */
import { createHash } from "node:crypto";
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { v7 as uuid } from "uuid";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { TrustedOperationRow } from "../store/trusted-operation.row.ts";

@InputType({ description: "An operation to register." })
export class TrustedOperationRegisterInput extends ChangeInput {
  @Field(() => String, { description: "The system: the client id of its tokens." })
  @IsNotEmpty()
  @MaxLength(200)
  clientId: string;

  @Field(() => String, { description: "What people call it." })
  @IsNotEmpty()
  @MaxLength(200)
  label: string;

  @Field(() => String, { description: "The GraphQL document, to the letter: its id is made of it." })
  @IsNotEmpty()
  @MaxLength(16_000)
  document: string;
}

export const trustedOperationRegister = defineAction<TrustedOperationRegisterInput, TrustedOperationRow>({
  name: "trustedOperationRegister",
  roles: ["COORDINATOR"],
  row: TrustedOperationRow,
  async apply({ clientId, label, document }, { manager, save, viewer, now }) {
    const documentId = `sha256:${createHash("sha256").update(document).digest("hex")}`;
    const before = await manager.findOne(TrustedOperationRow, {
      where: { clientId, documentId },
      lock: { mode: "pessimistic_write" },
    });
    // One that was retired comes back by being registered again.
    return save(TrustedOperationRow, {
      id: before?.id ?? uuid(),
      clientId,
      documentId,
      label,
      document,
      registeredAt: now,
      registeredBy: viewer.subject,
      retiredAt: null,
      retiredBy: null,
    });
  },
});
