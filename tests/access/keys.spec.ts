/** Keys that are replaced: the login's by the login, the gateway's by whoever runs the hub. */
import { jest } from "@jest/globals";
import { exportJWK, generateKeyPair } from "jose";
import { accessTokenVerifier } from "../../gateway/issuer.ts";
import { ed25519Key } from "../../gateway/testing/hub.ts";
import { AUDIENCE, startIssuer } from "../../gateway/testing/issuer.ts";
import { passportSigner, passportVerifier } from "../../platform/passport.ts";
import { viewerOf } from "./hub.ts";

afterEach(() => jest.restoreAllMocks());

describe("the login's keys", () => {
  it("open with a new key within half a minute, and no more with the old one after ten", async () => {
    const issuer = await startIssuer();
    try {
      const verify = accessTokenVerifier(issuer.issuer, AUDIENCE);
      const old = await issuer.token({ claims: { exp: Math.floor(Date.now() / 1000) + 3_600 } });
      await expect(verify(old)).resolves.toMatchObject({ sub: "counsellor@promis" });

      const next = await generateKeyPair("RS256", { extractable: true });
      Object.assign(issuer.publicJwk, await exportJWK(next.publicKey), { kid: "issuer-2" });
      const fresh = await issuer.token({
        claims: { exp: Math.floor(Date.now() / 1000) + 3_600 },
        header: { kid: "issuer-2" },
        key: next.privateKey,
      });
      const start = Date.now();
      jest.spyOn(Date, "now").mockImplementation(() => start + 31_000);
      await expect(verify(fresh)).resolves.toMatchObject({ sub: "counsellor@promis" });
      jest.spyOn(Date, "now").mockImplementation(() => start + 31_000 + 601_000);
      await expect(verify(old)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      await expect(verify(fresh)).resolves.toMatchObject({ sub: "counsellor@promis" });
    } finally {
      await issuer.close();
    }
  });
});

describe("the gateway's keys", () => {
  it("are taken side by side while one replaces the other, and not after", async () => {
    const named = async (kid: string) => {
      const { privateKey, publicKey } = await ed25519Key();
      const rename = (text: string) => {
        const jwk = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as object;
        return Buffer.from(JSON.stringify({ ...jwk, kid })).toString("base64url");
      };
      return { privateKey: rename(privateKey), publicKey: rename(publicKey) };
    };
    const [old, next] = [await named("one"), await named("two")];
    const viewer = viewerOf({
      subject: "x",
      organisation: "promis",
      roles: ["COUNSELLOR"],
      purpose: "SUPPORT",
      scopes: [],
    });
    const before = await (await passportSigner(old.privateKey))(viewer, "fccq");
    const after = await (await passportSigner(next.privateKey))(viewer, "fccq");
    const both = await passportVerifier("fccq", `${old.publicKey},${next.publicKey}`);
    await expect(both(before)).resolves.toMatchObject({ subject: "x" });
    await expect(both(after)).resolves.toMatchObject({ subject: "x" });
    const only = await passportVerifier("fccq", next.publicKey);
    await expect(only(before)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(only(after)).resolves.toMatchObject({ subject: "x" });
  });
});
