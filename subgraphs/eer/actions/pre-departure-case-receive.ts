/** Receive a person still abroad, referred by MIFI. */
import { ArrayMaxSize, IsIn, Matches } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar, PartialDateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { EerContext } from "../context.ts";
import { COUNTRY_CODE, PreDepartureState } from "../domain/pre-departure.ts";
import { REGION_CODES } from "../domain/region.ts";
import { EmployabilityTrack } from "../domain/track.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { dayOfEvent } from "./days.ts";
import { openFile, registrationOf } from "./open-file.ts";

@InputType({ description: "A pre-departure case to receive." })
export class PreDepartureCaseReceiveInput extends ChangeInput {
  @Field(() => String, { description: "The registration's ticket (`Registration.ticket`)." })
  ticket: string;

  @Field(() => EmployabilityTrack, { description: "What the person would move to a region for." })
  track: EmployabilityTrack;

  @Field(() => Boolean, { description: "Whether the person holds a CSQ." })
  csqHeld: boolean;

  @Field(() => String, { description: "The country the person lives in: ISO 3166-1, two capital letters." })
  @Matches(COUNTRY_CODE)
  country: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The arrival expected, as far as it is known.",
  })
  expectedArrival?: string | null;

  @Field(() => [String], {
    description: "The regions that interest the person, by code; none when it is open.",
  })
  @IsIn(REGION_CODES, { each: true })
  @ArrayMaxSize(17)
  regionCodes: string[];

  @Field(() => DateScalar, { nullable: true, description: "When it was received; today unless told." })
  receivedOn?: string | null;
}

export const preDepartureCaseReceive = defineAction<
  PreDepartureCaseReceiveInput,
  PreDepartureCaseRow,
  EerContext
>({
  name: "preDepartureCaseReceive",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: PreDepartureCaseRow,
  async apply(input, work, context) {
    const { manager, save, viewer, today } = work;
    const receivedOn = dayOfEvent(input.receivedOn, today, "receivedOn");
    const registrationId = registrationOf(input.ticket, work, context);
    if (await manager.existsBy(PreDepartureCaseRow, { registrationId }))
      throw new Refusal("CONFLICT", "This registration has its pre-departure case already.", "ticket");
    await openFile(registrationId, input.track, receivedOn, work);
    return save(PreDepartureCaseRow, {
      id: uuid(),
      tenant: viewer.organisation,
      registrationId,
      state: PreDepartureState.RECEIVED,
      receivedOn,
      csqHeld: input.csqHeld,
      country: input.country,
      expectedArrival: input.expectedArrival ?? null,
      regionCodes: [...new Set(input.regionCodes)],
      counsellorId: null,
      arrivedOn: null,
      closedOn: null,
      closeReason: null,
    });
  },
});
