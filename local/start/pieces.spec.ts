import { createServer } from "node:net";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grantMinter, grantReader } from "../../platform/grant.ts";
import { passportSigner, passportVerifier, type Viewer } from "../../platform/passport.ts";
import { freePort } from "../postgres/free-port.ts";
import { startSettings } from "./environment.ts";
import { concern } from "./log-lines.ts";
import { PARTNERS, perPartner } from "./partners.ts";
import { choosePorts } from "./ports.ts";
import { ensureSecrets } from "./secrets.ts";
import { gateway, subgraph } from "./services.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "continuum-pieces-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("The keys of the local hub", () => {
  const viewer: Viewer = {
    subject: "counsellor@promis",
    organisation: "promis",
    roles: ["COUNSELLOR"],
    purpose: "SUPPORT",
    purposes: ["SUPPORT"],
    scopes: [],
    requestId: "one",
  };

  it("sign and verify passports and grants", async () => {
    const { passport, grantKeys } = ensureSecrets(join(folder, "secrets.json"));
    const sign = await passportSigner(passport.privateKey);
    const verify = await passportVerifier("fccq", passport.publicKey);
    expect(await verify(await sign(viewer, "fccq"))).toEqual(viewer);
    expect(JSON.parse(Buffer.from(passport.publicKey, "base64url").toString())).not.toHaveProperty("d");
    const grant = grantMinter(grantKeys.fccq)(
      { candidateId: "c", registrationIds: [], section: "MATCHING" },
      viewer,
    );
    expect(grantReader(grantKeys.fccq)(grant, "MATCHING", viewer, {})).not.toBeNull();
    expect(grantReader(grantKeys.eer)(grant, "MATCHING", viewer, {})).toBeNull();
  });

  it("are made once, read by their owner only, and never replaced when the file is damaged", () => {
    const file = join(folder, "secrets.json");
    const secrets = ensureSecrets(file);
    expect(ensureSecrets(file)).toEqual(secrets);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 100));
    expect(() => ensureSecrets(file)).toThrow(/is damaged\. Remove the folder/);
    expect(readFileSync(file, "utf8")).toHaveLength(100);
  });
});

describe("The key that seals disclosures", () => {
  it("is made for a checkout that had none, and then kept with the others as they were", () => {
    const file = join(folder, "secrets.json");
    const { disclosureSeal, ...older } = ensureSecrets(file);
    writeFileSync(file, JSON.stringify(older));
    const secrets = ensureSecrets(file);
    expect(secrets).toMatchObject(older);
    expect(secrets.disclosureSeal.publicKey).not.toBe(disclosureSeal.publicKey);
    expect(ensureSecrets(file)).toEqual(secrets);
  });
});

describe("The ports of the local hub", () => {
  const choose = (one: number, two: number, taken = 0) =>
    choosePorts(join(folder, "ports.json"), { one, two }, taken);

  it("stay the same while they are free, and give way to another program", async () => {
    const base = await freePort(28_000);
    const first = await choose(base, base);
    expect(first.two).toBeGreaterThan(first.one);
    expect(await choose(base + 500, base + 600)).toEqual(first);
    const other = createServer().listen(first.one);
    await once(other, "listening");
    const second = await choose(base, base);
    other.close();
    expect(second.one).not.toBe(first.one);
    expect(second.two).toBe(first.two);
  });

  it("are never the gateway's", async () => {
    const base = await freePort(28_000);
    expect(Object.values(await choose(base, base, base))).not.toContain(base);
  });
});

describe("Metrics of the local hub", () => {
  const portsOfMetrics = (env: NodeJS.ProcessEnv) => {
    const settings = startSettings(env);
    const ports = perPartner(() => 4100);
    const secrets = ensureSecrets(join(folder, "secrets.json"));
    const told = { settings, clientSecrets: {} };
    const services = [
      gateway(settings, { ...ports, login: 4001 }, secrets),
      ...PARTNERS.map((name) => subgraph(name, "", { ...ports, login: 4001 }, secrets, told)),
    ];
    return services.map((service) => service.env["METRICS_PORT"]);
  };

  it("have a port for each process, since they share a machine", () => {
    expect(portsOfMetrics({ METRICS_PORT: "9464" })).toEqual([
      "9464",
      "9465",
      "9466",
      "9467",
      "9468",
      "9469",
    ]);
    expect(new Set(portsOfMetrics({}))).toEqual(new Set([undefined]));
  });
});

describe("A free port", () => {
  it("is never one that browsers refuse to call", async () => {
    expect(await freePort(6_665)).toBeGreaterThan(6_669);
  });

  it("is looked for below those that outgoing connections use, and nowhere else", async () => {
    await expect(freePort(32_768)).rejects.toThrow(/^No port is free/);
  });
});

describe("Of a log, the terminal shows", () => {
  it.each([
    ['{"level":50,"msg":"the outbox is stuck"}', "stdout", "the outbox is stuck"],
    ['{"level":50,"err":{"message":"refused"}}', "stdout", "refused"],
    ['{"level":30,"msg":"listening"}', "stdout", undefined],
    ["PORT is missing.", "stderr", "PORT is missing."],
    ["just talking", "stdout", undefined],
    ["    at main (file:///main.js:1:1)", "stderr", undefined],
    ["(node:12) ExperimentalWarning: something", "stderr", undefined],
    [`{"level":50,"msg":"${"long ".repeat(200)}"}`, "stdout", expect.stringMatching(/^(long ){60} \.\.\.$/)],
  ] as const)("of %j", (line, stream, shown) => {
    expect(concern(line, stream)).toEqual(shown);
  });
});
