/**
 * Makes the checkout ready to run: installs the packages when they are not those of package-lock.json, and builds
 * when the sources are not those that were built. Quiet when there is nothing to do.
 *
 * Runs before anything is installed: plain JavaScript for any Node that is recent enough to say what it needs.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST = 20;
const found = Number(process.versions.node.split(".")[0]);

if (found < OLDEST) {
  fail(
    `Continuum needs Node ${OLDEST} or newer, and this is Node ${process.versions.node}. ` +
      "Install a newer one from https://nodejs.org and try again.",
  );
} else {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  import("./prepare/steps.mjs").then((steps) => steps.prepare(root)).catch((error) => fail(error.message));
}

// At once: whatever npm would run next must not begin.
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
