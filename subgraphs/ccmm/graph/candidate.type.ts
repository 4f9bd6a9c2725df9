/** A person as this subgraph names them: by the registration, read from the grant. */
import { Directive, Field, ID, ObjectType } from "type-graphql";

@Directive('@key(fields: "id")')
@Directive('@key(fields: "registrationId", resolvable: false)')
@ObjectType("Candidate")
export class Candidate {
  // Without @external the planner would take a partner's word for the id.
  @Directive("@external")
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  registrationId: string | null;

  @Directive("@external")
  @Field(() => String, { nullable: true })
  passerelleGrant: string | null;
}
