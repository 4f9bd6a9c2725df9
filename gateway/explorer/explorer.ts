/** The explorer of a development machine: GraphiQL with the personas and the README's queries, served by the gateway. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { StartupError } from "../../platform/environment.ts";
import type { GatewaySettings } from "../environment.ts";
import { checkoutFolder, readQueries } from "./queries.ts";

/** The public client that the page signs in as; the issuer must know it, with this page as its redirect address. */
const CLIENT = "continuum-explorer";

interface Asset {
  path: string;
  type: string;
  /** Our own files change under development; those of packages do not. */
  cache: string;
}

/**
 * Adds `GET /` and what the page needs under `/explorer/`.
 * @throws {StartupError} when the page's parts are not installed: they are development dependencies.
 */
export async function registerExplorer(app: FastifyInstance, settings: GatewaySettings): Promise<void> {
  const assets = findAssets();
  await Promise.all(
    [...assets.values()].map(({ path }) => readFile(path).catch(() => Promise.reject(notInstalled()))),
  );
  const policy = contentPolicy(settings.issuer);

  for (const [route, { path, type, cache }] of assets) {
    app.get(route, { logLevel: "warn" }, async (_request, reply) =>
      reply
        .headers({
          "content-type": type,
          "cache-control": cache,
          "content-security-policy": policy,
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
        })
        .send(await readFile(path)),
    );
  }
  app.get("/explorer/settings.json", { logLevel: "warn" }, async () => ({
    issuer: settings.issuer,
    audience: settings.audience,
    client: CLIENT,
    queries: await readQueries(settings.demoCandidate),
  }));
}

/** The page runs its own scripts, talks to the gateway and to the issuer, and to nobody else. */
function contentPolicy(issuer: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The editor places its lines and its completion list by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function findAssets(): ReadonlyMap<string, Asset> {
  const page = join(checkoutFolder(), "gateway", "explorer", "page");
  const own = (name: string, type: string): Asset => ({ path: join(page, name), type, cache: "no-cache" });
  const packaged = (name: string, file: string, type: string): Asset => ({
    path: join(packageFolder(name), file),
    type,
    cache: "private, max-age=86400",
  });
  const script = "text/javascript; charset=utf-8";
  const style = "text/css; charset=utf-8";
  return new Map([
    ["/", own("index.html", "text/html; charset=utf-8")],
    ["/explorer/explorer.js", own("explorer.js", script)],
    ["/explorer/sign-in.js", own("sign-in.js", script)],
    ["/explorer/explorer.css", own("explorer.css", style)],
    ["/explorer/graphiql.js", packaged("graphiql", "graphiql.min.js", script)],
    ["/explorer/graphiql.css", packaged("graphiql", "graphiql.min.css", style)],
    ["/explorer/react.js", packaged("react-18", "umd/react.production.min.js", script)],
    ["/explorer/react-dom.js", packaged("react-dom-18", "umd/react-dom.production.min.js", script)],
  ]);
}

function packageFolder(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    throw notInstalled();
  }
}

function notInstalled(): StartupError {
  return new StartupError(
    "The explorer is not installed: run npm ci with development dependencies, or set EXPLORER=off.",
  );
}
