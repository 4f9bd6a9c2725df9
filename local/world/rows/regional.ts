/** The tables of the regional partners that the world fills, each after those that it refers to. */
import type { ChangeRow } from "../../../platform/change.row.ts";
import type { CoverageRow } from "../../../subgraphs/regional/store/coverage.row.ts";
import type { RegionProfileRow } from "../../../subgraphs/regional/store/region-profile.row.ts";
import type { RegionalPartnerRow } from "../../../subgraphs/regional/store/regional-partner.row.ts";
import type { RegionalServiceRow } from "../../../subgraphs/regional/store/regional-service.row.ts";
import type { RegionalVideoRow } from "../../../subgraphs/regional/store/regional-video.row.ts";
import type { RetentionCheckRow } from "../../../subgraphs/regional/store/retention-check.row.ts";
import type { VisitRow } from "../../../subgraphs/regional/store/visit.row.ts";
import type { VisitHostRow } from "../../../subgraphs/regional/store/visit-host.row.ts";
import type { WelcomeCapacityRow } from "../../../subgraphs/regional/store/welcome-capacity.row.ts";
import type { WelcomeCaseRow } from "../../../subgraphs/regional/store/welcome-case.row.ts";
import type { WelcomeItemRow } from "../../../subgraphs/regional/store/welcome-item.row.ts";
import type { WelcomeStepRow } from "../../../subgraphs/regional/store/welcome-step.row.ts";
import { Sheets } from "../copy-text.ts";

export interface RegionalRows {
  regional_partner: RegionalPartnerRow;
  coverage: CoverageRow;
  welcome_capacity: WelcomeCapacityRow;
  region_profile: RegionProfileRow;
  regional_service: RegionalServiceRow;
  regional_video: RegionalVideoRow;
  welcome_case: WelcomeCaseRow;
  welcome_item: WelcomeItemRow;
  welcome_step: WelcomeStepRow;
  retention_check: RetentionCheckRow;
  visit_host: VisitHostRow;
  visit: VisitRow;
  change: ChangeRow;
}

export type RegionalSheets = Sheets<RegionalRows>;

export const REGIONAL_TABLES = [
  "regional_partner",
  "coverage",
  "welcome_capacity",
  "region_profile",
  "regional_service",
  "regional_video",
  "welcome_case",
  "welcome_item",
  "welcome_step",
  "retention_check",
  "visit_host",
  "visit",
  "change",
] as const satisfies readonly (keyof RegionalRows)[];
