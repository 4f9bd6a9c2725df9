/** The feed of news: everybody what is theirs, in an order in which nothing is missed. */
import "reflect-metadata";
import pg from "pg";
import { retire } from "../../platform/retention.ts";
import { publishNext } from "../../subgraphs/registry/store/publish-news.ts";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";
import { adviser, coordinator, counsellor, officer, openNewsWorld, type NewsWorld } from "../support/news.ts";

let world: NewsWorld;
beforeAll(async () => {
  world = await openNewsWorld();
});
afterAll(() => world.close());

/** The cursor at which a viewer stands once all is published. */
async function now(by = counsellor): Promise<string | null> {
  await world.publish();
  let cursor: string | null = null;
  for (;;) {
    const { pageInfo } = await world.feed(by, cursor);
    cursor = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return cursor;
  }
}

async function since(by: typeof counsellor, cursor: string | null, kinds?: string[]) {
  const { nodes } = await world.feed(by, cursor, kinds);
  return nodes.map(({ kind, subjectId }) => [kind, subjectId]);
}

describe("The news of an organisation", () => {
  it("are those of its own circle and of no other", async () => {
    const [promis, fccq, ccmm] = [await now(), await now(officer), await now(adviser)];
    const person = await world.register(counsellor);
    const stranger = await world.register(adviser);
    const milestone = await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
    const referral = await world.refer(counsellor, person, "fccq");
    await world.publish();
    const registered = await world.feed(counsellor, promis);
    expect(registered.nodes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["MILESTONE_REPORTED", "STAGE_CHANGED", "RESPONSIBLE_CHANGED", "REFERRAL_SENT"]),
    );
    expect(registered.nodes.map(({ subjectId }) => subjectId)).toEqual(
      expect.arrayContaining([milestone, referral]),
    );
    expect(new Set(registered.nodes.map(({ candidate }) => candidate?.id))).toEqual(
      new Set([person.candidateId]),
    );
    expect(await since(officer, fccq)).toEqual([["REFERRAL_SENT", referral]]);
    const other = await world.feed(adviser, ccmm);
    expect(new Set(other.nodes.map(({ candidate }) => candidate?.id))).toEqual(
      new Set([stranger.candidateId]),
    );
  });

  it("tell of what happens to a referral on both sides", async () => {
    const person = await world.register(counsellor);
    const referral = await world.refer(counsellor, person, "fccq");
    const [promis, fccq] = [await now(), await now(officer)];
    await world.change(officer, "referralAccept", { referralId: referral }, "referral { state }");
    await world.publish();
    expect(await since(counsellor, promis, ["REFERRAL_MOVED"])).toEqual([["REFERRAL_MOVED", referral]]);
    expect(await since(officer, fccq, ["REFERRAL_MOVED"])).toEqual([["REFERRAL_MOVED", referral]]);
  });

  it("tell the recipient of a consent that it was given and withdrawn, and the coordinator where people stand", async () => {
    const person = await world.register(counsellor);
    await world.refer(counsellor, person, "fccq");
    const [fccq, alliance] = [await now(officer), await now(coordinator)];
    const consent = await world.consent(counsellor, person, "fccq", ["IDENTITY", "PATHWAY"]);
    await world.publish();
    expect(await since(officer, fccq)).toEqual([["CONSENT_GIVEN", consent]]);
    await world.change(counsellor, "consentWithdraw", { consentId: consent }, "consent { id }");
    await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
    await world.publish();
    expect(await since(counsellor, null, ["CONSENT_WITHDRAWN"])).toEqual([["CONSENT_WITHDRAWN", consent]]);
    const followed = (await since(coordinator, alliance)).map(([kind]) => kind);
    expect(followed).toEqual(expect.arrayContaining(["MILESTONE_REPORTED", "STAGE_CHANGED"]));
    expect(followed.some((kind) => String(kind).startsWith("CONSENT"))).toBe(false);
  });

  it("leave out whom it may no longer know of, and go on behind them", async () => {
    const person = await world.register(counsellor);
    const referral = await world.refer(counsellor, person, "fccq");
    const fccq = await now(officer);
    await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
    await world.change(
      officer,
      "referralDecline",
      { referralId: referral, reason: "NO_CAPACITY" },
      "referral { id }",
    );
    await world.publish();
    const { nodes, pageInfo } = await world.feed(officer, fccq);
    expect(nodes).toEqual([]);
    expect(pageInfo.endCursor).not.toBe(fccq);
    const next = await world.register(counsellor);
    const later = await world.refer(counsellor, next, "fccq");
    await world.publish();
    expect(await since(officer, pageInfo.endCursor)).toEqual([["REFERRAL_SENT", later]]);
  });

  it("tell an organisation that sees only its own file of what it did itself, and of nobody else's reports", async () => {
    const person = await world.register(counsellor);
    const { registrationId } = await world.register(officer);
    const own = { registrationId, candidateId: person.candidateId };
    await world.service.query("update registration set candidate_id = $2 where id = $1", [
      registrationId,
      person.candidateId,
    ]);
    const fccq = await now(officer);
    const theirs = await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
    const ours = await world.report(officer, own, "OFFER_PROPOSED");
    await world.publish();
    const told = await since(officer, fccq, ["MILESTONE_REPORTED"]);
    expect(told).toEqual([["MILESTONE_REPORTED", ours]]);
    expect(told.flat()).not.toContain(theirs);
    expect(await since(officer, null, ["REGISTRATION_LINKED"])).toEqual([
      ["REGISTRATION_LINKED", registrationId],
    ]);
  });

  it("are closed to a dashboard, and empty for an organisation that nobody told anything", async () => {
    await world.publish();
    const dashboard = viewer("alliance", "DASHBOARD", { purpose: "STATISTICS", purposes: ["STATISTICS"] });
    await expect(world.feed(dashboard)).rejects.toThrow("candidates:read");
    expect((await world.feed(viewer("mifi", "SYSTEM"))).nodes).toEqual([]);
  });
});

