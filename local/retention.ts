/** `npm run retention -- [--dry-run]`: carries out the retention schedule of the five subgraphs, one after the other. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { StartupError } from "../platform/environment.ts";
import { checkout } from "./checkout.ts";
import { PARTNERS } from "./start/partners.ts";
import { findDatabases } from "./world/environment.ts";

const [option, ...rest] = process.argv.slice(2);

try {
  if (rest.length > 0 || (option !== undefined && option !== "--dry-run"))
    throw new StartupError("Use npm run retention, with --dry-run to see what would go and keep it.");
  const urls = findDatabases();
  for (const partner of PARTNERS)
    execFileSync(
      process.execPath,
      [join(checkout, "dist", "subgraphs", partner, "main.js"), "retire", ...(option ? [option] : [])],
      { env: { ...process.env, MIGRATION_DATABASE_URL: urls[partner] }, stdio: "inherit" },
    );
} catch (error) {
  // A subgraph that could not go on has said why.
  if (error instanceof StartupError) process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
