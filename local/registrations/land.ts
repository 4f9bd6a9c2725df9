/** Writes a part of a spreadsheet into the registry: new registrations, and corrections of those made before. */
import type { EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { keyed } from "../../subgraphs/registry/domain/identity/index.ts";
import { MilestoneKind } from "../../subgraphs/registry/domain/milestone.ts";
import { Mandate } from "../../subgraphs/registry/domain/organisation.ts";
import { foldPathway } from "../../subgraphs/registry/domain/pathway.ts";
import { mandatesOf } from "../../subgraphs/registry/store/pathway.ts";
import { compareArriving, copyArriving, type Corrected } from "./arriving.ts";
import { DECLARED } from "../../subgraphs/registry/store/declared.columns.ts";
import { KEPT, snakeCase, type Prepared } from "./prepare.ts";

export interface Landed {
  imported: number;
  /** Registered before, and as the spreadsheet says. */
  known: number;
  corrected: number;
  outdated: number;
}

export interface Landing {
  organisation: string;
  now: Date;
  today: string;
  /** False: only counts. */
  write: boolean;
}

/** In the transaction of `manager`; whoever is new waits to be compared with the others. */
export async function land(manager: EntityManager, prepared: Prepared, landing: Landing): Promise<Landed> {
  if (prepared.good === 0) return { imported: 0, known: 0, corrected: 0, outdated: 0 };
  await copyArriving(manager, prepared.copy);
  const { known, corrected, outdated } = await compareArriving(manager, landing.organisation);
  const imported = prepared.good - known;
  if (landing.write) {
    if (imported > 0) await register(manager, landing);
    await correct(manager, corrected, landing);
  }
  return { imported, known: known - corrected.length, corrected: corrected.length, outdated };
}

/** All in one statement: each is a candidate of their own at first, whose pathway begins with this registration. */
async function register(manager: EntityManager, { organisation, now, today }: Landing): Promise<void> {
  const mandates = await mandatesOf(manager, organisation, today);
  const fromAbroad = mandates.includes(Mandate.PRE_DEPARTURE_REFERRAL);
  const kind = fromAbroad ? MilestoneKind.REFERRED_FROM_ABROAD : MilestoneKind.REGISTERED;
  // One milestone each, at the same moment by the same organisation: what it folds to is the same for all of them.
  const first = { id: "first", kind, occurredAt: now, reporter: organisation, mandates };
  const pathway = foldPathway([first]);
  await manager.query(REGISTER, [
    organisation,
    now,
    kind,
    pathway?.moved.has(first.id) ?? false,
    pathway?.stage,
    pathway?.since,
    pathway?.responsible,
    pathway?.next,
    pathway?.dueOn ?? "infinity",
    pathway?.exit,
    pathway?.door,
    pathway?.welcomedBy,
    pathway?.montrealStep,
    JSON.stringify(pathway?.spells.map((spell, position) => ({ position, ...spell })) ?? []),
    today,
  ]);
}

const KEPT_COLUMNS = KEPT.map(({ column }) => column).join(", ");
const DECLARED_COLUMNS = DECLARED.map(snakeCase).join(", ");

const REGISTER = /* sql */ `
  with made as materialized (
    select uuidv7() as id, uuidv7() as candidate_id, uuidv7() as milestone_id, arriving.*
    from (select * from arriving order by line) as arriving),
  people as (
    insert into candidate (id, created_at, stage, stage_since, responsible, next_step, due_on, exit_reason, door,
      welcomed_by, montreal_step)
    select candidate_id, $2, $5, $6, $7, $8, $9, $10, $11, $12, $13 from made),
  registered as (
    insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on,
      recorded_at, ${KEPT_COLUMNS}, ${DECLARED_COLUMNS})
    select id, candidate_id, $1, organisation_reference, coalesce(entry_door, 'WALK_IN'), coalesce(registered_on, $15),
      $2, ${KEPT_COLUMNS}, ${DECLARED_COLUMNS} from made),
  waits as (insert into identity_waiting (registration_id, organisation_code, may_link) select id, $1, true from made),
  spell as (
    select * from jsonb_to_recordset($14) as spell (position int, stage text, since timestamptz, until timestamptz,
      "endedBy" text, "isFirst" boolean)),
  stayed as (
    insert into stage_spell (candidate_id, position, stage, since, until, ended_by, is_first)
    select candidate_id, spell.* from made cross join spell),
  told as (
    insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
    select change.kind, candidate_id, candidate_id, '{}', (select news_union(array[$1], array_agg(code)) from news_coordinators())
    from made cross join (values ('STAGE_CHANGED', $5::text), ('RESPONSIBLE_CHANGED', $7::text)) as change (kind, now)
    where change.now is not null)
  insert into milestone (id, registration_id, candidate_id, kind, occurred_at, organisation_code, source_id, recorded_at, moved)
  select milestone_id, id, candidate_id, $3, $2, $1,
    case when length(organisation_reference) > 187 then left('registration:' || organisation_reference, 160) || md5(organisation_reference)
      else 'registration:' || organisation_reference end,
    $2, $4
  from made`;

/** As `registrationCorrect` does: what was declared before stays beside it, with its day. */
async function correct(
  manager: EntityManager,
  corrected: readonly Corrected[],
  { organisation, now, today }: Landing,
): Promise<void> {
  if (corrected.length === 0) return;
  const rows = corrected.map(({ registrationId, declared }) => ({
    ...declared,
    ...keyed(declared),
    id: uuid(),
    registrationId,
  }));
  await manager.query(CORRECT, [JSON.stringify(rows), today, now, `import@${organisation}`, organisation]);
}

const CORRECT = /* sql */ `
  with said as materialized (
    select * from jsonb_to_recordset($1::jsonb) as said (id uuid, "registrationId" uuid,
      ${KEPT.map(({ property, type }) => `"${property}" ${type}`).join(", ")}, ${DECLARED.map((field) => `"${field}" text`).join(", ")})),
  written as (
    insert into registration_correction (id, registration_id, declared_on, recorded_at, recorded_by, ${DECLARED_COLUMNS})
    select id, "registrationId", $2, $3, $4, ${DECLARED.map((field) => `"${field}"`).join(", ")} from said),
  waits as (
    insert into identity_waiting (registration_id, organisation_code, may_link)
    select "registrationId", $5, false from said on conflict do nothing)
  update registration set ${KEPT.map(({ property, column }) => `${column} = said."${property}"`).join(", ")}
  from said where registration.id = said."registrationId"`;
