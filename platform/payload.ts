/** The payload of a mutation: the thing it made or changed, and why it was refused if it was. */
import { Field, ObjectType, type ClassType } from "type-graphql";
import { perform, type Action, type ActionContext, type ChangeInput, type Thing } from "./action.ts";
import { UserError } from "./user-error.ts";

export type Payload = { userErrors: UserError[] } & Record<string, unknown>;

/**
 * The payload type of one mutation, `PositionFillPayload { position, userErrors }`.
 * @param name the mutation's name with a capital: `PositionFill`
 * @param field the name of the thing in the payload: `position`
 */
export function payloadOf(name: string, field: string, type: () => ClassType): ClassType<Payload> {
  @ObjectType(`${name}Payload`, { description: `What ${lowerFirst(name)} did.` })
  class MutationPayload {
    @Field(() => [UserError], { description: "Why the change was refused; empty when it was made." })
    userErrors: UserError[];
  }
  Field(type, {
    nullable: true,
    description: "The thing as it stands now; null when the change was refused.",
  })(MutationPayload.prototype, field);
  return MutationPayload as unknown as ClassType<Payload>;
}

/** Performs the action and gives the payload, with the thing under `field`. */
export async function payload<Input extends ChangeInput, Result extends Thing, Context extends ActionContext>(
  field: string,
  action: Action<Input, Result, Context>,
  input: Input,
  context: Context,
): Promise<Payload> {
  const { thing, userErrors } = await perform(action, input, context);
  return { [field]: thing, userErrors };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
