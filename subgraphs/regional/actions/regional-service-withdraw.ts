/** Withdraw a service from the profile of a region: it is no longer offered. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { RegionalServiceRow } from "../store/regional-service.row.ts";
import { withdraw } from "./withdraw.ts";

@InputType({ description: "A service to withdraw from the profile of a region." })
export class RegionalServiceWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The service, which your partner added." })
  serviceId: string;
}

export const regionalServiceWithdraw = defineAction<RegionalServiceWithdrawInput, RegionalServiceRow>({
  name: "regionalServiceWithdraw",
  roles: ["PROFESSIONAL"],
  row: RegionalServiceRow,
  async apply({ serviceId }, { find, save, viewer, today }) {
    const service = await find(RegionalServiceRow, serviceId, "serviceId", { tenant: viewer.organisation });
    return save(RegionalServiceRow, withdraw(service, today, "serviceId"));
  },
});
