/** The keys and client secrets of the development login, made once and kept, so that tokens survive a restart. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import { StartupError } from "../../platform/environment.ts";
import { systems } from "../personas.ts";

/** Where they are kept unless LOGIN_KEYS says otherwise, from the root of the checkout. */
export const DEFAULT_KEYS_PATH = ".continuum/login-keys.json";

const SCHEMA = z.object({
  /** The one signing key, ES256, private part included. */
  signingKey: z.object({
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    alg: z.literal("ES256"),
    use: z.literal("sig"),
    kid: z.string(),
    x: z.string(),
    y: z.string(),
    d: z.string(),
  }),
  /** What signs the cookies. */
  cookieKeys: z.array(z.string()).min(1),
  /** The secret of each system persona, by its name. */
  clientSecrets: z.record(z.string(), z.string()),
});

export type LoginKeys = z.infer<typeof SCHEMA>;

/**
 * The keys in the file at `path`; whatever is missing is made and written, readable by this user alone.
 * @throws {StartupError} when the file cannot be used.
 */
export async function loadOrCreateKeys(path: string): Promise<LoginKeys> {
  const found = await readKeys(path);
  const keys = found ?? { signingKey: await newSigningKey(), cookieKeys: [newSecret()], clientSecrets: {} };
  const missing = systems().filter((persona) => keys.clientSecrets[persona.name] === undefined);
  if (found && missing.length === 0) return found;
  for (const persona of missing) keys.clientSecrets[persona.name] = newSecret();
  await writeKeys(path, keys);
  return keys;
}

/**
 * The keys in the file at `path`, or `null` when there is no such file.
 * @throws {StartupError} when the file cannot be read or does not hold keys.
 */
export async function readKeys(path: string): Promise<LoginKeys | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new StartupError(
      `The login's keys in ${path} cannot be read. Make the file readable and start again.`,
    );
  }
  try {
    return SCHEMA.parse(JSON.parse(text));
  } catch {
    throw new StartupError(
      `The login's keys in ${path} are damaged. Delete the file: new ones will be made.`,
    );
  }
}

async function writeKeys(path: string, keys: LoginKeys): Promise<void> {
  // Written beside and renamed, so that a crash never leaves half a file.
  const draft = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, path);
  } catch {
    throw new StartupError(
      `The login's keys cannot be written to ${path}. Make its folder writable and start again.`,
    );
  }
}

async function newSigningKey(): Promise<LoginKeys["signingKey"]> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return SCHEMA.shape.signingKey.parse({ ...jwk, kid, alg: "ES256", use: "sig" });
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
