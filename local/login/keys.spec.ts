import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systems } from "../personas.ts";
import { loadOrCreateKeys, readKeys } from "./keys.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "continuum-keys-"));
  path = join(folder, "state", "keys.json");
});

afterEach(() => rm(folder, { recursive: true }));

describe("the keys of the login", () => {
  it("are made once, with a secret for every system, and are the same at the next start", async () => {
    const first = await loadOrCreateKeys(path);
    expect(Object.keys(first.clientSecrets)).toEqual(systems().map((persona) => persona.name));
    expect(await loadOrCreateKeys(path)).toEqual(first);
  });

  it("can be read by this user alone", async () => {
    await loadOrCreateKeys(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("keep what is there when a new system gets its secret", async () => {
    const first = await loadOrCreateKeys(path);
    const { "system@mifi": removed, ...others } = first.clientSecrets;
    await writeFile(path, JSON.stringify({ ...first, clientSecrets: others }));
    const second = await loadOrCreateKeys(path);
    expect(second.signingKey).toEqual(first.signingKey);
    expect(second.clientSecrets).toMatchObject(others);
    expect(second.clientSecrets["system@mifi"]).not.toBe(removed);
    expect(await readKeys(path)).toEqual(second);
  });

  it("are not replaced in silence when the file is damaged", async () => {
    await loadOrCreateKeys(path);
    await writeFile(path, "{");
    await expect(loadOrCreateKeys(path)).rejects.toThrow(/damaged\. Delete the file/);
    expect(await readFile(path, "utf8")).toBe("{");
  });
});
