/** The seals as the registry's process makes and verifies them: their settings, and what the auditor reads. */
import { dayInQuebec } from "../../platform/action.ts";
import { withClient } from "../../platform/provision-database.ts";
import { parseEnvironment, StartupError, variable } from "../../platform/environment.ts";
import type { Log } from "../../platform/log.ts";
import { sealSigner } from "./store/seal-keys.ts";
import { startSealer } from "./store/sealer.ts";
import { verifySeals, type Verdict } from "./store/verify-seals.ts";

/**
 * Reads the sealer's settings, and gives what begins to seal.
 * @throws {StartupError} when a setting is missing or wrong
 */
export function sealing(): (databaseUrl: string, log: Log) => () => Promise<void> {
  const settings = parseEnvironment({
    DISCLOSURE_SEAL_KEY: variable.text(),
    DISCLOSURE_SEAL_SECONDS: variable.seconds(2),
  });
  const signer = sealSigner(settings.DISCLOSURE_SEAL_KEY);
  return (databaseUrl, log) => startSealer(databaseUrl, signer, settings.DISCLOSURE_SEAL_SECONDS, log);
}

/** The command `verify`: as `printVerdict`, with the settings of the environment. */
export async function verify(): Promise<void> {
  const settings = parseEnvironment({
    DATABASE_URL: variable.url("postgres:", "postgresql:"),
    DISCLOSURE_SEAL_PUBLIC_KEY: variable.text(),
    DISCLOSURE_SEAL_HEAD: HEAD.optional(),
  });
  await printVerdict(
    settings.DATABASE_URL,
    settings.DISCLOSURE_SEAL_PUBLIC_KEY,
    settings.DISCLOSURE_SEAL_HEAD,
  );
}

/** The most findings that are written out; all are counted. */
const MOST_FINDINGS = 1_000;

/** A seal's number and hash, as the registry's log and an earlier verification gave them. */
export const HEAD = variable
  .text()
  .regex(/^\d+:[0-9a-f]{64}$/, "must be a seal and its hash, such as 12:9f86...");

/**
 * Verifies the seals of a registry and prints, for people, what is not as it was sealed, and last one line of JSON:
 * `{"entries":N,"sealed":N,"unsealed":N,"seals":N,"destroyed":N,"broken":N}`. The exit code is 1 when anything is broken.
 * @throws {StartupError} when the database cannot be reached or has no such trail
 */
export async function printVerdict(databaseUrl: string, publicKeys: string, head?: string): Promise<void> {
  let told = 0;
  const report = ({ sentence }: { sentence: string }) => {
    told += 1;
    if (told <= MOST_FINDINGS) print(sentence);
  };
  const verdict = await withClient(databaseUrl, (client) =>
    verifySeals(client, publicKeys, report, dayInQuebec(new Date()), head),
  ).catch((error: unknown) => {
    throw error instanceof StartupError ? error : unreadable(databaseUrl, error);
  });
  if (told > MOST_FINDINGS) print(`... and ${told - MOST_FINDINGS} more.`);
  for (const sentence of summary(verdict)) print(sentence);
  const { entries, sealed, unsealed, seals, destroyed, broken } = verdict;
  print(JSON.stringify({ entries, sealed, unsealed, seals, destroyed, broken }));
  process.exitCode = broken > 0 ? 1 : 0;
}

function summary({ sealed, unsealed, seals, destroyed, broken, head }: Verdict): string[] {
  return [
    `${sealed} disclosures are under ${seals} seals; ${unsealed} are not sealed yet.`,
    ...(destroyed > 0
      ? [`${destroyed} more were destroyed when their time was over; their seals are kept.`]
      : []),
    broken === 0
      ? "Everything is as it was sealed."
      : `${broken} things are not as they were sealed; each is named above.`,
    ...(head
      ? [`The last seal is ${head}. Keep this elsewhere: DISCLOSURE_SEAL_HEAD asks for it next time.`]
      : []),
  ];
}

function unreadable(databaseUrl: string, error: unknown): StartupError {
  const { host, pathname } = new URL(databaseUrl);
  const code = (error as { code?: unknown }).code;
  return new StartupError(
    code === "42P01" || code === "42703"
      ? `The database ${host}${pathname} has no seals: migrate the registry first.`
      : `The disclosures of ${host}${pathname} cannot be read (${String(code ?? "no answer")}). Check that PostgreSQL runs, and the address and password.`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
