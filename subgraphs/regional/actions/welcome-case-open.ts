/** Open a welcome case: a partner receives a household that has chosen its region. */
import { IsIn, IsOptional, Length, Max, Min } from "class-validator";
import { In } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { RegionalContext } from "../context.ts";
import { newChecklist, WelcomeItemState } from "../domain/checklist.ts";
import { REGION_CODES } from "../domain/region.ts";
import { UNDER_WAY, WelcomeCaseState } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { WelcomeItemRow } from "../store/welcome-item.row.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "A welcome case to open." })
export class WelcomeCaseOpenInput extends ChangeInput {
  @Field(() => String, {
    description:
      "The registration's ticket (`Registration.ticket`), which proves that the registry knows it.",
  })
  ticket: string;

  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { nullable: true, description: "The city where the household settles, when known." })
  @IsOptional()
  @Length(1, 100)
  city?: string | null;

  @Field(() => Int, { description: "The adults of the household, 1 to 20." })
  @Min(1)
  @Max(20)
  adults: number;

  @Field(() => Int, { description: "The children of the household, 0 to 20." })
  @Min(0)
  @Max(20)
  children: number;
}

export const welcomeCaseOpen = defineAction<WelcomeCaseOpenInput, WelcomeCaseRow, RegionalContext>({
  name: "welcomeCaseOpen",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work, { readTicket }) {
    const { viewer, today, manager } = work;
    const registrationId = readTicket(input.ticket, viewer.organisation);
    if (!registrationId)
      throw new Refusal(
        "UNKNOWN_REFERENCE",
        "This is not the ticket of one of your registrations.",
        "ticket",
      );
    await requireOwnRegion(input.regionCode, work, today);
    if (await manager.existsBy(WelcomeCaseRow, { registrationId, state: In([...UNDER_WAY]) }))
      throw new Refusal("CONFLICT", "This registration has a case under way already.", "ticket");
    const welcomeCase = await work.save(WelcomeCaseRow, {
      id: uuid(),
      tenant: viewer.organisation,
      registrationId,
      regionCode: input.regionCode,
      city: input.city ?? null,
      adults: input.adults,
      children: input.children,
      state: WelcomeCaseState.OPENED,
      assignedTo: viewer.subject,
      openedOn: today,
      ...NOTHING_YET,
    });
    await manager.insert(WelcomeItemRow, itemsOf(welcomeCase, work));
    return welcomeCase;
  },
});

const NOTHING_YET = {
  contactedOn: null,
  expectedOn: null,
  capacityId: null,
  arrivedOn: null,
  settledOn: null,
  leftOn: null,
  departureReason: null,
  destination: null,
  cancelledOn: null,
  cancelReason: null,
};

function itemsOf(
  { id: caseId, tenant, children }: WelcomeCaseRow,
  { viewer, today }: Work,
): WelcomeItemRow[] {
  return newChecklist(children).map(({ area, state }) => {
    const settled = state !== WelcomeItemState.TO_DO;
    return {
      id: uuid(),
      tenant,
      caseId,
      area,
      state,
      doneBy: settled ? viewer.subject : null,
      doneOn: settled ? today : null,
      note: null,
    };
  });
}
