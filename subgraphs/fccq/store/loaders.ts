/** The ways in which this subgraph's graph reaches its rows; made anew for each request. */
import { countBy, manyBy, oneBy, pagesBy, type Reader } from "../../../platform/load.ts";
import { BusinessRow } from "./business.row.ts";
import { ChamberRow } from "./chamber.row.ts";
import { CorporateMemberRow } from "./corporate-member.row.ts";
import { MatchRow } from "./match.row.ts";
import { ParticipantRow } from "./participant.row.ts";
import { PositionRow } from "./position.row.ts";
import { TargetedRegionRow } from "./targeted-region.row.ts";

export function createLoaders(reader: Reader) {
  return {
    business: oneBy(reader, BusinessRow),
    chamber: oneBy(reader, ChamberRow),
    position: oneBy(reader, PositionRow),
    membershipsOfBusiness: manyBy(reader, CorporateMemberRow, "businessId", { since: "ASC" }),
    targetingsOfRegion: manyBy(reader, TargetedRegionRow, "regionCode", { since: "ASC" }),
    participantsOfRegistration: manyBy(reader, ParticipantRow, "registrationId", { registrationId: "ASC" }),
    matchesOfRegistration: manyBy(reader, MatchRow, "registrationId", { computedAt: "DESC", id: "DESC" }),
    matchesOfPosition: pagesBy(reader, MatchRow, "positionId", [
      { property: "standing", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    positionsOfBusiness: pagesBy(reader, PositionRow, "businessId", [
      { property: "openedOn", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    openPositionsOfRegion: countBy(reader, PositionRow, "regionCode", "t.state = 'OPEN'"),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
