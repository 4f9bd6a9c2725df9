/** `npm run identity:rekey -- [--all]`: keys the registrations that have none yet, or all when the keys themselves changed. */
import "reflect-metadata";
import { StartupError } from "../../platform/environment.ts";
import { keyed, type DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
import { DECLARED_NOW, SAID_NOW } from "../../subgraphs/registry/store/identity-lookup.ts";
import { openRegistry } from "./registry.ts";

try {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== "--all"))
    throw new StartupError("Use npm run identity:rekey, with --all to key those again that have keys.");
  const registry = await openRegistry("alliance");
  try {
    let keyedRows = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
      const page: { said: DeclaredPerson & { id: string } }[] = await registry.query(
        `select ${SAID_NOW} as said from registration ${DECLARED_NOW}
         where registration.id > $1 and anonymised_on is null and ($2 or identity_keys is null)
         order by registration.id limit 1000`,
        [after, option === "--all"],
      );
      const last = page.at(-1)?.said.id;
      if (last === undefined) break;
      after = last;
      keyedRows += page.length;
      await registry.query(
        `update registration set identity_keys = made."identityKeys", search_name = made."searchName",
           search_birth = made."searchBirth"
         from jsonb_to_recordset($1::jsonb) as made (id uuid, "identityKeys" text[], "searchName" text, "searchBirth" text)
         where registration.id = made.id`,
        [JSON.stringify(page.map(({ said }) => ({ id: said.id, ...keyed(said) })))],
      );
      process.stderr.write(`\r${keyedRows} registrations keyed`);
    }
    process.stderr.write("\n");
    process.stdout.write(`${JSON.stringify({ keyed: keyedRows })}\n`);
  } finally {
    await registry.destroy();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "The keys could not be made."}\n`);
  process.exitCode = 1;
}
