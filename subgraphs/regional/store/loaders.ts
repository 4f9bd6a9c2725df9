/** The ways in which this subgraph's graph reaches its rows; made anew for each request. */
import { Between, type EntityTarget, type FindManyOptions, type ObjectLiteral } from "typeorm";
import { manyBy, oneBy, pagesBy, type Reader } from "../../../platform/load.ts";
import { MONTHS_AHEAD, monthOf } from "../domain/capacity.ts";
import { monthsAfter } from "../domain/day.ts";
import { shown } from "../domain/profile.ts";
import { CoverageRow } from "./coverage.row.ts";
import { historyLoaders } from "./history.ts";
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

export function createLoaders(reader: Reader, today: string) {
  const thisMonth = monthOf(today);
  const services = manyBy(reader, RegionalServiceRow, "regionCode", { kind: "ASC", name: "ASC", id: "ASC" });
  const videos = manyBy(reader, RegionalVideoRow, "regionCode", { publishedOn: "DESC", id: "DESC" });
  return {
    partners: whole(reader, RegionalPartnerRow, { order: { code: "ASC" } }),
    coverages: whole(reader, CoverageRow, {
      order: { partnerCode: "ASC", coversFrom: "ASC", regionCode: "ASC" },
    }),
    capacitiesAhead: whole(reader, WelcomeCapacityRow, {
      where: { month: Between(thisMonth, monthsAfter(thisMonth, MONTHS_AHEAD - 1)) },
    }),
    profileOfRegion: oneBy(reader, RegionProfileRow, "regionCode"),
    servicesOfRegion: async (regionCode: string) => shown(await services.load(regionCode)),
    videosOfRegion: async (regionCode: string) => shown(await videos.load(regionCode)),
    welcomeCase: oneBy(reader, WelcomeCaseRow),
    casesOfRegistration: manyBy(reader, WelcomeCaseRow, "registrationId", { openedOn: "DESC", id: "DESC" }),
    itemsOfCase: manyBy(reader, WelcomeItemRow, "caseId", { area: "ASC" }),
    stepsOfCase: manyBy(reader, WelcomeStepRow, "caseId", { happenedOn: "ASC", id: "ASC" }),
    checksOfCase: manyBy(reader, RetentionCheckRow, "caseId", { months: "ASC" }),
    host: oneBy(reader, VisitHostRow),
    visit: oneBy(reader, VisitRow),
    visitsOfHost: pagesBy(reader, VisitRow, "hostId", [
      { property: "plannedOn", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    ...historyLoaders(reader),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * A short, closed list as a whole (thirty partners, what each covers, their months ahead): whatever path leads to
 * it, and for however many regions or organisations, it is read once.
 */
function whole<Row extends ObjectLiteral>(
  { manager, waves }: Reader,
  row: EntityTarget<Row>,
  options: FindManyOptions<Row>,
): () => Promise<Row[]> {
  const loader = waves.loader<"whole", Row[]>(async () => [await manager.find(row, options)]);
  return () => loader.load("whole");
}
