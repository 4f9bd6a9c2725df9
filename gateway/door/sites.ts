/** Which web pages may ask the graph: those of the gateway itself, and those of the origins that are listed. */
import cors from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { PURPOSE_HEADER } from "../authenticate.ts";
import { Refusal } from "../refusal.ts";
import { REQUEST_ID_HEADER } from "../request-id.ts";

/** Lets pages of `origins` ask, as browsers want it said. Nothing is said when the list is empty. */
export async function allowSites(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ["GET", "POST"],
    allowedHeaders: ["authorization", "content-type", PURPOSE_HEADER, REQUEST_ID_HEADER],
    exposedHeaders: [
      REQUEST_ID_HEADER,
      "retry-after",
      "ratelimit-policy",
      "ratelimit-limit",
      "ratelimit-remaining",
      "ratelimit-reset",
    ],
    maxAge: 600,
    credentials: false,
  });
}

/**
 * Refuses what a page of another site made a browser send. No browser adds the access token to such a request by
 * itself, so this is the second lock on that door.
 * @throws {Refusal} `CROSS_SITE`
 */
export function refuseForeignSites({ headers }: FastifyRequest, origins: readonly string[]): void {
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && origins.includes(origin)) return;
  if (site === "same-origin" || site === "none") return;
  if (site === undefined && (origin === undefined || isOwn(origin, headers.host))) return;
  throw new Refusal("CROSS_SITE", "This page's site may not ask the graph: see CORS_ORIGINS.");
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
