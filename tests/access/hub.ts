/** The running graph under attack: five subgraphs and a gateway as in production, and an issuer that signs any viewer. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Agent, request } from "undici";
import { startIssuer, type TestIssuer } from "../../gateway/testing/issuer.ts";
import { grantMinter, type MintGrant } from "../../platform/grant.ts";
import {
  PASSPORT_HEADER,
  passportSigner,
  type SignPassport,
  type Purpose,
  type Role,
  type Viewer,
} from "../../platform/passport.ts";
import type { Scope } from "../../platform/system-scopes.ts";
import type { StartSettings } from "../../local/start/environment.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../../local/start/partners.ts";
import { Processes } from "../../local/start/processes.ts";
import { ensureSecrets, type Secrets } from "../../local/start/secrets.ts";
import * as service from "../../local/start/services.ts";
import { databaseUrl, testPostgresAdminUrl } from "../support/database.ts";
import { demonstrationWorld } from "../support/demonstration-world.ts";
import { PATIENT } from "../support/patient.ts";
import { unusedPorts } from "../support/ports.ts";

/** Who asks: what their token says. */
export interface Asker {
  subject: string;
  organisation: string;
  roles: readonly Role[];
  purpose: Purpose;
  /** The scopes of a system's token. */
  scopes: readonly Scope[];
}

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

export interface Answer {
  status: number;
  data: Record<string, unknown> | null;
  errors: GraphError[];
  /** The whole answer, as it came over the wire. */
  text: string;
}

