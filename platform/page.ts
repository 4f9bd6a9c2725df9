/**
 * Lists by page: keyset cursors, so that page 1,000 costs what page 1 costs and nothing is seen twice or missed
 * when rows come and go.
 */
import { GraphQLError } from "graphql";
import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from "type-graphql";
import { QueryFailedError, type ObjectLiteral, type SelectQueryBuilder } from "typeorm";
import { tableIn } from "./rows.ts";

const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, at most ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} unless told.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The cursor after which the page begins (`pageInfo.endCursor` of the page before).",
  })
  after?: string | null;
}

@Directive("@shareable")
@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether a page follows." })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the last item, to ask for the next page; null when the page is empty.",
  })
  endCursor: string | null;
}

export interface Page<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/**
 * The connection type of a node type: `PositionConnection` with `PositionEdge`, and `nodes` for those who need no
 * cursors. `shareable` for a type that several subgraphs hold alike.
 */
export function connectionOf<Node extends object>(
  node: () => ClassType<Node>,
  name: string,
  { shareable = false }: { shareable?: boolean } = {},
): ClassType<Page<Node>> {
  const held: ClassDecorator = shareable ? Directive("@shareable") : () => undefined;

  @held
  @ObjectType(`${name}Edge`, { description: "One item of the list, with its place." })
  class Edge {
    @Field(() => node(), { description: "The item." })
    node: Node;

    @Field(() => String, { description: "Its place in the list." })
    cursor: string;
  }

  @held
  @ObjectType(`${name}Connection`, { description: "A page of a list." })
  class Connection {
    @Field(() => [Edge], { description: "The items of the page, in order." })
    edges: Edge[];

    @Field(() => [node()], { description: "The items of the page without their cursors." })
    nodes: Node[];

    @Field(() => PageInfo, { description: "Where the page stands in the list." })
    pageInfo: PageInfo;
  }
  return Connection as unknown as ClassType<Page<Node>>;
}

/** One column of the order of a list; the last must be unique (the id), so that the order is total. */
export interface OrderColumn<Row> {
  property: keyof Row & string;
  direction: "ASC" | "DESC";
}

/** The page size asked for. @throws {GraphQLError} `BAD_USER_INPUT` when it is not 1 to MAX_PAGE_SIZE. */
export function pageSize({ first }: PageArgs): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw badInput(`first is ${size}; ask for 1 to ${MAX_PAGE_SIZE} items, then for the next page.`);
  }
  return size;
}

/**
 * The page of `query` that `args` asks for, in one statement, ordered by `order`. All columns of the order are
 * non-null and, but for the id, of the same direction as the id. The alias of the query's main row is used as is.
 * `ahead` reads so many rows more than the page asked for.
 * @throws {GraphQLError} `BAD_USER_INPUT` for a size out of range or a cursor that is not one of this list.
 */
export async function keysetPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: readonly OrderColumn<Row>[],
  args: PageArgs,
  ahead = 0,
): Promise<Page<Row>> {
  const size = pageSize(args) + ahead;
  if (args.after) {
    // A row comparison serves the index of the order: (a, b) > (:a, :b).
    const columns = order.map(({ property }) => `${query.alias}.${property}`).join(", ");
    const names = order.map((_, index) => `:cursor${index}`).join(", ");
    const sign = order[0]?.direction === "DESC" ? "<" : ">";
    query.andWhere(`(${columns}) ${sign} (${names})`, cursorValues(args.after, order.length));
  }
  for (const { property, direction } of order) query.addOrderBy(`${query.alias}.${property}`, direction);
  const raw: ObjectLiteral[] = await query
    .limit(size + 1)
    .getRawMany()
    .catch(refuseForeignCursor);
  // typeorm names each column after the alias, and takes its time to make objects of that.
  const { metadata } = query.expressionMap.mainAlias ?? {};
  if (!metadata) throw new Error("A page is of the rows of a table.");
  return pageOf(raw.map(tableIn(metadata).maker(`${query.alias}_`)) as Row[], order, size);
}

/** The values of a cursor under the names that `keysetPage` gives them: `cursor0`, `cursor1` … */
export function cursorValues(cursor: string, length: number): Record<string, string> {
  return Object.fromEntries(readCursor(cursor, length).map((value, index) => [`cursor${index}`, value]));
}

/** A page from the rows read for it: one more than `size` says that another page follows. */
export function pageOf<Row extends ObjectLiteral>(
  rows: Row[],
  order: readonly OrderColumn<Row>[],
  size: number,
): Page<Row> {
  const edges = rows
    .slice(0, size)
    .map((node) => ({ node, cursor: writeCursor(order.map(({ property }) => node[property])) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** An opaque cursor from the values of the order's columns. */
export function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor. @throws {GraphQLError} `BAD_USER_INPUT` when it is not a cursor of such a list. */
export function readCursor(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const valid =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => ["string", "number"].includes(typeof value));
    if (valid) return values as string[];
  } catch {
    // Falls through: what cannot be parsed is no cursor either.
  }
  throw foreignCursor();
}

/**
 * A cursor with the right number of values of the wrong kind fails in PostgreSQL as a data exception (class 22).
 * @throws {GraphQLError} `BAD_USER_INPUT` for such a failure; any other failure as it is
 */
export function refuseForeignCursor(error: unknown): never {
  if (
    error instanceof QueryFailedError &&
    String((error.driverError as { code?: string }).code).startsWith("22")
  )
    throw foreignCursor();
  throw error;
}

function foreignCursor(): GraphQLError {
  return badInput("after is not a cursor of this list; use pageInfo.endCursor of the page before.");
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}

/** The page with each node made into another; nodes that come to nothing (no longer to be seen) leave the page. */
export async function mapPage<From, To>(
  page: Page<From>,
  make: (node: From) => Promise<To | null>,
): Promise<Page<To>> {
  const nodes = await Promise.all(page.edges.map(({ node }) => make(node)));
  const edges = page.edges.flatMap(({ cursor }, index) => {
    const node = nodes[index];
    return node ? [{ node, cursor }] : [];
  });
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo };
}
