/** People whom a door of the registry registered, each of them somebody else. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import type { TestSubgraph } from "./subgraph.ts";

export interface Registered {
  registrationId: string;
  candidateId: string;
}

/** Registers somebody, who says `said`. Nobody is compared with them: who is who has its own tests. */
export async function register(
  hub: TestSubgraph,
  by: Viewer,
  said: Record<string, unknown> = {},
): Promise<Registered> {
  const { data, errors } = await hub.ask(
    by,
    `mutation ($input: RegistrationRecordInput!) {
       registrationRecord(input: $input) { registration { id } userErrors { code field } } }`,
    {
      input: {
        reference: randomUUID(),
        organisationReference: randomUUID(),
        entryDoor: "WALK_IN",
        familyNames: "Kovalenko-Roy",
        ...said,
      },
    },
  );
  const { registration } = (data as never as { registrationRecord: { registration: { id: string } | null } })
    .registrationRecord;
  if (!registration) throw new Error(JSON.stringify(errors ?? data));
  await hub.owner.query("update registration set identity_keys = '{}'");
  const [row] = await hub.owner.query("select candidate_id from registration where id = $1", [
    registration.id,
  ]);
  return { registrationId: registration.id, candidateId: row.candidate_id };
}
