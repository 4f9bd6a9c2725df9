/** The changes of organisations and their professionals, made by the coordinator. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { organisationRecord, OrganisationRecordInput } from "../actions/organisation-record.ts";
import { organisationRename, OrganisationRenameInput } from "../actions/organisation-rename.ts";
import { professionalRecord, ProfessionalRecordInput } from "../actions/professional-record.ts";
import type { RegistryContext } from "../context.ts";
import { Organisation } from "./organisation.type.ts";
import { Professional } from "./professional.type.ts";

const OrganisationRecordPayload = payloadOf("OrganisationRecord", "organisation", () => Organisation);
const OrganisationRenamePayload = payloadOf("OrganisationRename", "organisation", () => Organisation);
const ProfessionalRecordPayload = payloadOf("ProfessionalRecord", "professional", () => Professional);

@Resolver()
export class OrganisationMutations {
  @Mutation(() => OrganisationRecordPayload, {
    description: "Records an organisation that joins. For the coordinator.",
  })
  organisationRecord(@Arg("input") input: OrganisationRecordInput, @Ctx() context: RegistryContext) {
    return payload("organisation", organisationRecord, input, context);
  }

  @Mutation(() => OrganisationRenamePayload, {
    description: "Renames an organisation; the old name stays known. For the coordinator.",
  })
  organisationRename(@Arg("input") input: OrganisationRenameInput, @Ctx() context: RegistryContext) {
    return payload("organisation", organisationRename, input, context);
  }

  @Mutation(() => ProfessionalRecordPayload, { description: "Records a professional. For the coordinator." })
  professionalRecord(@Arg("input") input: ProfessionalRecordInput, @Ctx() context: RegistryContext) {
    return payload("professional", professionalRecord, input, context);
  }
}
