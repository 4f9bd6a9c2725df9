/** What graphql-js adds to a message when a name is nearly right: it tells names of the graph to who may not read it. */
const SUGGESTION = / ?Did you mean .+\?$/s;

/** The message without the names that it proposes. */
export function withoutSuggestion(message: string): string {
  return message.replace(SUGGESTION, "");
}
