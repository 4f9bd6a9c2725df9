/** The graph as the command sees it: the hub that runs here as its coordinator, or any other by address and token. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StartupError } from "../../platform/environment.ts";
import { localFolder } from "../checkout.ts";
import { requestToken } from "../login/request-token.ts";
import { findPersona } from "../personas.ts";

const STATE = z.object({ gatewayUrl: z.url(), issuer: z.url() });
const ANSWER = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

export interface Connection {
  url: string;
  token: string;
}

/** Asks the graph. @throws {StartupError} with what the graph said when it refuses. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/**
 * The graph at GRAPH_URL with the token in ACCESS_TOKEN, or the hub that runs here.
 * @throws {StartupError} when there is neither.
 */
export async function openGraph(source: NodeJS.ProcessEnv = process.env): Promise<Ask> {
  const { url, token } = (await named(source)) ?? (await running());
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    }).catch(() => {
      throw new StartupError(`The graph at ${url} cannot be reached: check the address and try again.`);
    });
    const answer = ANSWER.safeParse(await response.json().catch(() => null)).data;
    const said = answer?.errors?.[0]?.message;
    if (said) throw new StartupError(`The graph refuses: ${said}`);
    if (!answer?.data) throw new StartupError(`${url} does not answer as a graph does: check the address.`);
    return answer.data;
  };
}

async function named({
  GRAPH_URL: url,
  ACCESS_TOKEN: token,
}: NodeJS.ProcessEnv): Promise<Connection | undefined> {
  if (!url && !token) return undefined;
  if (!url || !token || !URL.canParse(url))
    throw new StartupError(
      "Set GRAPH_URL to the address of the graph and ACCESS_TOKEN to a coordinator's token, or neither to use the hub that runs here.",
    );
  return { url, token };
}

async function running(): Promise<Connection> {
  const text = await readFile(join(localFolder, "state.json"), "utf8").catch(() => "null");
  const state = STATE.safeParse(JSON.parse(text)).data;
  const coordinator = findPersona("coordinator@alliance");
  if (!state || !coordinator)
    throw new StartupError(
      "Continuum is not running here. Run npm start first, or name another graph with GRAPH_URL and ACCESS_TOKEN.",
    );
  return {
    url: `${state.gatewayUrl.replace(/\/graphql$/, "")}/graphql`,
    token: await requestToken(state.issuer, coordinator),
  };
}
