/**
 * Calls to addresses that somebody outside chose: they must not turn this process against the network it stands in.
 *
 * Only https, only public addresses, judged after the name was resolved and then connected to as resolved, so that a
 * name cannot point elsewhere a moment later. No redirect is followed, little is read, and nothing takes long.
 */
import { lookup as resolve } from "node:dns/promises";
import { isIP } from "node:net";
import type { LookupFunction } from "node:net";
import { Agent } from "undici";
import { isPublicAddress } from "./public-address.ts";

/** How long a call may take in all, in milliseconds. */
const LONGEST_CALL = 15_000;
/** More of an answer than this is not read, in bytes. */
const LARGEST_ANSWER = 64 * 1024;

/** What an address answered, or why there was no answer. */
export type Outcome =
  | { status: number; failure: null; milliseconds: number }
  | { status: null; failure: Failure; milliseconds: number };

export type Failure =
  "ADDRESS_NOT_ALLOWED" | "NAME_NOT_FOUND" | "TIMEOUT" | "TLS_FAILED" | "ANSWER_TOO_LARGE" | "NOT_REACHED";

export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<Outcome>;

/** The addresses of a name. */
export type Resolve = (name: string) => Promise<{ address: string; family: number }[]>;

export interface Outside {
  post: Post;
  close: () => Promise<void>;
}

export interface OutsideOptions {
  /** Hosts with their ports (`127.0.0.1:8080`) that may be called by http and wherever they are; for local work. */
  allowedHosts?: readonly string[];
  resolve?: Resolve;
  /** In milliseconds. */
  timeout?: number;
}

class NotAllowed extends Error {
  readonly code = "ADDRESS_NOT_ALLOWED";
}

/**
 * Why an address may not be called, as a sentence; null when it may as far as its text tells. What its name resolves
 * to is judged with each call.
 */
export function refuseAddress(text: string, allowedHosts: readonly string[] = []): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return "This is no address: write it whole, as https://example.org/continuum.";
  if (url.username || url.password) return "An address may not carry a user or a password.";
  const isAllowed = allowedHosts.includes(hostAndPort(url));
  if (isAllowed && url.protocol === "http:") return null;
  if (url.protocol !== "https:") return "An address must begin with https://.";
  if (isAllowed) return null;
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) return "An address must be on the public internet.";
  return null;
}

/** What calls outside, over connections of its own. */
export function openOutside(options: OutsideOptions = {}): Outside {
  const { allowedHosts = [], timeout = LONGEST_CALL } = options;
  const find = options.resolve ?? ((name) => resolve(name, { all: true }));
  const agent = (lookup?: LookupFunction) =>
    new Agent({
      connect: { timeout, ...(lookup ? { lookup } : {}) },
      headersTimeout: timeout,
      bodyTimeout: timeout,
      maxResponseSize: LARGEST_ANSWER,
      connections: 16,
      pipelining: 1,
    });
  const anywhere = agent();
  const publicOnly = agent(publicLookup(find));
  return {
    async post(url, headers, body) {
      const began = performance.now();
      const milliseconds = () => Math.round(performance.now() - began);
      try {
        if (refuseAddress(url, allowedHosts)) throw new NotAllowed();
        const dispatcher = allowedHosts.includes(hostAndPort(new URL(url))) ? anywhere : publicOnly;
        const answer = await send(dispatcher, url, headers, body, AbortSignal.timeout(timeout));
        return { status: answer, failure: null, milliseconds: milliseconds() };
      } catch (error) {
        return { status: null, failure: failureOf(error), milliseconds: milliseconds() };
      }
    },
    close: async () => {
      await Promise.all([anywhere.destroy(), publicOnly.destroy()]);
    },
  };
}

async function send(
  dispatcher: Agent,
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const { origin, pathname, search } = new URL(url);
  const answer = await dispatcher.request({
    origin,
    path: `${pathname}${search}`,
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "continuum-webhooks", ...headers },
    body,
    signal,
  });
  // What was said is nobody's business; it is read so that the connection can serve again.
  await answer.body.arrayBuffer();
  return answer.statusCode;
}

/** Resolves a name and gives only public addresses: one that is not makes the name suspect, and refuses it whole. */
function publicLookup(find: Resolve): LookupFunction {
  return (name, options, callback) => {
    find(name).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublicAddress(address))) {
          callback(new NotAllowed(), "", 4);
          return;
        }
        if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 4),
    );
  };
}

/** The host of a URL without the brackets of an IPv6 address. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === "http:" ? 80 : 443)}`;
}

const TIMEOUTS = ["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"];

function failureOf(error: unknown): Failure {
  const { name, code = "" } = error as { name?: string; code?: string };
  if (code === "ADDRESS_NOT_ALLOWED") return code;
  if (name === "TimeoutError" || TIMEOUTS.includes(code)) return "TIMEOUT";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "NAME_NOT_FOUND";
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return "ANSWER_TOO_LARGE";
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code)) return "TLS_FAILED";
  return "NOT_REACHED";
}
