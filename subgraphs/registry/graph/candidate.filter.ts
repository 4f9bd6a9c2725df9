/** The worklist: whom a viewer may list, narrowed and ordered. */
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { DateScalar } from "../../../platform/scalars.ts";
import type { OrderColumn } from "../../../platform/page.ts";
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

/** What the person said to the viewer's organisation, for the purpose of the request. */
const WORD = `consent.candidate_id = referral.candidate_id and consent.purpose = :purpose
  and (consent.recipient = :organisation or consent.recipient_group in (
    select group_code from organisation_group_member where organisation_code = :organisation))`;

/**
 * A referral that shows something: a section of which the person said nothing, or one to which they agree. The
 * decision on each file has the last word; this spares a list those whom it would leave out.
 */
const SHOWS_SOMETHING = `(
  exists (select from unnest(referral.sections) as section
    where not exists (select from consent where ${WORD} and section = any(consent.sections)))
  or exists (select from consent
    where ${WORD} and consent.given and consent.withdrawn_at is null and consent.expires_on >= current_date))`;

/** The list that the viewer reaches: their circle, everybody, or nobody. */
const REACH: Record<ReturnType<typeof reach>, (query: Query, viewer: Viewer, today: string) => Query> = {
  EVERYBODY: (query) => query,
  NOBODY: (query) => query.where("false"),
  SELF: (query, { subject }) =>
    query.where("candidate.id in (select candidate_id from candidate_account where subject = :subject)", {
      subject,
    }),
  CIRCLE: (query, { organisation, purpose }, today) =>
    query.where(
      `candidate.id in (
        select candidate_id from registration where organisation_code = :organisation
        union select candidate_id from referral
          where to_organisation = :organisation and open_until >= :today and ${SHOWS_SOMETHING})`,
      { organisation, purpose, today },
    ),
};

const NARROW: {
  [Key in Exclude<keyof CandidateFilter, "search">]-?: (
    query: Query,
    value: NonNullable<CandidateFilter[Key]>,
    today: string,
  ) => Query;
} = {
  stages: (query, stages) => query.andWhere("candidate.stage = any(:stages)", { stages }),
  responsible: (query, responsible) =>
    query.andWhere("candidate.responsible = :responsible", { responsible }),
  mainContactId: (query, mainContactId) =>
    query.andWhere("candidate.mainContactId::text = :mainContactId", { mainContactId }),
  dueBy: (query, dueBy) => query.andWhere("candidate.dueOn <= :dueBy", { dueBy }),
  late: (query, late, today) =>
    query.andWhere(`candidate.dueOn ${late ? "<" : ">="} :lateFrom`, { lateFrom: today }),
  open: (query, open) => query.andWhere(`candidate.exitReason is ${open ? "" : "not "}null`),
};

/** Narrows `query` to those whom the viewer may list on a day and the filter asks for; names are searched apart. */
export function worklist(
  query: Query,
  viewer: Viewer,
  filter: CandidateFilter | null | undefined,
  today: string,
): Query {
  REACH[reach(viewer)](query, viewer, today);
  for (const [key, value] of Object.entries(filter ?? {})) {
    if (key !== "search" && value !== null && value !== undefined)
      (NARROW[key as keyof typeof NARROW] as (query: Query, value: unknown, today: string) => Query)(
        query,
        value,
        today,
      );
  }
  return query;
}
