/** The tables of this subgraph and the migrations that make them. */
import { ChangeRow } from "../../../platform/change.row.ts";
import type { DatabaseDefinition } from "../../../platform/database.ts";
import { OutboxRow } from "../../../platform/outbox.row.ts";
import { CoverageRow } from "./coverage.row.ts";
import { PartnersAndRegions1763683200000 } from "./migrations/1763683200000-partners-and-regions.ts";
import { WelcomeCases1763769600000 } from "./migrations/1763769600000-welcome-cases.ts";
import { VisitsAndHosts1763856000000 } from "./migrations/1763856000000-visits-and-hosts.ts";
import { Tenants1763942400000 } from "./migrations/1763942400000-tenants.ts";
import { Retention1764288000000 } from "./migrations/1764288000000-retention.ts";
import { RetentionSchedule1765300000000 } from "./migrations/1765300000000-retention-schedule.ts";
import { RETENTION } from "./retention.ts";
import { RegionProfileRow } from "./region-profile.row.ts";
import { RegionalPartnerRow } from "./regional-partner.row.ts";
import { RegionalServiceRow } from "./regional-service.row.ts";
import { RegionalVideoRow } from "./regional-video.row.ts";
import { RetentionCheckRow } from "./retention-check.row.ts";
import { VisitHostRow } from "./visit-host.row.ts";
import { VisitRow } from "./visit.row.ts";
import { WelcomeCapacityRow } from "./welcome-capacity.row.ts";
import { WelcomeCaseRow } from "./welcome-case.row.ts";
import { WelcomeItemRow } from "./welcome-item.row.ts";
import { WelcomeStepRow } from "./welcome-step.row.ts";
import { Outbox1765000000000 } from "./migrations/1765000000000-outbox.ts";
import { OutboxBacklog1765500000000 } from "./migrations/1765500000000-outbox-backlog.ts";

export const database: DatabaseDefinition = {
  rows: [
    ChangeRow,
    OutboxRow,
    RegionalPartnerRow,
    CoverageRow,
    WelcomeCapacityRow,
    RegionProfileRow,
    RegionalServiceRow,
    RegionalVideoRow,
    WelcomeCaseRow,
    WelcomeItemRow,
    WelcomeStepRow,
    RetentionCheckRow,
    VisitHostRow,
    VisitRow,
  ],
  migrations: [
    PartnersAndRegions1763683200000,
    WelcomeCases1763769600000,
    VisitsAndHosts1763856000000,
    Tenants1763942400000,
    Retention1764288000000,
    RetentionSchedule1765300000000,
    Outbox1765000000000,
    OutboxBacklog1765500000000,
  ],
  retention: RETENTION,
};
