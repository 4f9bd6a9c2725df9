/** Three organisations in one database: PostgreSQL itself keeps their rows apart, and gives counts of all by views. */
import { SqlMigration } from "../../../../platform/database.ts";
import { OF_GRANTED_REGISTRATION, SCOPE_FUNCTIONS, secured } from "../../../../platform/row-security.ts";

const GRANTED_PERSON = { alsoReadable: OF_GRANTED_REGISTRATION };
const GRANTED_HOUSEHOLD = { alsoReadable: "household_id in (select granted_households())" };
const GRANTED_MEMBER = { alsoReadable: "member_id in (select granted_members())" };
/** Without people in them, and listed for everybody. */
const PUBLIC = { alsoReadable: "true" };

export class Tenants1763942400000 extends SqlMigration {
  readonly name = "Tenants1763942400000";

  // What a grant leads to is found by functions that run as the owner: a policy cannot ask the table it guards. They
  // wrap each setting in a select of its own, so that it is read once and not for each row.
  protected readonly sql = /* sql */ `
    ${SCOPE_FUNCTIONS}

    -- The households to which the persons belong now: one they left is somebody else's.
    create function granted_households() returns setof uuid language sql stable security definer
      set search_path = pg_catalog, public
      as $$ select household_id from household_member
            where registration_id = any ((select granted_registrations())::uuid[]) and left_on is null $$;
    -- Of these, the members of whom more than the role may be told: an adult with a registration of their own is
    -- covered by their own grant alone.
    create function granted_members() returns setof uuid language sql stable security definer
      set search_path = pg_catalog, public
      as $$ select id from household_member
            where household_id = any (array(select granted_households()))
              and (registration_id is null or registration_id = any ((select granted_registrations())::uuid[])) $$;
    create function granted_relocation_plans() returns setof uuid language sql stable security definer
      set search_path = pg_catalog, public
      as $$ select id from relocation_plan where household_id = any (array(select granted_households())) $$;
    create function granted_reflection_plans() returns setof uuid language sql stable security definer
      set search_path = pg_catalog, public
      as $$ select id from reflection_plan
            where registration_id = any ((select granted_registrations())::uuid[]) $$;

    ${secured("change", { tenant: "organisation" })}
    ${secured("counsellor", PUBLIC)}
    ${secured("outreach_event", PUBLIC)}

    ${secured("household", { alsoReadable: "id in (select granted_households())" })}
    ${secured("household_member", {
      alsoReadable: `${GRANTED_PERSON.alsoReadable} or ${GRANTED_HOUSEHOLD.alsoReadable}`,
    })}
    ${secured("household_need", GRANTED_MEMBER)}
    ${secured("household_support", GRANTED_MEMBER)}
    ${secured("counsellor_assignment", GRANTED_HOUSEHOLD)}

    ${secured("employability_file", GRANTED_PERSON)}
    ${secured("eligibility_assessment", GRANTED_PERSON)}
    ${secured("reflection_plan", GRANTED_PERSON)}
    ${secured("reflection_step", { alsoReadable: "plan_id in (select granted_reflection_plans())" })}
    ${secured("readiness", GRANTED_PERSON)}
    ${secured("pre_departure_case", GRANTED_PERSON)}

    ${secured("region_choice", GRANTED_HOUSEHOLD)}
    ${secured("travel_grant", GRANTED_MEMBER)}
    ${secured("relocation_plan", GRANTED_HOUSEHOLD)}
    ${secured("relocation_task", { alsoReadable: "plan_id in (select granted_relocation_plans())" })}
    ${secured("relocation_return", GRANTED_HOUSEHOLD)}
    ${secured("ambassador", GRANTED_PERSON)}

    -- Counts of all three organisations, and nothing else of the others: views read as the owner.
    create view households_opened as
      select opened_on as day, tenant, track, count(*) as count from household group by opened_on, tenant, track;
    create view households_arrived as
      select arrived_on as day, region_code as region, count(*) as count from relocation_plan
      where arrived_on is not null group by arrived_on, region_code;
    create view households_returned as
      select returned_on as day, reason, count(*) as count from relocation_return group by returned_on, reason;
    create view readiness_declared as
      select declared_on as day, count(*) as count from readiness group by declared_on;
    create view pre_departure_received as
      select received_on as day, count(*) as count from pre_departure_case group by received_on;
    create view households_in_care as
      select tenant, count(*) as count from counsellor_assignment where until is null group by tenant;
    create view households_by_outreach_event as
      select outreach_event_id, count(*) as count from household
      where outreach_event_id is not null group by outreach_event_id;
    create view households_living_in_region as
      select region_code, count(*) as count from relocation_plan
      where state in ('ARRIVED', 'SETTLED') group by region_code;
  `;
}
