/** What a client learns of an error. */
import { connect } from "node:net";
import { publicError } from "./errors.ts";
import { hiddenNames, mentionsHidden } from "./hidden-names.ts";
import { startHub, type TestHub } from "./testing/hub.ts";
import { composeSupergraph } from "./testing/subgraphs.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

it("hides names that only the inside uses, and only those", () => {
  const names = hiddenNames(composeSupergraph());
  expect([...names]).toEqual(["matchingGrant"]);
  expect([
    ...hiddenNames(`type A { key: ID @inaccessible grant: ID @inaccessible } type B { key: ID }`),
  ]).toEqual(["grant"]);
});

it("does not name the hidden field when its resolver fails, neither in the path nor in the words", async () => {
  const { data, errors, text } = await hub.ask(`{ candidate(id: "no-grant") { name matching } }`);
  expect(data).toEqual({ candidate: { name: "Amina", matching: null } });
  expect(errors).toEqual([
    {
      message: expect.stringContaining("Something went wrong"),
      path: ["candidate"],
      extensions: { code: "INTERNAL_SERVER_ERROR", subgraph: "registry", requestId: expect.any(String) },
    },
  ]);
  expect(text).not.toMatch(/grant/i);
});

it("replaces a message that names a hidden field even when its code is a known one", () => {
  const format = publicError(mentionsHidden(new Set(["matchingGrant"])));
  const formatted = format({
    message: "Candidate.matchingGrant is stale",
    path: ["candidates", 0, "matchingGrant"],
    extensions: { code: "GRANT_STALE", serviceName: "fccq" },
  });
  expect(formatted.message).not.toContain("matchingGrant");
  expect(formatted.path).toEqual(["candidates", 0]);
  expect(formatted.extensions).toEqual({ code: "GRANT_STALE", subgraph: "fccq" });
});

it("answers a guess at a hidden field exactly like a guess at any other name", async () => {
  const words = async (field: string) =>
    (await hub.ask(`{ candidate(id: "a") { ${field} } }`)).text.replaceAll(field, "FIELD");
  expect(await words("matchingGrant")).toBe(await words("matchingGlint"));
});

it("says only that something went wrong when a partner's server fails, with the request id", async () => {
  const { errors, headers, text } = await hub.ask(`{ fail(how: "unforeseen") }`);
  expect(errors?.[0]).toMatchObject({
    path: ["fail"],
    extensions: {
      code: "INTERNAL_SERVER_ERROR",
      subgraph: "registry",
      requestId: headers.get("x-request-id"),
    },
  });
  expect(text).not.toMatch(/select|example\.org|stack/);
});

it("passes on a partner's own code and sentence, and nothing else of its error", async () => {
  const { errors } = await hub.ask(`{ fail(how: "The position is filled.") }`);
  expect(errors?.[0]).toMatchObject({ message: "The position is filled.", path: ["fail"] });
  expect(errors?.[0]?.extensions).toEqual({ code: "NOT_POSSIBLE", subgraph: "registry" });
});

it("gives an error to a value that does not fit the graph, so that null is never silent", async () => {
  hub.subgraphs.eer.instead = {
    status: 200,
    type: "application/json",
    body: `{"data":{"_entities":[{"__typename":"Candidate","relocation":null}]}}`,
  };
  const { data, errors, text } = await hub.ask(`{ candidate(id: "a") { id relocation } }`);
  hub.subgraphs.eer.instead = undefined;
  expect(data).toEqual({ candidate: null });
  expect(errors?.[0]).toMatchObject({
    path: ["candidate", "relocation"],
    extensions: { code: "INVALID_ANSWER" },
  });
  expect(text).not.toContain("valueCompletion");
});

it("shows no query plan, whatever the header", async () => {
  const token = await hub.issuer.token();
  const { text } = await hub.ask(`{ candidate(id: "a") { matching } }`, {
    authorization: `Bearer ${token}`,
    "apollo-query-plan-experimental": "1",
  });
  expect(JSON.parse(text)).toEqual({ data: { candidate: { matching: "grant-for-a" } } });
});

