/** Access tokens of an organisation's own system, by OAuth 2.0 client credentials (RFC 6749, 4.4), kept while they hold. */
import { z } from "zod";

/** What a system signs in with. */
export interface Credentials {
  client: string;
  secret: string;
}

const TOKEN = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(60) });

/** A token is asked for anew so long before it ends, in milliseconds: requests under way still carry it. */
const MARGIN = 30_000;
const TIMEOUT = 10_000;

/** Gives a token of these credentials; a `fresh` one when the last was refused. */
export type TokenSource = (credentials: Credentials, fresh?: boolean) => Promise<string>;

/** Tokens from the issuer's token endpoint. */
export function tokenSource(tokenUrl: string): TokenSource {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (credentials, fresh = false) => {
    const known = kept.get(credentials.client);
    if (known && !fresh && Date.now() < known.until) return known.token;
    const entry = { token: Promise.resolve(""), until: Date.now() + TIMEOUT };
    entry.token = request(tokenUrl, credentials).then(
      ({ access_token, expires_in }) => {
        entry.until = Date.now() + Math.max(0, expires_in * 1_000 - MARGIN);
        return access_token;
      },
      (error: unknown) => {
        kept.delete(credentials.client);
        throw error;
      },
    );
    kept.set(credentials.client, entry);
    return entry.token;
  };
}

async function request(tokenUrl: string, { client, secret }: Credentials): Promise<z.infer<typeof TOKEN>> {
  // Both parts are form-encoded first (RFC 6749, 2.3.1): a client's name may have an @ in it.
  const basic = Buffer.from(`${encodeURIComponent(client)}:${encodeURIComponent(secret)}`).toString("base64");
  const response = await fetch(tokenUrl, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials" }),
    headers: { authorization: `Basic ${basic}` },
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Error(`the token endpoint answered ${response.status}`);
  return TOKEN.parse(body);
}
