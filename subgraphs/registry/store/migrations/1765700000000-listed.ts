/** Whom an organisation registered, in the orders of its worklist: a page is read through an index, however many they are. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Listed1765700000000 extends SqlMigration {
  readonly name = "Listed1765700000000";

  protected readonly sql = /* sql */ `
    -- Kept by the triggers below alone. A page of the worklist used to gather everybody whom the organisation
    -- registered, and sort them, to show fifty.
    create table listed (
      organisation_code text not null,
      candidate_id uuid not null,
      created_at timestamptz(3) not null,
      due_on date not null,
      primary key (organisation_code, candidate_id)
    );
    create index listed_newest on listed (organisation_code, created_at, candidate_id);
    create index listed_due on listed (organisation_code, due_on, candidate_id);
    create index listed_candidate on listed (candidate_id);

    create function list_registered() returns trigger language plpgsql as $$ begin
      insert into listed select distinct made.organisation_code, candidate.id, candidate.created_at, candidate.due_on
        from made join candidate on candidate.id = made.candidate_id
        on conflict do nothing;
      return null;
    end $$;
    create trigger listed_made after insert on registration referencing new table as made
      for each statement execute function list_registered();

    create function unlist_removed() returns trigger language plpgsql as $$ begin
      delete from listed using removed
        where listed.organisation_code = removed.organisation_code and listed.candidate_id = removed.candidate_id
          and not exists (select from registration as still
            where still.candidate_id = listed.candidate_id and still.organisation_code = listed.organisation_code);
      return null;
    end $$;
    create trigger listed_removed after delete on registration referencing old table as removed
      for each statement execute function unlist_removed();

    -- Registrations move from candidate to candidate when they are linked, and back.
    create function list_moved() returns trigger language plpgsql as $$ begin
      if not exists (select from was join made using (id) where was.candidate_id <> made.candidate_id) then
        return null;
      end if;
      delete from listed using was join made using (id)
        where was.candidate_id <> made.candidate_id
          and listed.organisation_code = was.organisation_code and listed.candidate_id = was.candidate_id
          and not exists (select from registration as still
            where still.candidate_id = listed.candidate_id and still.organisation_code = listed.organisation_code);
      insert into listed select distinct made.organisation_code, candidate.id, candidate.created_at, candidate.due_on
        from was join made using (id) join candidate on candidate.id = made.candidate_id
        where was.candidate_id <> made.candidate_id
        on conflict do nothing;
      return null;
    end $$;
    create trigger listed_moved after update on registration referencing old table as was new table as made
      for each statement execute function list_moved();

    create function list_due() returns trigger language plpgsql as $$ begin
      update listed set due_on = new.due_on, created_at = new.created_at where candidate_id = new.id;
      return null;
    end $$;
    create trigger listed_due after update on candidate for each row
      when ((old.due_on, old.created_at) is distinct from (new.due_on, new.created_at))
      execute function list_due();
  `;
}
