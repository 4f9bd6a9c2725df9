/** `npm run identity:rekey -- [--all]`: keys the registrations that have none yet, or all when the keys themselves changed. */
import "reflect-metadata";
import { StartupError } from "../../platform/environment.ts";
import { rekeyNext } from "../../subgraphs/registry/store/rekey.ts";
import { openRegistry } from "./registry.ts";

try {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== "--all"))
    throw new StartupError("Use npm run identity:rekey, with --all to key those again that have keys.");
  const registry = await openRegistry("alliance");
  try {
    let keyedRows = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
      const keys = await registry.transaction((manager) => rekeyNext(manager, after, option === "--all"));
      if (keys.last === null) break;
      after = keys.last;
      keyedRows += keys.made;
      if (process.stderr.isTTY) process.stderr.write(`\r${keyedRows} registrations keyed`);
    }
    if (process.stderr.isTTY) process.stderr.write("\n");
    process.stdout.write(`${JSON.stringify({ keyed: keyedRows })}\n`);
  } finally {
    await registry.destroy();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "The keys could not be made."}\n`);
  process.exitCode = 1;
}
