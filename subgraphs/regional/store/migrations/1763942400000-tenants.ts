/** Thirty partners in one database: PostgreSQL itself keeps their rows apart, and gives counts of all by views. */
import { SqlMigration } from "../../../../platform/database.ts";
import {
  OF_GRANTED_REGISTRATION,
  readOnly,
  SCOPE_FUNCTIONS,
  secured,
} from "../../../../platform/row-security.ts";

const GRANTED_CASE = { alsoReadable: "case_id in (select granted_cases())" };
/** Without the people welcomed in them, and shown to everybody. */
const PUBLIC = { alsoReadable: "true" };

export class Tenants1763942400000 extends SqlMigration {
  readonly name = "Tenants1763942400000";

  protected readonly sql = /* sql */ `
    ${SCOPE_FUNCTIONS}

    -- Runs as the owner: it is asked for every row of what hangs on a case, and would otherwise be guarded itself.
    create function granted_cases() returns setof uuid language sql stable security definer
      set search_path = pg_catalog, public
      as $$ select id from welcome_case
            where registration_id = any ((select granted_registrations())::uuid[]) $$;

    -- Who the partners are and what they cover decides who may write: no service writes it.
    ${readOnly("regional_partner")}
    ${readOnly("coverage")}

    ${secured("change", { tenant: "organisation" })}
    ${secured("welcome_capacity", PUBLIC)}
    ${secured("regional_service", PUBLIC)}
    ${secured("regional_video", PUBLIC)}
    ${secured("visit", PUBLIC)}
    -- The partners that cover a region write its profile together; each puts its own name to what it wrote.
    ${secured("region_profile", {
      ...PUBLIC,
      changeable: `exists (select from coverage where coverage.partner_code = (select current_tenant())
        and coverage.region_code = region_profile.region_code)`,
    })}
    -- A host in a visit is shown with it; one who receives nobody yet is their partner's alone.
    ${secured("visit_host", {
      alsoReadable: "exists (select from visit where visit.host_id = visit_host.id)",
    })}

    ${secured("welcome_case", { alsoReadable: OF_GRANTED_REGISTRATION })}
    ${secured("welcome_item", GRANTED_CASE)}
    ${secured("welcome_step", GRANTED_CASE)}
    ${secured("retention_check", GRANTED_CASE)}

    -- Counts of all partners, and nothing else of the others: views read as the owner.
    create view households_arrived as
      select region_code, arrived_on as day, count(*) as count from welcome_case
      where arrived_on is not null group by region_code, arrived_on;
    create view households_settled as
      select region_code, settled_on as day, count(*) as count from welcome_case
      where settled_on is not null group by region_code, settled_on;
    create view retention_outcomes as
      select months, outcome, checked_on as day, count(*) as count from retention_check
      where checked_on is not null group by months, outcome, checked_on;
  `;
}
