/** Add an employer to the programme. */
import { IsIn, IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { SECTOR_CODES } from "../domain/sector.ts";
import { EmployerRow } from "../store/employer.row.ts";

@InputType({ description: "An employer to add." })
export class PasserelleEmployerAddInput extends ChangeInput {
  @Field(() => String, { description: "Its name; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => String, {
    description: "Its sector: SCIAN/NAICS 2022, two digits; ranges keep their first.",
  })
  @IsIn(SECTOR_CODES)
  sector: string;

  @Field(() => String, { description: "Its city; at most 100 characters." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;
}

export const employerAdd = defineAction<PasserelleEmployerAddInput, EmployerRow>({
  name: "passerelleEmployerAdd",
  roles: ["ADVISER", "SYSTEM"],
  row: EmployerRow,
  apply: ({ name, sector, city }, { save, today }) =>
    save(EmployerRow, { id: uuid(), name, sector, city, joinedOn: today }),
});
