/** What the databases say afterwards: of each change that is a milestone, and of each referral. */
import type { Partner } from "../../local/start/partners.ts";
import {
  stateOfTrail,
  type ReferralRule,
  type ReferralState,
} from "../../subgraphs/registry/domain/referral.ts";
import type { CrashHub } from "./hub.ts";

export interface Findings {
  /** The changes committed at their source that are milestones. */
  committed: number;
  /** Those of them that are in the registry exactly once. */
  delivered: number;
  /** Those that are not in the registry. */
  lost: number;
  /** Those that are there more than once, and milestones of the registry that nobody committed. */
  duplicated: number;
  referrals: number;
  /** The referrals whose state their trail does not explain. */
  unexplained: number;
}

/**
 * The milestones that each partner's own rows stand for, by their source id: read from the changes themselves and not
 * from the outbox, so that a change without its milestone would be found too.
 */
const COMMITTED: Record<Exclude<Partner, "registry">, string> = {
  fccq: `
    select 'fccq' as organisation, 'offer:' || id || ':proposed' as source from offer
    union all select 'fccq', 'offer:' || id || ':' || lower(state) from offer where state <> 'PROPOSED'`,
  eer: `
    select assignment.tenant, 'assignment:' || assignment.id || ':' || registration_id
    from counsellor_assignment assignment join household_member using (household_id)
    where registration_id is not null`,
  ccmm: `
    select 'ccmm', 'journey:' || id from journey_entry
    where kind = 'REOPENED' or kind = 'CLOSED' or (kind = 'ENTERED' and step = 'QUESTIONNAIRE')`,
  regional: `
    select tenant, 'welcome-case:' || id || ':arrived:' || arrived_on from welcome_case where arrived_on is not null
    union all select tenant, 'welcome-case:' || id || ':left' from welcome_case where left_on is not null`,
};

const SENDERS = Object.keys(COMMITTED) as (keyof typeof COMMITTED)[];

/** How many milestones wait or were set aside at the partners. */
export async function outstanding(hub: CrashHub): Promise<{ waiting: number; undelivered: number }> {
  const found = { waiting: 0, undelivered: 0 };
  for (const name of SENDERS) {
    const { rows } = await hub.inspect(name, (client) =>
      client.query<{ waiting: number; undelivered: number }>(
        `select count(*) filter (where state = 'WAITING')::int as waiting,
           count(*) filter (where state = 'UNDELIVERED')::int as undelivered from outbox`,
      ),
    );
    found.waiting += rows[0]?.waiting ?? 0;
    found.undelivered += rows[0]?.undelivered ?? 0;
  }
  return found;
}

/** Compares what was committed with what the registry has. */
export async function check(hub: CrashHub): Promise<Findings> {
  const committed = new Set<string>();
  for (const name of SENDERS)
    for (const each of await sources(hub, name, COMMITTED[name])) committed.add(each);
  const registry = await sources(
    hub,
    "registry",
    // What the registry writes itself, when a person is registered or a referral accepted, comes from nobody's outbox.
    `select organisation_code as organisation, source_id as source from milestone
     where source_id not like 'registration:%' and source_id not like 'referral:%'`,
  );
  const times = new Map<string, number>();
  for (const each of registry) times.set(each, (times.get(each) ?? 0) + 1);
  const count = (condition: (times: number) => boolean) =>
    [...committed].filter((each) => condition(times.get(each) ?? 0)).length;
  const invented = [...times.keys()].filter((each) => !committed.has(each)).length;
  return {
    committed: committed.size,
    delivered: count((found) => found === 1),
    lost: count((found) => found === 0),
    duplicated: count((found) => found > 1) + invented,
    ...(await checkReferrals(hub)),
  };
}

async function sources(hub: CrashHub, name: Partner, sql: string): Promise<string[]> {
  const { rows } = await hub.inspect(name, (client) =>
    client.query<{ key: string }>(
      `select organisation || ' ' || source as key from (${sql}) as given (organisation, source)`,
    ),
  );
  return rows.map(({ key }) => key);
}

/** Follows the trail of each referral, by the registry's own table, from its beginning to the state that it has. */
async function checkReferrals(hub: CrashHub): Promise<{ referrals: number; unexplained: number }> {
  const { rows } = await hub.inspect("registry", (client) =>
    client.query<{ state: ReferralState; trail: Step[] }>(
      `select state, array(select jsonb_build_object('position', position, 'move', move, 'from', from_state, 'to', to_state)
         from referral_move where referral_id = referral.id order by position) as trail from referral`,
    ),
  );
  const explained = rows.filter(
    ({ state, trail }) =>
      stateOfTrail(trail) === state && trail.every(({ position }, index) => position === index + 1),
  );
  return { referrals: rows.length, unexplained: rows.length - explained.length };
}

type Step = Pick<ReferralRule, "move" | "from" | "to"> & { position: number };
