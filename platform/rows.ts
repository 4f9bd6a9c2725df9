/**
 * The rows of a table by SQL that is written once: what the loaders of every request ask, again and again, is not put
 * together anew each time, and its answer is not taken apart column by column. The columns of our tables need no
 * translation: `pg` gives each value as the row's class declares it.
 */
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from "typeorm";

export interface Table<Row> {
  /** Its columns and its name under the alias `t`, as in `select … from "table" t`. */
  select: string;
  /** Its columns under the alias `t`, separated by commas. */
  columns: string;
  /** Its name, quoted. */
  name: string;
  /** A column by its property, under the alias `t`. */
  column(property: string): string;
  /** The SQL type of a list of values of a property that holds keys. */
  listType(property: string): "uuid[]" | "text[]";
  /** Makes the row's object from what `select` gave, or from columns whose names begin with `prefix`. */
  maker(prefix?: string): (raw: ObjectLiteral) => Row;
}

const TABLES = new WeakMap<EntityMetadata, Table<ObjectLiteral>>();

/** The table of a row's class, as SQL needs it. */
export function tableOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  row: EntityTarget<Row>,
): Table<Row> {
  return tableIn(manager.connection.getMetadata(row)) as Table<Row>;
}

/** The same, for whoever knows what typeorm knows of the class. */
export function tableIn(metadata: EntityMetadata): Table<ObjectLiteral> {
  const table = TABLES.get(metadata) ?? describe(metadata);
  TABLES.set(metadata, table);
  return table;
}

/** The rows that `rest`, SQL after `select … from "table" t`, leaves. */
export async function rowsOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  row: EntityTarget<Row>,
  rest = "",
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const table = tableOf(manager, row);
  const raw: ObjectLiteral[] = await manager.query(`${table.select} ${rest}`, [...values]);
  return raw.map(table.maker());
}

/** An order by properties, as SQL over the alias `t`; nothing when there is none. */
export function orderBy(
  { column }: Pick<Table<unknown>, "column">,
  order: Readonly<Record<string, "ASC" | "DESC">>,
): string {
  const columns = Object.entries(order).map(([property, direction]) => `${column(property)} ${direction}`);
  return columns.length > 0 ? `order by ${columns.join(", ")}` : "";
}

function describe(metadata: EntityMetadata): Table<ObjectLiteral> {
  const made = metadata.target as new () => ObjectLiteral;
  const selected = metadata.columns.filter(({ isSelect }) => isSelect);
  const names = selected.map(({ databaseName, propertyName }) => [databaseName, propertyName] as const);
  const columnOf = (property: string) => {
    const column = metadata.columns.find(({ propertyName }) => propertyName === property);
    if (!column) throw new Error(`${metadata.name} has no column ${property}.`);
    return column;
  };
  const columns = names.map(([name]) => `t."${name}"`).join(", ");
  const name = `"${metadata.tableName}"`;
  return {
    select: `select ${columns} from ${name} t`,
    columns,
    name,
    column: (property) => `t."${columnOf(property).databaseName}"`,
    listType: (property) => (columnOf(property).type === "uuid" ? "uuid[]" : "text[]"),
    maker(prefix = "") {
      const prefixed = names.map(([from, to]) => [`${prefix}${from}`, to] as const);
      return (raw) => {
        const row = new made();
        for (const [from, to] of prefixed) row[to] = raw[from];
        return row;
      };
    },
  };
}