describe("The order of news", () => {
  it("skips nothing that commits late, though it began before what was read", async () => {
    const [slow, quick] = [await world.register(counsellor), await world.register(counsellor)];
    const start = await now();
    const late = new pg.Client({ connectionString: (world.hub.database.options as { url: string }).url });
    await late.connect();
    try {
      await late.query("begin");
      await late.query("update candidate set responsible = 'inici' where id = $1", [slow.candidateId]);
      const milestone = await world.report(counsellor, quick, "COUNSELLOR_ASSIGNED");
      await world.publish();
      const first = await world.feed(counsellor, start);
      expect(first.nodes.map(({ subjectId }) => subjectId)).toContain(milestone);
      expect(first.nodes.map(({ subjectId }) => subjectId)).not.toContain(slow.candidateId);
      await late.query("commit");
      await world.publish();
      expect(await since(counsellor, first.pageInfo.endCursor)).toEqual([
        ["RESPONSIBLE_CHANGED", slow.candidateId],
      ]);
    } finally {
      await late.end();
    }
  });

  it("is the same read by pages of one, of three and at once, from wherever one begins", async () => {
    await world.publish();
    const whole = await world.feed(counsellor);
    const ids = whole.nodes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5);
    for (const size of [1, 3]) {
      const read: string[] = [];
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo } = await world.feed(counsellor, after, undefined, size);
        read.push(...nodes.map(({ id }) => id));
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      expect(read).toEqual(ids);
    }
    expect((await world.feed(counsellor, whole.pageInfo.endCursor)).nodes).toEqual([]);
    expect((await world.feed(counsellor, whole.pageInfo.endCursor)).pageInfo.endCursor).toBe(
      whole.pageInfo.endCursor,
    );
  });

  it("writes nothing for a change that is undone", async () => {
    const person = await world.register(counsellor);
    await world.publish();
    await world.service.query("begin");
    await world.service.query("update candidate set responsible = 'fccq' where id = $1", [
      person.candidateId,
    ]);
    await world.service.query("rollback");
    expect(await world.publish()).toBe(0);
  });

  it("gives each piece of news one place when several processes publish at once", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => world.register(counsellor)));
    await world.publish();
    for (const person of people) await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
    const others = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const client = new pg.Client({
          connectionString: (world.hub.database.options as { url: string }).url,
        });
        await client.connect();
        return client;
      }),
    );
    const published = await Promise.all(others.map((client) => publishNext(client, 4)));
    await Promise.all(others.map((client) => client.end()));
    const rest = await world.publish();
    const { rows } = await world.service.query(
      "select count(*)::int as all, count(distinct place)::int as places, (select last::int from news_counter) as last from news",
    );
    expect(published.reduce((sum, each) => sum + each, 0) + rest).toBeGreaterThanOrEqual(12);
    expect(rows[0]).toEqual({ all: rows[0].last, places: rows[0].last, last: rows[0].last });
  });
});

describe("The feed", () => {
  it("carries ids and kinds, and no name or word of anybody", async () => {
    await world.publish();
    const { rows } = await world.service.query("select to_jsonb(news) as news from news");
    expect(rows.length).toBeGreaterThan(0);
    for (const { news } of rows) {
      expect(Object.keys(news).sort()).toEqual(
        [
          "candidate_id",
          "id",
          "kind",
          "occurred_at",
          "parties",
          "place",
          "published_at",
          "subject_id",
        ].sort(),
      );
      expect(JSON.stringify(news)).not.toMatch(/Oleksandra|Bonjour|Complet/);
    }
  });

  it("costs one statement per table, whatever the number", async () => {
    const count = async (first: number) =>
      statementsPerTable(await world.hub.statements(() => world.feed(counsellor, null, undefined, first)));
    expect(await count(50)).toEqual(await count(2));
  });

  it("writes down no look at anybody for ids alone", async () => {
    const looks = async () =>
      Number((await world.service.query("select count(*) from disclosure")).rows[0].count);
    const before = await looks();
    await world.feed(counsellor);
    expect(await looks()).toBe(before);
    await world.ask(counsellor, "{ news(first: 1) { nodes { candidate { stage { code } } } } }");
    expect(await looks()).toBeGreaterThan(before);
  });

  it("refuses a cursor of another list", async () => {
    for (const after of ["nonsense", Buffer.from('["x"]').toString("base64url")]) {
      const { errors } = await world.ask(
        counsellor,
        "query ($after: String) { news(after: $after) { nodes { id } } }",
        {
          after,
        },
      );
      expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });

  it("is kept for 90 days, and says so to whoever comes back with an older cursor", async () => {
    const person = await world.register(counsellor);
    await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
    await world.publish();
    const first = await world.feed(counsellor, null, undefined, 1);
    const day = 86_400_000;
    await retire(world.hub.owner, registry.database.retention, new Date(Date.now() + 89 * day));
    expect((await world.feed(counsellor, null, undefined, 1)).nodes).toEqual(first.nodes);
    await retire(world.hub.owner, registry.database.retention, new Date(Date.now() + 92 * day));
    expect((await world.feed(counsellor)).nodes).toEqual([]);
    const { errors } = await world.ask(
      counsellor,
      "query ($after: String) { news(after: $after) { nodes { id } } }",
      {
        after: first.pageInfo.endCursor,
      },
    );
    expect(errors?.[0]?.message).toMatch(/90 days/);
    const later = await world.report(counsellor, person, "READY_DECLARED");
    await world.publish();
    expect((await since(counsellor, null)).flat()).toContain(later);
  });
});
