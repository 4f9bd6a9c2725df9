/** The two steps of making a checkout ready, done only where needed and by one process at a time. */
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";

/** Installs and builds `root` as far as needed. Rejects with a sentence for the user. */
export async function prepare(root) {
  if (isInstalled(root) && isBuilt(root)) return;
  await withLock(join(root, ".continuum", "prepare.lock"), async (lock) => {
    // Asked again: whoever held the lock before may have done it.
    if (!isInstalled(root)) await install(root, lock);
    if (!isBuilt(root)) await build(root, lock);
  });
}
