/**
 * Makes the answer out of what was received: the fields of the operation in its order, nothing else, and `null` where
 * a value does not fit the graph. Everything that depends on the operation alone is worked out once.
 */
import {
  ERRORS,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type CompositeType,
  type Operation,
  type SelectionSet,
  type Type,
} from "@apollo/federation-internals";
import type { GraphQLError } from "graphql";
import { leafRule } from "./leaves.ts";
import { selectionReader, type Selected, type SelectedField } from "./selected.ts";
import { isBag, type Bag } from "./types.ts";

export interface Shaped {
  data: Bag | null;
  /** Where a value did not fit the graph. */
  misfits: GraphQLError[];
}

export type Shape = (received: Bag, variables: Readonly<Bag>) => Shaped;

interface Shaping {
  variables: Readonly<Bag>;
  misfits: GraphQLError[];
  path: (string | number)[];
}

/** No value for it, and an error says why. */
const FAILED = Symbol("failed");
/** The same, and it may not be null: what it is part of has no value either. */
const INVALID = Symbol("invalid");

/** Gives the value for the answer, adding to `existing` where the same field was selected before. */
type Complete = (value: unknown, existing: unknown, shaping: Shaping) => unknown;

/** Puts one field into the answer; true when the whole object has no value because of it. */
type Put = (from: Bag, into: Bag, shaping: Shaping) => boolean;

/** The function that shapes the answers to `operation`. */
export function shaper(operation: Operation): Shape {
  const schema = operation.schema();
  const read = selectionReader(schema);
  const root = schema.schemaDefinition.rootType(operation.rootKind);
  if (!root) throw new Error(`The graph has no ${operation.rootKind}.`);
  const defaults = operation.collectDefaultedVariableValues() as Bag;
  const putsOf = objectPuts(operation.selectionSet, false);

  /** `again`: the object may hold some of the fields already. */
  function objectPuts(set: SelectionSet, again: boolean) {
    const known = new Map<string, Put[]>();
    return (typename: string, type: CompositeType): Put[] => {
      let puts = known.get(typename);
      if (!puts) {
        puts = read(set, typename, type).map((selected, _, all) => {
          const twice = again || all.filter(({ name }) => name === selected.name).length > 1;
          return guarded(selected, put(selected, twice));
        });
        // Any type of the graph may be sent; none that is not in it comes here but at the root.
        if (typename === "" || schema.type(typename)) known.set(typename, puts);
      }
      return puts;
    };
  }

  function put(selected: Selected, again: boolean): Put {
    if (selected.kind === "typename") return putTypename(selected);
    const { type } = selected;
    const nullable = isNonNullType(type) ? type.ofType : type;
    return isScalarType(nullable) || isEnumType(nullable)
      ? putLeaf(selected, again, leafRule(nullable))
      : putOther(selected, again, complete(type, selected));
  }

  function complete(type: Type, field: SelectedField): Complete {
    if (isNonNullType(type)) return nonNull(type.ofType, field, complete(type.ofType, field));
    if (isListType(type)) return list(type, field, complete(type.ofType, field));
    if (isCompositeType(type)) return object(type, field);
    return leaf(type, field);
  }

  function object(type: CompositeType, field: SelectedField): Complete {
    const { selectionSet } = field;
    if (!selectionSet) throw new Error(`The operation selects nothing of ${field.name}.`);
    const fresh = objectPuts(selectionSet, false);
    const more = objectPuts(selectionSet, true);
    return (value, existing, shaping) => {
      if (value === null || value === undefined) return null;
      if (!isBag(value)) return failed("An object was expected for", type, field, shaping);
      const from = value;
      const typename = from["__typename"];
      if (typename !== undefined && typeof typename !== "string")
        return failed("The name of a type was expected for", type, field, shaping);
      let actual = type;
      if (typename) {
        const named = schema.type(typename);
        if (!named || !isCompositeType(named))
          return failed("Invalid __typename found for object at", type, field, shaping);
        actual = named;
      }
      const into: Bag = existing === undefined ? {} : (existing as Bag);
      const each = (existing === undefined ? fresh : more)(typename ?? "", actual);
      for (const putInto of each) if (putInto(from, into, shaping)) return FAILED;
      return into;
    };
  }

  return (received, given) => {
    const shaping: Shaping = { variables: { ...defaults, ...given }, misfits: [], path: [] };
    const typename = received["__typename"];
    const data: Bag = {};
    const puts = putsOf(typeof typename === "string" ? typename : "", root);
    const isNull = puts.some((putInto) => putInto(received, data, shaping));
    return { data: isNull ? null : data, misfits: shaping.misfits };
  };
}

