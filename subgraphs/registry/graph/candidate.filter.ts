/** The worklist: whom a viewer may list, narrowed and ordered. */
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { DateScalar } from "../../../platform/scalars.ts";
import { cursorValues, type OrderColumn } from "../../../platform/page.ts";
import type { Viewer } from "../../../platform/passport.ts";
import { reach } from "../domain/access.ts";
import { StageCode } from "../domain/pathway.ts";
import type { CandidateRow } from "../store/candidate.row.ts";

@InputType({ description: "Narrows a list of candidates; what is not given does not narrow." })
export class CandidateFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Whose name begins with these words or is nearly so, in whatever order; or whose telephone, mail address or birth date this is, in whole. Two letters at least. Finds those whose section IDENTITY the viewer may see, a thousand at most, and lists the nearest first unless `orderBy` says otherwise (recherche).",
  })
  search?: string | null;

  @Field(() => [StageCode], { nullable: true, description: "At one of these stages." })
  stages?: StageCode[] | null;

  @Field(() => String, {
    nullable: true,
    description: "For whom this organisation is responsible, by its code.",
  })
  responsible?: string | null;

  @Field(() => ID, { nullable: true, description: "Whose main contact is this professional." })
  mainContactId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Whose next step is due on this day or before: what is late.",
  })
  dueBy?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whose next step is late (true), or is not (false).",
  })
  late?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only open files (true) or only closed ones (false).",
  })
  open?: boolean | null;
}

export enum CandidateOrder {
  DUE_ON = "DUE_ON",
  NEWEST = "NEWEST",
}

registerEnumType(CandidateOrder, {
  name: "CandidateOrder",
  description: "The order of a list of candidates.",
  valuesConfig: {
    DUE_ON: {
      description:
        "What is due first comes first (échéance); those whose section PATHWAY is withheld are not on the list.",
    },
    NEWEST: { description: "The latest to register come first (plus récents)." },
  },
});

export const ORDER_COLUMNS: Record<CandidateOrder, readonly OrderColumn<CandidateRow>[]> = {
  DUE_ON: [
    { property: "dueOn", direction: "ASC" },
    { property: "id", direction: "ASC" },
  ],
  NEWEST: [
    { property: "createdAt", direction: "DESC" },
    { property: "id", direction: "DESC" },
  ],
};

/** Whether being on the list, or the place on it, says where a person stands: that is of the section PATHWAY. */
export function tellsPathway({
  filter,
  orderBy,
}: {
  filter?: CandidateFilter | null | undefined;
  orderBy?: CandidateOrder | null | undefined;
}): boolean {
  return narrows(filter) || orderBy === CandidateOrder.DUE_ON;
}

/** Whether being on the list says what somebody is called, or how to reach them: that is of the section IDENTITY. */
export function tellsIdentity({ filter }: { filter?: CandidateFilter | null | undefined }): boolean {
  return typeof filter?.search === "string";
}

/** Whether a filter asks for anything but a name. */
export function narrows(filter: CandidateFilter | null | undefined): boolean {
  return Object.entries(filter ?? {}).some(
    ([key, value]) => key !== "search" && value !== null && value !== undefined,
  );
}

type Query = SelectQueryBuilder<CandidateRow>;

/** A page to be read: whose, of what, in which order, from where, and how many at most. */
export interface Reading {
  viewer: Viewer;
  filter: CandidateFilter | null | undefined;
  /** Those whom a search found; null when nobody searches. */
  found: readonly string[] | null;
  order: readonly OrderColumn<CandidateRow>[];
  after: string | null | undefined;
  most: number;
  today: string;
}

/** What the person said to the viewer's organisation, for the purpose of the request. */
const WORD = `consent.candidate_id = referral.candidate_id and consent.purpose = :purpose
  and (consent.recipient = :organisation or consent.recipient_group in (
    select group_code from organisation_group_member where organisation_code = :organisation))`;

/**
 * A referral that shows something: a section of which the person said nothing, or one to which they agree. The
 * decision on each file has the last word; this spares a list those whom it would leave out. As one sum over what this
 * person said: PostgreSQL would rather read once what everybody ever said.
 */
const SHOWS_SOMETHING = `(
  select coalesce(bool_or(consent.given and consent.withdrawn_at is null and consent.expires_on >= current_date), false)
    or not referral.sections <@ coalesce(array_agg(said.section) filter (where said.section is not null), '{}')
  from consent left join lateral unnest(consent.sections) as said (section) on true
  where ${WORD})`;

