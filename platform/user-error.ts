/** What is expected to go wrong in a mutation is data: a code a program can act on, a sentence a person can read. */
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";

export enum UserErrorCode {
  REQUIRED = "REQUIRED",
  TOO_LONG = "TOO_LONG",
  INVALID_FORMAT = "INVALID_FORMAT",
  OUT_OF_RANGE = "OUT_OF_RANGE",
  UNKNOWN_REFERENCE = "UNKNOWN_REFERENCE",
  WRONG_STATE = "WRONG_STATE",
  CONFLICT = "CONFLICT",
  NOT_ALLOWED = "NOT_ALLOWED",
}

registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  description: "Why a change was refused; nothing was written.",
  valuesConfig: {
    REQUIRED: { description: "A value is missing or empty." },
    TOO_LONG: { description: "A text or a list is longer than allowed." },
    INVALID_FORMAT: { description: "A value is not written as it must be." },
    OUT_OF_RANGE: { description: "A number or a date is outside what is allowed." },
    UNKNOWN_REFERENCE: {
      description: "What the input names does not exist, or is not this caller's to change.",
    },
    WRONG_STATE: { description: "The thing is not in a state that allows this change." },
    CONFLICT: {
      description: "Something else already holds this place, or the reference was used for another change.",
    },
    NOT_ALLOWED: { description: "The caller's role or organisation does not make this change." },
  },
});

@Directive("@shareable")
@ObjectType({ description: "Why a change was refused; nothing was written." })
export class UserError {
  @Field(() => UserErrorCode, { description: "A stable code to act on." })
  code: UserErrorCode;

  @Field(() => String, { description: "What happened and what to do, for a person." })
  message: string;

  @Field(() => [String], {
    nullable: true,
    description: "The path of the input field concerned; null when it is the whole.",
  })
  field: string[] | null;
}

/** Thrown inside an action to refuse it: the transaction is undone and the caller reads it as a user error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: UserErrorCode;
  readonly field: string[] | null;

  constructor(code: keyof typeof UserErrorCode, message: string, ...field: string[]) {
    super(message);
    this.code = UserErrorCode[code];
    this.field = field.length > 0 ? field : null;
  }
}
