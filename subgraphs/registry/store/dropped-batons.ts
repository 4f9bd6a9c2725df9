/** Dropped batons, read where they lie: each kind through its own index, so that what is in order costs nothing. */
import type { EntityManager } from "typeorm";
import { readCursor, refuseForeignCursor, writeCursor, type Page } from "../../../platform/page.ts";
import { BatonKind, DAYS_WITHOUT_CONTACT } from "../domain/baton.ts";
import type { MissedBecause } from "../domain/proposal.ts";
import type { ReferralReason } from "../domain/referral.ts";
import { pathwayShown } from "./pathway-shown.ts";

export interface DroppedBatonRow {
  /** Of the referral, the missed proposal, the support or the person, whichever was dropped; unique within a kind. */
  thingId: string;
  kind: BatonKind;
  /** Since which day. */
  since: string;
  candidateId: string;
  referralId: string | null;
  /** What the referral is, or would have been, for. */
  reason: ReferralReason | null;
  because: MissedBecause | null;
  /** The codes of those concerned. */
  organisations: string[];
}

export interface BatonQuestion {
  /** Whose: those that concern the organisation; null for everybody's. */
  organisation: string | null;
  purpose: string;
  today: string;
  kinds: readonly BatonKind[];
  size: number;
  after: string | null | undefined;
}

