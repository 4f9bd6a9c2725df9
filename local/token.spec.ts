/** The token command and the login as a developer meets them: real processes, from the built files. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { unusedPort } from "../tests/support/ports.ts";
import { PERSONAS } from "./personas.ts";

const TOKEN = resolve("dist/local/token.js");
const LOGIN = resolve("dist/local/login/main.js");

let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), "continuum-token-"));
  await mkdir(join(checkout, ".continuum"));
});

afterEach(() => rm(checkout, { recursive: true }));

describe("the token command, while Continuum runs", () => {
  let login: ChildProcess;
  let issuer: string;

  beforeEach(async () => {
    const port = await unusedPort();
    issuer = `http://localhost:${port}`;
    login = spawn(process.execPath, [LOGIN], {
      cwd: checkout,
      env: { PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (login.stdout) await once(login.stdout, "data");
    await writeFile(join(checkout, ".continuum/state.json"), JSON.stringify({ issuer }));
  });

  afterEach(async () => {
    const exited = once(login, "exit");
    login.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });

  it("prints the token of a person, of a system and of a dashboard, and nothing else", async () => {
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    for (const name of ["counsellor@promis", "system@mifi", "dashboard@alliance"]) {
      const { code, stdout, stderr } = await token(name);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.trim().split("\n")).toHaveLength(1);
      const { payload } = await jwtVerify(stdout.trim(), keys, {
        issuer,
        audience: "urn:continuum:graph",
        typ: "at+jwt",
      });
      expect(payload.sub).toBe(name);
    }
  });

  it("says in a sentence that a second login cannot have the same port", async () => {
    const second = await run(LOGIN, [], { PORT: new URL(issuer).port });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^Port \d+ is in use\. Stop what uses it or set PORT to another.*\n$/);
  });

  it("refuses a system whose secret is not the one the login knows", async () => {
    await rm(join(checkout, ".continuum/login-keys.json"));
    const { code, stdout, stderr } = await token("system@mifi");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^The login refused: .*\n$/);
  });
});

describe("the token command, while nothing runs", () => {
  it("says to run npm start first", async () => {
    const never = await token("counsellor@promis");
    expect(never).toMatchObject({ code: 1, stdout: "" });
    expect(never.stderr).toMatch(/^.*npm start first.*\n$/);
  });

  it("says so as well when what ran before has gone", async () => {
    await writeFile(
      join(checkout, ".continuum/state.json"),
      JSON.stringify({ issuer: `http://localhost:${await unusedPort()}` }),
    );
    const gone = await token("counsellor@promis");
    expect(gone).toMatchObject({ code: 1, stdout: "" });
    expect(gone.stderr).toMatch(/^.*npm start first.*\n$/);
  });

  it("names every persona when asked for one that does not exist, or for none", async () => {
    for (const args of [["counselor@promis"], []]) {
      const { code, stdout, stderr } = await token(...args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      for (const persona of PERSONAS) expect(stderr).toContain(persona.name);
    }
  });

  it("lists the personas, one a line, with what each may do", async () => {
    const { code, stdout } = await token("--list");
    expect(code).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(PERSONAS.map((persona) => persona.name));
    expect(lines.find((line) => line.startsWith("dashboard@alliance"))).toMatch(/DASHBOARD for STATISTICS$/);
  });

  it("explains itself when given an option it does not have", async () => {
    const { code, stderr } = await token("--everything");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Give one persona, or --list.*\n$/);
  });
});

function token(...args: string[]) {
  return run(TOKEN, args, { CONTINUUM_FOLDER: join(checkout, ".continuum") });
}

function run(script: string, args: string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { cwd: checkout, env },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
