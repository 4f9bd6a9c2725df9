/** The explorer: there on a development machine, and nowhere else. */
import { startHub, type TestHub } from "../testing/hub.ts";

const CANDIDATE = "0192d7f2-7b3c-7e9d-8a46-5a1d2c3b4e5f";

describe("with EXPLORER=on", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ explorer: true, demoCandidate: CANDIDATE });
  });
  afterAll(() => hub.close());

  it("serves a page whose every part comes from the gateway", async () => {
    const page = await fetch(`${hub.url}/`);
    const html = await page.text();
    expect(page.headers.get("content-type")).toContain("text/html");
    const parts = [...html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, address]) => address ?? "");
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) {
      expect(part).toMatch(/^\/explorer\//);
      const answer = await fetch(`${hub.url}${part}`);
      expect(answer.status).toBe(200);
      expect((await answer.text()).length).toBeGreaterThan(100);
    }
    expect(html).not.toMatch(/<script(?![^>]*src)/);
  });

  it("lets the page talk to the gateway and the issuer, and to nobody else", async () => {
    const policy = (await fetch(`${hub.url}/`)).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ${hub.issuer.issuer};`);
  });

  it("offers the README's queries, the unified view of the demonstration candidate first", async () => {
    const settings = (await (await fetch(`${hub.url}/explorer/settings.json`)).json()) as {
      queries: { query: string; variables?: string }[];
    };
    expect(settings).toMatchObject({ issuer: hub.issuer.issuer, client: "continuum-explorer" });
    const names = settings.queries.map(({ query }) => /query (\w+)/.exec(query)?.[1]);
    expect(names.slice(0, 3)).toEqual(["UnifiedView", "Worklist", "Statistics"]);
    expect(JSON.parse(settings.queries[0]?.variables ?? "")).toEqual({ id: CANDIDATE });
  });

  it("tells no key and no address of a subgraph", async () => {
    const text = await (await fetch(`${hub.url}/explorer/settings.json`)).text();
    expect(text).not.toContain(hub.subgraphs.registry.url);
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual([
      "audience",
      "client",
      "issuer",
      "queries",
    ]);
  });
});

it.each(["/", "/explorer/settings.json", "/explorer/explorer.js"])(
  "is not there with EXPLORER=off: %s",
  async (path) => {
    const hub = await startHub();
    try {
      const answer = await fetch(`${hub.url}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
    } finally {
      await hub.close();
    }
  },
);
