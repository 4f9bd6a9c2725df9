/** Close one's own account: the login shows nothing from the next request on; the file stays, under its own rules. */
import { InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CandidateAccountRow } from "../store/candidate-account.row.ts";
import { ClosedAccountRow } from "../store/closed-account.row.ts";

@InputType({ description: "One's own account to close." })
export class AccountCloseInput extends ChangeInput {}

export const accountClose = defineAction<AccountCloseInput, ClosedAccountRow>({
  name: "accountClose",
  roles: ["CANDIDATE"],
  row: ClosedAccountRow,
  async apply(_input, { manager, save, viewer, now }) {
    const account = await manager.findOne(CandidateAccountRow, {
      where: { subject: viewer.subject },
      lock: { mode: "pessimistic_write" },
    });
    if (!account) throw new Refusal("UNKNOWN_REFERENCE", "There is no open account for this login.");
    await manager.delete(CandidateAccountRow, { id: account.id });
    const { id, candidateId, subject, openedAt } = account;
    return save(ClosedAccountRow, { id, candidateId, subject, openedAt, closedAt: now });
  },
});
