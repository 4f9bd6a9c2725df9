/** Five subgraphs with the real schemas and no data: every question is answered, with small values, at once. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { checkout } from "../../local/checkout.ts";
import { PARTNERS, perPartner, type PerPartner } from "../../local/start/partners.ts";

export interface StandIns {
  urls: PerPartner<string>;
  close: () => Promise<void>;
}

/** Starts them; each answers after `delay` milliseconds, as one does that has a database to ask. */
export async function startStandIns(delay = 0): Promise<StandIns> {
  const servers: Server[] = [];
  const urls = perPartner(() => "");
  for (const name of PARTNERS) {
    const sdl = readFileSync(join(checkout, `schema/${name}.graphql`), "utf8");
    const server = serve(buildSubgraphSchema(parse(sdl)), delay);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }
  return {
    urls,
    close: async () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function serve(schema: GraphQLSchema, delay: number): Server {
  return createServer((request, response) => {
    void (async () => {
      let text = "";
      for await (const chunk of request.setEncoding("utf8")) text += chunk as string;
      if (request.url !== "/graphql") return response.end("{}");
      const { query, variables } = JSON.parse(text) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      if (delay > 0) await pause(delay);
      const answer = await execute({
        schema,
        document: parse(query),
        variableValues: variables ?? {},
        fieldResolver: anything,
      });
      return response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    })().catch(() => response.writeHead(500).end());
  });
}

/** Something of the right type: what the parent has, or a plain value. */
const anything: GraphQLFieldResolver<unknown, unknown> = (parent, _arguments, _context, info) => {
  const held = (parent as Record<string, unknown> | undefined)?.[info.fieldName];
  return held === undefined ? valueOf(info.returnType, info.fieldName) : held;
};

function valueOf(type: GraphQLOutputType, name: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(nullable.ofType as GraphQLOutputType, name)];
  const named = getNamedType(nullable);
  if (!isLeafType(named)) return {};
  if (isEnumType(named)) return named.getValues()[0]?.value;
  const plain: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: false,
    Date: "2026-01-15",
    DateTime: "2026-01-15T14:30:00.000Z",
  };
  return plain[named.name] ?? "a";
}
