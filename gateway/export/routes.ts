/** `GET /export.json`, `GET /export.csv` and their like: a file of what the caller may see, gathered through the graph. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Recognised } from "../authenticate.ts";
import { Refusal } from "../refusal.ts";
import { EXPORTS, type Ask } from "./exports.ts";

export interface Exporting {
  authenticate: (request: FastifyRequest) => Promise<Recognised>;
  /** Asks the graph as the viewer, through the same door as any caller. */
  askAs: (viewer: Recognised, request: FastifyRequest, reply: FastifyReply) => Ask;
}

/** Adds a route for each export and format. They answer with an access token of the export's role, and with 403 to others. */
export function registerExports(app: FastifyInstance, { authenticate, askAs }: Exporting): void {
  for (const [name, { role, gather, csv }] of Object.entries(EXPORTS)) {
    const gathered = async (request: FastifyRequest, reply: FastifyReply) => {
      const viewer = await authenticate(request);
      if (!viewer.roles.includes(role))
        throw new Refusal("FORBIDDEN", `This file is for a caller with the role ${role}.`);
      return gather(askAs(viewer, request, reply));
    };
    app.get(`/${name}.json`, async (request, reply) => {
      const body = JSON.stringify(await gathered(request, reply), null, 2);
      return attach(reply, `continuum-${name}.json`, "application/json; charset=utf-8").send(body);
    });
    app.get(`/${name}.csv`, async (request, reply) => {
      const body = csv(await gathered(request, reply));
      return attach(reply, `continuum-${name}.csv`, "text/csv; charset=utf-8; header=present").send(body);
    });
  }
}

function attach(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply.headers({
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
  });
}
