/** Hostile ways to send a request: bodies, headers, variables, and things said by halves. */
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { code, nest, post, repeat, times, type HostileRequest, type Kind } from "./kind.ts";

const JSON_TYPE = { "content-type": "application/json" };

function kind(name: string, expected: Kind["expected"], make: Kind["make"]): Kind {
  return { name, expected, make };
}

/** Ten megabytes that fold to ten kilobytes. */
const BOMB = JSON.stringify({ query: `{ __typename } # ${" ".repeat(10_000_000)}` });
const SMALL = JSON.stringify({ query: "{ __typename }" });
let folded: Record<string, Uint8Array> | undefined;
const fold = (how: "gzip" | "deflate" | "br"): Uint8Array =>
  (folded ??= { gzip: gzipSync(BOMB), deflate: deflateSync(BOMB), br: brotliCompressSync(BOMB) })[
    how
  ] as Uint8Array;

// Of the first two the gateway closes the connection while they are still being sent: whether its answer is read is chance.
export const BODIES: Kind[] = [
  kind("body: two megabytes", "refused", () =>
    post(JSON.stringify({ query: "{ __typename }", variables: { v: "x".repeat(2_000_000) } })),
  ),
  kind("body: ten megabytes", "refused", () => post(BOMB)),
  kind("body: a gzip bomb", code("UNSUPPORTED_MEDIA_TYPE"), () =>
    post(fold("gzip"), { "content-encoding": "gzip" }),
  ),
  kind("body: a deflate bomb", code("UNSUPPORTED_MEDIA_TYPE"), () =>
    post(fold("deflate"), { "content-encoding": "deflate" }),
  ),
  kind("body: a brotli bomb", code("UNSUPPORTED_MEDIA_TYPE"), () =>
    post(fold("br"), { "content-encoding": "br" }),
  ),
  kind("body: folded ten times", code("UNSUPPORTED_MEDIA_TYPE"), () =>
    post(fold("gzip"), { "content-encoding": repeat(10, () => "gzip,") }),
  ),
  kind("body: gzip that says nothing of it", "refused", () => post(fold("gzip"))),
  kind("body: none", "refused", () => ({ method: "POST", headers: JSON_TYPE })),
  kind("body: no JSON", "refused", () => post("{ __typename }")),
  kind("body: half of it", "refused", () => post(SMALL.slice(0, 10))),
  kind("body: a number", "refused", () => post("1")),
  kind("body: null", "refused", () => post("null")),
  kind("body: thirty thousand lists in each other", "refused", () => post(nest(30_000, "[", "", "]"))),
  kind("body: thirty thousand objects in each other", "refused", () => post(nest(30_000, `{"a":`, "1"))),
  kind("body: lists in each other, in the variables", code("VARIABLES_TOO_DEEP"), () =>
    post(`{"query":"{ __typename }","variables":{"v":${nest(4_000, "[", "", "]")}}}`),
  ),
  kind("body: not UTF-8", "refused", () => post(Buffer.from([0x7b, 0xff, 0xfe, 0xfd, 0x7d]))),
  kind("body: UTF-16", "refused", () => post(Buffer.from(SMALL, "utf16le"))),
  kind("body: NUL bytes", "refused", () => post(Buffer.alloc(200_000))),
  kind("body: a form", code("UNSUPPORTED_MEDIA_TYPE"), () =>
    post("query=%7B__typename%7D", { "content-type": "application/x-www-form-urlencoded" }),
  ),
  kind("body: a text", code("UNSUPPORTED_MEDIA_TYPE"), () => post(SMALL, { "content-type": "text/plain" })),
  kind("body: in parts", code("UNSUPPORTED_MEDIA_TYPE"), () =>
    post(`--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${SMALL}\r\n--x--`, {
      "content-type": "multipart/form-data; boundary=x",
    }),
  ),
  kind("body: of no type", "refused", () => post(SMALL, { "content-type": undefined })),
  kind("body: one long key", "refused", () => post(JSON.stringify({ ["k".repeat(200_000)]: 1 }))),
  kind("body: fourteen thousand keys", "refused", () =>
    post(JSON.stringify(Object.fromEntries(times(14_000, (i) => [`k${i}`, 1])))),
  ),
  kind("body: the prototype", "refused", () =>
    post(`{"query":"{ __typename }","__proto__":{"polluted":true}}`),
  ),
  kind("body: the prototype in the variables", "refused", () =>
    post(`{"query":"{ __typename }","variables":{"__proto__":{"polluted":true}}}`),
  ),
  kind("body: the constructor", "refused", () =>
    post(`{"query":"{ __typename }","variables":{"constructor":{"prototype":{"polluted":true}}}}`),
  ),
  kind("body: a length beside chunks", "refused", () =>
    post(SMALL, { "content-length": "5", "transfer-encoding": "chunked" }),
  ),
  kind("body: a gzip bomb, for an export", code("UNSUPPORTED_MEDIA_TYPE"), () => ({
    ...post(fold("gzip"), { "content-encoding": "gzip" }),
    path: "/export.json",
  })),
  kind("body: one that never comes, for an export, of nobody", code("UNAUTHENTICATED"), () => ({
    ...post(SMALL, { authorization: undefined }),
    path: "/export.json",
    pace: "never",
  })),
  kind("batch: of two", code("BAD_REQUEST"), () =>
    post([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
  ),
  kind("batch: of two thousand", code("BAD_REQUEST"), () =>
    post(times(2_000, () => ({ query: "{ __typename }" }))),
  ),
  kind("batch: of none", code("BAD_REQUEST"), () => post([])),
  kind("batch: of batches", code("BAD_REQUEST"), () => post([[[{ query: "{ __typename }" }]]])),
];

export const SLOW: Kind[] = [
  kind("slow: a body, byte by byte", "refused", () => ({
    ...post(`${" ".repeat(100)}${SMALL}`),
    pace: "slowly",
  })),
  kind("slow: a body that never comes", "refused", () => ({ ...post(SMALL), pace: "never" })),
  kind("slow: a body in pieces without end", "refused", () => ({
    ...post(`{"query": "${" ".repeat(100_000)}`),
    pace: "slowly",
    headers: { ...JSON_TYPE, "transfer-encoding": "chunked" },
  })),
];

const get = (parameters: string, headers: HostileRequest["headers"] = {}): HostileRequest => ({
  method: "GET",
  path: `/graphql?${parameters}`,
  headers,
});
const SHORT = `query=${encodeURIComponent("{ __typename }")}`;

export const HTTP: Kind[] = [
  kind("address: a mutation by GET", code("METHOD_NOT_ALLOWED"), () =>
    get(
      `query=${encodeURIComponent('mutation { incidentClose(input: { reference: "r", incidentId: "i", measures: "m", closedOn: "2026-01-01" }) { userErrors { code } } }')}`,
    ),
  ),
  kind("address: a subscription by GET", code("OPERATION_RESOLUTION_FAILURE"), () =>
    get(`query=${encodeURIComponent("subscription { candidates { nodes { id } } }")}`),
  ),
  kind("address: fifteen kilobytes", "either", () =>
    get(`query=${encodeURIComponent(`{ __typename } # ${"x".repeat(15_000)}`)}`),
  ),
  kind("address: thirty kilobytes", "refused", () => get(`${SHORT}&x=${"x".repeat(30_000)}`)),
  kind("address: a parameter twice", code("BAD_REQUEST"), () => get(`${SHORT}&${SHORT}`)),
  kind("address: a thousand parameters", "either", () =>
    get(`${SHORT}&${times(1_000, (i) => `p${i}=1`).join("&")}`),
  ),
  kind("address: variables that are no JSON", code("BAD_REQUEST"), () => get(`${SHORT}&variables={`)),
  kind("address: escapes that are none", "either", () => get(`${SHORT}&x=%zz%`)),
  kind("address: another place", code("NOT_FOUND"), () => ({
    method: "GET",
    path: "/graphql/../../etc/passwd",
  })),
  kind("address: the health, with a body", "either", () => ({ ...post(SMALL), path: "/health/ready" })),
  kind("method: DELETE", code("METHOD_NOT_ALLOWED"), () => ({ method: "DELETE", path: "/graphql" })),
  kind("method: one that nobody knows", "refused", () => ({ method: "PROPFIND", path: "/graphql" })),
  kind("method: HEAD", "refused", () => ({ ...get(SHORT), method: "HEAD" })),
  kind("method: HEAD, for a stream", "refused", () => ({ method: "HEAD", path: "/events" })),
  kind("header: twenty kilobytes", "refused", () => get(SHORT, { "x-hostile": "x".repeat(20_000) })),
  kind("header: a hundred of them", "either", () =>
    get(SHORT, Object.fromEntries(times(100, (i) => [`x-hostile-${i}`, "x"]))),
  ),
  kind("header: accepts nothing that there is", code("NOT_ACCEPTABLE"), () =>
    get(SHORT, { accept: "image/png" }),
  ),
  kind("header: accepts what every object has", code("NOT_ACCEPTABLE"), () =>
    get(SHORT, { accept: "constructor, __proto__, toString" }),
  ),
  kind("header: accepts a stream", code("NOT_ACCEPTABLE"), () => get(SHORT, { accept: "text/event-stream" })),
  kind("header: wants another protocol", "either", () =>
    get(SHORT, { connection: "upgrade", upgrade: "websocket" }),
  ),
  kind("header: accepts a thousand things", "either", () =>
    get(SHORT, { accept: times(1_000, (i) => `a/${i}`).join(",") }),
  ),
  kind("header: a request id that is none", "served", () =>
    get(SHORT, { "x-request-id": `'; drop table log; --${"x".repeat(2_000)}` }),
  ),
  kind("header: a purpose that is not one's own", code("PURPOSE_NOT_ALLOWED"), () =>
    get(SHORT, { "continuum-purpose": "STATISTICS" }),
  ),
  kind("header: asks for the query plan", "served", () =>
    get(SHORT, { "apollo-query-plan-experimental": "1" }),
  ),
  kind("header: another host", "served", () => get(SHORT, { host: "elsewhere.example" })),
  kind("header: another site", code("CROSS_SITE"), () => get(SHORT, { origin: "https://elsewhere.example" })),
  kind("header: a frame of another site", code("CROSS_SITE"), () =>
    get(SHORT, { "sec-fetch-site": "cross-site" }),
  ),
  kind("token: none", code("UNAUTHENTICATED"), () => get(SHORT, { authorization: undefined })),
  kind("token: a word", code("UNAUTHENTICATED"), (turn) =>
    get(SHORT, { authorization: `Bearer word${turn}` }),
  ),
  kind("token: of ten kilobytes", code("UNAUTHENTICATED"), () =>
    get(SHORT, { authorization: `Bearer ${"x".repeat(10_000)}` }),
  ),
  kind("token: signed by nobody", code("UNAUTHENTICATED"), () =>
    get(SHORT, {
      authorization: `Bearer ${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${Buffer.from('{"sub":"x"}').toString("base64url")}.`,
    }),
  ),
];
