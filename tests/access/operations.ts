/** Random valid operations over the whole graph. */
import {
  getNamedType,
  GraphQLEnumType,
  GraphQLInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Random } from "../../local/world/random.ts";

/** What arguments are made of: ids, codes and cursors that exist, so that operations find something. */
export interface Pool {
  candidates: readonly string[];
  ids: readonly string[];
  codes: readonly string[];
  /** What somebody could type to find a person: names and beginnings of names, telephones, mail addresses, birth dates. */
  typed: readonly string[];
  /** Those that came back, by the list they came from; used on any list. */
  cursors: string[];
}

export interface Operation {
  text: string;
  document: DocumentNode;
}

/** Makes operations on `schema`: one to three root fields, down to `depth`. */
export class Operations {
  private fragments: string[] = [];
  private size = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly pool: Pool,
  ) {}

  next(): Operation {
    this.fragments = [];
    this.size = 0;
    const query = this.schema.getQueryType();
    if (!query) throw new Error("The schema has no queries.");
    const all = Object.values(query.getFields());
    const depth = this.random.int(3, 8);
    const count = this.random.int(1, 3);
    const roots = Array.from({ length: count }, (_, index) => {
      // Half of all questions go for a person directly.
      const field = this.random.chance(0.4)
        ? (query.getFields()[this.random.pick(["candidate", "candidates", "referrals"])] ??
          this.random.pick(all))
        : this.random.pick(all);
      return `r${index}: ${this.field(field, depth)}`;
    });
    const text = `query Fuzz { ${roots.join(" ")} } ${this.fragments.join(" ")}`;
    return { text, document: parse(text) };
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.flatMap((arg) =>
      isRequiredArgument(arg) || this.random.chance(0.5)
        ? [`${arg.name}: ${this.value(arg.name, arg.type)}`]
        : [],
    );
    const called = `${field.name}${args.length > 0 ? `(${args.join(" ")})` : ""}`;
    const named = getNamedType(field.type);
    return isObjectType(named) ? `${called} { ${this.selection(named, depth - 1)} }` : called;
  }

  /** Always the id, by which the oracle knows whose the values are. */
  private selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const chosen = fields.filter((field) => {
      if (this.size > 300) return false;
      if (isObjectType(getNamedType(field.type)))
        return depth > 0 && this.random.chance(type.name.endsWith("Connection") ? 0.8 : 0.35);
      return this.random.chance(0.7);
    });
    this.size += chosen.length;
    const parts = chosen.map((field) => {
      const alias = this.random.chance(0.2) ? `a${this.fragments.length}_${field.name}: ` : "";
      const text = `${alias}${this.field(field, depth)}`;
      return this.random.chance(0.1) ? `... on ${type.name} { ${text} }` : text;
    });
    if (type.getFields()["id"]) parts.unshift("id");
    const text = parts.length > 0 ? parts.join(" ") : "__typename";
    if (!this.random.chance(0.1)) return text;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
    return type.getFields()["id"] ? `id ...${name}` : `...${name}`;
  }

  private value(name: string, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.value(name, type.ofType);
    if (isListType(type)) return `[${this.value(name, type.ofType)}]`;
    if (type instanceof GraphQLEnumType) return this.random.pick(type.getValues()).name;
    if (type instanceof GraphQLInputObjectType) {
      const all = Object.values(type.getFields());
      // What else a filter asks would leave nobody whom a search finds.
      const isSearch = type.getFields()["search"] !== undefined && this.random.chance(0.5);
      const fields = isSearch
        ? all.filter((field) => field.name === "search")
        : all.filter((field) => isRequiredInputField(field) || this.random.chance(0.4));
      return `{ ${fields.map((field) => `${field.name}: ${this.value(field.name, field.type)}`).join(" ")} }`;
    }
    switch (type.name) {
      case "Boolean":
        return String(this.random.chance(0.5));
      case "Int":
        return String(name === "first" ? this.random.int(1, 8) : this.random.int(0, 50));
      case "Float":
        return "1.5";
      case "ID":
        return JSON.stringify(
          this.random.pick(
            /candidate/i.test(name) || this.random.chance(0.7) ? this.pool.candidates : this.pool.ids,
          ),
        );
      case "Date":
        return JSON.stringify(
          `20${this.random.int(17, 27)}-0${this.random.int(1, 9)}-1${this.random.int(0, 9)}`,
        );
      case "DateTime":
        return JSON.stringify(`20${this.random.int(17, 27)}-03-05T12:00:00.000Z`);
      default:
        if (name === "after") return JSON.stringify(this.cursor());
        if (name === "search") return JSON.stringify(this.random.pick(this.pool.typed));
        return JSON.stringify(this.random.pick(this.pool.codes));
    }
  }

  /** Mostly one that came back from some list; or one that a caller made up of an id that is none of theirs. */
  private cursor(): string {
    if (this.pool.cursors.length > 0 && this.random.chance(0.6)) return this.random.pick(this.pool.cursors);
    const made = [`2026-01-0${this.random.int(1, 9)}`, this.random.pick(this.pool.ids)];
    return Buffer.from(JSON.stringify(made)).toString("base64url");
  }
}
