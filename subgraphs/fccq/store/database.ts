/** The tables of this subgraph and the migrations that make them. */
import { ChangeRow } from "../../../platform/change.row.ts";
import type { DatabaseDefinition } from "../../../platform/database.ts";
import { BusinessRow } from "./business.row.ts";
import { ChamberRow } from "./chamber.row.ts";
import { CorporateMemberRow } from "./corporate-member.row.ts";
import { MatchRow } from "./match.row.ts";
import { EmployersAndMatches1763683200000 } from "./migrations/1763683200000-employers-and-matches.ts";
import { ParticipantRow } from "./participant.row.ts";
import { PositionRow } from "./position.row.ts";
import { TargetedRegionRow } from "./targeted-region.row.ts";

export const database: DatabaseDefinition = {
  rows: [
    ChangeRow,
    ChamberRow,
    BusinessRow,
    CorporateMemberRow,
    TargetedRegionRow,
    PositionRow,
    ParticipantRow,
    MatchRow,
  ],
  migrations: [EmployersAndMatches1763683200000],
};
