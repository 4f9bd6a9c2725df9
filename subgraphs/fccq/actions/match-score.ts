/** The score of a participant against a position, as a match keeps it: with its reasons and the data it came from. */
import { compatibility } from "../domain/compatibility.ts";
import type { MatchRow } from "../store/match.row.ts";
import type { ParticipantRow } from "../store/participant.row.ts";
import type { PositionRow } from "../store/position.row.ts";

type Score = Pick<MatchRow, "score" | "reasons" | "belowSkillLevel" | "inputs">;

/** The score, 0 to 100, its reasons, and the profile and the position as they are now. */
export function scoreOf(participant: ParticipantRow, position: PositionRow): Score {
  const inputs = { profile: profileOf(participant), position: demandsOf(position) };
  return { ...compatibility(inputs.profile, inputs.position), inputs };
}

function profileOf({ occupation, skills, targetedRegions, frenchSpeaking, frenchWriting }: ParticipantRow) {
  return { occupation, skills, targetedRegions, frenchSpeaking, frenchWriting };
}

function demandsOf({ occupation, skills, regionCode, frenchSpeaking, frenchWriting }: PositionRow) {
  return { occupation, skills, regionCode, frenchSpeaking, frenchWriting };
}
