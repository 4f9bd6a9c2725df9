/** Move a referral: only its own side makes each move, and the trail keeps who made it, when and why. */
import { Field, ID, InputType } from "type-graphql";
import type { FindOptionsWhere } from "typeorm";
import { ChangeInput, dayInQuebec, type Work } from "../../../platform/action.ts";
import type { Role } from "../../../platform/passport.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { UUID } from "../../../platform/uuid.ts";
import { dueAfter } from "../domain/referral-kind.ts";
import {
  nextStates,
  ruleOf,
  sideOf,
  stateOn,
  type ReferralMove,
  ReferralSide,
  ReferralState,
} from "../domain/referral.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { whoMoved, writeMove } from "../store/referral-trail.ts";

@InputType({ description: "A referral to move on." })
export class ReferralMoveInput extends ChangeInput {
  @Field(() => ID, { description: "The referral." })
  referralId: string;
}

export const REFERRAL_ROLES: readonly Role[] = ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"];

/** What a move says and changes beside the state. */
export interface Said {
  /** From the closed list of the move. */
  reason?: string;
  words?: string | null;
}

/** A referral of the caller's side, ready to be moved: it and its person are locked. */
export interface Movable {
  referral: ReferralRow;
  candidate: CandidateRow;
}

/**
 * The referral, if the caller is on the side that makes this move, with its person: both locked, and always the
 * person first, so that two changes of one person never wait on each other.
 * @throws {Refusal} `UNKNOWN_REFERENCE` for anybody else's
 */
export async function findMovable(
  { referralId }: ReferralMoveInput,
  side: ReferralSide,
  { find, manager, viewer }: Work,
): Promise<Movable> {
  const own: FindOptionsWhere<ReferralRow> =
    side === ReferralSide.SENDER
      ? { fromOrganisation: viewer.organisation }
      : { toOrganisation: viewer.organisation };
  const seen = UUID.test(referralId)
    ? await manager.findOneBy(ReferralRow, { ...own, id: referralId })
    : null;
  if (!seen)
    throw new Refusal(
      "UNKNOWN_REFERENCE",
      "There is no such thing as referralId names, or it is not yours to change.",
      "referralId",
    );
  const candidate = await find(CandidateRow, seen.candidateId, "referralId");
  return { referral: await find(ReferralRow, referralId, "referralId", own), candidate };
}

/**
 * The referral moved, with `change` beside its state.
 * @throws {Refusal} `WRONG_STATE` when the table does not allow it, saying who moved it before
 */
export async function moveReferral(
  { referral }: Pick<Movable, "referral">,
  move: ReferralMove,
  work: Work,
  said: Said = {},
  change: Partial<ReferralRow> = {},
): Promise<ReferralRow> {
  const { save, viewer, now, today, manager } = work;
  const from = stateOn(referral, today);
  const rule = ruleOf(move, from);
  if (!rule) throw await wrongState(referral, from, work);
  await writeMove(manager, {
    referralId: referral.id,
    move,
    side: sideOf(move),
    fromState: from,
    toState: rule.to,
    at: now,
    movedBy: viewer.subject,
    organisationCode: viewer.organisation,
    reason: said.reason ?? null,
    words: said.words ?? null,
  });
  // What only prolongs a referral leaves it standing where and since when it stood.
  const standing =
    rule.to === from
      ? {}
      : {
          state: rule.to,
          stateSince: now,
          stateBy: viewer.subject,
          dueOn: dueAfter(referral.reason, rule.to, today) ?? referral.dueOn,
        };
  return save(ReferralRow, { ...referral, ...standing, ...change });
}

/** Why a move is not made, for a person: where the referral stands, who brought it there, and what may follow. */
async function wrongState(referral: ReferralRow, standing: ReferralState, work: Work): Promise<Refusal> {
  const next = nextStates(standing);
  const follows = next.length > 0 ? `what may follow is ${next.join(", ")}` : "nothing follows it";
  const by =
    standing === ReferralState.EXPIRED
      ? ": nobody answered in time"
      : ` since ${dayInQuebec(referral.stateSince)}, by ${await whoMoved(work.manager, referral.id)}`;
  return new Refusal("WRONG_STATE", `This referral is ${standing}${by}; ${follows}.`, "referralId");
}
