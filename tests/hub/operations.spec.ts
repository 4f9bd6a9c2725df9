/** The command by which the coordinator holds a system to its operations, on the whole hub. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "../../local/checkout.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona, type Persona } from "../../local/personas.ts";
import { openHub, type Hub } from "../support/hub.ts";

let hub: Hub;
let folder: string;
let token: string;
beforeAll(async () => {
  hub = await openHub();
  folder = await mkdtemp(join(tmpdir(), "operations-"));
  token = await requestToken(hub.state.issuer, findPersona("coordinator@alliance") as Persona);
});
afterAll(() => rm(folder, { recursive: true }));

async function operations(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, [join(checkout, "dist/local/operations/main.js"), ...args], {
    env: { ...process.env, GRAPH_URL: `${hub.state.gatewayUrl}/graphql`, ACCESS_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const seen = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (seen.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (seen.err += text));
  const [code] = (await once(child, "close")) as [unknown];
  return { code, ...seen };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

// No persona: the others of this run must go on asking freely.
const CLIENT = "system@nobody";

it("registers files, lists them, and retires them by their ids", async () => {
  const open = await file("open.graphql", "query OpenPositions { positions { nodes { id title } } }");
  const registered = await operations("register", open, "--client", CLIENT);
  expect(registered).toMatchObject({ code: 0, err: expect.stringContaining("OpenPositions") });
  const { documentIds } = JSON.parse(registered.out) as { documentIds: string[] };
  expect(documentIds).toEqual([expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
  const listed = await operations("list", "--client", CLIENT);
  expect(JSON.parse(listed.out)).toEqual({ operations: 1, clients: 1, retired: 0 });
  const [id = ""] = listed.err.split(" ");
  const retired = await operations("retire", id);
  expect(JSON.parse(retired.out)).toEqual({ retired: 1, documentIds });
  expect(JSON.parse((await operations("list", "--client", CLIENT)).out)).toMatchObject({ retired: 1 });
});

it("says what is wrong in one sentence, and registers nothing", async () => {
  const wrong = await file("wrong.graphql", "query Wrong {\n  positions { nodes { nothing } }\n}");
  const nameless = await file("nameless.graphql", "{ positions { nodes { id } } }");
  const sentence = async (...args: string[]) => {
    const { code, out, err } = await operations(...args);
    expect([code, out, err.trim().split("\n")]).toEqual([1, "", [expect.any(String)]]);
    return err;
  };
  expect(await sentence("register", wrong, "--client", CLIENT)).toMatch(/wrong\.graphql:2:23: Cannot query/);
  expect(await sentence("register", nameless, "--client", CLIENT)).toMatch(
    /must hold one operation, with a name/,
  );
  expect(await sentence("register", join(folder, "none"), "--client", CLIENT)).toMatch(/cannot be read/);
  expect(await sentence("register", nameless)).toMatch(/^operations: Use npm run operations/);
  expect(await sentence("retire", "no-such-id")).toMatch(/It was refused: There is no such thing/);
});
