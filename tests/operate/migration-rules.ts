/**
 * What a migration must not do while the old version still serves: the old version's statements must go on working,
 * and no table may be locked for as long as it takes to read it. docs/how-to/change-a-table.md says what to do instead.
 */

export interface Migration {
  name: string;
  sql: string;
  /** Whether it runs in a transaction of its own. */
  inTransaction: boolean;
}

interface Rule {
  /** What is wrong, and what to do. */
  says: string;
  breaks: (statement: Statement) => boolean;
}

interface Statement {
  text: string;
  /** Whether the table was made by this very migration: nobody uses it yet. */
  isNew: boolean;
  inTransaction: boolean;
  isAlone: boolean;
}

/** Called for each row: PostgreSQL writes the whole table anew. */
const VOLATILE =
  /\bdefault\s+\(?\s*(?:gen_random_uuid|uuidv[47]|random|clock_timestamp|nextval|pg_current_xact_id)\b/;

const RULES: readonly Rule[] = [
  {
    says: "takes away what the old version still reads: do it one version later",
    breaks: ({ text }) =>
      /^(drop (table|view|function|type|schema)|alter table .*\bdrop (column )?(?!(?:constraint|default|not|identity|expression)\b)\w)/.test(
        text,
      ),
  },
  {
    says: "renames what the old version still knows by its old name: add the new one beside it",
    breaks: ({ text }) => /^alter (table|view|type|function|sequence) .*\brename\b/.test(text),
  },
  {
    says: "changes a type: the table is written anew, and the old version may not fit: add a column beside it",
    breaks: ({ text, isNew }) =>
      !isNew && /^alter table .*\balter (column )?\S+ (set data )?type\b/.test(text),
  },
  {
    says: "adds a column that the old version does not fill: give it a default, or let it be null",
    breaks: ({ text, isNew }) =>
      !isNew &&
      added(text).some((column) => /\bnot null\b/.test(column) && !/\b(default|generated)\b/.test(column)),
  },
  {
    says: "adds a column whose default is another one for each row: the table is written anew; fill it in pieces",
    breaks: ({ text, isNew }) => !isNew && added(text).some((column) => VOLATILE.test(column)),
  },
  {
    says: "reads the whole table under a lock: add the constraint `not valid`, and validate it in the next migration",
    breaks: ({ text, isNew }) =>
      !isNew &&
      /^alter table .*\badd (constraint \S+ )?(check|foreign key)\b/.test(text) &&
      !/\bnot valid\b/.test(text),
  },
  {
    says: "builds an index under a lock: build it concurrently, and add the constraint `using index`",
    breaks: ({ text, isNew }) =>
      !isNew &&
      /^alter table .*\badd (constraint \S+ )?(unique|primary key|exclude)\b/.test(text) &&
      !/\busing index\b/.test(text),
  },
  {
    says: "reads the whole table under a lock: validate a check `is not null` first",
    breaks: ({ text, isNew }) => !isNew && /^alter table .*\bset not null\b/.test(text),
  },
  {
    says: "builds an index while nobody can write: create it concurrently, in a migration of its own",
    breaks: ({ text, isNew }) => !isNew && /^create (unique )?index (?!concurrently)/.test(text),
  },
  {
    says: "cannot build an index concurrently in a transaction, or beside another statement",
    breaks: ({ text, inTransaction, isAlone }) =>
      /^(create (unique )?|drop )index concurrently/.test(text) && (inTransaction || !isAlone),
  },
  {
    says: "changes every row in one transaction: fill in pieces, by a background job",
    breaks: ({ text, isNew }) => !isNew && /^(update|delete from) /.test(text) && !/\bwhere\b/.test(text),
  },
];

/** What in `migration` is not safe, in words; a statement after a line `-- safe: REASON` is believed. */
export function unsafeParts({ name, sql, inTransaction }: Migration): string[] {
  const statements = statementsOf(sql);
  const made = new Set(
    statements.flatMap(
      ({ text }) => /^create (?:unlogged )?table (?:if not exists )?(\S+)/.exec(text)?.[1] ?? [],
    ),
  );
  return statements.flatMap(({ text, isBelieved }) => {
    if (isBelieved) return [];
    const statement = {
      text,
      isNew: made.has(tableOf(text)),
      inTransaction,
      isAlone: statements.length === 1,
    };
    return RULES.filter(({ breaks }) => breaks(statement)).map(
      ({ says }) => `${name} ${says}: ${text.slice(0, 80)}`,
    );
  });
}

/** The statements of a text, in small letters, on one line each; what stands in quotes or dollars is not looked into. */
function statementsOf(sql: string): { text: string; isBelieved: boolean }[] {
  const whole = sql
    .replace(/\$(\w*)\$[^]*?\$\1\$/g, "$$$$")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/--\s*safe:\s*\S.*/g, "/*believed*/")
    .replace(/--.*/g, "");
  return whole.split(";").flatMap((part) => {
    const isBelieved = part.includes("/*believed*/");
    const text = part
      .replace(/\/\*[^]*?\*\//g, " ")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase();
    return text === "" ? [] : [{ text, isBelieved }];
  });
}

function tableOf(text: string): string {
  return (
    /^(?:alter table (?:only )?(?:if exists )?|update |delete from )(\S+)/.exec(text)?.[1] ??
    /^create (?:unique )?index .*?\bon (?:only )?([^\s(]+)/.exec(text)?.[1] ??
    ""
  );
}

/** The columns that an `alter table` adds. */
function added(text: string): string[] {
  if (!text.startsWith("alter table")) return [];
  return text
    .split(/\badd (?:column )?/)
    .slice(1)
    .filter((part) => !/^(constraint|check|foreign|unique|primary|exclude)\b/.test(part));
}
