/** One real PostgreSQL server for the whole test run, in a folder that goes away with it. */
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { postgresAccount } from "../../local/postgres/account.ts";
import { startPostgres, type PostgresServer } from "../../local/postgres/server.ts";
import { openTemporaryFolder } from "../../local/postgres/spare-folder.ts";
import { unusedPort } from "./ports.ts";

declare global {
  var testPostgres: PostgresServer | undefined;
}

export default async function startTestPostgres(): Promise<void> {
  const account = postgresAccount();
  const folder = mkdtempSync(join(openTemporaryFolder(account), "continuum-test-"));
  if (account) chownSync(folder, account.uid, account.gid);
  globalThis.testPostgres = await startPostgres({
    folder,
    password: randomBytes(18).toString("base64url"),
    log: join(folder, "postgres.log"),
    port: await unusedPort(),
    durable: false,
    temporary: true,
  });
  process.env["TEST_POSTGRES_ADMIN_URL"] = globalThis.testPostgres.adminUrl;
  // The whole hub is started there by the first suite that needs it (hub.ts).
  process.env["TEST_HUB_FOLDER"] = mkdtempSync(join(openTemporaryFolder(account), "continuum-test-hub-"));
}
