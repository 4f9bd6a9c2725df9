/** Whose corrections a viewer lists, narrowed. */
import type { SelectQueryBuilder } from "typeorm";
import type { Viewer } from "../../../platform/passport.ts";
import { reach } from "../domain/access.ts";
import type { CorrectionRow } from "../store/correction.row.ts";
import type { CorrectionFilter } from "./correction.type.ts";

/** As SQL over the alias `correction`. */
const TOLD: Record<ReturnType<typeof reach>, string> = {
  EVERYBODY: "true",
  CIRCLE: `(correction.requestedFor = :organisation
    or correction.id in (select correction_id from correction_task where organisation_code = :organisation))`,
  SELF: "correction.candidateId in (select candidate_id from candidate_account where subject = :subject)",
  NOBODY: "false",
};

/** Narrows `query` to the corrections that the viewer may list and the filter asks for. */
export function listed(
  query: SelectQueryBuilder<CorrectionRow>,
  viewer: Viewer,
  filter: CorrectionFilter | null,
  today: string,
): SelectQueryBuilder<CorrectionRow> {
  const { organisation, subject } = viewer;
  query.where(TOLD[reach(viewer)], { organisation, subject });
  if (filter?.state) query.andWhere("correction.state = :state", { state: filter.state });
  if (filter?.overdue) query.andWhere("correction.state = 'OPEN' and correction.dueOn < :today", { today });
  return query;
}