/** The columns of `listed` that follow those of the candidate. */
const LISTED: Partial<Record<keyof CandidateRow, string>> = {
  createdAt: "created_at",
  dueOn: "due_on",
  id: "candidate_id",
};

/**
 * The first of those whom the viewer's organisation registered, and the first of those referred to it, in the order of
 * the page: each half is read in its own way, and none further than the page can reach.
 */
function circle(query: Query, reading: Reading): Query {
  const {
    viewer: { organisation, purpose },
    order,
    after,
    most,
    today,
  } = reading;
  const half = (from: string, alias: string, columns: Partial<Record<keyof CandidateRow, string>>) => {
    const sorted = order.map(({ property }) => `${alias}.${columns[property]}`);
    const direction = order[0]?.direction ?? "DESC";
    const beyond = after
      ? `and (${sorted.join(", ")}) ${direction === "DESC" ? "<" : ">"} (${order.map((_, index) => `:cursor${index}`).join(", ")})`
      : "";
    return `(select candidate.id from ${from} ${beyond} ${narrowed}
      order by ${sorted.map((column) => `${column} ${direction}`).join(", ")} limit ${most})`;
  };
  const narrowings = narrowing(reading);
  const narrowed = narrowings.map(({ sql }) => `and ${sql}`).join(" ");
  const registered = half(
    `listed join candidate on candidate.id = listed.candidate_id where listed.organisation_code = :organisation`,
    "listed",
    LISTED,
  );
  const referred = half(
    `(select distinct candidate_id from referral
        where to_organisation = :organisation and open_until >= :today and ${SHOWS_SOMETHING}) as referred
      join candidate on candidate.id = referred.candidate_id where true`,
    "candidate",
    { ...LISTED, id: "id" },
  );
  return query.where(`candidate.id = any(array(${registered} union ${referred}))`, {
    organisation,
    purpose,
    today,
    ...Object.assign({}, ...narrowings.map(({ values }) => values)),
    ...(after ? cursorValues(after, order.length) : {}),
  });
}

/** The list that the viewer reaches: their circle, everybody, or nobody. */
const REACH: Record<ReturnType<typeof reach>, (query: Query, reading: Reading) => Query> = {
  EVERYBODY: (query, reading) => narrow(query, reading),
  NOBODY: (query) => query.where("false"),
  SELF: (query, reading) =>
    narrow(query, reading).andWhere(
      "candidate.id in (select candidate_id from candidate_account where subject = :subject)",
      { subject: reading.viewer.subject },
    ),
  CIRCLE: circle,
};

interface Narrowing {
  /** A condition over the alias `candidate`. */
  sql: string;
  values: ObjectLiteral;
}

const NARROW: {
  [Key in Exclude<keyof CandidateFilter, "search">]-?: (
    value: NonNullable<CandidateFilter[Key]>,
    today: string,
  ) => Narrowing;
} = {
  stages: (stages) => ({ sql: "candidate.stage = any(:stages)", values: { stages } }),
  responsible: (responsible) => ({ sql: "candidate.responsible = :responsible", values: { responsible } }),
  mainContactId: (mainContactId) => ({
    sql: "candidate.main_contact_id::text = :mainContactId",
    values: { mainContactId },
  }),
  dueBy: (dueBy) => ({ sql: "candidate.due_on <= :dueBy", values: { dueBy } }),
  late: (late, today) => ({
    sql: `candidate.due_on ${late ? "<" : ">="} :lateFrom`,
    values: { lateFrom: today },
  }),
  open: (open) => ({ sql: `candidate.exit_reason is ${open ? "" : "not "}null`, values: {} }),
};

/** What a list asks for, but for the search itself: what is not given does not narrow. */
function narrowing({ filter, found, today }: Reading): Narrowing[] {
  const asked = Object.entries(filter ?? {}).flatMap(([key, value]) =>
    key === "search" || value === null || value === undefined
      ? []
      : [(NARROW[key as keyof typeof NARROW] as (value: unknown, today: string) => Narrowing)(value, today)],
  );
  return found ? [...asked, { sql: "candidate.id = any(:found)", values: { found } }] : asked;
}

function narrow(query: Query, reading: Reading): Query {
  for (const { sql, values } of narrowing(reading)) query.andWhere(sql, values);
  return query;
}

/** Narrows `query` to those of the page whom the viewer may list and the filter asks for. */
export function worklist(query: Query, reading: Reading): Query {
  return REACH[reach(reading.viewer)](query, reading);
}
