/** GraphQL over HTTP to the letter. */
import { startHub, type TestHub } from "../../gateway/testing/hub.ts";
import { auditHttp } from "./audit.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ introspection: true });
});
afterAll(() => hub.close());

it("passes every check of the audit of GraphQL over HTTP", async () => {
  const results = await auditHttp(`${hub.url}/graphql`, await hub.issuer.token());
  expect(results).toEqual({ passed: 61, total: 61, failed: [] });
});

it("answers in the media type that is asked for first, and in no other", async () => {
  const token = await hub.issuer.token();
  const ask = async (accept: string) => {
    const response = await fetch(`${hub.url}/graphql?query={__typename}`, {
      headers: { authorization: `Bearer ${token}`, accept },
    });
    return `${response.status} ${response.headers.get("content-type")}`;
  };
  const older = "application/json; charset=utf-8";
  const newer = "application/graphql-response+json; charset=utf-8";
  expect(await ask("application/json;q=0.5, application/graphql-response+json")).toBe(`200 ${newer}`);
  expect(await ask("application/json, application/graphql-response+json;q=0.9")).toBe(`200 ${older}`);
  expect(await ask("text/html, application/*;q=0.1")).toBe(`200 ${older}`);
  expect(await ask("text/event-stream")).toBe(`406 ${older}`);
});

it("reads by GET, writes by POST only, and knows no other method", async () => {
  const token = await hub.issuer.token();
  const send = async (method: string, path: string) => {
    const response = await fetch(`${hub.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    return [response.status, response.headers.get("allow")];
  };
  expect(await send("GET", `/graphql?query=${encodeURIComponent('mutation { note(text: "x") }')}`)).toEqual([
    405,
    "POST",
  ]);
  expect(await send("DELETE", "/graphql")).toEqual([405, "GET, POST"]);
  expect(await send("GET", "/graphql?query={__typename}&query={__typename}")).toEqual([400, null]);
});
