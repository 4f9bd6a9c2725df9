/** A score sent to a human being, who upholds it or puts their own judgement in its place (Law 25, automated decisions). */

export enum MatchReviewOutcome {
  UPHELD = "UPHELD",
  OVERRIDDEN = "OVERRIDDEN",
}
