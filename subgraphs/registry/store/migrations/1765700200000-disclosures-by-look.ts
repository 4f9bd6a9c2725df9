/** One disclosure for all the sections of a person that a request asked for, where there was one for each. */
import { SqlMigration } from "../../../../platform/database.ts";

const ABOUT = "subject, organisation, purpose, operation, request_id";

export class DisclosuresByLook1765700200000 extends SqlMigration {
  readonly name = "DisclosuresByLook1765700200000";

  protected readonly sql = /* sql */ `
    -- A worklist of fifty wrote and sealed three hundred rows: now fifty. Section, status and basis are lists of the same
    -- length, separated by commas; those written before are lists of one, and are sealed as they are.
    create view disclosure_by_section with (security_invoker) as
      select case when told.place = 1 then disclosure.id else md5(disclosure.id || told.section)::uuid end as id,
        at, candidate_id, told.section, told.status, nullif(told.basis, '') as basis, ${ABOUT}
      from disclosure cross join lateral unnest(
        string_to_array(disclosure.section, ','),
        string_to_array(disclosure.status, ','),
        string_to_array(disclosure.basis, ',')) with ordinality as told (section, status, basis, place);

    create or replace view disclosure_of with (security_invoker) as
      select id, at, candidate_id, section, status, basis, ${ABOUT} from disclosure_by_section
      union all
      select shown.id, at, alias.candidate_id, section, status, basis, ${ABOUT}
        from candidate_alias alias join disclosure_by_section shown on shown.candidate_id = alias.id
      union all
      select shown.id, at, past.id, section, status, basis, ${ABOUT} from candidate_alias_span past
        join disclosure_by_section shown on shown.candidate_id = past.candidate_id and at >= past.since and at < past.until
        where not exists (select from candidate_alias now where now.id = past.id);
  `;
}
