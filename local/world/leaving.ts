/** Why a household leaves a region again: one reason, which Emplois en régions and the regional partner each write in their words. */
import type { RelocationReturnRow } from "../../subgraphs/eer/store/relocation-return.row.ts";
import type { WelcomeDepartureReason } from "../../subgraphs/regional/domain/welcome-case.ts";
import type { Day } from "./calendar.ts";
import type { Fresh } from "./copy-text.ts";
import type { Story } from "./story.ts";

interface Leaving {
  eer: Pick<Fresh<RelocationReturnRow>, "reason" | "otherReasons">;
  regional: `${WelcomeDepartureReason}`;
  /** Whom it needs: somebody who lives with the person, a child. */
  needs?: "SPOUSE" | "CHILD";
}

const REASONS: readonly Leaving[] = [
  { eer: { reason: "SPOUSE_WITHOUT_JOB", otherReasons: ["ISOLATION"] }, regional: "JOB", needs: "SPOUSE" },
  { eer: { reason: "HOUSING", otherReasons: ["SCHOOL_OR_CHILD_CARE"] }, regional: "HOUSING", needs: "CHILD" },
  { eer: { reason: "JOB_LOST", otherReasons: [] }, regional: "JOB" },
  { eer: { reason: "ISOLATION", otherReasons: ["TRANSPORT", "SERVICES"] }, regional: "ISOLATION" },
  { eer: { reason: "FAMILY", otherReasons: [] }, regional: "FAMILY" },
  { eer: { reason: "JOB_UNSUITABLE", otherReasons: ["HOUSING"] }, regional: "JOB" },
];

/** The reason for leaving the region chosen on that day. The README's candidate left because her spouse found no job. */
export function reasonForLeaving({ random, family, whole }: Story, chosenOn: Day): Leaving {
  const fitting = REASONS.filter(
    ({ needs }) => needs === undefined || (needs === "SPOUSE" ? family.adults > 1 : family.children > 0),
  );
  const [first] = fitting;
  return whole && first ? first : random.fork(`leaving ${chosenOn}`).pick(fitting);
}