/** The batons by the day on which they were dropped, the oldest first: `size` of them, after the cursor. */
export async function readDroppedBatons(
  manager: EntityManager,
  { organisation, purpose, today, kinds, size, after }: BatonQuestion,
): Promise<Page<DroppedBatonRow>> {
  const values: unknown[] = [];
  const types: string[] = [];
  const param = (value: unknown, type: string) => {
    const name = `$${values.push(value)}::${type}`;
    types.push(name);
    return name;
  };
  const day = param(today, "date");
  const limit = param(size + 1, "int");
  const own =
    organisation === null
      ? null
      : { organisation: param(organisation, "text"), purpose: param(purpose, "text"), today: day };
  const [from, kind, id] = after ? readCursor(after, 3) : [];
  const cursor = after ? [param(from, "date"), param(kind, "text"), param(id, "uuid")] : null;
  const branches = kinds.map((each) => {
    const { since, thing, from: rows, where, of, columns } = SOURCES[each];
    const beyond = cursor
      ? `${since} >= ${cursor[0]} and (${since}, '${each}', ${thing}) > (${cursor.join(", ")})`
      : "true";
    return `(select ${thing} as "thingId", '${each}' as kind, ${since} as since, ${columns} from ${rows}
      where ${where} and ${own ? of(own) : "true"} and ${beyond} order by ${since}, ${thing} limit ${limit})`;
  });
  if (branches.length === 0)
    return { edges: [], nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const rows: DroppedBatonRow[] = await manager
    .query(
      // Every kind asks for other parameters: this names them all, so that none is of an unknown type.
      `with asked as (select ${types.join(", ")})
       select * from (${branches.join(" union all ")}) as dropped order by since, kind, "thingId" limit ${limit}`,
      values,
    )
    .catch(refuseForeignCursor);
  const edges = rows
    .slice(0, size)
    .map((node) => ({ node, cursor: writeCursor([node.since, node.kind, node.thingId]) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

interface Source {
  /** SQL, in which `$1` is today: the day on which it was dropped, and the id of what was. */
  since: string;
  thing: string;
  from: string;
  where: string;
  /** Whether it concerns an organisation. */
  of: (own: { organisation: string; purpose: string; today: string }) => string;
  columns: string;
}

const OF_REFERRAL = {
  thing: "referral.id",
  from: "referral",
  of: ({ organisation }: { organisation: string }) =>
    `${organisation} in (referral.from_organisation, referral.to_organisation)`,
  columns: `referral.candidate_id as "candidateId", referral.id as "referralId", reason, null as because,
    array[from_organisation, to_organisation] as organisations`,
};

const OF_CANDIDATE = {
  thing: "candidate.id",
  from: "candidate",
  of: (own: { organisation: string; purpose: string; today: string }) =>
    `candidate.responsible = ${own.organisation} and ${pathwayShown("candidate.id", own)}`,
  columns: `candidate.id as "candidateId", null::uuid as "referralId", null as reason, null as because, array[responsible] as organisations`,
};

const STAGE_DAY = "(candidate.stage_since at time zone 'America/Toronto')::date";
const STATE_DAY = "(referral.state_since at time zone 'America/Toronto')::date";
const FILE_IS_OPEN =
  "exists (select from candidate where candidate.id = referral.candidate_id and exit_reason is null)";

const SOURCES: Record<BatonKind, Source> = {
  REFERRAL_UNANSWERED: {
    ...OF_REFERRAL,
    since: "referral.due_on",
    where:
      "state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS') and state = 'REQUESTED' and due_on < $1 and open_until >= $1",
  },
  REFERRAL_OVERDUE: {
    ...OF_REFERRAL,
    since: "referral.due_on",
    where: "state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS') and state <> 'REQUESTED' and due_on < $1",
  },
  REFERRAL_SHARING_ENDED: {
    ...OF_REFERRAL,
    since: "referral.expires_on",
    where: "state in ('ACCEPTED', 'IN_PROGRESS') and expires_on < $1",
  },
  REFERRAL_EXPIRED: {
    ...OF_REFERRAL,
    since: STATE_DAY,
    where: `state in ('DECLINED', 'EXPIRED') and state = 'EXPIRED' and settled_at is null and ${FILE_IS_OPEN}`,
  },
  REFERRAL_DECLINED: {
    ...OF_REFERRAL,
    since: STATE_DAY,
    where: `state in ('DECLINED', 'EXPIRED') and state = 'DECLINED' and settled_at is null and ${FILE_IS_OPEN}`,
  },
  PROPOSAL_NOT_MADE: {
    thing: "missed_proposal.id",
    from: "missed_proposal join candidate on candidate.id = missed_proposal.candidate_id",
    since: "missed_proposal.missed_on",
    where: "settled_at is null and missed_on <= $1 and exit_reason is null",
    of: (own) =>
      `missed_proposal.organisation_code = ${own.organisation} and ${pathwayShown("candidate.id", own)}`,
    columns: `candidate.id as "candidateId", null::uuid as "referralId", reason, because, array[organisation_code] as organisations`,
  },
  STAGE_OVERDUE: {
    ...OF_CANDIDATE,
    since: "candidate.due_on",
    where: "candidate.due_on < $1 and exit_reason is null",
  },
  SUPPORT_OVERDUE: {
    thing: "support_need.id",
    from: "support_need join candidate on candidate.id = support_need.candidate_id",
    since: "support_need.due_on",
    where: "support_need.state = 'PROMISED' and support_need.due_on < $1 and exit_reason is null",
    // Who promised it, and who waits for it.
    of: (own) =>
      `${own.organisation} in (support_need.promised_by, support_need.organisation_code) and ${pathwayShown("candidate.id", own)}`,
    columns: `candidate.id as "candidateId", null::uuid as "referralId", null as reason, null as because,
      array(select distinct unnest(array[promised_by, organisation_code])) as organisations`,
  },
  NO_RESPONSIBLE: {
    ...OF_CANDIDATE,
    since: STAGE_DAY,
    where: `responsible is null and exit_reason is null and stage <> 'ESTABLISHED' and ${STAGE_DAY} <= $1`,
    of: (own) =>
      `exists (select from registration where registration.candidate_id = candidate.id and organisation_code = ${own.organisation})`,
    columns: `candidate.id as "candidateId", null::uuid as "referralId", null as reason, null as because,
      array(select distinct organisation_code from registration where registration.candidate_id = candidate.id) as organisations`,
  },
  NO_MAIN_CONTACT: {
    ...OF_CANDIDATE,
    since: STAGE_DAY,
    where: `main_contact_id is null and exit_reason is null and responsible is not null and ${STAGE_DAY} < $1::date - ${DAYS_WITHOUT_CONTACT}`,
  },
};
