/** `npm start`, from the first time to the ways in which it fails: with stand-ins for the services. */
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { withClient } from "../platform/provision-database.ts";
import { until } from "../tests/support/background.ts";
import { StartCheckout } from "../tests/support/start-checkout.ts";
import { isFree } from "./postgres/free-port.ts";
import { isAlive, parentOf } from "./postgres/process-table.ts";

let folder: StartCheckout;
beforeAll(async () => {
  folder = await StartCheckout.open();
});
afterEach(() => folder.stopAll());
afterAll(() => folder.remove());

describe("npm start", () => {
  it("starts everything, says what to open and what to try, and keeps secrets to the user", async () => {
    const { output } = await folder.startAndWait();
    expect(output).toMatch(`http://localhost:${folder.port}/`);
    expect(output).toMatch("npm run --silent token -- counsellor@promis");
    expect(output).toMatch("gateway: gateway is only a stand-in");
    // Another hub that starts meanwhile would take them.
    expect(folder.lines("notes")).not.toContain("ports were chosen before the world was there");
    for (const name of readdirSync(folder.path(".continuum")).filter((file) => file.endsWith(".json"))) {
      if (name === "world.json") continue;
      expect({ name, mode: statSync(folder.path(".continuum", name)).mode & 0o777 }).toEqual({
        name,
        mode: 0o600,
      });
    }
    for (const secret of ["postgres", "grantKeys", "passport", "databases"]) {
      const value = JSON.stringify(
        JSON.parse(readFileSync(folder.path(".continuum/secrets.json"), "utf8"))[secret],
      );
      for (const part of value.match(/[\w-]{43,}/g) ?? []) expect(output).not.toMatch(part);
    }
  });

  it("gives each service what is its own, and no other's key or database", async () => {
    await folder.startAndWait();
    const told = async (url: string) => (await (await fetch(url)).json()) as Record<string, string>;
    const { gatewayUrl, issuer, subgraphUrls } = folder.state();
    const gateway = await told(gatewayUrl);
    expect(gateway).toMatchObject({
      PORT: String(folder.port),
      FCCQ_URL: subgraphUrls.fccq,
      OIDC_ISSUER: issuer,
      EXPLORER: "on",
      DEMO_CANDIDATE: "0198c0de-0000-7000-8000-000000000001",
    });
    const registry = await told(subgraphUrls.registry);
    const fccq = await told(subgraphUrls.fccq);
    expect(fccq["GRANT_KEY"]).toBe(registry["FCCQ_GRANT_KEY"]);
    expect(fccq["DATABASE_URL"]).toMatch(/^postgres:\/\/fccq:.*\/fccq$/);
    const secretsOf = (env: Record<string, string>) =>
      Object.keys(env)
        .filter((name) => /KEY|DATABASE|PASSWORD/.test(name) && !/^TEST_|PATH/.test(name))
        .sort();
    expect(secretsOf(fccq)).toEqual(["DATABASE_URL", "GRANT_KEY", "PASSPORT_PUBLIC_KEYS"]);
    expect(secretsOf(gateway)).toEqual(["PASSPORT_PRIVATE_KEY"]);
    expect(secretsOf(await told(issuer))).toEqual(["LOGIN_KEYS"]);
  });

  it("keeps data, keys and ports for the next start, which neither migrates nor loads again", async () => {
    const first = await folder.startAndWait();
    const before = folder.state();
    const secrets = readFileSync(folder.path(".continuum/secrets.json"), "utf8");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(existsSync(folder.path(".continuum/state.json"))).toBe(false);
    folder.write("notes", "");

    await folder.startAndWait();
    expect(folder.state().databaseUrls).toEqual(before.databaseUrls);
    expect(folder.state().issuer).toBe(before.issuer);
    expect(readFileSync(folder.path(".continuum/secrets.json"), "utf8")).toBe(secrets);
    expect(folder.lines("notes").filter((note) => /migrate|world/.test(note))).toEqual([]);
    const { rows } = await withClient(folder.state().databaseUrls.eer, (eer) =>
      eer.query("select count(*)::int from visit"),
    );
    expect(rows[0].count).toBeGreaterThan(1);
  });

  it("migrates again the partner whose build has changed", async () => {
    const main = "dist/subgraphs/eer/main.js";
    folder.write(main, `${readFileSync(folder.path(main), "utf8")}\n`);
    folder.write("notes", "");
    await folder.startAndWait();
    expect(folder.lines("notes").filter((note) => /migrate/.test(note))).toEqual(["migrate eer"]);
  });

  it("stops the gateway first and leaves nothing running", async () => {
    const { child, ended } = await folder.startAndWait();
    folder.notePostmaster();
    folder.write("notes", "");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(folder.lines("notes")[0]).toBe("stop gateway");
    expect(folder.lines("notes")).toHaveLength(7);
    expect(folder.alive()).toEqual([]);
  });

  it("can be broken off while it starts, and leaves nothing running", async () => {
    const { child, ended } = folder.start();
    await until(() => folder.lines("pids").some((pid) => isAlive(Number(pid))));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(folder.alive()).toEqual([]);
  });
});

