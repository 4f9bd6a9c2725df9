/**
 * `GET /export.json`, `GET /export.csv` and their like: a file of what the caller may see, gathered through the graph.
 * `POST` to the same address is for a professional whom the person asked for it: `{ candidateId, reason, reference }`.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Recognised } from "../authenticate.ts";
import type { Entrance } from "../door/entrance.ts";
import { Refusal } from "../refusal.ts";
import type { Json } from "./csv.ts";
import { EXPORTS, type Ask } from "./exports.ts";

export interface Exporting {
  entrance: Entrance;
  /** Asks the graph as the viewer, through the same door as any caller. */
  askAs: (viewer: Recognised, request: FastifyRequest, reply: FastifyReply) => Ask;
}

/** Adds a route for each export and format. They answer with an access token of the export's role, and with 403 to others. */
export function registerExports(app: FastifyInstance, { entrance, askAs }: Exporting): void {
  const way = { onRequest: entrance.admit, exposeHeadRoute: false };
  for (const [name, { role, gather, csv, onRequest }] of Object.entries(EXPORTS)) {
    const byPost = onRequest ? "; a professional asks for somebody's copy by POST" : "";
    const gathered = async (request: FastifyRequest, reply: FastifyReply) => {
      const viewer = entrance.viewerOf(request);
      if (!viewer.roles.includes(role))
        throw new Refusal("FORBIDDEN", `This file is for a caller with the role ${role}${byPost}.`);
      return gather(askAs(viewer, request, reply));
    };
    const asJson = async (file: Promise<Json>, reply: FastifyReply) => {
      const body = JSON.stringify(await file, null, 2);
      return attach(reply, `continuum-${name}.json`, "application/json; charset=utf-8").send(body);
    };
    const asCsv = async (file: Promise<Json>, reply: FastifyReply) => {
      const body = csv(await file);
      return attach(reply, `continuum-${name}.csv`, "text/csv; charset=utf-8; header=present").send(body);
    };
    app.get(`/${name}.json`, way, (request, reply) => asJson(gathered(request, reply), reply));
    app.get(`/${name}.csv`, way, (request, reply) => asCsv(gathered(request, reply), reply));
    if (!onRequest) continue;
    const taken = async (request: FastifyRequest, reply: FastifyReply) => {
      const viewer = entrance.viewerOf(request);
      if (!onRequest.roles.some((each) => viewer.roles.includes(each)))
        throw new Refusal(
          "FORBIDDEN",
          `This file is for a caller with the role ${onRequest.roles.join(" or ")}.`,
        );
      const asked = PERSONAL_REQUEST.safeParse(request.body);
      if (!asked.success)
        throw new Refusal(
          "BAD_REQUEST",
          "Say whose file it is, how the person asked for it, and a reference of your own: { candidateId, reason, reference }.",
        );
      return onRequest.gather(askAs(viewer, request, reply), asked.data);
    };
    app.post(`/${name}.json`, way, (request, reply) => asJson(taken(request, reply), reply));
    app.post(`/${name}.csv`, way, (request, reply) => asCsv(taken(request, reply), reply));
  }
}

const PERSONAL_REQUEST = z.strictObject({
  candidateId: z.string(),
  reason: z.string(),
  reference: z.string(),
});

function attach(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply.headers({
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
  });
}
