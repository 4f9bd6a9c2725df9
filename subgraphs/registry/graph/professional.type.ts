/** A professional in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({
  description: "A person who works for an organisation of the alliance (intervenante, intervenant).",
})
export class Professional {
  @Field(() => ID, { description: "Their id." })
  id: string;

  @Field(() => String, { description: "Given name." })
  givenName: string;

  @Field(() => String, { description: "Family name." })
  familyName: string;

  @Field(() => String, { nullable: true, description: "Job title; null when not given." })
  jobTitle: string | null;

  @Field(() => DateScalar, { description: "Since when they work there." })
  since: string;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null while they do." })
  until: string | null;

  organisationId: string;
}

export const ProfessionalConnection = connectionOf(() => Professional, "Professional");
