/** Batch loads: the ways in which a graph reaches rows, each one statement per table and wave. */
import type DataLoader from "dataloader";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import {
  keysetPage,
  pageOf,
  pageSize,
  readCursor,
  refuseForeignCursor,
  type OrderColumn,
  type Page,
  type PageArgs,
} from "./page.ts";
import { orderBy, rowsOf, tableOf } from "./rows.ts";
import { UUID } from "./uuid.ts";
import type { Waves } from "./waves.ts";

export interface Reader {
  manager: EntityManager;
  waves: Waves;
}

/** The order of a short list, by the properties of its rows. */
export type RowOrder<Row> = Readonly<Partial<Record<keyof Row & string, "ASC" | "DESC">>>;

/** The row with a value in a unique column (the id unless told), or null. */
export function oneBy<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  property: keyof Row & string = "id",
): DataLoader<string, Row | null> {
  return waves.loader(async (keys) => {
    const { column, listType } = tableOf(manager, row);
    // What is no id names nothing: it is not sent to PostgreSQL, which would refuse the whole batch.
    const known = listType(property) === "uuid[]" ? keys.filter((key) => UUID.test(key)) : [...keys];
    const rows =
      known.length > 0 ? await rowsOf(manager, row, `where ${column(property)} = any($1)`, [known]) : [];
    const found = new Map(rows.map((each) => [each[property] as string, each]));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/**
 * The row with a value in a unique column of a small table of reference (regions, organisations): the table is read
 * whole, once a request, from whatever depth of the graph it is reached.
 */
export function oneOfFew<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  ...properties: (keyof Row & string)[]
): (key: string) => Promise<Row | null> {
  let known: Promise<Map<string, Row>> | undefined;
  const read = async () => {
    const rows = await rowsOf(manager, row);
    return new Map(
      rows.flatMap((each) => properties.map((property) => [String(each[property]), each] as const)),
    );
  };
  return async (key) => {
    known ??= waves.track(read());
    return (await known).get(key) ?? null;
  };
}

/** The rows with a value in a column, in `order`: for lists that are short by nature. */
export function manyBy<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  property: keyof Row & string,
  order: RowOrder<Row>,
): DataLoader<string, Row[]> {
  return waves.loader(async (keys) => {
    const table = tableOf(manager, row);
    const rest = `where ${table.column(property)} = any($1) ${orderBy(table, order as Record<string, "ASC">)}`;
    const rows = await rowsOf(manager, row, rest, [[...keys]]);
    return inOrder(keys, rows, (each) => each[property] as string);
  });
}

/** The rows of several keys together, in the order of the keys: `registrationIds` of a grant, say. */
export async function all<Row>(loader: DataLoader<string, Row[]>, keys: readonly string[]): Promise<Row[]> {
  const lists = await loader.loadMany([...keys]);
  return lists.flatMap((list) => {
    if (list instanceof Error) throw list;
    return list;
  });
}

/**
 * A page of the rows of each of many parents, in one statement: each parent's page is read through the index of
 * (parent, order), whatever the length of the lists. `where` is SQL over the row's alias `t`, without values;
 * `equal` narrows to rows with these values.
 */
export function pagesBy<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  property: keyof Row & string,
  order: readonly OrderColumn<Row>[],
  where = "true",
  equal: Partial<Row> = {},
): (key: string, args: PageArgs) => Promise<Page<Row>> {
  const loaders = new Map<string, DataLoader<string, Page<Row>>>();
  return (key, args) => {
    const size = pageSize(args);
    const which = `${size}:${args.after ?? ""}`;
    const loader =
      loaders.get(which) ?? waves.loader<string, Page<Row>>((keys) => read(keys, size, args.after));
    loaders.set(which, loader);
    return loader.load(key);
  };

  async function read(
    keys: readonly string[],
    size: number,
    after: string | null | undefined,
  ): Promise<Page<Row>[]> {
    const { column, columns, listType, maker, name: table } = tableOf(manager, row);
    const cursor = after ? readCursor(after, order.length) : [];
    const sign = order[0]?.direction === "DESC" ? "<" : ">";
    const beyond = after
      ? `(${order.map(({ property: name }) => column(name)).join(", ")}) ${sign} (${cursor.map((_, index) => `$${index + 2}`).join(", ")})`
      : "true";
    const equals = Object.entries(equal);
    const narrowed =
      equals.map(([name], index) => `${column(name)} = $${cursor.length + index + 2}`).join(" and ") ||
      "true";
    const sorted = order.map(({ property: name, direction }) => `${column(name)} ${direction}`).join(", ");
    const raw: ObjectLiteral[] = await manager
      .query(
        `select page.* from unnest($1::${listType(property)}) as parent(key)
       cross join lateral (
         select ${columns} from ${table} t where ${column(property)} = parent.key and ${where} and ${narrowed} and ${beyond}
         order by ${sorted} limit ${size + 1}
       ) page`,
        [[...keys], ...cursor, ...equals.map(([, value]) => value)],
      )
      .catch(refuseForeignCursor);
    const rows = raw.map(maker());
    return inOrder(keys, rows, (each) => each[property] as string).map((list) => pageOf(list, order, size));
  }
}

