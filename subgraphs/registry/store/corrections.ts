/** Who holds what of a person, for corrections. */
import type { EntityManager } from "typeorm";
import type { Holder } from "../domain/section.ts";

/** The organisations that registered the person, each once, with the subgraph that keeps what it knows. */
export function holdersOf(
  manager: EntityManager,
  candidateId: string,
): Promise<{ organisationCode: string; subgraph: Holder | null }[]> {
  return manager.query(
    `select code as "organisationCode", subgraph from organisation
     where code in (select organisation_code from registration where candidate_id = $1) order by code`,
    [candidateId],
  );
}
