/** The live stream of news, through the gateway: one's own only, from where one stopped, for as long as one may. */
import "reflect-metadata";
import pg from "pg";
import { request } from "undici";
import { ed25519Key, testSettings } from "../gateway/testing/hub.ts";
import { startIssuer, type TestIssuer } from "../gateway/testing/issuer.ts";
import { buildGateway, type Gateway } from "../gateway/server.ts";
import { migrate } from "../platform/database.ts";
import { passportVerifier } from "../platform/passport.ts";
import { buildSubgraphServer, type RunningSubgraph } from "../platform/serve-subgraph.ts";
import { publishNext } from "../subgraphs/registry/store/publish-news.ts";
import { registry } from "../subgraphs/registry/subgraph.ts";
import { until } from "./support/background.ts";
import { createTestDatabase, type TestDatabase } from "./support/database.ts";
import { REGISTRY_SETTINGS } from "./support/news.ts";
import { unusedPort } from "./support/ports.ts";

let database: TestDatabase;
let service: pg.Client;
let issuer: TestIssuer;
let keys: { privateKey: string; publicKey: string };
let running: RunningSubgraph;
let port = 0;
let gateway: Gateway;
let url: string;
const streams: { close: () => void }[] = [];

beforeAll(async () => {
  database = await createTestDatabase("registry", async (ownerUrl) => {
    await migrate(ownerUrl, registry.database);
  });
  service = new pg.Client({ connectionString: database.url });
  await service.connect();
  [issuer, keys] = await Promise.all([startIssuer(), ed25519Key()]);
  // One that no outgoing connection is given while nobody listens there.
  port = await unusedPort();
  await startRegistry();
  gateway = await startGateway();
  url = await gateway.app.listen({ host: "127.0.0.1", port: 0 });
});

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

afterAll(async () => {
  await gateway.stop();
  await running.stop();
  await issuer.close();
  await service.end();
  await database.drop();
});

function startGateway(): Promise<Gateway> {
  const settings = testSettings(keys.privateKey, issuer.issuer, "schema/supergraph.graphql");
  const subgraphs = { ...settings.subgraphs, registry: [`http://127.0.0.1:${port}/graphql`] };
  return buildGateway({ ...settings, subgraphs });
}

async function startRegistry(): Promise<void> {
  running = await buildSubgraphServer(registry, REGISTRY_SETTINGS, {
    databaseUrl: database.url,
    verifyPassport: await passportVerifier("registry", keys.publicKey),
    logLevel: "silent",
  });
  await running.app.listen({ host: "127.0.0.1", port });
}

/** Somebody whom an organisation registered, and something that happens to them, published. */
async function happen(organisation: string): Promise<string> {
  const { rows } = await service.query(
    `with person as (insert into candidate (id, created_at) values (uuidv7(), now()) returning id)
     insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on, recorded_at, given_names)
       select uuidv7(), id, $1, id::text, 'FAIR', current_date, now(), 'Oleksandra' from person returning candidate_id as id`,
    [organisation],
  );
  const { id } = rows[0];
  await service.query("update candidate set responsible = $2 where id = $1", [id, organisation]);
  while ((await publishNext(service)) > 0);
  return id;
}

interface Stream {
  status: number;
  text: () => string;
  /** What was told so far: the ids of the people. */
  people: () => string[];
  lastId: () => string | undefined;
  ended: () => boolean;
  close: () => void;
}

interface Caller {
  organisation: string;
  role?: string;
  lastEventId?: string | undefined;
  seconds?: number;
  kinds?: string;
}

async function open(caller: Caller): Promise<Stream> {
  const { organisation, role = "SYSTEM", lastEventId, seconds = 300, kinds } = caller;
  const claims = {
    sub: `${role}@${organisation}`,
    organisation,
    roles: [role],
    purposes: [role === "DASHBOARD" ? "STATISTICS" : "SUPPORT"],
    scope: role === "DASHBOARD" ? "statistics:read" : "candidates:read",
    exp: Math.floor(Date.now() / 1000) + seconds,
  };
  const gone = new AbortController();
  const answer = await request(`${url}/events${kinds === undefined ? "" : `?kinds=${kinds}`}`, {
    headers: {
      authorization: `Bearer ${await issuer.token({ claims })}`,
      ...(lastEventId ? { "last-event-id": lastEventId } : {}),
    },
    signal: gone.signal,
  });
  let text = "";
  let ended = false;
  answer.body.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  answer.body.on("end", () => (ended = true));
  answer.body.on("error", () => undefined);
  const stream = {
    status: answer.statusCode,
    text: () => text,
    people: () =>
      [...text.matchAll(/^data: (.*)$/gm)].map(
        ([, data]) => (JSON.parse(data ?? "") as { candidateId: string }).candidateId,
      ),
    lastId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1],
    ended: () => ended,
    close: () => gone.abort(),
  };
  streams.push(stream);
  if (stream.status === 200) await until(() => stream.lastId() !== undefined);
  return stream;
}

