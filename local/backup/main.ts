/**
 * `npm run backup -- FOLDER` writes the five databases into a new folder; `npm run restore -- FOLDER [--replace]` puts
 * them back. Those of the hub that runs here, or those that FCCQ_DATABASE_URL and so on name (the owners' addresses);
 * see docs/operations/backup-and-restore.md. The last line is JSON with what was written or read.
 */
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { runProcess } from "../../platform/process.ts";
import { findDatabases } from "../world/environment.ts";
import { DEFINITIONS } from "./definitions.ts";
import { backUpAll, restoreAll } from "./folder.ts";

const USAGE =
  "Use npm run backup -- FOLDER, or npm run restore -- FOLDER with --replace to replace what is there.";

const command = process.argv[2] ?? "";

await runProcess(command, async () => {
  const { folder, replace } = readArguments(process.argv.slice(3));
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const urls = findDatabases();
  const began = Date.now();
  const figures =
    command === "backup"
      ? await backUpAll(urls, folder, say)
      : await restoreAll(urls, folder, { replace, definitions: DEFINITIONS, say });
  process.stdout.write(`${JSON.stringify({ ...figures, seconds: (Date.now() - began) / 1000 })}\n`);
});

function readArguments(args: string[]): { folder: string; replace: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: "boolean", default: false } },
    });
    const [folder, ...more] = positionals;
    const isFine = more.length === 0 && (command === "restore" || (command === "backup" && !values.replace));
    if (folder && isFine) return { folder, replace: values.replace };
  } catch {
    // An option that does not exist: the sentence below says what does.
  }
  throw new StartupError(USAGE);
}
