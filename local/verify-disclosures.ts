/**
 * `npm run disclosures:verify` verifies the seals over the disclosures of the hub that runs here, or of the registry
 * that DATABASE_URL and DISCLOSURE_SEAL_PUBLIC_KEY name; see docs/how-to/verify-disclosures.md.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { StartupError } from "../platform/environment.ts";
import { runProcess } from "../platform/process.ts";
import { HEAD, printVerdict, verify } from "../subgraphs/registry/seals.ts";
import { localFolder } from "./checkout.ts";
import { readPrivate } from "./start/private-file.ts";

/** Written by `npm start`. */
const STATE = z.object({
  databaseUrls: z.object({ registry: z.string() }),
  disclosureSealPublicKey: z.string(),
});

await runProcess("disclosures:verify", async () => {
  const head = readHead(process.argv.slice(2)) ?? process.env["DISCLOSURE_SEAL_HEAD"];
  if (process.env["DATABASE_URL"]) {
    if (head) process.env["DISCLOSURE_SEAL_HEAD"] = head;
    return verify();
  }
  const state = STATE.safeParse(readPrivate(join(localFolder, "state.json"))).data;
  if (!state)
    throw new StartupError(
      "Continuum is not running here. Run npm start first, or name a registry with DATABASE_URL and DISCLOSURE_SEAL_PUBLIC_KEY.",
    );
  await printVerdict(state.databaseUrls.registry, state.disclosureSealPublicKey, head);
});

function readHead(args: string[]): string | undefined {
  try {
    const { values } = parseArgs({ args, options: { head: { type: "string" } } });
    if (values.head === undefined || HEAD.safeParse(values.head).success) return values.head;
  } catch {
    // An option that does not exist: the sentence below says what does.
  }
  throw new StartupError(
    "Use npm run disclosures:verify, with -- --head SEAL:HASH to ask for a seal that was noted earlier.",
  );
}
