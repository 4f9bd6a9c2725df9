/** The processes of the local hub, and what each is told: the same variables as in production. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { localFolder } from "../checkout.ts";
import { OUTBOXES } from "../personas.ts";
import type { StartSettings } from "./environment.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "./partners.ts";
import { readPrivate } from "./private-file.ts";
import type { Secrets } from "./secrets.ts";

export const AUDIENCE = "urn:continuum:graph";
/** Where the login keeps its keys. */
export const loginKeys = join(localFolder, "login-keys.json");
/** Where the loader of the world says whom to show first. */
export const worldFile = join(localFolder, "world.json");

export interface Ports extends PerPartner<number> {
  login: number;
}

/** Below those that the system gives to outgoing connections. */
export const FIRST_PORTS = {
  login: 4001,
  registry: 4101,
  fccq: 4102,
  eer: 4103,
  ccmm: 4104,
  regional: 4105,
} as const;
/** Where a developer's own receiver of webhooks may listen. */
const LOCAL_RECEIVERS = "127.0.0.1:8787,localhost:8787";
export const FIRST_POSTGRES_PORT = 25_432;

/** What one process is started with. */
export interface Service {
  name: string;
  script: readonly string[];
  /** Where it answers; nothing for one that does its work and ends. */
  url?: string;
  env: Record<string, string>;
}

export function login(settings: StartSettings, ports: Ports): Service {
  return {
    name: "login",
    script: ["local/login/main.js"],
    url: address(ports.login),
    env: {
      ...common(ports.login),
      ISSUER: issuer(ports),
      LOGIN_KEYS: loginKeys,
      OIDC_AUDIENCE: AUDIENCE,
      EXPLORER_ORIGINS: ["localhost", "127.0.0.1"].map((name) => `http://${name}:${settings.port}`).join(","),
    },
  };
}

/** Where the partners tell what happened, and the secrets of the systems by which they do. */
export interface Delivering {
  settings: StartSettings;
  clientSecrets: Readonly<Record<string, string>>;
}

/** A subgraph; a partner's delivers its milestones where it is told how, and keeps them for later where it is not. */
export function subgraph(
  name: Partner,
  databaseUrl: string,
  ports: Ports,
  secrets: Secrets,
  delivering?: Delivering,
): Service {
  const grantKeys =
    name === "registry"
      ? Object.fromEntries(
          PARTNERS.filter((partner) => partner !== "registry").map((partner) => [
            `${partner.toUpperCase()}_GRANT_KEY`,
            secrets.grantKeys[partner],
          ]),
        )
      : { GRANT_KEY: secrets.grantKeys[name] };
  return {
    name,
    script: [`subgraphs/${name}/main.js`, "serve"],
    url: address(ports[name]),
    env: {
      ...common(ports[name]),
      DATABASE_URL: databaseUrl,
      PASSPORT_PUBLIC_KEYS: secrets.passport.publicKey,
      ...metrics(delivering?.settings, 1 + PARTNERS.indexOf(name)),
      ...grantKeys,
      ...(name === "registry"
        ? {
            DISCLOSURE_SEAL_KEY: secrets.disclosureSeal.privateKey,
            WEBHOOK_KEY: secrets.webhooks,
            WEBHOOK_ALLOWED_HOSTS: LOCAL_RECEIVERS,
          }
        : delivery(name, ports, delivering)),
    },
  };
}

function delivery(name: Partner, ports: Ports, delivering?: Delivering): Record<string, string> {
  if (!delivering) return { MILESTONE_DELIVERY: "off" };
  const { settings, clientSecrets } = delivering;
  const everywhere = ["0.0.0.0", "::"].includes(settings.host);
  const own = OUTBOXES.filter(({ organisation }) => subgraphOf(organisation) === name);
  return {
    GRAPH_URL: `http://${everywhere ? "127.0.0.1" : settings.host}:${settings.port}/graphql`,
    TOKEN_URL: `${issuer(ports)}/token`,
    CLIENT_CREDENTIALS: JSON.stringify(
      Object.fromEntries(
        own.map(({ name: client, organisation }) => [
          organisation,
          { client, secret: clientSecrets[client] ?? "" },
        ]),
      ),
    ),
  };
}

/** The subgraph in which an organisation keeps its work. */
function subgraphOf(organisation: string): Partner {
  if (organisation === "fccq" || organisation === "ccmm") return organisation;
  return ["promis", "le-collectif", "inici"].includes(organisation) ? "eer" : "regional";
}

export function gateway(settings: StartSettings, ports: Ports, secrets: Secrets): Service {
  const candidate = demoCandidate();
  return {
    name: "gateway",
    script: ["gateway/main.js"],
    url: address(settings.port),
    env: {
      ...common(settings.port),
      HOST: settings.host,
      ...metrics(settings, 0),
      ...Object.fromEntries(
        PARTNERS.map((name) => [`${name.toUpperCase()}_URL`, `${address(ports[name])}/graphql`]),
      ),
      OIDC_ISSUER: issuer(ports),
      OIDC_AUDIENCE: AUDIENCE,
      PASSPORT_PRIVATE_KEY: secrets.passport.privateKey,
      EXPLORER: "on",
      INTROSPECTION: "on",
      ...UNCOUNTED,
      ...(candidate ? { DEMO_CANDIDATE: candidate } : {}),
    },
  };
}

/** Brings the tables of a partner up to date, and ends. */
export function migration(name: Partner, ownerUrl: string): Service {
  return {
    name: `${name}-migrate`,
    script: [`subgraphs/${name}/main.js`, "migrate"],
    env: { ...compileCache, MIGRATION_DATABASE_URL: ownerUrl },
  };
}

/** Loads the demonstration world where there is nothing yet, writes WORLD_FILE, and ends. */
export function world(ownerUrls: PerPartner<string>): Service {
  return {
    name: "world",
    script: ["local/world/main.js", "--if-empty"],
    env: {
      ...compileCache,
      WORLD_FILE: worldFile,
      ...Object.fromEntries(PARTNERS.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, ownerUrls[name]])),
    },
  };
}

export function issuer(ports: Ports): string {
  return `http://localhost:${ports.login}`;
}

export function subgraphUrls(ports: Ports): PerPartner<string> {
  return perPartner((name) => `${address(ports[name])}/graphql`);
}

/** One developer, and tests that ask ten thousand different questions in a minute, are no load to be kept away. */
export const UNCOUNTED = {
  RATE_PER_CLIENT: "0",
  RATE_PER_ORGANISATION: "0",
  PLANNING_PER_CLIENT: "0",
  MAX_COST: "1000000",
  MAX_RUNNING_PER_CLIENT: "256",
  MAX_WAITING_PER_CLIENT: "10000",
} as const;

/** Node keeps what it compiled: a second start takes half the time. */
const compileCache = { NODE_COMPILE_CACHE: join(localFolder, "compiled") };

function common(port: number): Record<string, string> {
  return { ...compileCache, HOST: "127.0.0.1", PORT: String(port) };
}

/** Processes of one machine cannot share a port: each has the one in its place behind the gateway's. */
function metrics(settings: StartSettings | undefined, place: number): Record<string, string> {
  return settings?.metricsPort ? { METRICS_PORT: String(settings.metricsPort + place) } : {};
}

function address(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function demoCandidate(): string | undefined {
  if (!existsSync(worldFile)) return undefined;
  return z.object({ demoCandidate: z.uuid() }).safeParse(readPrivate(worldFile)).data?.demoCandidate;
}
