/** The compose file cannot rot: each service is started with its own command and environment, as a local process. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { exportJWK, generateKeyPair, type CryptoKey } from "jose";
import { parse } from "yaml";
import {
  createTestDatabase,
  testPostgresAdminUrl,
  testRolePassword,
  withClient,
  type TestDatabase,
} from "./support/database.ts";
import { unusedPort, unusedPorts } from "./support/ports.ts";

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  image?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const SUBGRAPHS = ["registry", "fccq", "eer", "ccmm", "regional"];
const text = readFileSync("docker-compose.yml", "utf8");
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };

/** What an operator sets; see docs/how-to/run-in-production.md. */
const settings: Record<string, string> = {};
/** Where each service of the compose file listens on this machine. */
const ports: Record<string, number> = {};
const running: ChildProcess[] = [];
/** Where the gateway counts together with others. */
let rates: TestDatabase;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  settings["PASSPORT_PUBLIC_KEYS"] = await encoded(publicKey);
  settings["PASSPORT_PRIVATE_KEY"] = await encoded(privateKey);
  settings["DISCLOSURE_SEAL_KEY"] = await encoded(
    (await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true })).privateKey,
  );
  settings["WEBHOOK_KEY"] = randomBytes(32).toString("base64url");
  settings["OIDC_ISSUER"] = "http://127.0.0.1:9/issuer";
  settings["OIDC_TOKEN_URL"] = "http://127.0.0.1:9/issuer/token";
  settings["POSTGRES_PASSWORD"] = decodeURIComponent(new URL(testPostgresAdminUrl()).password);
  for (const name of SUBGRAPHS) {
    settings[`${name.toUpperCase()}_CLIENT_CREDENTIALS`] =
      '{"somebody":{"client":"outbox","secret":"secret"}}';
    settings[`${name.toUpperCase()}_GRANT_KEY`] = randomBytes(32).toString("base64url");
    // The roles are the server's: other suites of this run use them too, so they keep the passwords they have.
    settings[`${name.toUpperCase()}_OWNER_PASSWORD`] = testRolePassword(`${name}_owner`);
    settings[`${name.toUpperCase()}_SERVICE_PASSWORD`] = testRolePassword(name);
  }
  Object.assign(ports, await unusedPorts([...SUBGRAPHS, "gateway"]));
  rates = await createTestDatabase("gateway", async () => undefined);
  settings["RATE_DATABASE_URL"] = rates.ownerUrl;
});

afterAll(async () => {
  await Promise.all(
    running.map(
      (child) =>
        new Promise((resolve) =>
          child.exitCode === null ? child.once("exit", resolve).kill() : resolve(null),
        ),
    ),
  );
  await withClient(testPostgresAdminUrl(), async (admin) => {
    for (const name of SUBGRAPHS) await admin.query(`drop database if exists "${name}" with (force)`);
  });
  await rates.drop();
});

describe("The compose file", () => {
  it("holds no secret: what is secret is asked of the environment", () => {
    const secrets = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|KEY|DATABASE_URL|CREDENTIALS/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(20);
    // Asked for, or left empty by whoever has none.
    for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+:[?-]\}/);
  });

  it("checks the health of every service that answers, and starts none before what it needs", () => {
    expect(services["postgres"]?.healthcheck).toBeDefined();
    const checks = [...SUBGRAPHS, "gateway"].map((name) => services[name]?.healthcheck);
    expect(new Set(checks.map((check) => JSON.stringify(check))).size).toBe(1);
    expect(checks[0]).toMatchObject({ interval: "5s", test: ["CMD", "node", "--eval", expect.any(String)] });
    for (const name of SUBGRAPHS) {
      expect(services[name]?.depends_on).toEqual({
        [`${name}-provision`]: { condition: "service_completed_successfully" },
      });
    }
    expect(Object.keys(services["gateway"]?.depends_on ?? {})).toEqual(SUBGRAPHS);
  });

  it("brings up the hub from an empty server, with its own commands and environment", async () => {
    // The names in the file are those of the databases too: they must be free on this server.
    for (const name of SUBGRAPHS) expect(await finished(`${name}-provision`)).toEqual(0);
    for (const name of SUBGRAPHS) start(name);
    await Promise.all(SUBGRAPHS.map(ready));
    start("gateway");
    await ready("gateway");
    const answer = await fetch(`http://127.0.0.1:${ports["gateway"]}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ me { subject } }" }),
    });
    expect(answer.status).toBe(401);
    expect(await Promise.all(["registry", "gateway"].map((name) => checked(name)))).toEqual([0, 0]);
    const { rows } = await withClient(rates.ownerUrl, (client) =>
      client.query("select to_regclass('continuum_rate') is not null as made"),
    );
    expect(rows).toEqual([{ made: true }]);
  });

  it("finds a service unhealthy that does not answer", async () => {
    expect(await checked("gateway", await unusedPort())).toBe(1);
  });

  it("can provision again what is provisioned already", async () => {
    expect(await finished("registry-provision")).toEqual(0);
  });
});

function start(name: string): ChildProcess {
  const service = services[name];
  const [program, ...args] = service?.command ?? [];
  if (program !== "node") throw new Error(`${name} is not started by node but by ${program}`);
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env["PATH"] ?? "", ...environmentOf(name), LOG_LEVEL: "warn", HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.push(child);
  return child;
}

function finished(name: string): Promise<number | null> {
  return new Promise((resolve) => start(name).once("exit", resolve));
}

/** The exit code of a service's own health check, which finds its port in the environment of the service. */
function checked(name: string, port = ports[name]): Promise<number | null> {
  const [, program = "", ...args] = services[name]?.healthcheck?.test ?? [];
  if (program !== "node") throw new Error(`The health of ${name} is not asked by node but by ${program}`);
  const child = spawn(process.execPath, args, { env: { PORT: String(port) }, stdio: "ignore" });
  return new Promise((resolve) => child.once("exit", resolve));
}

/** The environment of a service, with what stands for other machines turned to this one. */
function environmentOf(name: string): Record<string, string> {
  const server = new URL(testPostgresAdminUrl());
  const entries = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => {
    const set = value.replace(
      /\$\{([A-Z_]+)(?::\?|:-([^}]*))?\}/g,
      (_match, variable: string, fallback = "") => settings[variable] ?? fallback,
    );
    const local = set
      .replace("postgres:5432", server.host)
      .replace(/\/\/([a-z]+):4[01]00/, (_match, host: string) => `//127.0.0.1:${ports[host]}`);
    return [key, key === "PORT" ? String(ports[name]) : local];
  });
  return Object.fromEntries(entries);
}

async function ready(name: string): Promise<void> {
  const until = Date.now() + 90_000;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${ports[name]}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} was not ready within a minute and a half`);
}

async function encoded(key: CryptoKey): Promise<string> {
  return Buffer.from(JSON.stringify({ ...(await exportJWK(key)), kid: "compose" })).toString("base64url");
}
