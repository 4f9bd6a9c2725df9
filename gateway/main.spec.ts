/** The gateway as a process, as it is built: what an operator sees when it starts, cannot start, and stops. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { checkoutFolder } from "./explorer/queries.ts";
import { ed25519Key, startHub, type TestHub } from "./testing/hub.ts";

let hub: TestHub;
let environment: Record<string, string>;
beforeAll(async () => {
  hub = await startHub();
  const nowhere = "http://127.0.0.1:9/graphql";
  environment = {
    HOST: "127.0.0.1",
    PORT: "0",
    SUPERGRAPH_PATH: hub.supergraphPath,
    REGISTRY_URL: hub.subgraphs.registry.url,
    FCCQ_URL: nowhere,
    EER_URL: nowhere,
    CCMM_URL: nowhere,
    REGIONAL_URL: nowhere,
    OIDC_ISSUER: hub.issuer.issuer,
    PASSPORT_PRIVATE_KEY: (await ed25519Key()).privateKey,
  };
});
afterAll(() => hub.close());

function start(change: Record<string, string | undefined> = {}) {
  const child = spawn(process.execPath, [join(checkoutFolder(), "dist", "gateway", "main.js")], {
    env: { ...environment, ...change },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const seen = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (seen.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (seen.err += text));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...seen }));
  return { child, ended, seen };
}

it.each([
  ["a variable is missing", { OIDC_ISSUER: undefined }, /OIDC_ISSUER is missing/],
  ["a variable is wrong", { FCCQ_URL: "fccq" }, /FCCQ_URL is wrong: must be an address/],
  ["the key is none", { PASSPORT_PRIVATE_KEY: "x".repeat(60) }, /PASSPORT_PRIVATE_KEY is wrong/],
  ["the supergraph is missing", { SUPERGRAPH_PATH: "/nowhere.graphql" }, /cannot be read \(ENOENT\)/],
])("says so in one sentence and ends with 1 when %s", async (_what, change, words) => {
  const { code, out, err } = await start(change).ended;
  expect(code).toBe(1);
  expect(err).toMatch(words);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(`${out}${err}`).not.toMatch(/\n\s+at |x{60}/);
});

it("says which port is in use, and ends with 1", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const { code, err } = await start({ PORT: String(port) }).ended;
  taken.close();
  expect(code).toBe(1);
  expect(err).toBe(
    `gateway: Port ${port} is already in use: stop the program that uses it, or choose another one with PORT.\n`,
  );
});

it.each(["SIGTERM", "SIGINT"] as const)(
  "serves, logs no person, no token and no variable, and ends with 0 on %s",
  async (signal) => {
    const { child, ended, seen } = start();
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.on("data", () => {
        const found = /"port":(\d+)/.exec(seen.out)?.[1];
        if (found) resolve(found);
      });
      child.once("close", () => reject(new Error(seen.err)));
    });
    const token = await hub.issuer.token();
    const ask = (query: string) =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { id: "Jean-Tremblay" } }),
      });
    const asked = `query Find($id: ID!) { candidate(id: $id) { id } }`;
    expect((await ask(asked)).status).toBe(200);
    await fetch(`http://127.0.0.1:${port}/graphql?query=Jean-Tremblay`);
    child.kill(signal);
    const { code, out } = await ended;
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({
        request: expect.stringMatching(/^[0-9a-f-]{36}$/),
        operation: "Find",
        path: "/graphql",
        status: 200,
        ms: expect.any(Number),
      }),
    );
    expect(out).not.toContain("Jean-Tremblay");
    expect(out).not.toContain(token.slice(-40));
    expect(out).not.toContain("counsellor@promis");
  },
);
