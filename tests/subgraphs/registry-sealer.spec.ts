import "reflect-metadata";
import { spawnSync } from "node:child_process";
import fastify from "fastify";
import type { Log } from "../../platform/log.ts";
import { sealing } from "../../subgraphs/registry/seals.ts";
import { sealSigner } from "../../subgraphs/registry/store/seal-keys.ts";
import { startSealer } from "../../subgraphs/registry/store/sealer.ts";
import { until } from "../support/background.ts";
import { openTrail, sealKeys, type Trail } from "../support/seals.ts";

let trail: Trail;
beforeEach(async () => (trail = await openTrail()));
afterEach(() => trail.close());

/** A log that keeps what is said. */
function listening(): { log: Log; said: string[] } {
  const said: string[] = [];
  const { log } = fastify({
    logger: { level: "info", stream: { write: (line: string) => said.push(line) } },
  });
  return { log, said };
}

async function unsealed(): Promise<number> {
  return (await trail.verify()).unsealed;
}

describe("The sealer of a registry that serves", () => {
  it("seals at its interval, says so in the log, and seals the rest when it stops", async () => {
    const { log, said } = listening();
    await trail.disclose(3);
    const stop = startSealer(trail.url, sealSigner(trail.keys.privateKey), 0.05, log);
    await until(async () => (await unsealed()) === 0);
    await trail.disclose(3);
    await until(async () => (await unsealed()) === 0);
    await trail.disclose(3);
    await stop();
    await until(async () => (await unsealed()) === 0);
    const verdict = await trail.verify();
    expect(verdict).toMatchObject({ entries: 9, sealed: 9, broken: 0 });
    const heads = said.map((line) => JSON.parse(line) as { seal: number; head: string });
    expect(`${heads.at(-1)?.seal}:${heads.at(-1)?.head}`).toBe(verdict.head);
  });

  it("logs a failure without a word of the data, and tries again", async () => {
    const { log, said } = listening();
    await trail.superuser.query("revoke insert on disclosure_seal from registry");
    await trail.disclose(3);
    const stop = startSealer(trail.url, sealSigner(trail.keys.privateKey), 0.05, log);
    await until(() => said.some((line) => line.includes("could not be sealed")));
    await trail.superuser.query("grant insert on disclosure_seal to registry");
    await until(async () => (await unsealed()) === 0);
    await stop();
    expect(said.join("")).not.toContain("counsellor@promis");
    expect((await trail.verify()).broken).toBe(0);
  });

  it("does not begin without a key", () => {
    expect(() => sealing()).toThrow("DISCLOSURE_SEAL_KEY is missing");
  });
});

describe("The command that verifies", () => {
  const verify = (settings: Record<string, string>) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["dist/subgraphs/registry/main.js", "verify"],
      {
        env: { PATH: process.env["PATH"] ?? "", ...settings },
        encoding: "utf8",
      },
    );
    return { status, lines: stdout.trimEnd().split("\n"), stderr };
  };

  it("ends with its counts in one line of JSON, and with 1 when something is broken", async () => {
    const ids = await trail.disclose(4);
    await trail.seal();
    await trail.disclose(2);
    const settings = { DATABASE_URL: trail.url, DISCLOSURE_SEAL_PUBLIC_KEY: trail.keys.publicKey };
    const whole = verify(settings);
    expect(whole).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(whole.lines.at(-1) ?? "")).toEqual({
      entries: 6,
      sealed: 4,
      unsealed: 2,
      seals: 1,
      destroyed: 0,
      broken: 0,
    });
    await trail.superuser.query("delete from disclosure where id = $1", [ids[1]]);
    const broken = verify(settings);
    expect(broken.status).toBe(1);
    expect(broken.lines[0]).toBe(`Disclosure ${ids[1]}, place 2 of seal 1, was removed.`);
    expect(JSON.parse(broken.lines.at(-1) ?? "")).toMatchObject({ entries: 5, broken: 1 });
  });

  it("says in one sentence what it lacks", () => {
    const keys = sealKeys();
    expect(verify({ DATABASE_URL: trail.url })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("DISCLOSURE_SEAL_PUBLIC_KEY is missing"),
    });
    expect(
      verify({
        DATABASE_URL: "postgres://registry:wrong@127.0.0.1:9/registry",
        DISCLOSURE_SEAL_PUBLIC_KEY: keys.publicKey,
      }),
    ).toMatchObject({ status: 1, stderr: expect.stringMatching(/cannot be read \(ECONNREFUSED\)/) });
  });
});
