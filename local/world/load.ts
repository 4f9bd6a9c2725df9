/** Loads a world into the five databases: all of it or nothing, by COPY, each database beside the others. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { StartupError } from "../../platform/environment.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../start/partners.ts";
import { moment, monthOf, TODAY } from "./calendar.ts";
import type { Sheet } from "./copy-text.ts";
import { TABLES } from "./databases.ts";
import { prepareOrganisations } from "./organisations.ts";
import { createWorld } from "./world.ts";

export interface LoadOptions {
  /** The owners' addresses of the databases. */
  urls: PerPartner<string>;
  scale: number;
  seed: string;
  /** Leaves a registry that knows somebody as it is, and everything else with it. */
  ifEmpty?: boolean;
  /** Is told how many of `scale` parts are loaded, and how many rows so far. */
  progress?: (parts: number, rows: number) => void;
}

/** How many rows were loaded; null when there was somebody already and nothing was to be replaced. */
export async function loadWorld(options: LoadOptions): Promise<number | null> {
  const clients = await connectAll(options.urls);
  try {
    if (options.ifEmpty && (await isInhabited(clients.registry))) return null;
    const rows = await replaceAll(clients, options);
    await Promise.all(
      PARTNERS.map((partner) => clients[partner].query(`vacuum (analyze) ${TABLES[partner].join(", ")}`)),
    );
    return rows;
  } finally {
    await Promise.all(PARTNERS.map((partner) => clients[partner].end()));
  }
}

async function connectAll(urls: PerPartner<string>): Promise<PerPartner<pg.Client>> {
  const clients = perPartner(
    (partner) => new pg.Client({ connectionString: urls[partner], application_name: "continuum world" }),
  );
  const outcomes = await Promise.allSettled(PARTNERS.map((partner) => clients[partner].connect()));
  const failed = PARTNERS.find((_, index) => outcomes[index]?.status === "rejected");
  if (failed === undefined) return clients;
  await Promise.allSettled(PARTNERS.map((partner) => clients[partner].end()));
  throw new StartupError(
    `The database of ${failed} cannot be reached at ${new URL(urls[failed]).host}. Check that it runs and that the address is the owner's.`,
  );
}

/** Whether the registry knows anybody. It is written last, so an empty one means an unfinished world elsewhere. */
async function isInhabited(registry: pg.Client): Promise<boolean> {
  const { rows } = await registry.query<{ inhabited: boolean }>(
    "select exists (select from candidate) as inhabited",
  );
  return rows[0]?.inhabited ?? false;
}

async function replaceAll(
  clients: PerPartner<pg.Client>,
  { scale, seed, progress }: LoadOptions,
): Promise<number> {
  await each((partner) => clients[partner].query("begin"));
  let copying = Promise.resolve();
  try {
    await each((partner) => clients[partner].query(`truncate ${TABLES[partner].join(", ")} cascade`));
    // A new world begins with a trail of its own, and its past is no news to anybody; what triggers keep is kept anew.
    await clients.registry.query(
      "truncate listed, stage_arrival, disclosure_seal, disclosure_sealed, news_entry, news, news_recipient, webhook_attempt, webhook_delivery, webhook",
    );
    await setNewsTriggers(clients.registry, "disable");
    const organisationIds = await prepareOrganisations(clients.registry, seed);
    const world = createWorld({ scale, seed, organisationIds });
    let [parts, rows] = [0, 0];
    // One part is copied while the next one is made: no more than two are held.
    for await (const sheets of world.parts()) {
      await copying;
      copying = each((partner) => copyAll(clients[partner], sheets[partner])).then(() => {
        rows += PARTNERS.flatMap((partner) => sheets[partner]).reduce((sum, sheet) => sum + sheet.rows, 0);
        progress?.((parts += 1), rows);
      });
      copying.catch(() => {});
    }
    await copying;
    await reservePlaces(clients.regional, world.months());
    await declarePlaces(clients);
    await setNewsTriggers(clients.registry, "enable");
    // The registry last: as long as it knows nobody, the others count as empty too.
    await each((partner) => (partner === "registry" ? Promise.resolve() : clients[partner].query("commit")));
    await clients.registry.query("commit");
    return rows;
  } catch (error) {
    await copying.catch(() => {});
    await Promise.allSettled(PARTNERS.map((partner) => clients[partner].query("rollback")));
    throw error;
  }
}

/** The triggers that write news, for this transaction: the owner alone may do so. */
async function setNewsTriggers(registry: pg.Client, set: "enable" | "disable"): Promise<void> {
  const { rows } = await registry.query<{ statement: string }>(
    `select format('alter table %s ${set} trigger %I', tgrelid::regclass, tgname) as statement
     from pg_trigger join pg_proc on pg_proc.oid = tgfoid where not tgisinternal and proname like 'news\\_of\\_%'`,
  );
  for (const { statement } of rows) await registry.query(statement);
}

async function each(work: (partner: Partner) => Promise<unknown>): Promise<void> {
  const outcomes = await Promise.allSettled(PARTNERS.map(work));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
}

/** One table after the other, since each refers to those before it. */
async function copyAll(client: pg.Client, sheets: readonly Sheet[]): Promise<void> {
  for (const { table, columns, text } of sheets) {
    // Frozen: the table was emptied in this transaction, so nobody can miss what was there before.
    const copy = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin with (freeze)`));
    await pipeline(Readable.from([Buffer.from(text)]), copy);
  }
}

async function reservePlaces(
  client: pg.Client,
  months: readonly { id: string; offered: number; reserved: number }[],
): Promise<void> {
  await client.query(
    `update welcome_capacity set offered = given.offered, reserved = given.reserved
     from unnest($1::uuid[], $2::int[], $3::int[]) as given (id, offered, reserved) where welcome_capacity.id = given.id`,
    [
      months.map(({ id }) => id),
      months.map(({ offered }) => Math.min(500, offered)),
      months.map(({ reserved }) => Math.min(500, reserved)),
    ],
  );
}

/** What the regional partners tell the registry of their places, from this month on. */
async function declarePlaces({ regional, registry }: PerPartner<pg.Client>): Promise<void> {
  const { rows } = await regional.query<{ places: unknown }>(
    `select coalesce(jsonb_agg(jsonb_build_object('tenant', tenant, 'region', region_code, 'month', month, 'offered', offered, 'reserved', reserved)), '[]') as places
     from welcome_capacity where month >= $1`,
    [monthOf(TODAY)],
  );
  await registry.query(
    `insert into declared_capacity (id, organisation_code, region_code, month, offered, reserved, counted_at, declared_at, declared_by)
     select md5(tenant || region || month)::uuid, tenant, region, month, offered, reserved, $2, $2, 'system@' || tenant
     from jsonb_to_recordset($1) as given (tenant text, region text, month date, offered int, reserved int)`,
    [JSON.stringify(rows[0]?.places ?? []), moment(TODAY)],
  );
}
