/** Those who arrived before `stage_arrival` was kept: a thousand people at a time, so that nobody waits for long. */
import { SqlMigration } from "../../../../platform/database.ts";

export class StageArrivalsSoFar1766200100000 extends SqlMigration {
  readonly name = "StageArrivalsSoFar1766200100000";
  /** Each thousand is committed by itself. What was written is not written again: it may be begun anew at any time. */
  readonly transaction = false;

  protected readonly sql = /* sql */ `
    do $$ declare people uuid[]; done uuid := '00000000-0000-0000-0000-000000000000'; begin
      loop
        select array_agg(id order by id) into people from (
          select id from candidate where id > done order by id limit 1000) as next;
        exit when people is null;
        -- Whoever folds their milestones holds the same locks: what is read here is what they left.
        perform from candidate where id = any(people) order by id for update;
        perform tell_arrivals(people);
        done := people[cardinality(people)];
        commit;
      end loop;
    end $$
  `;
}
