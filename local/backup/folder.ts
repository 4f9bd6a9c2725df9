/** A backup of the five databases: a folder with one of its own for each, and a file that says what they hold. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { backUp, beginSnapshot, DATABASE_BACKUP, hasTables, restore } from "../../platform/backup.ts";
import { migrate, type DatabaseDefinition } from "../../platform/database.ts";
import { StartupError } from "../../platform/environment.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../start/partners.ts";

const MANIFEST = "manifest.json";

const BACKUP = z.object({
  format: z.literal(1),
  /** When the moment was taken that it shows. */
  takenAt: z.iso.datetime(),
  databases: z.object({
    registry: DATABASE_BACKUP,
    fccq: DATABASE_BACKUP,
    eer: DATABASE_BACKUP,
    ccmm: DATABASE_BACKUP,
    regional: DATABASE_BACKUP,
  }),
});

/** What a backup holds, for the last line of a command. */
export interface Figures {
  databases: number;
  tables: number;
  rows: number;
  bytes: number;
}

/**
 * Writes the five databases into `folder`, which must not hold anything yet.
 * @param urls the owners' addresses
 * @param say is told what is going on
 */
export async function backUpAll(
  urls: PerPartner<string>,
  folder: string,
  say: (sentence: string) => void,
): Promise<Figures> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new StartupError(`The folder ${folder} is not empty: name one that is new.`);
  return connected(urls, async (clients) => {
    // The registry last: what a partner believes to be delivered is then in it, and the rest is delivered again.
    const order = [...PARTNERS.filter((name) => name !== "registry"), "registry" as const];
    for (const name of order) await beginSnapshot(clients[name]);
    const takenAt = new Date().toISOString();
    const databases: Partial<PerPartner<z.infer<typeof DATABASE_BACKUP>>> = {};
    for (const name of order) {
      say(`Writing ${name} ...`);
      mkdirSync(join(folder, name), { mode: 0o700 });
      databases[name] = await backUp(clients[name], join(folder, name));
    }
    const backup = BACKUP.parse({ format: 1, takenAt, databases });
    // Last: a folder without it is no backup.
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
    return figuresOf(backup);
  });
}

/**
 * Puts the backup in `folder` into the five databases: all of it or nothing. Makes their tables where there are none.
 * @param replace whether what is in the databases may be replaced
 */
export async function restoreAll(
  urls: PerPartner<string>,
  folder: string,
  { replace, definitions, say }: RestoreOptions,
): Promise<Figures> {
  const backup = readManifest(folder);
  return connected(urls, async (clients) => {
    for (const name of PARTNERS) {
      if (!replace && (await hasTables(clients[name])))
        throw new StartupError(
          `The database of ${name} has tables already: add --replace to put the backup in place of everything in it.`,
        );
    }
    for (const name of PARTNERS) await migrate(urls[name], definitions[name]);
    for (const name of PARTNERS) await clients[name].query("begin");
    for (const name of PARTNERS) {
      say(`Restoring ${name} ...`);
      await restore(clients[name], join(folder, name), backup.databases[name]);
    }
    for (const name of PARTNERS) await clients[name].query("commit");
    for (const name of PARTNERS) await clients[name].query("analyze");
    return figuresOf(backup);
  });
}

export interface RestoreOptions {
  replace: boolean;
  definitions: PerPartner<DatabaseDefinition>;
  say: (sentence: string) => void;
}

function readManifest(folder: string): z.infer<typeof BACKUP> {
  try {
    return BACKUP.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  } catch {
    throw new StartupError(
      `The folder ${folder} holds no whole backup: its ${MANIFEST} is missing or is none. Name another folder.`,
    );
  }
}

async function connected(
  urls: PerPartner<string>,
  work: (clients: PerPartner<pg.Client>) => Promise<Figures>,
): Promise<Figures> {
  const clients = perPartner(
    (name) => new pg.Client({ connectionString: urls[name], application_name: "continuum backup" }),
  );
  try {
    for (const name of PARTNERS)
      await clients[name].connect().catch((error: unknown) => {
        throw unreachable(name, urls[name], error);
      });
    return await work(clients);
  } finally {
    await Promise.allSettled(PARTNERS.map((name) => clients[name].end()));
  }
}

function unreachable(name: Partner, url: string, error: unknown): StartupError {
  const code = (error as { code?: unknown }).code;
  return new StartupError(
    `The database of ${name} cannot be reached at ${new URL(url).host} (${String(code ?? "no answer")}). Check that it runs and that the address is the owner's.`,
  );
}

function figuresOf({ databases }: z.infer<typeof BACKUP>): Figures {
  const tables = Object.values(databases).flatMap((database) => database.tables);
  return {
    databases: Object.keys(databases).length,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
