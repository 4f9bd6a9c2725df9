/** Open the account of a person: from then on they log in themselves and see their own file. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CandidateAccountRow } from "../store/candidate-account.row.ts";
import { findInCircle } from "../store/circle.ts";

@InputType({ description: "The account of a person to open." })
export class AccountOpenInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => String, { description: "The subject of their token, as the login they use names them." })
  @IsNotEmpty()
  @MaxLength(200)
  subject: string;
}

export const accountOpen = defineAction<AccountOpenInput, CandidateAccountRow>({
  name: "accountOpen",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"],
  row: CandidateAccountRow,
  async apply({ candidateId, subject }, work) {
    const { save, manager, viewer, now } = work;
    const candidate = await findInCircle(work, candidateId, "candidateId");
    const account = await manager.findOneBy(CandidateAccountRow, { candidateId: candidate.id });
    if (account?.subject === subject) return account;
    if (account) throw new Refusal("CONFLICT", "This person has an account already.", "candidateId");
    // A professional's own login, or that of another person, must not come to show this file.
    if (subject === viewer.subject || (await manager.existsBy(CandidateAccountRow, { subject })))
      throw new Refusal("CONFLICT", "This login belongs to somebody else.", "subject");
    return save(CandidateAccountRow, {
      id: uuid(),
      subject,
      candidateId: candidate.id,
      openedAt: now,
      openedBy: viewer.subject,
    });
  },
});
