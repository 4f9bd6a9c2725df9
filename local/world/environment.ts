/** Where to load a world: the databases of the environment, or those of the hub that runs in this checkout. */
import { join } from "node:path";
import { z } from "zod";
import { parseEnvironment, StartupError, variable } from "../../platform/environment.ts";
import { localFolder } from "../checkout.ts";
import { PARTNERS, perPartner, type PerPartner } from "../start/partners.ts";
import { readPrivate } from "../start/private-file.ts";

const address = variable.url("postgres:", "postgresql:");
const RUNNING = z.object({
  pid: z.number(),
  ownerDatabaseUrls: z.object({
    registry: address,
    fccq: address,
    eer: address,
    ccmm: address,
    regional: address,
  }),
});

/**
 * The owners' addresses of the five databases.
 * @throws {StartupError} when the environment names some and not others, or none and no hub runs here
 */
export function findDatabases(
  source: NodeJS.ProcessEnv = process.env,
  folder = localFolder,
): PerPartner<string> {
  const names = perPartner((partner) => `${partner.toUpperCase()}_DATABASE_URL`);
  if (PARTNERS.some((partner) => source[names[partner]])) {
    const given = parseEnvironment(
      Object.fromEntries(PARTNERS.map((partner) => [names[partner], address])),
      source,
    );
    return perPartner((partner) => given[names[partner]] ?? "");
  }
  const running = RUNNING.safeParse(readPrivate(join(folder, "state.json"))).data;
  if (running && isAlive(running.pid)) return running.ownerDatabaseUrls;
  throw new StartupError(
    "Continuum is not running here, so there is no database to load: run npm start first, then this again in another terminal.",
  );
}

/** Where it is said who is shown first. */
export function worldFile(source: NodeJS.ProcessEnv = process.env): string {
  return source["WORLD_FILE"] ?? join(localFolder, "world.json");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
