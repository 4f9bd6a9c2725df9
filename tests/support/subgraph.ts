/** A subgraph on a database of its own, asked as the gateway would ask it: with a signed passport, over HTTP. */
import { randomBytes, randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, type CryptoKey } from "jose";
import type { z } from "zod";
import type { DataSource } from "typeorm";
import { connect, createDatabase, migrate } from "../../platform/database.ts";
import { grantMinter, type GrantSection } from "../../platform/grant.ts";
import { PASSPORT_HEADER, passportSigner, passportVerifier, type Viewer } from "../../platform/passport.ts";
import { buildSubgraphServer } from "../../platform/serve-subgraph.ts";
import type { RequestContext, SubgraphDefinition } from "../../platform/subgraph.ts";
import { ALL_SCOPES } from "../../platform/system-scopes.ts";
import { ticketIssuer } from "../../platform/ticket.ts";
import { createTestDatabase } from "./database.ts";
import { statements } from "./statements.ts";

export { statementsPerTable } from "./statements.ts";

/** A key that a partner shares with the registry, for tests. */
export const TEST_GRANT_KEY = randomBytes(32).toString("base64url");

export interface Answer {
  data: Record<string, never> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export interface TestSubgraph {
  /** The database as the service reaches it: of several tenants, it shows nothing outside a request. */
  database: DataSource;
  /** The same as its owner: for a test to see what stands in it, and to put things there that no change makes. */
  owner: DataSource;
  /** The answer to a query or mutation, asked by `viewer`. */
  ask: (viewer: Viewer, query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** Where it listens, for what a request within this process cannot show. */
  listen: () => Promise<string>;
  /** The headers of a request that `viewer` sends there. */
  headers: (viewer: Viewer) => Promise<Record<string, string>>;
  /** The SQL statements that `work` made this process send, transaction control left out. */
  statements: (work: () => Promise<unknown>) => Promise<string[]>;
  /** A grant for the registrations named, as the registry would mint it for this viewer. */
  grant: (viewer: Viewer, section: GrantSection, candidateId: string, ...registrationIds: string[]) => string;
  ticket: (registrationId: string, organisation: string) => string;
  close: () => Promise<void>;
}

/** Starts the subgraph on a fresh database. `now` moves its clock. */
export async function openSubgraph<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  settings: z.infer<z.ZodObject<Shape>>,
  now?: () => Date,
): Promise<TestSubgraph> {
  const database = await createTestDatabase(definition.name, async (url) => {
    await migrate(url, definition.database);
  });
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const sign = await passportSigner(await encoded(privateKey));
  const server = await buildSubgraphServer(definition, settings, {
    databaseUrl: database.url,
    verifyPassport: await passportVerifier(definition.name, await encoded(publicKey)),
    logLevel: "silent",
    ...(now ? { now } : {}),
  });
  await server.app.ready();
  const owner = await connect(createDatabase(database.ownerUrl, definition.database, 2));
  const mint = grantMinter(TEST_GRANT_KEY);
  return {
    database: server.database,
    owner,
    async ask(viewer, query, variables = {}) {
      const response = await server.app.inject({
        method: "POST",
        url: "/graphql",
        headers: { [PASSPORT_HEADER]: await sign(viewer, definition.name) },
        payload: { query, variables },
      });
      return response.json();
    },
    listen: () => server.app.listen({ host: "127.0.0.1", port: 0 }),
    headers: async (viewer) => ({
      "content-type": "application/json",
      [PASSPORT_HEADER]: await sign(viewer, definition.name),
    }),
    statements,
    grant: (viewer, section, candidateId, ...registrationIds) =>
      mint({ candidateId, registrationIds, section }, viewer),
    ticket: ticketIssuer(TEST_GRANT_KEY),
    async close() {
      await server.stop();
      await owner.destroy();
      await database.drop();
    },
  };
}

/** A viewer of an organisation with a role, as the gateway would describe them. */
export function viewer(
  organisation: string,
  role: Viewer["roles"][number],
  overrides: Partial<Viewer> = {},
): Viewer {
  return {
    subject: `${role.toLowerCase()}@${organisation}`,
    organisation,
    roles: [role],
    purpose: "SUPPORT",
    purposes: ["SUPPORT"],
    scopes: ALL_SCOPES,
    requestId: randomUUID(),
    ...overrides,
  };
}

async function encoded(key: CryptoKey): Promise<string> {
  return Buffer.from(JSON.stringify({ ...(await exportJWK(key)), kid: "test" })).toString("base64url");
}
