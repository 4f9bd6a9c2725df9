/** End the corporate membership of a business. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CorporateMemberRow } from "../store/corporate-member.row.ts";

@InputType({ description: "A corporate membership to end." })
export class CorporateMemberEndInput extends ChangeInput {
  @Field(() => ID, { description: "The membership, which lasts." })
  membershipId: string;

  @Field(() => DateScalar, { description: "Its last day." })
  until: string;
}

export const corporateMemberEnd = defineAction<CorporateMemberEndInput, CorporateMemberRow>({
  name: "corporateMemberEnd",
  roles: ["OFFICER"],
  row: CorporateMemberRow,
  async apply(input, { find, save }) {
    const membership = await find(CorporateMemberRow, input.membershipId, "membershipId");
    if (membership.until !== null)
      throw new Refusal("WRONG_STATE", "This membership has its last day already.", "membershipId");
    if (input.until < membership.since)
      throw new Refusal("OUT_OF_RANGE", "A membership cannot end before it began.", "until");
    return save(CorporateMemberRow, { ...membership, until: input.until });
  },
});
