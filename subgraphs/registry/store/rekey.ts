/** The keys of registrations, made anew of what they declare now. */
import type { EntityManager } from "typeorm";
import { keyed, type DeclaredPerson } from "../domain/identity/index.ts";
import { DECLARED_NOW, SAID_NOW } from "./identity-lookup.ts";

/**
 * Keys the next thousand registrations after `after`, those that have no keys or `all`. Gives how many, and the last of them:
 * null when there are no more.
 */
export async function rekeyNext(
  manager: EntityManager,
  after: string,
  all: boolean,
): Promise<{ made: number; last: string | null }> {
  // Locked by a statement of its own: what the next one reads is what a correction under way has left.
  const locked: { id: string }[] = await manager.query(
    `select id from registration where id > $1 and anonymised_on is null and ($2 or identity_keys is null)
     order by id limit 1000 for update`,
    [after, all],
  );
  const page: { said: DeclaredPerson & { id: string } }[] = await manager.query(
    `select ${SAID_NOW} as said from registration ${DECLARED_NOW} where registration.id = any($1)`,
    [locked.map(({ id }) => id)],
  );
  await manager.query(
    `update registration set identity_keys = made."identityKeys", search_name = made."searchName",
       search_birth = made."searchBirth"
     from jsonb_to_recordset($1::jsonb) as made (id uuid, "identityKeys" text[], "searchName" text, "searchBirth" text)
     where registration.id = made.id`,
    [JSON.stringify(page.map(({ said }) => ({ id: said.id, ...keyed(said) })))],
  );
  return { made: page.length, last: locked.at(-1)?.id ?? null };
}
