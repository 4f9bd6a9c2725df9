/** The keys and passwords of the local hub: made once, by chance, and kept where only their owner reads them. */
import { generateKeyPairSync, randomBytes, randomUUID, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { z } from "zod";
import { StartupError } from "../../platform/environment.ts";
import { perPartner } from "./partners.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

const text = z.string().min(16);
const passwords = z.object({ owner: text, service: text });
const SECRETS = z.object({
  /** The password of PostgreSQL's superuser. */
  postgres: text,
  databases: z.object(perPartner(() => passwords)),
  /** The key that each partner shares with the registry; the registry's own stays unused. */
  grantKeys: z.object(perPartner(() => text)),
  passport: z.object({ privateKey: text, publicKey: text }),
  /** The key that seals disclosures. */
  disclosureSeal: z.object({ privateKey: text, publicKey: text }),
  /** The key that the secrets of webhooks are derived from. */
  webhooks: text,
});

export type Secrets = z.infer<typeof SECRETS>;

/**
 * The secrets in `file`, made if it is not there.
 * @throws {StartupError} when the file is there and not whole: made anew, they would not fit the data.
 */
export function ensureSecrets(file: string): Secrets {
  if (existsSync(file)) {
    const held = z.looseObject({}).safeParse(readPrivate(file)).data;
    // A checkout of before there were seals, or webhooks, gets the key for them now.
    const { success, data } = SECRETS.safeParse({ disclosureSeal: makeKeys(), webhooks: makeKey(), ...held });
    if (success) {
      if (!held?.["disclosureSeal"] || !held["webhooks"]) writePrivate(file, data);
      return data;
    }
    throw new StartupError(
      `${file} is damaged. Remove the folder it is in and start again: the demonstration world is loaded anew.`,
    );
  }
  const secrets = makeSecrets();
  writePrivate(file, secrets);
  return secrets;
}

function makeSecrets(): Secrets {
  return {
    postgres: makeKey(),
    databases: perPartner(() => ({ owner: makeKey(), service: makeKey() })),
    grantKeys: perPartner(makeKey),
    passport: makeKeys(),
    disclosureSeal: makeKeys(),
    webhooks: makeKey(),
  };
}

function makeKey(): string {
  return randomBytes(32).toString("base64url");
}

function makeKeys(): { privateKey: string; publicKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const kid = randomUUID();
  return { privateKey: jwk(privateKey, kid), publicKey: jwk(publicKey, kid) };
}

function jwk(key: KeyObject, kid: string): string {
  const content = { ...key.export({ format: "jwk" }), kid, alg: "EdDSA", use: "sig" };
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}
