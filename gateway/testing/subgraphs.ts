/** Three real subgraphs for specs, small enough to read: a registry with a hidden grant, and two partners behind it. */
import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema, type GraphQLResolverMap } from "@apollo/subgraph";
import { graphql, GraphQLError, parse } from "graphql";
import { PASSPORT_HEADER, passportVerifier, type Viewer } from "../../platform/passport.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@inaccessible"])`;

export const SDL = {
  registry: `${LINK}
    type Query {
      candidate(id: ID!): Candidate candidates: [Candidate!]! fail(how: String!): String
      count(stage: Stage, stages: [Stage!], filter: Filter): Int
      trustedOperations(first: Int, after: String): TrustedOperations!
    }
    enum Stage { MATCHING SETTLEMENT }
    input Filter { stage: Stage sector: String }
    type TrustedOperations { nodes: [TrustedOperation!]! pageInfo: PageInfo! }
    type TrustedOperation { clientId: String! documentId: String! document: String! retiredAt: String }
    type PageInfo { hasNextPage: Boolean! endCursor: String }
    type Mutation {
      note(text: String!): String trustedOperationRegister(clientId: String!, document: String!): String
    }
    type Candidate @key(fields: "id") { id: ID! name: String matchingGrant: String @inaccessible }`,
  fccq: `${LINK}
    type Candidate @key(fields: "id") {
      id: ID! matchingGrant: String @external
      matching: String @requires(fields: "matchingGrant")
      best: Match matches: [Match!]
    }
    type Match { title: String candidate: Candidate }`,
  eer: `${LINK}
    type Candidate @key(fields: "id") { id: ID! relocation: String! }`,
} as const;

/** The operations that systems are held to; a spec puts them there. */
export const TRUSTED: {
  clientId: string;
  documentId: string;
  document: string;
  retiredAt: string | null;
}[] = [];

export type SubgraphName = keyof typeof SDL;

/** What a spec saw and may change of a subgraph. */
export interface TestSubgraph {
  url: string;
  calls: { headers: IncomingHttpHeaders; viewer: Viewer; operation: string }[];
  ready: boolean;
  /** What it answers instead of GraphQL, when set. */
  instead?: { status: number; type: string; body: string; delay?: number } | undefined;
  /** Takes a request out of the hands of the subgraph by giving true. */
  onRequest?: (response: ServerResponse) => boolean;
  close: () => Promise<void>;
  /** Serves again, at the same address. */
  open: () => Promise<void>;
}

const RESOLVERS: Record<SubgraphName, GraphQLResolverMap> = {
  registry: {
    Query: {
      candidate: (_: unknown, { id }: { id: string }) => ({ id }),
      count: () => 1,
      candidates: () => [{ id: "a" }, { id: "b" }],
      trustedOperations: (_: unknown, { after }: { after?: string }) => {
        // A page of one, so that there are pages to turn.
        const at = Number(after ?? 0);
        return {
          nodes: TRUSTED.slice(at, at + 1),
          pageInfo: { hasNextPage: at + 1 < TRUSTED.length, endCursor: String(at + 1) },
        };
      },
      fail: (_: unknown, { how }: { how: string }) => {
        if (how === "unforeseen") throw new Error("select * from person where email = 'x@example.org'");
        throw new GraphQLError(how, { extensions: { code: "NOT_POSSIBLE", sql: "select 1" } });
      },
    },
    Mutation: {
      note: (_: unknown, { text }: { text: string }) => text,
      trustedOperationRegister: (_: unknown, given: { clientId: string; document: string }) => {
        const documentId = `sha256:${createHash("sha256").update(given.document).digest("hex")}`;
        TRUSTED.push({ ...given, documentId, retiredAt: null });
        return documentId;
      },
    },
    Candidate: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: () => "Amina",
      matchingGrant: ({ id }: { id: string }) => {
        if (id === "no-grant") throw new GraphQLError("matchingGrant could not be minted");
        return `grant-for-${id}`;
      },
    },
  },
  fccq: {
    Candidate: {
      __resolveReference: (reference: object) => reference,
      matching: ({ matchingGrant }: { matchingGrant?: string }) => matchingGrant ?? null,
      best: () => ({ title: "Baker", candidate: { id: "b" } }),
      matches: () => [{ title: "Baker", candidate: { id: "b" } }],
    },
  },
  eer: {
    Candidate: {
      __resolveReference: (reference: object) => reference,
      relocation: ({ id }: { id: string }) => (id === "misfit" ? "" : `plan-of-${id}`),
    },
  },
};

/** The supergraph of the three, with addresses that lead nowhere: the gateway must use its own. */
export function composeSupergraph(changes: Partial<Record<string, string>> = {}): string {
  const all: Record<string, string | undefined> = { ...SDL, ...changes };
  const { supergraphSdl, errors } = composeServices(
    Object.entries(all).map(([name, sdl]) => ({
      name,
      url: "http://127.0.0.1:1/wrong",
      typeDefs: parse(sdl ?? ""),
    })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

export async function startSubgraph(name: SubgraphName, publicKeys: string): Promise<TestSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(SDL[name]), resolvers: RESOLVERS[name] }]);
  const verify = await passportVerifier(name, publicKeys);
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string) =>
      response.writeHead(status, { "content-type": type }).end(body);
    if (request.url === "/health/ready") {
      send(subgraph.ready ? 200 : 503, "application/json", "{}");
      return;
    }
    void (async () => {
      const { query, variables } = JSON.parse(await textOf(request)) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      const viewer = await verify(String(request.headers[PASSPORT_HEADER]));
      // What the gateway asks for itself belongs to no request.
      if (!query.startsWith("query TrustedOperations"))
        subgraph.calls.push({ headers: request.headers, viewer, operation: query });
      if (subgraph.onRequest?.(response)) return;
      const { instead } = subgraph;
      if (instead) {
        setTimeout(() => send(instead.status, instead.type, instead.body), instead.delay ?? 0);
        return;
      }
      const answer = await graphql({ schema, source: query, variableValues: variables ?? {} });
      send(200, "application/json", JSON.stringify(answer));
    })().catch(() => send(401, "application/json", `{"errors":[{"message":"refused"}]}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const subgraph: TestSubgraph = {
    url: `http://127.0.0.1:${port}/graphql`,
    calls: [],
    ready: true,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    open: () => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve)),
  };
  return subgraph;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
