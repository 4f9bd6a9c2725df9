/** Operations with what clients write in them: conditions, the same field twice, the name of a type. */
import {
  isCompositeType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DirectiveNode,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";
import type { Random } from "../../../local/world/random.ts";

const VARIABLES = ["yes", "no", "unsaid"] as const;

/** The variables of `adorned` operations; `unsaid` is left to its default. */
export const CONDITIONS: Readonly<Record<string, unknown>> = { yes: true, no: false };

/** The operation in `text` with conditions, repeated fields and `__typename` put in here and there. */
export function adorned(schema: GraphQLSchema, text: string, random: Random): string {
  const types = new TypeInfo(schema);
  const used = new Set<string>();
  const document = visit(
    parse(text, { noLocation: true }),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (set) => {
          const selections = set.selections.flatMap((node): SelectionNode[] => {
            const one = random.chance(0.08) ? withCondition(node, random, used) : node;
            // Once more with the whole of it: under the same name it becomes one field.
            return random.chance(0.06) ? [one, node] : [one];
          });
          if (isCompositeType(types.getParentType()) && random.chance(0.15))
            selections.splice(random.int(0, selections.length), 0, typename(random));
          if (selections.length > 1 && random.chance(0.1))
            selections.push(fragment(selections, random, used));
          return { ...set, selections };
        },
      },
    }),
  );
  if (used.size === 0) return print(document);
  const variables = [...used].map((name) => `$${name}: Boolean${name === "unsaid" ? " = true" : "!"}`);
  return print(document).replace(/^query (\w+)/, `query $1(${variables.join(" ")})`);
}

function withCondition(node: SelectionNode, random: Random, used: Set<string>): SelectionNode {
  return { ...node, directives: [...(node.directives ?? []), condition(random, used)] };
}

function condition(random: Random, used: Set<string>): DirectiveNode {
  const name = random.pick(["skip", "include"]);
  const variable = random.pick([...VARIABLES, null]);
  if (variable !== null) used.add(variable);
  const value = variable === null ? String(random.chance(0.3)) : `$${variable}`;
  const [definition] = parse(`{ a @${name}(if: ${value}) }`, { noLocation: true }).definitions;
  const [field] = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  const [directive] = field?.directives ?? ([] as readonly ConstDirectiveNode[]);
  if (!directive) throw new Error("The condition was not written as one.");
  return directive;
}

function typename(random: Random): SelectionNode {
  const alias = random.chance(0.4) ? { alias: { kind: Kind.NAME, value: "kindOfThing" } as const } : {};
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" }, ...alias };
}

function fragment(selections: readonly SelectionNode[], random: Random, used: Set<string>): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    selectionSet: { kind: Kind.SELECTION_SET, selections: selections.slice(0, random.int(1, 3)) },
    ...(random.chance(0.4) ? { directives: [condition(random, used)] } : {}),
  };
}