function guarded({ conditions }: Selected, put: Put): Put {
  if (conditions.length === 0) return put;
  return (from, into, shaping) =>
    conditions.every(({ variable, wanted }) => valueOf(variable, shaping.variables) === wanted)
      ? put(from, into, shaping)
      : false;
}

function valueOf(variable: string, variables: Readonly<Bag>): boolean {
  const value = variables[variable];
  if (typeof value !== "boolean") throw new Error(`The variable $${variable} must be true or false.`);
  return value;
}

function putTypename({ name, constant, typeNamed }: Extract<Selected, { kind: "typename" }>): Put {
  return (from, into) => {
    if (into[name] !== undefined) return false;
    // Under another name than its own it is what came under that name, or else what the object says it is.
    const typename = name === "__typename" ? constant : typeNamed(from[name] ?? from["__typename"]);
    if (typename === null) return true;
    into[name] = typename;
    return false;
  };
}

function putLeaf(field: SelectedField, again: boolean, fits: (value: unknown) => boolean): Put {
  const { name, type } = field;
  const isRequired = isNonNullType(type);
  const nullable = isRequired ? type.ofType : type;
  return (from, into, shaping) => {
    if (again && into[name] !== undefined) return false;
    const value = from[name] ?? null;
    if (value !== null && fits(value)) {
      into[name] = value;
      return false;
    }
    into[name] = null;
    if (value === null && !isRequired) return false;
    const what = value === null ? "Cannot return null for non-nullable" : "Invalid value found for";
    shaping.misfits.push(misfit(what, nullable, field, [...shaping.path, name]));
    return isRequired;
  };
}

function putOther({ name }: SelectedField, again: boolean, complete: Complete): Put {
  return (from, into, shaping) => {
    const existing = again ? into[name] : undefined;
    if (existing === null) return false;
    shaping.path.push(name);
    const value = complete(from[name] ?? null, existing, shaping);
    shaping.path.pop();
    into[name] = isNone(value) ? null : value;
    return value === INVALID;
  };
}

function nonNull(type: Type, field: SelectedField, complete: Complete): Complete {
  return (value, existing, shaping) => {
    const completed = complete(value, existing, shaping);
    if (completed !== null) return completed === FAILED ? INVALID : completed;
    shaping.misfits.push(misfit("Cannot return null for non-nullable", type, field, shaping.path));
    return INVALID;
  };
}

function list(type: Type, field: SelectedField, complete: Complete): Complete {
  return (value, existing, shaping) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value) || (existing !== undefined && !Array.isArray(existing)))
      return failed("A list was expected for", type, field, shaping);
    let isNull = false;
    const { path } = shaping;
    const at = path.push(0) - 1;
    const completed = Array.from<unknown>({ length: value.length });
    for (let index = 0; index < value.length; index += 1) {
      const before: unknown = existing?.[index];
      if (before === null) completed[index] = null;
      else {
        path[at] = index;
        const element = complete(value[index], before, shaping);
        if (element === INVALID) isNull = true;
        completed[index] = isNone(element) ? null : element;
      }
    }
    path.pop();
    return isNull ? FAILED : completed;
  };
}

/** A leaf in a list; one that stands alone is put by `putLeaf`. */
function leaf(type: Type, field: SelectedField): Complete {
  if (!isScalarType(type) && !isEnumType(type)) throw new Error(`${String(type)} is no type of a field.`);
  const fits = leafRule(type);
  return (value, existing, shaping) => {
    if (existing !== undefined) return existing;
    if (value === null || value === undefined) return null;
    return fits(value) ? value : failed("Invalid value found for", type, field, shaping);
  };
}

/** What was received has another form than the graph: it is left out, and what else was received is not. */
function failed(what: string, type: Type, field: SelectedField, { misfits, path }: Shaping): typeof FAILED {
  misfits.push(misfit(what, type, field, path));
  return FAILED;
}

function isNone(value: unknown): boolean {
  return value === FAILED || value === INVALID;
}

/** In the words of the stock executor, where it has any. */
function misfit(
  what: string,
  type: Type,
  field: SelectedField,
  path: readonly (string | number)[],
): GraphQLError {
  const last = path.at(-1);
  const where =
    typeof last === "string"
      ? `field ${field.parent}.${last}`
      : `array element of type ${String(type)} at index ${last}`;
  return ERRORS.INVALID_GRAPHQL.err(`${what} ${where}.`, { path: [...path] });
}
