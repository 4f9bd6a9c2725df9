/** A follow-up of a person at work, in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { WorkerFollowUpChannel } from "../domain/worker-follow-up.ts";

registerEnumType(WorkerFollowUpChannel, {
  name: "WorkerFollowUpChannel",
  description: "How FCCQ and the person spoke.",
  valuesConfig: {
    TELEPHONE: { description: "By telephone (téléphone)." },
    VIDEO: { description: "By video (visioconférence)." },
    IN_PERSON: { description: "In person (en personne)." },
    WRITING: { description: "In writing (par écrit)." },
  },
});

@ObjectType({
  description: "FCCQ keeping in touch with a person who works in a region (suivi auprès des travailleurs).",
})
export class WorkerFollowUp {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When." })
  madeOn: string;

  @Field(() => WorkerFollowUpChannel, { description: "How." })
  channel: WorkerFollowUpChannel;

  @Field(() => Boolean, { description: "Whether the person still held the job." })
  employed: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What was said, in words; null for the person themselves.",
  })
  note: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When to ask again; null when nothing is planned.",
  })
  nextOn: string | null;

  offerId: string;
  registrationId: string;
}
