/** Whose each row is: read from the five databases themselves, so that a table added tomorrow is known tomorrow. */
import type pg from "pg";
import { PARTNERS, type Partner, type PerPartner } from "../../local/start/partners.ts";
import type { SectionName } from "./expectation.ts";

/** What a row's id says of the person behind it. */
export interface Owner {
  partner: Partner;
  table: string;
  sections: readonly SectionName[];
  /** The registrations whose person it is about: one, but for what a household has together. */
  registrations: ReadonlySet<string>;
}

export interface Ownership {
  /** By the id of a row. */
  owners: Map<string, Owner>;
  /** The organisation and the person of each registration. */
  registrations: Map<string, { organisation: string; candidateId: string; said: Said }>;
  /** By the id of a piece of news. */
  news: Map<string, NewsOwner>;
  /** The ids of questions that wait for a human. */
  questions: ReadonlySet<string>;
  /** The registrations on which something was decided or asked. */
  decided: ReadonlySet<string>;
}

/** What a registration is found by. */
export interface Said {
  /** The words of the name as they are searched. */
  name: string;
  /** Telephone, mail address and birth date, as they were declared. */
  whole: string[];
}

/** Of whom a piece of news tells. */
export interface NewsOwner {
  kind: string;
  candidateId: string;
  /** The section that it is about, by hand. */
  section: SectionName;
  /** Whose own doing it is: all that is told to an organisation that goes by its own file; null when it is told all. */
  parties: readonly string[] | null;
  recipients: readonly string[];
}

/** What news is about, by the first word of its kind. */
const NEWS_SECTIONS: Record<string, SectionName> = {
  MILESTONE: "PATHWAY",
  STAGE: "PATHWAY",
  RESPONSIBLE: "PATHWAY",
  MAIN: "PATHWAY",
  REFERRAL: "PATHWAY",
  EMERGENCY: "PATHWAY",
  CONSENT: "IDENTITY",
  CORRECTION: "IDENTITY",
  REGISTRATION: "IDENTITY",
};
/** Shown as they are to whoever sees where the person stands. */
const TOLD_TO_ALL = ["STAGE_CHANGED", "RESPONSIBLE_CHANGED", "MAIN_CONTACT_CHANGED"];

const RELOCATION = /^(household|relocation|region_choice|travel_grant|ambassador|counsellor_assignment)/;

/** The sections in which a table's rows are shown. */
function sectionsOf(partner: Partner, table: string): readonly SectionName[] {
  if (partner === "registry")
    return ["registration", "identity_decision"].includes(table) ? ["IDENTITY"] : ["PATHWAY"];
  if (partner === "fccq") return ["MATCHING"];
  if (partner === "ccmm") return ["PASSERELLE"];
  if (partner === "regional") return ["WELCOME"];
  if (table === "pre_departure_case") return ["RELOCATION"];
  return RELOCATION.test(table) ? ["RELOCATION"] : ["EMPLOYABILITY"];
}

/** Reads who owns what, after the stories have been written. */
export async function readOwnership(databases: PerPartner<pg.Pool>): Promise<Ownership> {
  const owners = new Map<string, Owner>();
  const read = await Promise.all(
    PARTNERS.map(async (partner) => ({ partner, rows: await readRows(databases[partner]) })),
  );
  for (const { partner, rows } of read) {
    for (const row of rows.values()) {
      const registrations = registrationsOf(row, rows, new Set());
      if (registrations.size > 0)
        owners.set(row.id, {
          partner,
          table: row.table,
          sections: sectionsOf(partner, row.table),
          registrations,
        });
    }
  }
  const known = await databases.registry.query<{
    id: string;
    organisation: string;
    candidateId: string;
    said: Said;
  }>(
    `select id, organisation_code as organisation, candidate_id as "candidateId", jsonb_build_object(
       'name', coalesce(search_name, ''), 'whole', array_remove(array[phone, email, birth_date], null)) as said
     from registration`,
  );
  const registrations = new Map(known.rows.map(({ id, ...rest }) => [id, rest]));
  // A partner's file of a person has the registration's own id: it comes with the partner's section too.
  for (const id of registrations.keys())
    owners.set(id, {
      partner: owners.get(id)?.partner ?? "registry",
      table: "registration",
      sections: ["IDENTITY", ...(owners.get(id)?.sections ?? [])],
      registrations: new Set([id]),
    });
  const questions = await databases.registry.query<{ id: string }>("select id from possible_duplicate");
  const decided = await databases.registry.query<{ id: string }>(
    "select one_id as id from identity_pair union select other_id from identity_pair",
  );
  return {
    owners,
    registrations,
    news: await readNews(databases.registry),
    questions: new Set(questions.rows.map(({ id }) => id)),
    decided: new Set(decided.rows.map(({ id }) => id)),
  };
}

