/** The supergraph: which one the gateway starts with, and how another takes its place. */
import { rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { StartupError } from "../platform/environment.ts";
import { buildGateway } from "./server.ts";
import { ed25519Key, startHub, testSettings, type TestHub } from "./testing/hub.ts";
import { composeSupergraph, SDL } from "./testing/subgraphs.ts";
import { until } from "./testing/until.ts";

const NICKNAME = `{ candidate(id: "a") { id nickname } }`;
const WITH_NICKNAME = composeSupergraph({
  eer: SDL.eer.replace("relocation:", "nickname: String relocation:"),
});

describe("a supergraph replaced while the gateway runs", () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.close());

  const answersName = async () => {
    const { data } = await hub.ask(`{ candidate(id: "a") { name } }`);
    expect(data).toEqual({ candidate: { name: "Amina" } });
  };
  const knowsNickname = async () => (await hub.ask(NICKNAME)).status === 200;

  it("answers by the new one without a restart", async () => {
    expect(await knowsNickname()).toBe(false);
    await writeFile(hub.supergraphPath, WITH_NICKNAME);
    await until("the new one answers", knowsNickname);
    await answersName();
  });

  it("sees one that is moved into its place", async () => {
    await writeFile(`${hub.supergraphPath}.next`, WITH_NICKNAME);
    await rename(`${hub.supergraphPath}.next`, hub.supergraphPath);
    await until("the new one answers", knowsNickname);
  });

  it.each([
    ["is no GraphQL", "type Query {"],
    ["is no supergraph", "type Query { candidate: String }"],
    ["is half written", WITH_NICKNAME.slice(0, WITH_NICKNAME.length / 2)],
    ["is empty", ""],
    [
      "names a subgraph that the gateway does not know",
      composeSupergraph({ intruder: `type Query { intruder: String }` }),
    ],
  ])("keeps the old one when the new one %s, and takes a good one afterwards", async (_what, bad) => {
    await writeFile(hub.supergraphPath, bad);
    await wait(300);
    await answersName();
    expect((await hub.ask(`{ intruder }`)).status).toBe(400);
    await writeFile(hub.supergraphPath, WITH_NICKNAME);
    await until("the new one answers", knowsNickname);
  });

  it("keeps the old one when the file disappears", async () => {
    await rm(hub.supergraphPath);
    await wait(200);
    await answersName();
    await writeFile(hub.supergraphPath, WITH_NICKNAME);
    await until("the new one answers", knowsNickname);
  });
});

describe("a gateway whose supergraph cannot be used", () => {
  async function refusalOf(supergraph: string | undefined): Promise<unknown> {
    const hub = await startHub();
    await hub.close();
    const path = hub.supergraphPath.replace("/supergraph", "-start-supergraph");
    if (supergraph !== undefined) await writeFile(path, supergraph);
    try {
      const { privateKey } = await ed25519Key();
      const { stop } = await buildGateway(testSettings(privateKey, "http://127.0.0.1:9", path));
      await stop();
      return undefined;
    } catch (error) {
      return error;
    } finally {
      await rm(path, { force: true });
    }
  }

  it.each([
    ["is missing", undefined, /cannot be read \(ENOENT\): set SUPERGRAPH_PATH/],
    ["is broken", "type Query {", /is refused \(.*\): compose it again/],
    [
      "names an unknown subgraph",
      composeSupergraph({ intruder: `type Query { intruder: String }` }),
      /names the subgraph "intruder"/,
    ],
  ])("does not start when it %s, and says so in one sentence", async (_what, supergraph, words) => {
    const refusal = await refusalOf(supergraph);
    expect(refusal).toBeInstanceOf(StartupError);
    expect((refusal as StartupError).message).toMatch(words);
    expect((refusal as StartupError).message).not.toContain("\n");
  });

  it("starts when it is good (so that the refusals above mean something)", async () => {
    expect(await refusalOf(composeSupergraph())).toBeUndefined();
  });
});
