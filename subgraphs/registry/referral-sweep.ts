/** The referral sweep as the registry's process runs it: its setting, and what begins it. */
import { parseEnvironment, variable } from "../../platform/environment.ts";
import type { Log } from "../../platform/log.ts";
import { startReferralSweeper } from "./store/referral-sweeper.ts";

/**
 * Reads the sweep's setting, and gives what begins it.
 * @throws {StartupError} when the setting is wrong
 */
export function sweeping(): (databaseUrl: string, log: Log) => () => Promise<void> {
  const { REFERRAL_SWEEP_SECONDS } = parseEnvironment({ REFERRAL_SWEEP_SECONDS: variable.seconds(60) });
  return (databaseUrl, log) => startReferralSweeper(databaseUrl, REFERRAL_SWEEP_SECONDS, log);
}
