/** Dropped batons: what nobody holds, or nobody moved in time, in one table. */

export enum BatonKind {
  REFERRAL_UNANSWERED = "REFERRAL_UNANSWERED",
  REFERRAL_OVERDUE = "REFERRAL_OVERDUE",
  REFERRAL_SHARING_ENDED = "REFERRAL_SHARING_ENDED",
  REFERRAL_EXPIRED = "REFERRAL_EXPIRED",
  REFERRAL_DECLINED = "REFERRAL_DECLINED",
  PROPOSAL_NOT_MADE = "PROPOSAL_NOT_MADE",
  STAGE_OVERDUE = "STAGE_OVERDUE",
  SUPPORT_OVERDUE = "SUPPORT_OVERDUE",
  NO_RESPONSIBLE = "NO_RESPONSIBLE",
  NO_MAIN_CONTACT = "NO_MAIN_CONTACT",
}

/** What tells where a person stands is shown to those alone who may see that; a referral is known to both its sides. */
export const TELLS_PATHWAY: Record<BatonKind, boolean> = {
  REFERRAL_UNANSWERED: false,
  REFERRAL_OVERDUE: false,
  REFERRAL_SHARING_ENDED: false,
  REFERRAL_EXPIRED: false,
  REFERRAL_DECLINED: false,
  PROPOSAL_NOT_MADE: true,
  STAGE_OVERDUE: true,
  SUPPORT_OVERDUE: true,
  NO_RESPONSIBLE: true,
  NO_MAIN_CONTACT: true,
};

/** Days at a stage after which somebody without a main contact has been forgotten. [design] */
export const DAYS_WITHOUT_CONTACT = 7;
