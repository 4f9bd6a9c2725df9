/** The oracle of the fuzz test: whether each value that came back may be seen by who asked. */
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { purposeOf, SECTIONS, type SectionName } from "./expectation.ts";
import { coordinates, isFoundBy, typedIn } from "./found-by.ts";
import type { SightOf } from "./facts.ts";
import type { Answer, Asker } from "./hub.ts";
import type { Owner, Ownership } from "./ownership.ts";

/** The section of each field of `Candidate`, by hand. */
const SECTION_OF: Record<string, SectionName | undefined> = {
  name: "IDENTITY",
  birthDate: "IDENTITY",
  birthDates: "IDENTITY",
  contact: "IDENTITY",
  registrations: "IDENTITY",
  consents: "IDENTITY",
  disclosures: "IDENTITY",
  looks: "IDENTITY",
  exports: "IDENTITY",
  stage: "PATHWAY",
  mainContact: "PATHWAY",
  timeline: "PATHWAY",
  referrals: "PATHWAY",
  assessments: "PATHWAY",
  supportNeeds: "PATHWAY",
  employability: "EMPLOYABILITY",
  matching: "MATCHING",
  passerelle: "PASSERELLE",
  relocation: "RELOCATION",
  household: "RELOCATION",
  welcome: "WELCOME",
};

/** Whose staff work on a partner's rows under their own organisation. */
const STAFF: Record<string, string> = {
  fccq: "OFFICER",
  eer: "COUNSELLOR",
  ccmm: "ADVISER",
  regional: "PROFESSIONAL",
};

export interface Reading {
  /** Values compared. */
  values: number;
  leaks: string[];
}