export interface AccessHub {
  gatewayUrl: string;
  issuer: TestIssuer;
  subgraphUrls: PerPartner<string>;
  databases: PerPartner<pg.Pool>;
  /** The keys of the hub, for whoever would forge with one that they hold. */
  secrets: Secrets;
  /** Asks the gateway as `asker` would, with a token of theirs. */
  ask: (asker: Asker, query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** Asks the gateway with these headers and nothing else. */
  askWith: (headers: Record<string, string>, query: string) => Promise<Answer>;
  /** A passport as the gateway signs it. */
  passport: SignPassport;
  /** Asks a subgraph itself, past the gateway, with a passport. */
  askSubgraph: (
    name: Partner,
    passport: string | undefined,
    query: string,
    variables?: Record<string, unknown>,
  ) => Promise<Answer>;
  /** Grants as the registry mints them for one partner. */
  mint: (name: Exclude<Partner, "registry">) => MintGrant;
  /** Lets nobody into the registry's database any more, and ends who is in it; or lets them in again. */
  registryDatabase: (open: boolean) => Promise<void>;
  /** The same graph on the same databases, but for one process with other variables, and a gateway of its own. */
  beside: (name: Partner, own: Record<string, string>) => Promise<AccessHub>;
  stop: () => Promise<void>;
}

export interface HubOptions {
  /** Other variables for a process, by its name: a key that another party holds, say. */
  change?: Partial<Record<Partner | "gateway", Record<string, string>>>;
}

/** The matrix asks about forty people in one document, and for pages that only the registry itself refuses. */
const MANY_AT_ONCE = {
  MAX_TOKENS: "20000",
  MAX_FIELDS: "20000",
  MAX_OBJECTS: "5000",
  MAX_ALIASES: "1000",
  MAX_ROOT_FIELDS: "100",
  MAX_REPEATS: "100",
  MAX_SPREADS: "5000",
  MAX_FRAGMENTS: "500",
  MAX_DIRECTIVES: "5000",
  MAX_VARIABLES: "1000",
  MAX_PAGE_SIZE: "1000",
};

/** Starts everything on databases of its own, in the PostgreSQL of this test run. */
export async function startAccessHub({ change = {} }: HubOptions = {}): Promise<AccessHub> {
  const folder = mkdtempSync(join(tmpdir(), "continuum-access-"));
  const secrets = ensureSecrets(join(folder, "secrets.json"));
  const processes = new Processes(join(folder, "logs"));
  const issuer = await startIssuer();
  const ports = await somePorts();
  const quiet = { LOG_LEVEL: "fatal" };

  const databases = await demonstrationWorld();
  const subgraphOf = (name: Partner, its: service.Ports, own: Record<string, string> = {}) => {
    const subgraph = service.subgraph(name, databases[name].url, its, secrets);
    return { ...subgraph, env: { ...subgraph.env, ...quiet, ...own } };
  };
  const gatewayOf = (its: typeof ports) => {
    const settings = { host: "127.0.0.1", port: its.gateway } as StartSettings;
    const gateway = service.gateway(settings, its, secrets);
    const env = { ...gateway.env, ...quiet, ...MANY_AT_ONCE, ...PATIENT, OIDC_ISSUER: issuer.issuer };
    return { ...gateway, env: { ...env, ...change.gateway } };
  };
  await processes.serve(PARTNERS.map((name) => subgraphOf(name, ports, change[name])));
  await processes.serve([gatewayOf(ports)]);

  const gatewayUrl = urlOf(ports);
  const subgraphUrls = service.subgraphUrls(ports);
  const pools = perPartner(
    (name) => new pg.Pool({ connectionString: superuserUrl(databases[name].url), max: 4 }),
  );
  // A connection that the test itself cuts is nothing to stumble over.
  for (const pool of Object.values(pools)) pool.on("error", () => undefined);
  const agent = new Agent({ connections: 16 });
  const tokenOf = tokens(issuer);
  const post = poster(agent);
  const askAt =
    (url: string): AccessHub["ask"] =>
    async (asker, query, variables = {}) =>
      post(`${url}/graphql`, { authorization: `Bearer ${await tokenOf(asker)}` }, { query, variables });
  const hub: AccessHub = {
    gatewayUrl,
    issuer,
    subgraphUrls,
    databases: pools,
    secrets,
    passport: await passportSigner(secrets.passport.privateKey),
    ask: askAt(gatewayUrl),
    askWith: (headers, query) => post(`${gatewayUrl}/graphql`, headers, { query }),
    askSubgraph: (name, passport, query, variables = {}) =>
      post(subgraphUrls[name], passport ? { [PASSPORT_HEADER]: passport } : {}, { query, variables }),
    mint: (name) => grantMinter(grantKey(secrets, name)),
    registryDatabase: (open) => letIn(new URL(databases.registry.url).pathname.slice(1), open),
    async stop() {
      await processes.stop();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await agent.close();
      await issuer.close();
      for (const database of Object.values(databases)) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
    async beside(name, own) {
      const its = { ...ports, ...(await unusedPorts([name, "gateway"])) };
      const others = new Processes(join(folder, "beside"));
      await others.serve([subgraphOf(name, its, own)]);
      await others.serve([gatewayOf(its)]);
      return { ...hub, gatewayUrl: urlOf(its), ask: askAt(urlOf(its)), stop: () => others.stop() };
    },
  };
  return hub;
}

function urlOf({ gateway }: { gateway: number }): string {
  return `http://127.0.0.1:${gateway}`;
}

/** The viewer whom the gateway would make of an asker. */
export function viewerOf({ purpose, ...asker }: Asker): Viewer {
  return { ...asker, purpose, purposes: [purpose], requestId: randomUUID() };
}

function grantKey(secrets: Secrets, name: Partner): string {
  return secrets.grantKeys[name];
}

async function somePorts(): Promise<service.Ports & { gateway: number }> {
  return unusedPorts(["gateway", "login", ...PARTNERS]);
}

/** Tokens are kept for their life: a hundred thousand cases are asked by a few hundred people. */
function tokens(issuer: TestIssuer): (asker: Asker) => Promise<string> {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return ({ subject, organisation, roles, purpose, scopes }) => {
    const scope = scopes.join(" ");
    const claims = { sub: subject, organisation, roles: [...roles], purposes: [purpose], scope };
    const key = JSON.stringify(claims);
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.token;
    const token = issuer.token({ claims });
    kept.set(key, { token, until: Date.now() + 200_000 });
    return token;
  };
}

function poster(agent: Agent) {
  return async (url: string, headers: Record<string, string>, body: object): Promise<Answer> => {
    const response = await request(url, {
      method: "POST",
      dispatcher: agent,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.body.text();
    const answer = JSON.parse(text) as Partial<Answer>;
    return { status: response.statusCode, data: answer.data ?? null, errors: answer.errors ?? [], text };
  };
}

/** The superuser in a database: who prepares a story, past every rule that holds for services. */
function superuserUrl(serviceUrl: string): string {
  return databaseUrl(testPostgresAdminUrl(), new URL(serviceUrl).pathname.slice(1));
}

async function letIn(database: string, open: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: testPostgresAdminUrl() });
  await admin.connect();
  await admin.query(`alter database "${database}" allow_connections ${open}`);
  if (!open)
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      database,
    ]);
  await admin.end();
}
