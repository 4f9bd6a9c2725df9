/** A PostgreSQL of one run's own with nothing but a registry, durable as in production. */
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { postgresAccount } from "../../local/postgres/account.ts";
import { startPostgres } from "../../local/postgres/server.ts";
import { openTemporaryFolder } from "../../local/postgres/spare-folder.ts";
import { migrate } from "../../platform/database.ts";
import { provisionDatabase } from "../../platform/provision-database.ts";
import { database } from "../../subgraphs/registry/store/database.ts";

export interface OwnRegistry {
  /** For what is written during the run; it goes with the server. */
  folder: string;
  /** A new registry in which nobody is known; gives its owner's address. */
  make(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the server at `port` or above. */
export async function startOwnRegistry(port: number): Promise<OwnRegistry> {
  const account = postgresAccount();
  const folder = mkdtempSync(join(openTemporaryFolder(account, "/var/tmp"), "continuum-imports-"));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  const secret = () => randomBytes(24).toString("base64url");
  const log = join(folder, "postgres.log");
  let made = 0;
  const postgres = await startPostgres({ folder, password: secret(), log, port, durable: true });
  return {
    folder,
    async make() {
      made += 1;
      const roles = { name: `registry_${made}`, ownerPassword: secret(), servicePassword: secret() };
      const { ownerUrl } = await provisionDatabase(postgres.adminUrl, roles);
      await migrate(ownerUrl, database);
      return ownerUrl;
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
