/** What an operation may bring back at most, in objects: the pages it asks for counted in full, lists in lists multiplied. */
import {
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "./measure.ts";

/** What a list without pages is taken to hold, and a page whose size is not said. */
const PLAIN_LIST = 5;
const PAGE_UNTOLD = 20;

/** The arguments that say how long a page is. */
const SIZES = new Set(["first", "last"]);

type Variables = Readonly<Record<string, unknown>>;

/** The number of rows that a field brings: known, or known once the variables are. */
type Rows = number | { variable: string; fallback: number };

interface Cost {
  rows: Rows;
  inner: readonly Cost[];
}

export interface Estimate {
  /** Objects. */
  cost: number;
  /** The largest page that is asked for. */
  pageSize: number;
}

/** An estimator for one operation, which is walked once; what it gives depends on the variables. */
export function estimator(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Variables) => Estimate {
  const fragments = fragmentsOf(document);
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : PAGE_UNTOLD,
    ]),
  );

  const costsOf = (set: SelectionSetNode, type: GraphQLNamedType | undefined, page: Rows | null): Cost[] =>
    set.selections.flatMap((node): Cost[] => {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? schema.getType(node.typeCondition.name.value) : type;
        return costsOf(node.selectionSet, on, page);
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (!fragment) return [];
        return costsOf(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), page);
      }
      const field = fieldOf(type, node);
      if (!field) return [];
      const named = getNamedType(field.type);
      if (isIntrospectionType(named)) return [];
      const asked = pageOf(field, node, defaults);
      const isList = isListType(getNullableType(field.type));
      // The rows of a page stand in the list inside it (`nodes`, `edges`).
      const rows = isList ? (page ?? asked ?? PLAIN_LIST) : 1;
      if (isLeafType(named)) return asked === null ? [] : [{ rows: asked, inner: [] }];
      const inner = node.selectionSet ? costsOf(node.selectionSet, named, isList ? null : asked) : [];
      return [{ rows, inner }];
    });

  const root = schema.getRootType(operation.operation) ?? undefined;
  const costs = costsOf(operation.selectionSet, root, null);
  return (variables) => {
    let pageSize = 0;
    const sum = (list: readonly Cost[]): number => {
      let total = 0;
      for (const { rows, inner } of list) {
        const number = rowsOf(rows, variables);
        if (number > pageSize) pageSize = number;
        total += number * (1 + sum(inner));
      }
      return total;
    };
    return { cost: Math.min(sum(costs), Number.MAX_SAFE_INTEGER), pageSize };
  };
}

function fieldOf(
  type: GraphQLNamedType | undefined,
  node: FieldNode,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
}

/** How many rows the field is asked for; null when it takes no size. */
function pageOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  defaults: ReadonlyMap<string, number>,
): Rows | null {
  const sized = field.args.filter(({ name }) => SIZES.has(name));
  if (sized.length === 0) return null;
  const given = node.arguments?.find(({ name }) => SIZES.has(name.value))?.value;
  if (given?.kind === Kind.INT) return Number(given.value);
  if (given?.kind !== Kind.VARIABLE) return PAGE_UNTOLD;
  return { variable: given.name.value, fallback: defaults.get(given.name.value) ?? PAGE_UNTOLD };
}

function rowsOf(rows: Rows, variables: Variables): number {
  if (typeof rows === "number") return Math.max(rows, 1);
  const given = variables[rows.variable];
  const number = typeof given === "number" && Number.isFinite(given) ? given : rows.fallback;
  return Math.max(number, 1);
}
