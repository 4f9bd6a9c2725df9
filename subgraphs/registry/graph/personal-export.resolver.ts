/** Copies of a file that professionals made on the person's request: recorded before they are made, and told. */
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { exportRecord, ExportRecordInput } from "../actions/export-record.ts";
import type { RegistryContext } from "../context.ts";
import { Section } from "../domain/section.ts";
import { isOwnOnly } from "../store/files.ts";
import { Candidate } from "./candidate.type.ts";
import { Organisation } from "./organisation.type.ts";
import { Professional } from "./professional.type.ts";
import { InSection } from "./section.ts";

@ObjectType({
  description:
    "A copy of a file that a professional made on the person's request (copie remise à la personne).",
})
export class PersonalExport {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "How the person asked for it, in the professional's words." })
  reason: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  exportedAt: Date;

  organisationCode: string;
  exportedBy: string;
}

const ExportRecordPayload = payloadOf("ExportRecord", "export", () => PersonalExport);

@Resolver(() => Candidate)
export class CandidateExportResolver {
  @InSection(Section.IDENTITY)
  @FieldResolver(() => [PersonalExport], {
    nullable: true,
    description:
      "The copies that professionals made on the person's request, the latest first. Section IDENTITY: null when withheld.",
  })
  async exports(@Root() { id, file }: Candidate, @Ctx() { load, viewer }: RegistryContext) {
    const all = await load.exportsOfCandidate.load(id);
    if (!isOwnOnly(file, Section.IDENTITY)) return all;
    return all.filter(({ organisationCode }) => organisationCode === viewer.organisation);
  }

  @Mutation(() => ExportRecordPayload, {
    description:
      "Records that a copy of the file of a person of the circle is made on their request. For professionals; `POST /export.json` of the gateway does it and makes the copy.",
  })
  exportRecord(@Arg("input") input: ExportRecordInput, @Ctx() context: RegistryContext) {
    return payload("export", exportRecord, input, context);
  }
}

@Resolver(() => PersonalExport)
export class PersonalExportResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "The organisation that made it." })
  organisation(@Root() { organisationCode }: PersonalExport, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: "Who made it; null when the registry does not know the professional.",
  })
  professional(@Root() { exportedBy }: PersonalExport, @Ctx() { load }: RegistryContext) {
    return load.professionalOfSubject.load(exportedBy);
  }
}
