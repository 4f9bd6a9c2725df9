/** Webhooks: their states, the addresses they may have, and what follows an attempt that failed. */

export enum WebhookState {
  ACTIVE = "ACTIVE",
  PAUSED = "PAUSED",
  DISABLED = "DISABLED",
  REMOVED = "REMOVED",
}

/** What may follow each state; only failing leads to DISABLED. */
export const WEBHOOK_MOVES: Record<WebhookState, readonly WebhookState[]> = {
  ACTIVE: [WebhookState.PAUSED, WebhookState.REMOVED],
  PAUSED: [WebhookState.ACTIVE, WebhookState.REMOVED],
  DISABLED: [WebhookState.ACTIVE, WebhookState.REMOVED],
  REMOVED: [],
};

export enum DeliveryState {
  PENDING = "PENDING",
  DELIVERED = "DELIVERED",
  WITHHELD = "WITHHELD",
  FAILED = "FAILED",
}

/** The most webhooks of one organisation. */
export const MOST_WEBHOOKS = 20;

/** For how long the secret before the last rotation still signs, in hours. */
export const ROTATION_HOURS = 24;

/** After how many days of failing a webhook is disabled, or a single piece of news is given up. */
const FAILING_DAYS = 5;

/** The first wait after a failure and the longest, in seconds. */
const FIRST_WAIT = 5;
const LONGEST_WAIT = 6 * 3_600;

/**
 * How long to wait after so many failures in a row, in seconds: twice as long each time up to six hours, and by chance
 * (0 to 1) between half of that and all of it, so that what failed together does not come back together.
 */
export function waitAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 30));
  return longest * (0.5 + chance / 2);
}

export type AfterFailure = "RETRY" | "GIVE_UP" | "DISABLE";

/**
 * What follows a failure. An address that took nothing for days is disabled; news that it alone refuses for as long
 * is given up; one that says it is gone (410) is taken at its word.
 */
export function afterFailure(failed: {
  now: Date;
  status: number | null;
  /** Since when nothing was delivered to the address. */
  failingSince: Date;
  /** Since when this piece of news is tried. */
  triedSince: Date;
}): AfterFailure {
  if (failed.status === 410) return "DISABLE";
  const limit = failed.now.getTime() - FAILING_DAYS * 86_400_000;
  if (failed.failingSince.getTime() <= limit) return "DISABLE";
  return failed.triedSince.getTime() <= limit ? "GIVE_UP" : "RETRY";
}
