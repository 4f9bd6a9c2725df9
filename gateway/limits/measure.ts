/**
 * How large a document is once its fragments are written out, without writing them out: each fragment is measured
 * once, so that a document of fragments that double and double again costs no more than its own length.
 */
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

export interface Measures {
  operations: number;
  fragments: number;
  /** Declared by the operation that has most. */
  variables: number;
  spreads: number;
  directives: number;
  depth: number;
  fields: number;
  objects: number;
  aliases: number;
  /** Of the operation that has most. */
  rootFields: number;
  /** Of the field that has most. */
  arguments: number;
  /** Levels of lists and objects, of the value that has most. */
  variableDepth: number;
}

interface Size {
  spreads: number;
  directives: number;
  depth: number;
  fields: number;
  objects: number;
  aliases: number;
  /** Fields at the top, those of fragments included. */
  top: number;
}

/** Larger counts mean the same as this one, and can still be written in an answer. */
const MOST = Number.MAX_SAFE_INTEGER;

/** Thrown when a fragment contains itself. */
export class FragmentCycle extends Error {
  override readonly name = "FragmentCycle";
}

/** Thrown when another field is to be called `__typename`: what types the objects are of is read by that name. */
export class FalseTypename extends Error {
  override readonly name = "FalseTypename";
}

const TYPENAME = "__typename";

/** The sizes of all operations of `document` together. @throws {FragmentCycle} @throws {FalseTypename} */
export function measure(document: DocumentNode): Measures {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size | "OPEN">();
  const total = nothing();
  let operations = 0;
  let rootFields = 0;
  let variables = 0;
  let most = 0;
  let valueDepth = 0;
  const sizeOf = (set: SelectionSetNode): Size => {
    const size = nothing();
    for (const node of set.selections) {
      size.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FIELD) {
        size.fields += 1;
        size.top += 1;
        if (node.arguments && node.arguments.length > 0) {
          most = Math.max(most, node.arguments.length);
          valueDepth = Math.max(valueDepth, depthOf(node.arguments.map(({ value }) => value)));
        }
        if (node.alias && node.alias.value !== node.name.value) {
          if (node.alias.value === TYPENAME) throw new FalseTypename();
          size.aliases += 1;
        }
        if (!node.selectionSet) {
          size.depth = Math.max(size.depth, 1);
          continue;
        }
        size.objects += 1;
        add(size, { ...sizeOf(node.selectionSet), top: 0 }, 1);
        continue;
      }
      size.spreads += 1;
      add(
        size,
        node.kind === Kind.INLINE_FRAGMENT ? sizeOf(node.selectionSet) : sizeOfFragment(node.name.value),
        0,
      );
    }
    return size;
  };
  const sizeOfFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    if (!fragment) return nothing();
    const before = known.get(name);
    if (before === "OPEN") throw new FragmentCycle();
    if (before) return before;
    known.set(name, "OPEN");
    const size = sizeOf(fragment.selectionSet);
    size.directives += fragment.directives?.length ?? 0;
    known.set(name, size);
    return size;
  };

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    operations += 1;
    const size = sizeOf(definition.selectionSet);
    size.directives += definition.directives?.length ?? 0;
    variables = Math.max(variables, definition.variableDefinitions?.length ?? 0);
    for (const variable of definition.variableDefinitions ?? [])
      size.directives += variable.directives?.length ?? 0;
    rootFields = Math.max(rootFields, size.top);
    add(total, size, 0);
  }
  // What nothing spreads is still validated: it counts by itself.
  for (const [name, fragment] of fragments) {
    if (known.has(name)) continue;
    add(total, sizeOfFragment(fragment.name.value), 0);
  }
  return {
    operations,
    fragments: fragments.size,
    variables,
    spreads: capped(total.spreads),
    directives: capped(total.directives),
    depth: capped(total.depth),
    fields: capped(total.fields),
    objects: capped(total.objects),
    aliases: capped(total.aliases),
    rootFields: capped(rootFields),
    arguments: most,
    variableDepth: valueDepth,
  };
}

/**
 * How often the same name of the answer stands in one place at most, once what is merged is merged. The check of
 * conflicting fields compares each with each, so this bounds it. Walks the document written out: only for one whose
 * {@link Measures} are in bounds. Beside it, how often one field is asked under different aliases in one place, and
 * how often one fragment is spread there.
 */
export function countRepeats(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  let most = 0;
  const merge = (sets: readonly SelectionSetNode[]): void => {
    const answers = new Map<string, SelectionSetNode[]>();
    const counts = new Map<string, number>();
    const count = (key: string) => {
      const next = (counts.get(key) ?? 0) + 1;
      counts.set(key, next);
      most = Math.max(most, next);
    };
    const collect = (set: SelectionSetNode): void => {
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD) {
          const name = node.alias?.value ?? node.name.value;
          count(`= ${name}`);
          if (name !== node.name.value) count(`: ${node.name.value}`);
          const inner = answers.get(name) ?? [];
          if (node.selectionSet) inner.push(node.selectionSet);
          answers.set(name, inner);
        } else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
        else {
          count(`... ${node.name.value}`);
          const fragment = fragments.get(node.name.value);
          if (fragment) collect(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) collect(set);
    for (const inner of answers.values()) if (inner.length > 0) merge(inner);
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) merge([definition.selectionSet]);
  return most;
}

/** The fragments of a document by name; of two with one name, the first. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && !fragments.has(definition.name.value))
      fragments.set(definition.name.value, definition);
  return fragments;
}

/** The levels of lists and objects in the deepest of these values, level by level: they may be very many. */
function depthOf(values: readonly ValueNode[]): number {
  let depth = 0;
  for (let level = values; ; depth += 1) {
    const next = level.flatMap((value) => {
      if (value.kind === Kind.LIST) return [value.values];
      return value.kind === Kind.OBJECT ? [value.fields.map((field) => field.value)] : [];
    });
    if (next.length === 0) return depth;
    level = next.flat();
  }
}

function capped(count: number): number {
  return Math.min(count, MOST);
}

function nothing(): Size {
  return { spreads: 0, directives: 0, depth: 0, fields: 0, objects: 0, aliases: 0, top: 0 };
}

function add(size: Size, inner: Size, levels: number): void {
  size.spreads += inner.spreads;
  size.directives += inner.directives;
  size.depth = Math.max(size.depth, inner.depth + levels);
  size.fields += inner.fields;
  size.objects += inner.objects;
  size.aliases += inner.aliases;
  size.top += inner.top;
}