describe("The live stream", () => {
  it("tells each organisation of its own circle, as it happens, by ids alone", async () => {
    const [promis, fccq] = [await open({ organisation: "promis" }), await open({ organisation: "fccq" })];
    const [ours, theirs] = [await happen("promis"), await happen("fccq")];
    await until(() => promis.people().length > 0 && fccq.people().length > 0);
    expect(promis.people()).toEqual([ours]);
    expect(fccq.people()).toEqual([theirs]);
    expect(promis.text()).not.toContain("Oleksandra");
  });

  it("goes on behind the last event that was read", async () => {
    const first = await open({ organisation: "promis" });
    await happen("promis");
    await until(() => first.people().length === 1);
    const lastEventId = first.lastId();
    first.close();
    const missed = [await happen("promis"), await happen("promis")];
    const second = await open({ organisation: "promis", lastEventId });
    await until(() => second.people().length === 2);
    expect(second.people()).toEqual(missed);
  });

  it("tells only of the kinds that are asked for, and resumes behind the others", async () => {
    const all = await open({ organisation: "promis" });
    const ours = await happen("promis");
    await until(() => all.people().includes(ours));
    const [, kind = ""] = /"kind":"([A-Z_]+)"/.exec(all.text()) ?? [];
    const other = kind === "STAGE_CHANGED" ? "REFERRAL_SENT" : "STAGE_CHANGED";
    const wanted = await open({ organisation: "promis", kinds: `${kind},${other}` });
    const unwanted = await open({ organisation: "promis", kinds: other });
    const begun = unwanted.lastId();
    const next = await happen("promis");
    await until(() => wanted.people().includes(next) && unwanted.lastId() !== begun);
    expect(unwanted.people()).toEqual([]);
    expect((await open({ organisation: "promis", kinds: "NOTHING_OF_THE_KIND" })).status).toBe(400);
    expect((await open({ organisation: "promis", kinds: `${kind}%26x=1` })).status).toBe(400);
  });

  it("ends with the registry, and resumes when it is back", async () => {
    const before = await open({ organisation: "promis" });
    await running.stop();
    await until(() => before.ended());
    expect((await open({ organisation: "promis" })).status).toBe(503);
    const missed = await happen("promis");
    await startRegistry();
    const after = await open({ organisation: "promis", lastEventId: before.lastId() });
    const later = await happen("promis");
    await until(() => after.people().length === 2);
    expect(after.people()).toEqual([missed, later]);
  });

  it("goes on when its connection to the database was cut", async () => {
    const stream = await open({ organisation: "promis" });
    const person = await happen("promis");
    await until(() => stream.people().includes(person));
    await service.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'continuum news stream' and datname = current_database()",
    );
    const next = await happen("promis");
    await until(() => stream.people().includes(next));
  });

  it("ends when the token does", async () => {
    const stream = await open({ organisation: "promis", seconds: 2 });
    await until(() => stream.ended());
  });

  it("is refused without a token, to a dashboard, and for an event id that is none", async () => {
    expect((await request(`${url}/events`)).statusCode).toBe(401);
    expect((await open({ organisation: "alliance", role: "DASHBOARD" })).status).toBe(403);
    expect((await open({ organisation: "promis", lastEventId: "nonsense" })).status).toBe(400);
    const direct = await request(`http://127.0.0.1:${port}/events`);
    expect(direct.statusCode).toBe(401);
  });

  it("is open only so often at once for one caller", async () => {
    const opened = await Promise.all(Array.from({ length: 10 }, () => open({ organisation: "inici" })));
    expect(opened.every(({ status }) => status === 200)).toBe(true);
    expect((await open({ organisation: "inici" })).status).toBe(503);
    expect((await open({ organisation: "promis" })).status).toBe(200);
  });

  it("does not hold up a gateway that stops", async () => {
    const other = await startGateway();
    const here = url;
    url = await other.app.listen({ host: "127.0.0.1", port: 0 });
    const stream = await open({ organisation: "le-collectif" });
    url = here;
    await other.stop();
    await until(() => stream.ended());
  });
});
