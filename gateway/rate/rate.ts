/** How much a client and an organisation may ask for in a minute, in points: one a request, and one for every hundred objects. */
import pg from "pg";
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { StartupError } from "../../platform/environment.ts";
import type { Log } from "../../platform/log.ts";
import { Refusal, type RefusalCode } from "../refusal.ts";

export interface RateSettings {
  /** Points a minute; 0 for no limit. */
  perClient: number;
  perOrganisation: number;
  /** Fields with fields of their own, in operations never seen before, that a client may have planned a minute; 0 for no limit. */
  planningPerClient: number;
  /** Where gateways count together; each counts alone without. */
  databaseUrl?: string | undefined;
}

/** Who is counted. */
export interface Counted {
  subject: string;
  organisation: string;
}

export interface Rate {
  /** Refuses who has nothing left, before their request is read. Costs no question to the store. @throws {Refusal} */
  precheck: (who: Counted) => void;
  /** Takes points. @returns the headers that say what is left. @throws {Refusal} `RATE_LIMITED` */
  spend: (who: Counted, points: number) => Promise<Record<string, string>>;
  /** Takes what planning an operation costs. @throws {Refusal} `PLANNING_LIMITED` */
  plan: (who: Counted, planning: number) => Promise<void>;
  close: () => Promise<void>;
}

const WINDOW = 60;
const OBJECTS_PER_POINT = 100;
/** What a request costs that was refused: finding out what is wrong with it is work, and nobody needs it often. */
export const REFUSED_POINTS = 50;
/** What one question of an export costs: it asks for everything there is of a person. */
export const EXPORT_POINTS = 20;
/** What opening a stream of news costs. */
export const EVENTS_POINTS = 10;

/** The points of an operation that may bring back `cost` objects. */
export function pointsOf(cost: number): number {
  return 1 + Math.floor(cost / OBJECTS_PER_POINT);
}

/** Counts as `settings` say. @throws {StartupError} when the shared store cannot be used. */
export async function openRate(settings: RateSettings, log: Log): Promise<Rate> {
  const pool = settings.databaseUrl === undefined ? undefined : await openStore(settings.databaseUrl, log);
  const limiter = (name: string, points: number) => (points === 0 ? null : make(name, points, pool));
  const clients = limiter("client", settings.perClient);
  const organisations = limiter("organisation", settings.perOrganisation);
  const planning = limiter("planning", settings.planningPerClient);
  /** When those who have nothing left have some again, in milliseconds. */
  const spent = new Map<string, number>();

  const take = async (
    counter: RateLimiterAbstract | null,
    key: string,
    points: number,
    code: RefusalCode,
  ): Promise<RateLimiterRes | null> => {
    if (!counter) return null;
    try {
      return await counter.consume(key, points);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      if (code === "RATE_LIMITED") {
        if (spent.size > 10_000) spent.clear();
        spent.set(key, Date.now() + error.msBeforeNext);
      }
      throw refusal(code, counter.points, error.msBeforeNext);
    }
  };
  return {
    precheck: ({ subject, organisation }) => {
      for (const key of [clientKey(subject), organisationKey(organisation)]) {
        const until = spent.get(key);
        if (until === undefined) continue;
        const wait = until - Date.now();
        if (wait > 0)
          throw refusal("RATE_LIMITED", (key.startsWith("c:") ? clients : organisations)?.points ?? 0, wait);
        spent.delete(key);
      }
    },
    spend: async ({ subject, organisation }, points) => {
      const own = await take(clients, clientKey(subject), points, "RATE_LIMITED");
      const all = await take(organisations, organisationKey(organisation), points, "RATE_LIMITED");
      return headers([
        [settings.perClient, own],
        [settings.perOrganisation, all],
      ]);
    },
    plan: async ({ subject }, cost) => {
      if (cost > 0) await take(planning, clientKey(subject), cost, "PLANNING_LIMITED");
    },
    close: async () => pool?.end(),
  };
}

const clientKey = (subject: string) => `c:${subject.slice(0, 200)}`;
const organisationKey = (organisation: string) => `o:${organisation}`;

function make(name: string, points: number, pool: pg.Pool | undefined): RateLimiterAbstract {
  const options = { keyPrefix: name, points, duration: WINDOW };
  const memory = new RateLimiterMemory(options);
  if (!pool) return memory;
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    tableName: TABLE,
    tableCreated: true,
    // Who is out of points is refused without asking the store again.
    inMemoryBlockOnConsumed: points,
    // A store that is down must not close the door: each gateway counts alone until it is back.
    insuranceLimiter: memory,
  });
}

const TABLE = "continuum_rate";

/** PostgreSQL's conditions for a table, its type or its name that somebody else has made a moment ago. */
const MADE_AT_ONCE: ReadonlySet<string> = new Set(["23505", "42710", "42P07"]);

/** The table is made by the gateway itself: it holds nothing worth keeping, so it needs no migration and no log on disk. */
async function openStore(url: string, log: Log): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 1_000,
    application_name: "continuum-gateway",
  });
  pool.on("error", () => log.warn("the shared store of the rates is not reachable"));
  try {
    await pool.query(
      `create unlogged table if not exists ${TABLE} (
         key varchar(255) primary key, points integer not null default 0, expire bigint)`,
    );
  } catch (error) {
    await pool.end();
    // Two gateways that start at once may both make it: then it is there.
    if (MADE_AT_ONCE.has(String((error as { code?: unknown }).code))) return openStore(url, log);
    throw new StartupError(
      `The store of the rates cannot be used (${String((error as { code?: unknown }).code ?? "no answer")}): check that PostgreSQL runs and that RATE_DATABASE_URL names a database in which its role may make a table.`,
    );
  }
  return pool;
}

/** What is left, of whichever count leaves less. */
function headers(counts: [number, RateLimiterRes | null][]): Record<string, string> {
  const tightest = counts
    .flatMap(([limit, left]) => (left ? [{ limit, left }] : []))
    .sort((a, b) => a.left.remainingPoints - b.left.remainingPoints)[0];
  if (!tightest) return {};
  return {
    "ratelimit-policy": `${tightest.limit};w=${WINDOW}`,
    "ratelimit-limit": String(tightest.limit),
    "ratelimit-remaining": String(tightest.left.remainingPoints),
    "ratelimit-reset": String(Math.ceil(tightest.left.msBeforeNext / 1000)),
  };
}

function refusal(code: RefusalCode, limit: number, wait: number): Refusal {
  const seconds = String(Math.max(1, Math.ceil(wait / 1000)));
  const what =
    code === "PLANNING_LIMITED"
      ? `More operations that were never asked before than this hub plans for one client in a minute (${limit} fields with fields of their own)`
      : `More than is allowed in a minute (${limit} points)`;
  return new Refusal(code, `${what}: try again in ${seconds} seconds.`, {
    extensions: { limit, retryAfter: Number(seconds) },
    headers: {
      "retry-after": seconds,
      "ratelimit-limit": String(limit),
      "ratelimit-remaining": "0",
      "ratelimit-reset": seconds,
    },
  });
}
