/** The fields that an operation selects of an object whose type is known, in order, with fragments resolved. */
import {
  isObjectType,
  isSubtype,
  Variable,
  type CompositeType,
  type OutputType,
  type Schema,
  type Selection,
  type SelectionSet,
} from "@apollo/federation-internals";

/** It is in the answer only when the variable has this value. */
export interface Condition {
  variable: string;
  wanted: boolean;
}

interface Common {
  /** Its name in the answer. */
  name: string;
  conditions: readonly Condition[];
}

export interface SelectedField extends Common {
  kind: "field";
  type: OutputType;
  selectionSet: SelectionSet | undefined;
  /** The type in which it was selected, for messages. */
  parent: string;
}

export interface SelectedTypename extends Common {
  kind: "typename";
  /** What an object answers that says what it is in the usual place. */
  constant: string | null;
  /** The type of that name, or else the one it was selected in; null when no object can be just of that. */
  typeNamed: (name: unknown) => string | null;
}

export type Selected = SelectedField | SelectedTypename;

/**
 * A function that lists what a selection set selects of objects that say they are `typename`, or `""` when they do not
 * say, and count as being of `parent`.
 */
export function selectionReader(
  schema: Schema,
): (set: SelectionSet, typename: string, parent: CompositeType) => Selected[] {
  const directives = [
    { definition: schema.skipDirective(), wanted: false },
    { definition: schema.includeDirective(), wanted: true },
  ];

  /** The conditions of a selection; null when it can never be in the answer. */
  function conditionsOf({ element }: Selection): Condition[] | null {
    const conditions: Condition[] = [];
    for (const { definition, wanted } of directives) {
      const [applied] = element.appliedDirectivesOf<{ if: boolean | Variable }>(definition);
      const value = applied?.arguments().if;
      if (value instanceof Variable) conditions.push({ variable: value.name, wanted });
      else if (applied && value !== wanted) return null;
    }
    return conditions;
  }

  function applies(condition: CompositeType | undefined, typename: string, parent: CompositeType): boolean {
    if (!condition) return true;
    const type = typename ? schema.type(typename) : parent;
    return type !== undefined && isSubtype(condition, type);
  }

  function typename(
    name: string,
    conditions: Condition[],
    said: string,
    parent: CompositeType,
  ): SelectedTypename {
    const otherwise = isObjectType(parent) ? parent.name : null;
    const typeNamed = (given: unknown) => {
      const type = typeof given === "string" ? schema.type(given) : undefined;
      return !type ? otherwise : isObjectType(type) ? type.name : null;
    };
    return { kind: "typename", name, conditions, constant: typeNamed(said), typeNamed };
  }

  return function read(set, said, parent, outer: readonly Condition[] = []): Selected[] {
    return set.selections().flatMap((selection): Selected[] => {
      const own = conditionsOf(selection);
      if (!own) return [];
      const conditions = [...outer, ...own];
      if (selection.kind === "FieldSelection") {
        const { element } = selection;
        const name = element.responseName();
        if (element.name === "__typename") return [typename(name, conditions, said, parent)];
        const { type } = element.definition;
        if (!type) throw new Error(`The field ${element.name} has no type.`);
        return [
          {
            kind: "field",
            name,
            conditions,
            type,
            selectionSet: selection.selectionSet,
            parent: parent.name,
          },
        ];
      }
      const { typeCondition } = selection.element;
      return applies(typeCondition, said, parent)
        ? read(selection.selectionSet, said, typeCondition ?? parent, conditions)
        : [];
    });
  } as (set: SelectionSet, typename: string, parent: CompositeType) => Selected[];
}
