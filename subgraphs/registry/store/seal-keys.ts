/** The keys of the seals: the sealer signs with the private one, anybody verifies with the public ones. */
import {
  createPrivateKey,
  createPublicKey,
  hash,
  sign,
  verify,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import { StartupError } from "../../../platform/environment.ts";
import type { AuditTools } from "../domain/seal-audit.ts";
import type { Hash } from "../domain/seal.ts";

export const sha256: Hash = (bytes) => hash("sha256", bytes, "buffer");

export interface SealSigner {
  keyId: string;
  sign: (bytes: Buffer) => Buffer;
}

/**
 * A signer with the private key: a JWK, Ed25519, with its `kid`, as JSON in base64url.
 * @throws {StartupError} when it is not such a key.
 */
export function sealSigner(privateKey: string): SealSigner {
  const { kid, key } = readKey("DISCLOSURE_SEAL_KEY", privateKey, createPrivateKey);
  return { keyId: kid, sign: (bytes) => sign(null, bytes, key) };
}

/**
 * A verifier with the public keys: JWKs as JSON in base64url, comma separated, so that seals of a key that is no
 * longer in use can still be verified.
 * @throws {StartupError} when one of them is not such a key.
 */
export function sealVerifier(publicKeys: string): AuditTools["isSigned"] {
  const keys = new Map(
    publicKeys.split(",").map((text) => {
      const { kid, key } = readKey("DISCLOSURE_SEAL_PUBLIC_KEY", text.trim(), createPublicKey);
      return [kid, key] as const;
    }),
  );
  return (bytes, signature, keyId) => {
    const key = keys.get(keyId);
    return key !== undefined && verify(null, bytes, key, signature);
  };
}

function readKey(
  name: string,
  text: string,
  create: (input: { key: JsonWebKey; format: "jwk" }) => KeyObject,
): { kid: string; key: KeyObject } {
  try {
    const jwk = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as JsonWebKey & { kid?: unknown };
    const key = create({ key: jwk, format: "jwk" });
    if (key.asymmetricKeyType === "ed25519" && typeof jwk.kid === "string") return { kid: jwk.kid, key };
  } catch {
    // Whatever is wrong with it, the sentence below says what is wanted.
  }
  throw new StartupError(
    `${name} is wrong: it must be an Ed25519 key as a JWK with a kid, as JSON in base64url. Correct it and start again.`,
  );
}
