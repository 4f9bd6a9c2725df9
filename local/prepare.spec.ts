import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkout } from "./checkout.ts";

/** Stands for tsc: notes that it ran, takes as long as `slow` says, and makes one file of each source. */
const COMPILER = `
const { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
appendFileSync("builds", "built\\n");
if (existsSync("mistake")) { console.log("platform/one.ts(1,1): a mistake"); process.exit(2); }
const slow = existsSync("slow") ? Number(readFileSync("slow", "utf8")) : 0;
setTimeout(() => {
  mkdirSync("dist/platform", { recursive: true });
  if (existsSync("dist/.tsbuildinfo")) return;
  for (const name of require("node:fs").readdirSync("platform"))
    if (!name.endsWith(".spec.ts")) cpSync("platform/" + name, "dist/platform/" + name.replace(".ts", ".js"));
}, slow);
`;

let root: string;
const path = (...names: string[]) => join(root, ...names);
const builds = () =>
  existsSync(path("builds")) ? readFileSync(path("builds"), "utf8").split("\n").length - 1 : 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "continuum-prepare-"));
  const files = {
    "package.json": JSON.stringify({
      name: "small",
      version: "1.0.0",
      dependencies: { typescript: "file:compiler" },
    }),
    "package-lock.json": JSON.stringify({
      name: "small",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: {
        "": { name: "small", version: "1.0.0", dependencies: { typescript: "file:compiler" } },
        compiler: { name: "typescript", version: "1.0.0" },
        "node_modules/typescript": { resolved: "compiler", link: true },
      },
    }),
    "compiler/package.json": JSON.stringify({ name: "typescript", version: "1.0.0" }),
    "compiler/bin/tsc": COMPILER,
    "tsconfig.json": "{}",
    "platform/one.ts": "export const one = 1;",
    "platform/two.ts": "export const two = 2;",
    "platform/one.spec.ts": "",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  }
  cpSync(join(checkout, "local/prepare.mjs"), path("local/prepare.mjs"));
  cpSync(join(checkout, "local/prepare"), path("local/prepare"), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function begin(): { child: ChildProcess; end: Promise<{ code: number | null; output: string }> } {
  const child = spawn(process.execPath, [path("local/prepare.mjs")], {
    env: { ...process.env, npm_execpath: "" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  return { child, end: once(child, "close").then(([code]) => ({ code: code as number | null, output })) };
}
const prepare = () => begin().end;

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !condition(); await sleep(20)) {
    if (Date.now() > end) throw new Error("It did not come to that in a minute.");
  }
}

describe("Making a fresh clone ready", () => {
  it("installs and builds, says so with the time it took, and then has nothing more to do or say", async () => {
    const first = await prepare();
    expect(first.code).toBe(0);
    expect(first.output).toMatch(/Installing 2 packages/);
    expect(first.output).toMatch(/Installed the packages in [\d.]+ s\./);
    expect(first.output).toMatch(/Built in [\d.]+ s\./);
    expect(existsSync(path("dist/platform/one.js"))).toBe(true);
    expect(await prepare()).toEqual({ code: 0, output: "" });
    expect(builds()).toBe(1);
  });

  it("does not install again what npm has installed by hand", async () => {
    await prepare();
    rmSync(path("node_modules/.continuum-lock"));
    expect(await prepare()).toEqual({ code: 0, output: "" });
    rmSync(path("node_modules/.continuum-lock"));
    rmSync(path("node_modules/typescript"));
    expect((await prepare()).output).toMatch("Installed the packages");
  });

  it("installs again when package-lock.json has changed", async () => {
    await prepare();
    const lock = JSON.parse(readFileSync(path("package-lock.json"), "utf8")) as { version: string };
    writeFileSync(path("package-lock.json"), JSON.stringify({ ...lock, version: "1.0.1" }));
    expect((await prepare()).output).toMatch("Installed the packages");
  });

  it("installs nothing through a link, which would empty the folder of another checkout", async () => {
    mkdirSync(path("elsewhere"));
    writeFileSync(path("elsewhere/theirs"), "");
    symlinkSync(path("elsewhere"), path("node_modules"), "junction");
    const { code, output } = await prepare();
    expect(code).toBe(1);
    expect(output).toMatch(/^The packages in node_modules are not .* remove the link and try again\.\n$/);
    expect(existsSync(path("elsewhere/theirs"))).toBe(true);
  });

  it("says in a sentence what to do when npm cannot install, and tries again the next time", async () => {
    const lock = readFileSync(path("package-lock.json"), "utf8");
    writeFileSync(path("package-lock.json"), lock.replaceAll("typescript", "another"));
    const { code, output } = await prepare();
    expect(code).toBe(1);
    expect(output.trim().split("\n").at(-1)).toMatch(/^The packages could not be installed: .* try again\.$/);
    writeFileSync(path("package-lock.json"), lock);
    expect((await prepare()).code).toBe(0);
  });
});

describe("The build", () => {
  beforeEach(prepare);

  it("is made again when a source has changed, and not when a test has", async () => {
    writeFileSync(path("platform/one.spec.ts"), "changed");
    expect((await prepare()).output).toBe("");
    writeFileSync(path("platform/one.ts"), "changed");
    expect((await prepare()).output).toMatch(/^Building[^]*Built in/);
    expect(readFileSync(path("dist/platform/one.js"), "utf8")).toBe("changed");
  });

  it("loses what was built of a source that is gone", async () => {
    rmSync(path("platform/two.ts"));
    await prepare();
    expect(existsSync(path("dist/platform/two.js"))).toBe(false);
    expect(existsSync(path("dist/platform/one.js"))).toBe(true);
  });

  it("is whole again after a file of it was lost, though the compiler's record says that nothing changed", async () => {
    writeFileSync(path("dist/.tsbuildinfo"), "");
    rmSync(path("dist/platform/two.js"));
    await prepare();
    expect(existsSync(path("dist/platform/two.js"))).toBe(true);
  });

  it("shows the compiler's message when it fails, ends with what to do, and is tried again the next time", async () => {
    writeFileSync(path("mistake"), "");
    writeFileSync(path("platform/one.ts"), "mistaken");
    for (const attempt of [1, 2]) {
      const { code, output } = await prepare();
      expect({ attempt, code }).toEqual({ attempt, code: 1 });
      expect(output).toMatch("platform/one.ts(1,1): a mistake");
      expect(output.trim().split("\n").at(-1)).toMatch(/^The build failed: .* try again\.$/);
    }
  });
});

describe("Two at once", () => {
  beforeEach(async () => {
    await prepare();
    writeFileSync(path("platform/one.ts"), "changed");
    writeFileSync(path("slow"), "1500");
  });

  it("wait for each other, and the second finds the work done", async () => {
    const both = await Promise.all([prepare(), prepare()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(builds()).toBe(2);
    expect(both.filter(({ output }) => /Process \d+ is already/.test(output))).toHaveLength(1);
  });

  it("do not meet when the first was killed: the next waits for what it had started, and takes over", async () => {
    const { child, end } = begin();
    await until(() => builds() === 2);
    child.kill("SIGKILL");
    await end;
    const before = Date.now();
    expect((await prepare()).code).toBe(0);
    expect(Date.now() - before).toBeGreaterThan(1_500);
    expect(builds()).toBe(3);
  });

  it("are not held up by the number of a dead holder that another process has now", async () => {
    mkdirSync(path(".continuum"), { recursive: true });
    writeFileSync(path(".continuum/prepare.lock"), JSON.stringify({ pid: process.pid }));
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(path(".continuum/prepare.lock"), longAgo, longAgo);
    expect((await prepare()).code).toBe(0);
    expect(existsSync(path(".continuum/prepare.lock"))).toBe(false);
  });

  it("leave no lock and no compiler behind when the user breaks off", async () => {
    const { child, end } = begin();
    await until(() => builds() === 2);
    child.kill("SIGINT");
    expect((await end).code).toBe(130);
    expect(existsSync(path(".continuum/prepare.lock"))).toBe(false);
    await sleep(1_600);
    expect(readFileSync(path("dist/platform/one.js"), "utf8")).not.toBe("changed");
  });
});