it("does not describe the graph unless introspection is on", async () => {
  const closed = await hub.ask(`{ __schema { types { name fields { name } } } }`);
  expect(closed.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  const open = await startHub({ introspection: true });
  try {
    const { text } = await open.ask(`{ __schema { types { name fields { name } } } }`);
    expect(text).toContain("relocation");
    expect(text).not.toContain("matchingGrant");
  } finally {
    await open.close();
  }
});

describe("a request that is no GraphQL request", () => {
  const send = async (init: RequestInit & { path?: string }) => {
    const { path = "/graphql", headers, ...rest } = init;
    const response = await fetch(`${hub.url}${path}`, {
      ...rest,
      headers: {
        authorization: `Bearer ${await hub.issuer.token()}`,
        accept: "application/graphql-response+json",
        ...(headers as object),
      },
    });
    const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return [response.status, ...(body.errors ?? []).map(({ extensions }) => extensions.code)];
  };
  const json = { "content-type": "application/json" };

  it("is refused with a stable code when it is too large", async () => {
    const body = JSON.stringify({ query: `{ me } # ${"x".repeat(1_100_000)}` });
    expect(await send({ method: "POST", headers: json, body })).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  });
  it("is refused when it is not JSON", async () => {
    expect(await send({ method: "POST", headers: json, body: "{" })).toEqual([400, "BAD_REQUEST"]);
    expect(await send({ method: "POST", headers: { "content-type": "text/plain" }, body: "{}" })).toEqual([
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ]);
  });
  it("is refused in the same shape when it is no HTTP, or has more headers than there is room for", async () => {
    const raw = (text: string) =>
      new Promise<string>((resolve) => {
        const { hostname, port } = new URL(hub.url);
        let answer = "";
        const socket = connect(Number(port), hostname, () => socket.end(text));
        socket.on("data", (chunk) => (answer += String(chunk))).on("error", () => undefined);
        socket.on("close", () => resolve(answer));
      });
    expect(await raw("HELLO\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 .*"code":"BAD_REQUEST"/s);
    const twoLengths =
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 0\r\n\r\n{}";
    expect(await raw(twoLengths)).toMatch(/^HTTP\/1\.1 400 .*"code":"BAD_REQUEST"/s);
    const large = `GET /graphql HTTP/1.1\r\nhost: x\r\nx: ${"x".repeat(20_000)}\r\n\r\n`;
    expect(await raw(large)).toMatch(/^HTTP\/1\.1 431 .*"code":"HEADERS_TOO_LARGE"/s);
  });
  it("is refused when it is a batch", async () => {
    const body = JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]);
    expect(await send({ method: "POST", headers: json, body })).toEqual([400, "BAD_REQUEST"]);
  });
  it("is refused when it does not say which operation is meant", async () => {
    const code = "OPERATION_RESOLUTION_FAILURE";
    const other = JSON.stringify({ query: "query A { __typename }", operationName: "B" });
    expect(await send({ method: "POST", headers: json, body: other })).toEqual([400, code]);
    const two = JSON.stringify({ query: "query A { __typename } query B { __typename }" });
    expect(await send({ method: "POST", headers: json, body: two })).toEqual([400, code]);
    // Clients of the older media type want 200 for whatever is a request in good order.
    const older = { ...json, accept: "application/json" };
    expect(await send({ method: "POST", headers: older, body: two })).toEqual([200, code]);
  });
  it("is refused when a page elsewhere could have made a browser send it", async () => {
    const path = "/graphql?query=%7B__typename%7D";
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "https://elsewhere.example" },
      { origin: "null" },
    ])
      expect(await send({ method: "GET", path, headers })).toEqual([403, "CROSS_SITE"]);
    expect(await send({ method: "GET", path, headers: { "sec-fetch-site": "same-origin" } })).toEqual([200]);
  });
  it("is refused when it is for another place", async () => {
    expect(await send({ method: "GET", path: "/other" })).toEqual([404, "NOT_FOUND"]);
  });
});