describe("After npm start was killed hard", () => {
  it("nothing is left running, and the next start works", async () => {
    const { child } = await folder.startAndWait();
    folder.notePostmaster();
    child.kill("SIGKILL");
    await until(() => folder.alive().length === 0);
    await folder.startAndWait();
  });

  it("the next start works at once, even before everything has ended", async () => {
    const { child } = await folder.startAndWait();
    child.kill("SIGKILL");
    await once(child, "exit");
    await folder.startAndWait();
  });

  it("nothing is left running when it was npm that was killed", async () => {
    const { child } = await folder.startAndWait(["npm", "start"]);
    folder.notePostmaster();
    child.kill("SIGKILL");
    await until(() => folder.alive().length === 0);
    await until(() => !existsSync(folder.path(".continuum/start.pid")));
  });

  it("a PostgreSQL whose guard was killed too is stopped by the next start", async () => {
    const { child } = await folder.startAndWait();
    const postmaster = folder.notePostmaster();
    const guard = parentOf(postmaster) ?? 0;
    process.kill(guard, "SIGKILL");
    child.kill("SIGKILL");
    await until(() => folder.lines("pids").every((pid) => !isAlive(Number(pid))));
    expect(isAlive(postmaster)).toBe(true);
    const { output } = await folder.startAndWait();
    expect(output).toMatch("Stopped a PostgreSQL that an earlier start had left running.");
    expect(isAlive(postmaster)).toBe(false);
  });
});

describe("What goes wrong is one sentence, and an exit that says so", () => {
  it("a port that is in use, before anything slow", async () => {
    const other = createServer().listen(folder.port);
    await once(other, "listening");
    const { ended, output } = await folder.finish();
    other.close();
    expect(ended).toBe(1);
    expect(output).toBe(
      `Port ${folder.port} is in use by another program. Stop that program, or choose another port: PORT=${folder.port + 10} npm start\n`,
    );
  });

  it("a bad variable", async () => {
    const { ended, output } = await folder.finish({ PORT: "four thousand" });
    expect(ended).toBe(1);
    expect(output).toMatch(/^The environment is not complete: PORT is wrong: .*\n$/);
  });

  it("a port that nobody could find again", async () => {
    const { ended, output } = await folder.finish({ PORT: "0" });
    expect(ended).toBe(1);
    expect(output).toMatch(/^PORT is 0: name the port.*\n$/);
  });

  it("a second start while one runs, which goes on undisturbed", async () => {
    const first = await folder.startAndWait();
    const { ended, output } = await folder.finish({ PORT: String(folder.port + 1) });
    expect(ended).toBe(1);
    expect(output).toBe(
      `Continuum already runs from this folder (process ${first.child.pid}), at http://localhost:${folder.port}/. Stop it with Ctrl-C where it was started, then start again.\n`,
    );
    expect((await fetch(`http://127.0.0.1:${folder.port}/`)).ok).toBe(true);
    expect(existsSync(folder.path(".continuum/state.json"))).toBe(true);
  });

  it("a service that dies: which and why, and the rest is stopped", async () => {
    const started = await folder.startAndWait();
    folder.notePostmaster();
    await fetch(new URL("/die", folder.state().subgraphUrls.ccmm)).catch(() => {});
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(
      "ccmm stopped unexpectedly (exit code 3): out of memory. Its log is .continuum/logs/ccmm.log.",
    );
    expect(folder.alive()).toEqual([]);
    expect(await isFree(folder.port)).toBe(true);
  });

  it("a service that refuses to start", async () => {
    folder.write("broken-gateway", "");
    const { ended, output } = await folder.finish();
    rmSync(folder.path("broken-gateway"));
    expect(ended).toBe(1);
    expect(output).toMatch(
      "gateway stopped unexpectedly (exit code 1): DATABASE_URL is wrong: must be an address.",
    );
    expect(output).not.toMatch(/\n\s+at /);
    expect(folder.alive()).toEqual([]);
  });

  it("a PostgreSQL that dies", async () => {
    const started = await folder.startAndWait();
    folder.notePostmaster();
    process.kill(Number(folder.lines("pids-postgres")[0]), "SIGQUIT");
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch("PostgreSQL ended unexpectedly. Its log is .continuum/logs/postgres.log.");
    expect(folder.alive()).toEqual([]);
  });

  it("a world that is not built", async () => {
    rmSync(folder.path("dist/local/world"), { recursive: true });
    const { ended, output } = await folder.finish();
    expect(ended).toBe(1);
    expect(output).toMatch("world is not there: dist/local/world/main.js is missing.");
  });

  it("secrets that were lost while the data stayed", async () => {
    rmSync(folder.path(".continuum/secrets.json"));
    const data = folder.lines("data-folders")[0] ?? "";
    const { ended, output } = await folder.finish();
    expect(ended).toBe(1);
    if (data.startsWith(folder.root)) expect(output).toMatch("The password of the local PostgreSQL");
    else expect(output).toMatch("world is not there");
  });
});
