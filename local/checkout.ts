/** The folder of the checkout, found the same way from the sources and from the build under `dist/`. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The absolute path of the folder that holds package.json. */
export const checkout = nearestPackage(dirname(fileURLToPath(import.meta.url)));

/**
 * Where a checkout keeps what it makes for itself: keys, passwords, ports, data, logs. Ignored by git.
 * CONTINUUM_FOLDER names another place, so that a test can run the whole beside a developer's own.
 */
export const localFolder = resolve(checkout, process.env["CONTINUUM_FOLDER"] ?? ".continuum");

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error("No package.json stands above local/: the checkout is not complete.");
  return nearestPackage(parent);
}
