/** The data folder of PostgreSQL: made once, by initdb, for one superuser with a password. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "../../platform/environment.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { openTemporaryFolder } from "./spare-folder.ts";

export const SUPERUSER = "postgres";

/**
 * Makes `data`, or leaves it as it is when it was made with the same password.
 * @returns whether it was made now.
 * @throws {StartupError} when it was made with another password, or when initdb fails.
 */
export async function ensureData(
  data: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<boolean> {
  if (existsSync(join(data, SEAL))) {
    if (madeWith(data, password)) return false;
    throw new StartupError(
      `The password of the local PostgreSQL in ${data} is lost. Remove the folder .continuum and start again: the demonstration world is loaded anew.`,
    );
  }
  // Without its seal a folder was left by an initdb that was interrupted, and holds nothing.
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);
  await initdb(data, password, binaries, account);
  writeFileSync(join(data, SEAL), fingerprint(password));
  return true;
}

/** Whether `data` was made with this password. */
export function madeWith(data: string, password: string): boolean {
  const file = join(data, SEAL);
  return existsSync(file) && readFileSync(file, "utf8") === fingerprint(password);
}

/** Written last, so that its presence says that the folder is whole. */
const SEAL = "continuum.seal";

function fingerprint(password: string): string {
  return createHash("sha256").update(password).digest("hex");
}

async function initdb(data: string, password: string, binaries: Binaries, account: Account | undefined) {
  const folder = mkdtempSync(join(openTemporaryFolder(account), "continuum-initdb-"));
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // PostgreSQL's own locale: the same order and case rules on every machine, whatever locales it has.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-sync",
      ],
      { cwd: binaries.folder, ...account },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  command: string,
  args: string[],
  options: { cwd: string; uid?: number; gid?: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    child.once("error", (error) => reject(failure(error.message)));
    child.once("close", (code) => (code === 0 ? resolve() : reject(failure(complaint))));
  });
}

function failure(complaint: string): StartupError {
  const reason =
    complaint.split("\n").find((line) => line.includes("error:")) ?? complaint.trim().split("\n").at(-1);
  return new StartupError(
    `PostgreSQL could not make its data folder: ${(reason ?? "").replace(/^.*error: /, "")}`,
  );
}