/** Where people stand whom a search may have found. */
const FOUND = /^\.candidates\.(nodes|edges\.node)$/;
/** Where the registrations of a decision or a question stand. */
const OF_A_PAIR = /\.(registrationId|oneId|otherId)$/;
/** What the matcher weighed. */
const WEIGHED = ["probability", "evidence", "gates"];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export class Oracle {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ownership: Ownership,
    private readonly sightOf: SightOf,
  ) {}

  /** Compares every value of an answer, and what its errors say. */
  read(asker: Asker, document: DocumentNode, answer: Answer): Reading {
    const operation = document.definitions.find(
      (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
    );
    const fragments = new Map(
      document.definitions
        .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
        .map((each) => [each.name.value, each]),
    );
    const reading: Reading = { values: 0, leaks: [] };
    const query = this.schema.getQueryType();
    if (operation && query && answer.data)
      this.readObject({ asker, fragments, reading }, answer.data, query, [operation.selectionSet], "");
    for (const { message } of answer.errors)
      this.readText({ asker, fragments, reading }, message, "an error");
    return reading;
  }

  private readObject(
    context: Context,
    value: Record<string, unknown>,
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    path: string,
  ): void {
    const fields = this.fieldsOf(context, type, selections);
    if (type.name === "News") this.readNews(context, this.candidateOf(value, fields), path);
    const candidateId = type.name === "Candidate" ? this.candidateOf(value, fields) : null;
    if (candidateId && !this.maySeeAny(context.asker, candidateId))
      context.reading.leaks.push(`${path}: ${candidateId} is known`);
    if (candidateId && FOUND.test(path)) this.readFound(context, candidateId, path);
    if (type.name === "PossibleDuplicate")
      this.readQuestion(context, this.candidateOf(value, fields), value, fields, path);
    for (const [name, nodes] of fields) {
      const found = value[name];
      const field = nodes[0]?.name.value ?? "";
      if (found === null || found === undefined || field === "__typename") continue;
      const here = `${path}.${field}`;
      const section = candidateId ? SECTION_OF[field] : undefined;
      if (candidateId && section && this.sightOf(context.asker, candidateId, section) === "no")
        context.reading.leaks.push(`${here}: ${section} of ${candidateId} is shown`);
      const inner = getNamedType(type.getFields()[field]?.type);
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      for (const each of flat(found)) {
        if (isObjectType(inner) && typeof each === "object")
          this.readObject(
            here === ".candidates" ? { ...context, typed: typedIn(nodes[0]) } : context,
            each as Record<string, unknown>,
            inner,
            sets,
            here,
          );
        else if (!isAbstractType(inner)) this.readLeaf(context, each, field, here);
      }
    }
  }

  /** News of what a section shows, to who may see it: all of it, or what they did themselves. */
  private readNews({ asker, reading }: Context, id: string | null, path: string): void {
    const news = this.ownership.news.get(id ?? "");
    if (!news) return;
    reading.values += 1;
    const { kind, candidateId, section, parties, recipients } = news;
    const sight = this.sightOf(asker, candidateId, section);
    const isTold = sight === "see" || (sight === "own" && (!parties || parties.includes(asker.organisation)));
    if (!isTold || !recipients.includes(asker.organisation))
      reading.leaks.push(`${path}: ${kind} of ${candidateId} is told`);
  }

  /** Somebody found by the search box: by what the viewer reads of them, or they were told what they may not read. */
  private readFound({ asker, reading, typed }: Context, candidateId: string, path: string): void {
    if (typed === undefined) return;
    reading.values += 1;
    const sight = this.sightOf(asker, candidateId, "IDENTITY");
    const own = [...this.ownership.registrations.values()].filter(
      (each) => each.candidateId === candidateId && each.organisation === asker.organisation,
    );
    const isTold = sight === "see" || (sight === "own" && own.some(({ said }) => isFoundBy(said, typed)));
    if (!isTold) reading.leaks.push(`${path}: ${candidateId} is found by "${typed}"`);
  }

  /** What two registrations agree in, to who may read both: or to the coordinator, who sees no value. */
  private readQuestion(
    { asker, reading }: Context,
    id: string | null,
    value: Record<string, unknown>,
    fields: ReadonlyMap<string, FieldNode[]>,
    path: string,
  ): void {
    const owner = this.ownership.owners.get(id ?? "");
    if (!owner || coordinates(asker) || this.readsAll(asker, owner)) return;
    for (const [name, nodes] of fields)
      if (WEIGHED.includes(nodes[0]?.name.value ?? "") && value[name] !== null)
        reading.leaks.push(`${path}.${name}: what was weighed in ${id} is shown`);
  }

  private readLeaf(context: Context, value: unknown, field: string, path: string): void {
    context.reading.values += 1;
    if (typeof value !== "string") return;
    const isCursor = field === "cursor" || field === "endCursor";
    this.readText(context, isCursor ? Buffer.from(value, "base64url").toString("utf8") : value, path);
  }

  private readText({ asker, reading }: Context, text: string, path: string): void {
    for (const [id] of text.matchAll(UUID)) {
      const owner = this.ownership.owners.get(id);
      const isDecided = coordinates(asker) && this.ownership.decided.has(id) && OF_A_PAIR.test(path);
      if (owner && !isDecided && !this.mayRead(asker, owner, id))
        reading.leaks.push(`${path}: ${owner.partner} ${owner.table} ${id} (${owner.sections.join(" or ")})`);
    }
  }

  /** By the section's rules, or as staff of the organisation that keeps the row. */
  private mayRead(asker: Asker, owner: Owner, id: string): boolean {
    if (owner.table !== "identity_decision") return this.readsOne(asker, owner);
    if (coordinates(asker) || this.readsAll(asker, owner)) return true;
    // That a question waits is told to the organisations that it is about.
    return (
      this.ownership.questions.has(id) &&
      purposeOf(asker.roles[0] ?? "") === asker.purpose &&
      [...owner.registrations].some(
        (each) => this.ownership.registrations.get(each)?.organisation === asker.organisation,
      )
    );
  }

  /** Each of the registrations that a decision is on. */
  private readsAll(asker: Asker, { registrations }: Owner): boolean {
    return [...registrations].every((id) => {
      const owner = this.ownership.owners.get(id);
      return owner !== undefined && this.readsOne(asker, { ...owner, sections: ["IDENTITY"] }, false);
    });
  }

  private readsOne(asker: Asker, { partner, registrations, sections }: Owner, asStaff = true): boolean {
    return [...registrations].some((id) => {
      const registration = this.ownership.registrations.get(id);
      if (!registration) return true;
      const { organisation, candidateId } = registration;
      const isOwn = organisation === asker.organisation;
      const isSystem = asker.roles.includes("SYSTEM") && asker.scopes.includes("partner:read");
      const isStaff = isSystem || asker.roles.some((role) => role === STAFF[partner]);
      if (asStaff && isOwn && isStaff) return true;
      return sections.some((section) => {
        const sight = this.sightOf(asker, candidateId, section);
        return sight === "see" || (sight === "own" && isOwn);
      });
    });
  }

  private maySeeAny(asker: Asker, candidateId: string): boolean {
    return SECTIONS.some((section) => this.sightOf(asker, candidateId, section) !== "no");
  }

  private candidateOf(
    value: Record<string, unknown>,
    fields: ReadonlyMap<string, FieldNode[]>,
  ): string | null {
    for (const [name, nodes] of fields) if (nodes[0]?.name.value === "id") return String(value[name]);
    return null;
  }

  /** The fields asked of an object, by the name under which they come back. */
  private fieldsOf(
    { fragments }: Context,
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
  ): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const collect = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          fields.set(name, [...(fields.get(name) ?? []), selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
        else {
          const fragment = fragments.get(selection.name.value);
          if (fragment?.typeCondition.name.value === type.name) collect(fragment.selectionSet);
        }
      }
    };
    for (const set of selections) collect(set);
    return fields;
  }
}

interface Context {
  /** What the list being read was asked to find. */
  typed?: string | undefined;
  asker: Asker;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  reading: Reading;
}

function flat(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(flat) : value === null || value === undefined ? [] : [value];
}
