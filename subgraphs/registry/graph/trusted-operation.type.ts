/** Trusted operations, in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";

@ObjectType({
  description: "An operation that a partner system registered and is held to (opération de confiance).",
})
export class TrustedOperation {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "The system: the client id of its tokens." })
  clientId: string;

  @Field(() => String, { description: "By what it is asked: `sha256:` and the hash of the document." })
  documentId: string;

  @Field(() => String, { description: "What people call it." })
  label: string;

  @Field(() => String, { description: "The GraphQL document." })
  document: string;

  @Field(() => DateTimeScalar, { description: "When it was registered, the last time." })
  registeredAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was retired; null while it may be asked.",
  })
  retiredAt: Date | null;
}

export const TrustedOperationConnection = connectionOf(() => TrustedOperation, "TrustedOperation");
