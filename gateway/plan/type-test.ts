/** Which objects are of which type of the supergraph, by what they say they are. */
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import type { IsOfType } from "./rewrites.ts";

/** The test on the types of `schema`, each pair looked up once. */
export function typeTest(schema: GraphQLSchema): IsOfType {
  const known = new Map<string, Map<string, boolean>>();
  const look = (typename: string, condition: string): boolean => {
    const type = schema.getType(typename);
    const wanted = schema.getType(condition);
    return (
      isAbstractType(wanted) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      schema.isSubType(wanted, type)
    );
  };
  return (typename, condition, ifUnknown = false) => {
    if (!typename) return ifUnknown;
    if (typename === condition) return true;
    if (typeof typename !== "string" || !schema.getType(typename)) return false;
    let answers = known.get(condition);
    if (!answers) known.set(condition, (answers = new Map()));
    let answer = answers.get(typename);
    if (answer === undefined) answers.set(typename, (answer = look(typename, condition)));
    return answer;
  };
}
