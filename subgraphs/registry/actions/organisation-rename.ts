/** Rename an organisation; the old name stays known, for it appears in older records. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { FormerNameRow } from "../store/former-name.row.ts";
import { OrganisationRow } from "../store/organisation.row.ts";

@InputType({ description: "An organisation to rename." })
export class OrganisationRenameInput extends ChangeInput {
  @Field(() => String, { description: "The organisation, by its code, which stays." })
  code: string;

  @Field(() => String, { description: "Its new name." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;
}

export const organisationRename = defineAction<OrganisationRenameInput, OrganisationRow>({
  name: "organisationRename",
  roles: ["COORDINATOR"],
  row: OrganisationRow,
  async apply(input, { save, manager, today }) {
    const organisation = await manager.findOne(OrganisationRow, {
      where: { code: input.code },
      lock: { mode: "pessimistic_write" },
    });
    if (!organisation) throw new Refusal("UNKNOWN_REFERENCE", "There is no such organisation.", "code");
    if (organisation.name === input.name) return organisation;
    const former = { organisationId: organisation.id, name: organisation.name };
    if (!(await manager.existsBy(FormerNameRow, former)))
      await save(FormerNameRow, { ...former, id: uuid(), until: today });
    return save(OrganisationRow, { ...organisation, name: input.name });
  },
});
