/** A folder that the account of PostgreSQL can reach, in place of one that it cannot. */
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartupError } from "../../platform/environment.ts";
import { canReach, canUse, type Account } from "./account.ts";

/**
 * The folder, made if it is not there; the same at every start for the same `place`, and another for another.
 * @throws {StartupError} when the name is taken by somebody else: their files are not to be trusted.
 */
export function spareFolder(account: Account | undefined, place: string): string {
  const name = `continuum-${createHash("sha256").update(place).digest("hex").slice(0, 12)}`;
  const folder = join(openTemporaryFolder(account, "/var/tmp"), name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new StartupError(`${folder} belongs to somebody else. Remove it and start again.`);
  }
  return folder;
}

/** A temporary folder of this machine that `account` may use; `first`, if it can be. */
export function openTemporaryFolder(account: Account | undefined, first: string = tmpdir()): string {
  const found = [first, tmpdir(), "/var/tmp", "/tmp"].find((folder) => {
    try {
      return canReach(account, folder) && canUse(account, folder);
    } catch {
      return false;
    }
  });
  if (!found) {
    throw new StartupError(
      "No temporary folder is open to the account nobody, under which PostgreSQL must run. Start as an ordinary user instead of root.",
    );
  }
  return found;
}
