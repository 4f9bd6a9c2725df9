/** The account PostgreSQL runs under: it refuses to run as root, so root lends it to `nobody`. */
import { execFileSync } from "node:child_process";
import { existsSync, realpathSync, statSync, type Stats } from "node:fs";
import { dirname } from "node:path";

export interface Account {
  uid: number;
  gid: number;
}

/** The account to run PostgreSQL under, or `undefined` when it can be our own. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }).trim());
  return { uid: id("-u"), gid: id("-g") };
}

/** Whether `account` may enter every folder above `path`, whether or not `path` exists yet. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true;
  if (!existsSync(path))
    return canReach(account, dirname(path)) && mayEnter(account, statSync(existingAbove(path)));
  return foldersAbove(realpathSync(path)).every((folder) => mayEnter(account, statSync(folder)));
}

/** Whether `account` may read and run the file or enter the folder at `path`. */
export function canUse(account: Account | undefined, path: string): boolean {
  if (!account) return true;
  return canReach(account, path) && permissions(account, statSync(path)) >= 5;
}

function mayEnter(account: Account, folder: Stats): boolean {
  return (permissions(account, folder) & 1) === 1;
}

function permissions(account: Account, entry: Stats): number {
  if (entry.uid === account.uid) return (entry.mode >> 6) & 7;
  if (entry.gid === account.gid) return (entry.mode >> 3) & 7;
  return entry.mode & 7;
}

function existingAbove(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? parent : existingAbove(parent);
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...foldersAbove(parent), parent];
}