/** Everything that was published, once the registry has published all that the stories tell. */
async function readNews(registry: pg.Pool): Promise<Map<string, NewsOwner>> {
  const waiting = async () =>
    (await registry.query<{ count: number }>("select count(*)::int as count from news_entry")).rows[0]?.count;
  const until = Date.now() + 300_000;
  while (await waiting()) {
    if (Date.now() > until) throw new Error("The registry does not publish its news.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rows } = await registry.query<NewsOwner & { id: string; parties: string[] }>(
    `select id, kind, candidate_id as "candidateId", parties,
       array(select organisation_code from news_recipient where news_recipient.place = news.place) as recipients
     from news where candidate_id is not null`,
  );
  return new Map(
    rows.map(({ id, ...news }) => [
      id,
      {
        ...news,
        section: NEWS_SECTIONS[news.kind.split("_", 1)[0] ?? ""] ?? "IDENTITY",
        parties: TOLD_TO_ALL.includes(news.kind) ? null : news.parties,
      },
    ]),
  );
}

interface Row {
  id: string;
  table: string;
  registration: string | null;
  parents: string[];
  children: Row[];
}

/** SQL for the registration that a row says it is of: by its id, or by the person and the organisation that wrote it. */
function registrationIn(columns: readonly string[]): string {
  if (columns.includes("registration_id")) return "registration_id";
  if (!columns.includes("candidate_id") || !columns.includes("organisation_code")) return "null";
  return `(select min(known.id::text) from registration known
    where known.candidate_id = t.candidate_id and known.organisation_code = t.organisation_code)`;
}

/** Every row with an id, with what it hangs on. */
async function readRows(database: pg.Pool): Promise<Map<string, Row>> {
  const { rows: tables } = await database.query<{ table: string; columns: string[]; keys: string[] }>(TABLES);
  const rows = new Map<string, Row>();
  for (const { table, columns, keys } of tables) {
    const key = columns.includes("id")
      ? "id"
      : columns.includes("registration_id")
        ? "registration_id"
        : null;
    if (!key) continue;
    const registration = registrationIn(columns);
    const found = await database.query<{
      id: string;
      registration: string | null;
      parents: (string | null)[];
    }>(
      `select ${key}::text as id, ${registration}::text as registration,
         array[${keys.map((column) => `"${column}"::text`).join(", ")}]::text[] as parents from "${table}" t`,
    );
    for (const { id, registration: own, parents } of found.rows)
      rows.set(id, {
        id,
        table,
        registration: own,
        parents: parents.filter((each) => each !== null),
        children: [],
      });
  }
  for (const row of rows.values()) for (const parent of row.parents) rows.get(parent)?.children.push(row);
  return rows;
}

/** Its own registration; otherwise that of what it hangs on most closely; for a household and for a decision on two, all. */
function registrationsOf(row: Row, rows: ReadonlyMap<string, Row>, seen: Set<string>): ReadonlySet<string> {
  if (row.registration) return new Set([row.registration]);
  if (seen.has(row.id)) return new Set();
  seen.add(row.id);
  if (row.table === "household")
    return new Set(
      row.children.flatMap(({ registration, table }) =>
        registration && table === "household_member" ? [registration] : [],
      ),
    );
  if (row.table === "identity_decision")
    return new Set(row.parents.filter((id) => rows.get(id)?.table === "registration"));
  const above = row.parents
    .flatMap((id) => rows.get(id) ?? [])
    .map((parent) => registrationsOf(parent, rows, seen))
    .filter(({ size }) => size > 0)
    .sort((one, other) => one.size - other.size);
  return above[0] ?? new Set();
}

/** The tables of people's rows with the columns that lead to other rows by their id. */
const TABLES = /* sql */ `
  select relation.relname as table,
    array(select attname::text from pg_attribute where attrelid = relation.oid and attnum > 0 and not attisdropped) as columns,
    array(select distinct attribute.attname::text from pg_constraint
      join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = any(conkey)
      where conrelid = relation.oid and contype = 'f' and attribute.atttypid = 'uuid'::regtype) as keys
  from pg_class relation join pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'r' and nspname = 'public'
    and relname not in ('migrations', 'change', 'candidate', 'consent', 'disclosure', 'referral', 'emergency_access', 'news', 'news_entry')
  order by relname`;
