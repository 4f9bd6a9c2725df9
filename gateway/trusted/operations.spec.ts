/** What a system may ask that is held to its operations, and how operations are asked for by their id. */
import { createHash } from "node:crypto";
import { startHub, type TestHub } from "../testing/hub.ts";
import { TRUSTED } from "../testing/subgraphs.ts";

const NAMES = "query Names { candidates { name } }";
const OLD = "query Old { candidates { id } }";
const FREE = 'query Free { candidate(id: "a") { name } }';
const idOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

let hub: TestHub;
beforeAll(async () => {
  const of = (clientId: string, document: string, retiredAt: string | null = null) =>
    TRUSTED.push({ clientId, documentId: idOf(document), document, retiredAt });
  of("system@mifi", NAMES);
  of("system@mifi", OLD, "2026-11-01T00:00:00Z");
  of("system@retired", OLD, "2026-11-01T00:00:00Z");
  hub = await startHub({ trustedEvery: 0 });
});
afterAll(() => hub.close());

interface Who {
  client?: string;
  role?: string;
  /** The address of another gateway. */
  at?: string;
}

/** Status and code, or the data. */
async function ask(
  body: object,
  { client = "system@mifi", role = "SYSTEM", at = hub.url }: Who = {},
): Promise<unknown[]> {
  const claims = { sub: "someone", client_id: client, roles: [role] };
  const response = await fetch(`${at}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      authorization: `Bearer ${await hub.issuer.token({ claims })}`,
    },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return [response.status, errors?.[0]?.extensions.code ?? data];
}

const names = { candidates: [{ name: "Amina" }, { name: "Amina" }] };

describe("A system that registered operations", () => {
  it("asks them by id, and by their text to the letter", async () => {
    expect(await ask({ documentId: idOf(NAMES) })).toEqual([200, names]);
    expect(await ask({ query: NAMES })).toEqual([200, names]);
    const sha256Hash = idOf(NAMES).slice("sha256:".length);
    expect(await ask({ extensions: { persistedQuery: { version: 1, sha256Hash } } })).toEqual([200, names]);
  });

  it("asks nothing else: no other text, no space more, none that was retired, none by an unknown id", async () => {
    for (const body of [
      { query: FREE },
      { query: `${NAMES} ` },
      { query: OLD },
      { documentId: idOf(OLD) },
      { documentId: idOf(FREE) },
      { query: "{ __typename }" },
    ])
      expect(await ask(body)).toEqual([403, "OPERATION_NOT_TRUSTED"]);
  });

  it("stays held when its last operation is retired", async () => {
    expect(await ask({ query: FREE }, { client: "system@retired" })).toEqual([403, "OPERATION_NOT_TRUSTED"]);
  });
});

it("lets systems that registered nothing, and people, ask freely", async () => {
  expect((await ask({ query: FREE }, { client: "system@fccq" }))[0]).toBe(200);
  expect((await ask({ query: FREE }, { role: "COUNSELLOR" }))[0]).toBe(200);
});

it("knows an id only for the system that registered it", async () => {
  expect(await ask({ documentId: idOf(NAMES) }, { client: "system@fccq" })).toEqual([
    400,
    "OPERATION_UNKNOWN",
  ]);
  expect(await ask({ documentId: idOf(NAMES), query: NAMES })).toEqual([400, "BAD_REQUEST"]);
});

it("learns of an operation while it runs, and keeps to what it knew while the registry is away", async () => {
  expect((await ask({ documentId: idOf(FREE) }))[0]).toBe(403);
  TRUSTED.push({ clientId: "system@mifi", documentId: idOf(FREE), document: FREE, retiredAt: null });
  expect((await ask({ documentId: idOf(FREE) }))[0]).toBe(200);
  hub.subgraphs.registry.instead = { status: 500, type: "text/plain", body: "" };
  const answer = await ask({ query: OLD });
  hub.subgraphs.registry.instead = undefined;
  expect(answer).toEqual([403, "OPERATION_NOT_TRUSTED"]);
});

it("serves no system while it could not find out what systems may ask, and people all the same", async () => {
  hub.subgraphs.registry.instead = { status: 500, type: "text/plain", body: "" };
  const blind = await hub.another();
  const at = blind.url;
  expect(await ask({ query: "{ __typename }" }, { at })).toEqual([503, "TRUSTED_OPERATIONS_UNAVAILABLE"]);
  expect((await ask({ query: "{ __typename }" }, { at, role: "COUNSELLOR" }))[0]).toBe(200);
  hub.subgraphs.registry.instead = undefined;
  await blind.stop();
});

describe("An automatic persisted query", () => {
  const person = { client: "console", role: "COUNSELLOR" };
  const hash = (text: string) => ({
    persistedQuery: { version: 1, sha256Hash: idOf(text).slice("sha256:".length) },
  });

  it("is asked for by its hash once it was sent, and not before", async () => {
    expect(await ask({ extensions: hash(FREE) }, person)).toEqual([400, "PERSISTED_QUERY_NOT_FOUND"]);
    expect((await ask({ query: FREE, extensions: hash(FREE) }, person))[0]).toBe(200);
    expect((await ask({ extensions: hash(FREE) }, person))[0]).toBe(200);
  });

  it("is kept under its own hash only", async () => {
    expect(await ask({ query: OLD, extensions: hash(NAMES) }, person)).toEqual([400, "BAD_REQUEST"]);
    expect(await ask({ extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } }, person)).toEqual([
      400,
      "BAD_REQUEST",
    ]);
  });

  it("is not kept when it is beyond the limits", async () => {
    const deep = `{ ${"candidates { ".repeat(1)}${Array.from({ length: 200 }, (_, i) => `a${i}: name`).join(" ")} } }`;
    expect((await ask({ query: deep, extensions: hash(deep) }, person))[1]).toBe("TOO_MANY_ALIASES");
    expect((await ask({ extensions: hash(deep) }, person))[1]).toBe("PERSISTED_QUERY_NOT_FOUND");
  });
});
