/** Sends one hostile request, and says what came of it. */
import { request as open, type Agent, type ClientRequest, type IncomingMessage } from "node:http";
import type { HostileRequest, Kind } from "./kind.ts";

export interface Outcome {
  result: "served" | "refused" | "late";
  /** Of the answer; 0 when the connection was closed without one. */
  status: number;
  /** Of the first error, when there is one. */
  code: string | null;
  milliseconds: number;
}

/**
 * Sends the request to the gateway at `url` and waits at most `deadline` milliseconds for its end. Over a connection of
 * its own, unless there is an `agent`.
 */
export function send(
  url: string,
  token: string,
  hostile: HostileRequest,
  deadline: number,
  agent?: Agent,
): Promise<Outcome> {
  const { method = "POST", path = "/graphql", body, pace, headers = {} } = hostile;
  const { hostname, port } = new URL(url);
  const started = performance.now();
  return new Promise((resolve) => {
    const end = (outcome: Omit<Outcome, "milliseconds">) => {
      clearTimeout(timer);
      clearInterval(drip);
      // One that was answered to its end is over; its connection may serve again.
      if (outcome.status === 0 || !agent) request.destroy();
      resolve({ ...outcome, milliseconds: performance.now() - started });
    };
    const length = body === undefined ? 0 : Buffer.byteLength(body);
    const all: HostileRequest["headers"] = {
      authorization: `Bearer ${token}`,
      ...(headers["transfer-encoding"]
        ? {}
        : { "content-length": body === undefined ? undefined : String(length) }),
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const request: ClientRequest = open({
      hostname,
      port,
      method,
      path,
      agent: agent ?? false,
      headers: Object.fromEntries(given),
    });
    const timer = setTimeout(() => end({ result: "late", status: 0, code: null }), deadline);
    let drip: NodeJS.Timeout | undefined;
    request.once("response", (response) => void read(response).then(end));
    // Closed on us: the gateway would hear no more of it.
    request.once("error", () => end({ result: "refused", status: 0, code: null }));
    if (body === undefined) request.end();
    else if (pace === undefined) request.end(body);
    else if (pace === "never") request.flushHeaders();
    else {
      let sent = 0;
      drip = setInterval(() => {
        if (!request.destroyed) request.write(body.slice(sent, ++sent));
      }, 100);
    }
  });
}

/** Whether the outcome is what is expected of the kind. */
export function isAsExpected({ expected }: Kind, { result, code }: Outcome): boolean {
  if (result === "late") return false;
  if (expected === "either") return true;
  return typeof expected === "string" ? result === expected : result === "refused" && code === expected.code;
}

async function read(response: IncomingMessage): Promise<Omit<Outcome, "milliseconds">> {
  const status = response.statusCode ?? 0;
  try {
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk as string;
    const answer = JSON.parse(text) as {
      data?: unknown;
      errors?: { extensions?: { code?: string } }[];
    };
    const isServed = status === 200 && answer.data !== undefined && answer.data !== null;
    return {
      result: isServed ? "served" : "refused",
      status,
      code: answer.errors?.[0]?.extensions?.code ?? null,
    };
  } catch {
    return { result: "refused", status, code: null };
  }
}
