/** Confidentiality incidents in the graph: the fields that the register of the law holds. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { IncidentState, Notice } from "../domain/incident.ts";

registerEnumType(IncidentState, {
  name: "IncidentState",
  description: "Where an incident stands.",
  valuesConfig: {
    RECORDED: { description: "In the register; its risk is not assessed yet (consigné)." },
    ASSESSED: { description: "Its risk is assessed (évalué)." },
    CLOSED: { description: "What had to be done was done (clos)." },
  },
});

registerEnumType(Notice, {
  name: "IncidentNotice",
  description: "Somebody who must be told of an incident with a risk of serious injury.",
  valuesConfig: {
    COMMISSION: { description: "The Commission d'accès à l'information." },
    PERSONS: { description: "The persons concerned (personnes concernées)." },
  },
});

@ObjectType({ description: "A confidentiality incident (incident de confidentialité)." })
export class Incident {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;

  @Field(() => String, { description: "What personal information is concerned, or why that is not known." })
  information: string;

  @Field(() => String, { description: "What happened." })
  circumstances: string;

  @Field(() => DateScalar, { description: "The first day of the period in which it happened." })
  occurredFrom: string;

  @Field(() => DateScalar, { description: "The last day of the period in which it happened." })
  occurredTo: string;

  @Field(() => Boolean, { description: "Whether the period is an estimate." })
  occurredIsApproximate: boolean;

  @Field(() => DateScalar, { description: "When the organisation became aware of it." })
  awareOn: string;

  @Field(() => Int, { description: "How many persons are concerned." })
  persons: number;

  @Field(() => Boolean, { description: "Whether their number is an estimate." })
  personsIsApproximate: boolean;

  @Field(() => IncidentState, { description: "Where it stands." })
  state: IncidentState;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether there is a risk of serious injury; null before it is assessed.",
  })
  serious: boolean | null;

  @Field(() => String, { nullable: true, description: "What led to this; null before it is assessed." })
  assessment: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was assessed." })
  assessedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the Commission d'accès à l'information was told; null when it was not.",
  })
  commissionNotifiedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the persons concerned were told; null when they were not.",
  })
  personsNotifiedOn: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether a public notice was given." })
  publicNotice: boolean | null;

  @Field(() => String, { nullable: true, description: "Why a public notice was given." })
  publicNoticeReason: string | null;

  @Field(() => String, { nullable: true, description: "The measures taken; null while it is not closed." })
  measures: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was closed." })
  closedOn: string | null;

  organisationCode: string;
}

export const IncidentConnection = connectionOf(() => Incident, "Incident");
