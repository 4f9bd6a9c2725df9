/** Withdraw the consent of a host to be named: the name is not kept. */
import { InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { VisitHostRow } from "../store/visit-host.row.ts";
import { ownHost, VisitHostChangeInput } from "./own-host.ts";

@InputType({ description: "A person who receives visitors and no longer agrees to be named." })
export class VisitHostConsentWithdrawInput extends VisitHostChangeInput {}

export const visitHostConsentWithdraw = defineAction<VisitHostConsentWithdrawInput, VisitHostRow>({
  name: "visitHostConsentWithdraw",
  roles: ["PROFESSIONAL"],
  row: VisitHostRow,
  async apply(input, work) {
    const host = await ownHost(input, work);
    if (!host.namedSince)
      throw new Refusal(
        "WRONG_STATE",
        "This host is not named by a consent that could be withdrawn.",
        "hostId",
      );
    return work.save(VisitHostRow, { ...host, name: null, namedSince: null });
  },
});
