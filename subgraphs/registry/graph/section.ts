/** Fields of a section of a file: which they are, and what an operation asks for of them. */
import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from "graphql";
import { AccessStatus } from "../domain/access.ts";
import { Section } from "../domain/section.ts";
import type { Question } from "../store/files.ts";
import { tellsIdentity, tellsPathway } from "./candidate.filter.ts";
import type { Candidate } from "./candidate.type.ts";

/** The section of each field of `Candidate` that belongs to one. */
const SECTION_OF_FIELD = new Map<string, Section>();

/**
 * Marks a field of `Candidate`, whose method takes the person first, as part of a section: null, without an error, unless
 * the section was granted. The method itself is replaced: type-graphql's own way, a middleware, makes four promises for each
 * field of each person.
 */
export function InSection(section: Section) {
  return <Rest extends unknown[], Value>(
    _: object,
    property: string,
    descriptor: TypedPropertyDescriptor<(candidate: Candidate, ...rest: Rest) => Value>,
  ): void => {
    SECTION_OF_FIELD.set(property, section);
    const show = descriptor.value as (candidate: Candidate, ...rest: Rest) => Value;
    descriptor.value = function (this: unknown, candidate, ...rest) {
      return isShown(candidate, section) ? show.call(this, candidate, ...rest) : (null as Value);
    };
  };
}

/** Marks a field that goes by a section of each file it tells of, and decides itself what it shows. */
export function AsksFor(section: Section): MethodDecorator {
  return (_, property) => void SECTION_OF_FIELD.set(String(property), section);
}

/** Whether the section was granted, when the file was opened for it. */
export function isShown({ file }: Candidate, section: Section): boolean {
  return file.decisions.get(section)?.status === AccessStatus.GRANTED;
}

/** The fields of `Candidate` that belong to a section and that a caller can see; the grants are for partners. */
export function fieldsOfSection(section: Section): string[] {
  const own = [...SECTION_OF_FIELD]
    .filter(([name, of]) => of === section && !name.endsWith("Grant"))
    .map(([name]) => name);
  return own.length > 0 ? own : FIELDS_OF_PARTNERS[section];
}

/** What partners add to `Candidate` behind each grant: named here only for people to read. */
const FIELDS_OF_PARTNERS: Record<Section, string[]> = {
  IDENTITY: [],
  PATHWAY: [],
  EMPLOYABILITY: ["employability"],
  MATCHING: ["matching"],
  PASSERELLE: ["passerelle"],
  RELOCATION: ["household", "relocation"],
  WELCOME: ["welcome"],
};

/** The sections that the running operation asks for, in whatever place, and the operation's name. */
export function askedFor(info: GraphQLResolveInfo): Asked {
  const known = ASKED.get(info.variableValues);
  if (known) return known;
  const asked = { sections: [...sectionsOf(info)], operation: operationName(info) };
  ASKED.set(info.variableValues, asked);
  return asked;
}

type Asked = Pick<Question, "sections" | "operation">;

/** What each running operation asks for, by its coerced variables: one object for the length of an execution. */
const ASKED = new WeakMap<object, Asked>();

/** Lists that tell where the people on them stand. */
const TELLING: readonly string[] = ["droppedBatons", "digest"];

/** What an operation asks for whatever its variables, and the lists of which their arguments say the rest. */
interface Reading {
  sections: ReadonlySet<Section>;
  worklists: readonly { field: GraphQLField<unknown, unknown>; node: FieldNode }[];
  /** Whether some of it is left out or not, as variables say. */
  varies: boolean;
}

/** Operations come again and again: each is read once. */
const READINGS = new WeakMap<OperationDefinitionNode, Reading>();

function sectionsOf(info: GraphQLResolveInfo): Set<Section> {
  const known = READINGS.get(info.operation);
  const { sections, worklists, varies } = known ?? readOperation(info);
  if (!known && !varies) READINGS.set(info.operation, { sections, worklists, varies });
  const asked = new Set(sections);
  for (const { field, node } of worklists) {
    const args = getArgumentValues(field, node, info.variableValues);
    if (tellsPathway(args)) asked.add(Section.PATHWAY);
    if (tellsIdentity(args)) asked.add(Section.IDENTITY);
  }
  return asked;
}

function readOperation(info: GraphQLResolveInfo): Reading {
  const sections = new Set<Section>();
  const worklists: { field: GraphQLField<unknown, unknown>; node: FieldNode }[] = [];
  let varies = false;
  const types = new TypeInfo(info.schema);
  visit(
    documentOf(info),
    visitWithTypeInfo(types, {
      Directive() {
        varies = true;
      },
      Field(node) {
        if (isLeftOut(node, info)) {
          varies = true;
          return false;
        }
        const section =
          types.getParentType()?.name === "Candidate" ? SECTION_OF_FIELD.get(node.name.value) : undefined;
        if (section) sections.add(section);
        // The worklist may tell where people stand without a field that says so.
        const list = types.getFieldDef();
        if (list && types.getParentType()?.name === "Query") {
          if (TELLING.includes(list.name)) sections.add(Section.PATHWAY);
          // What two registrations agree in says what stands in them.
          if (list.name === "possibleDuplicates") sections.add(Section.IDENTITY);
          if (list.name === "candidates") worklists.push({ field: list, node });
        }
        return undefined;
      },
    }),
  );
  return { sections, worklists, varies };
}

function documentOf({ operation, fragments }: GraphQLResolveInfo): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
}

/** Whether the running operation asks for a field of a type, in whatever place. */
export function asksFor(info: GraphQLResolveInfo, type: string, field: string): boolean {
  const types = new TypeInfo(info.schema);
  let asks = false;
  visit(
    documentOf(info),
    visitWithTypeInfo(types, {
      Field(node) {
        if (isLeftOut(node, info)) return false;
        if (types.getParentType()?.name === type && node.name.value === field) asks = true;
        return undefined;
      },
    }),
  );
  return asks;
}

function isLeftOut(node: FieldNode, { variableValues }: GraphQLResolveInfo): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] === false
  );
}

/** The caller's own operation name; the gateway appends the subgraph and the step to it. */
function operationName(info: GraphQLResolveInfo): string | null {
  return info.operation.name?.value.replace(/__registry__\d+$/, "").slice(0, 100) ?? null;
}