/** The number of rows with a value in a column; 0 where there is none. `where` is SQL over the alias `t`, without values. */
export function countBy<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  property: keyof Row & string,
  where = "true",
): DataLoader<string, number> {
  return waves.loader(async (keys) => {
    const counts: { key: string; count: number }[] = await manager
      .createQueryBuilder(row, "t")
      .select(`t.${property}`, "key")
      .addSelect("count(*)", "count")
      .where(`t.${property} = any(:keys)`, { keys })
      .andWhere(where)
      .groupBy(`t.${property}`)
      .getRawMany();
    const found = new Map(counts.map(({ key, count }) => [key, count]));
    return keys.map((key) => found.get(key) ?? 0);
  });
}

/**
 * The same count for a column of few values (tenants, regions): all are counted at once, once a request, from whatever
 * depth of the graph they are asked for.
 */
export function countOfFew<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  property: keyof Row & string,
  where = "true",
): (key: string) => Promise<number> {
  let known: Promise<Map<string, number>> | undefined;
  const read = async () => {
    const counts: { key: string; count: number }[] = await manager
      .createQueryBuilder(row, "t")
      .select(`t.${property}`, "key")
      .addSelect("count(*)", "count")
      .where(where)
      .groupBy(`t.${property}`)
      .getRawMany();
    return new Map(counts.map(({ key, count }) => [key, count]));
  };
  return async (key) => {
    known ??= waves.track(read());
    return (await known).get(key) ?? 0;
  };
}

/** A page of a whole table; the same page is read once a request, however many things lead to it. */
export function pageOfAll<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  order: readonly OrderColumn<Row>[],
): (args: PageArgs) => Promise<Page<Row>> {
  const pages = new Map<string, Promise<Page<Row>>>();
  return (args) => {
    const which = `${pageSize(args)}:${args.after ?? ""}`;
    const page =
      pages.get(which) ?? waves.track(keysetPage(manager.createQueryBuilder(row, "t"), order, args));
    pages.set(which, page);
    return page;
  };
}

/** The count that a view of counts gives for a value of one of its columns; 0 where it has none. The names are SQL. */
export function countIn(
  { manager, waves }: Reader,
  view: string,
  column: string,
): DataLoader<string, number> {
  return waves.loader(async (keys) => {
    const counts: { key: string; count: number }[] = await manager.query(
      `select ${column} as key, count from ${view} where ${column} = any($1)`,
      [[...keys]],
    );
    const found = new Map(counts.map(({ key, count }) => [key, count]));
    return keys.map((key) => found.get(key) ?? 0);
  });
}

/** The same for a view of few rows: it is read whole, once a request, from whatever depth of the graph. */
export function countInFew(
  { manager, waves }: Reader,
  view: string,
  column: string,
): (key: string) => Promise<number> {
  let known: Promise<Map<string, number>> | undefined;
  const read = async () => {
    const counts: { key: string; count: number }[] = await manager.query(
      `select ${column} as key, count from ${view}`,
    );
    return new Map(counts.map(({ key, count }) => [key, count]));
  };
  return async (key) => {
    known ??= waves.track(read());
    return (await known).get(key) ?? 0;
  };
}

function inOrder<Row>(keys: readonly string[], rows: Row[], keyOf: (row: Row) => string): Row[][] {
  const found = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) found.get(keyOf(row))?.push(row);
  return keys.map((key) => found.get(key) ?? []);
}
