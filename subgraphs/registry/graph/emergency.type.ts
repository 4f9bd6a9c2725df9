/** Files opened in an emergency, in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "A file opened in an emergency, for a short time (accès d'urgence)." })
export class EmergencyAccess {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Who opened it: the subject of their token." })
  subject: string;

  @Field(() => String, { description: "Why, in their words." })
  reason: string;

  @Field(() => DateTimeScalar, { description: "When it was opened." })
  openedAt: Date;

  @Field(() => DateTimeScalar, { description: "Until when it is open." })
  until: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the responsible organisation took note; null until it has.",
  })
  notedAt: Date | null;

  candidateId: string;
  organisationCode: string;
  toldOrganisation: string | null;
}

export const EmergencyAccessConnection = connectionOf(() => EmergencyAccess, "EmergencyAccess");
