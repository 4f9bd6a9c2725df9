/** A partner that is down, slow or broken costs its own part of the answer, and says so. */
import { startHub, type TestHub } from "./testing/hub.ts";
import { until } from "./testing/until.ts";

const VIEW = `{ candidate(id: "a") { id name matching relocation } }`;

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.close());

const missing = (subgraph: string, path: (string | number)[]) =>
  expect.objectContaining({ path, extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph } });

it("answers everything when everybody is there", async () => {
  const { data, errors, status } = await hub.ask(VIEW);
  expect(status).toBe(200);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    candidate: { id: "a", name: "Amina", matching: "grant-for-a", relocation: "plan-of-a" },
  });
});

it("leaves out only the section of a partner whose server is gone, and names the partner", async () => {
  await hub.subgraphs.fccq.close();
  const { data, errors, status } = await hub.ask(`{ candidate(id: "a") { id name matching } }`);
  expect(status).toBe(200);
  expect(data).toEqual({ candidate: { id: "a", name: "Amina", matching: null } });
  expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
});

it("keeps what the other partners answered", async () => {
  await hub.subgraphs.fccq.close();
  const { data, errors } = await hub.ask(VIEW);
  expect(data).toMatchObject({ candidate: { name: "Amina", matching: null, relocation: "plan-of-a" } });
  expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
});

it("says for each candidate of a list that its section is missing", async () => {
  await hub.subgraphs.fccq.close();
  const { data, errors } = await hub.ask(`{ candidates { id matching } }`);
  expect(data).toEqual({
    candidates: [
      { id: "a", matching: null },
      { id: "b", matching: null },
    ],
  });
  expect(errors).toEqual([
    missing("fccq", ["candidates", 0, "matching"]),
    missing("fccq", ["candidates", 1, "matching"]),
  ]);
});

it.each([
  ["a server error", { status: 500, type: "application/json", body: `{"data":{}}` }],
  ["a page instead of data", { status: 200, type: "text/html", body: "<h1>Amina's file</h1>" }],
  ["broken JSON", { status: 200, type: "application/json", body: `{"data":` }],
  ["JSON that is no answer", { status: 200, type: "application/json", body: `[1]` }],
  ["nothing", { status: 200, type: "application/json", body: `{}` }],
  [
    "errors in no known shape",
    { status: 200, type: "application/json", body: `{"data":{},"errors":["secret"]}` },
  ],
  ["too few entities", { status: 200, type: "application/json", body: `{"data":{"_entities":[]}}` }],
  [
    "a refused passport",
    { status: 401, type: "application/json", body: `{"errors":[{"message":"secret"}]}` },
  ],
])("treats %s like a partner that is down, and passes on nothing of it", async (_what, instead) => {
  hub.subgraphs.fccq.instead = instead;
  const { data, errors, text } = await hub.ask(VIEW);
  expect(data).toMatchObject({ candidate: { name: "Amina", matching: null, relocation: "plan-of-a" } });
  expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
  expect(text).not.toMatch(/secret|file</);
});

describe("a partner that sends another form than the graph has", () => {
  const FORMS = `{ candidate(id: "a") { name relocation best { title candidate { name } } matches { title candidate { name } } } }`;
  const invalid = (subgraph: string, ...path: (string | number)[]) =>
    expect.objectContaining({ path, extensions: { code: "INVALID_ANSWER", subgraph } });
  const fccqSends = (candidate: object) => {
    const entity = { __typename: "Candidate", ...candidate };
    const body = JSON.stringify({ data: { _entities: [entity] } });
    hub.subgraphs.fccq.instead = { status: 200, type: "application/json", body };
  };
  const rest = { name: "Amina", relocation: "plan-of-a" };

  it("costs what does not fit alone, and is named", async () => {
    const best = ["candidate", "best"];
    const matches = ["candidate", "matches"];
    const wrong: [object, (string | number)[]][] = [
      [{ best: 3, matches: [] }, best],
      [{ best: "Baker", matches: [] }, best],
      [{ best: [{ title: "Baker" }], matches: [] }, best],
      [{ best: { __typename: 3 }, matches: [] }, best],
      [{ best: null, matches: { title: "Baker" } }, matches],
      [{ best: null, matches: "Baker" }, matches],
      [{ best: null, matches: ["Baker"] }, [...matches, 0]],
      [{ best: null, matches: [[{ title: "Baker" }]] }, [...matches, 0]],
    ];
    for (const [sent, path] of wrong) {
      fccqSends(sent);
      const { data, errors } = await hub.ask(FORMS);
      const expected = { ...rest, best: null, matches: path.includes("best") ? [] : null };
      expect({ sent, data, errors }).toEqual({
        sent,
        data: { candidate: expected },
        errors: [invalid("fccq", ...path)],
      });
    }
  });

  it("costs its part as if it were down when it sends no entities but numbers", async () => {
    hub.subgraphs.fccq.instead = {
      status: 200,
      type: "application/json",
      body: `{"data":{"_entities":[3]}}`,
    };
    const { data, errors } = await hub.ask(VIEW);
    expect(data).toMatchObject({ candidate: { name: "Amina", matching: null, relocation: "plan-of-a" } });
    expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
  });

  it("is told of beside another partner that is down, so that neither null is without its reason", async () => {
    fccqSends({ best: 3, matches: [{ title: "Baker", candidate: { __typename: "Candidate", id: "b" } }] });
    let asked = 0;
    // The first question is for the candidate, the second for whom the match is about.
    hub.subgraphs.registry.onRequest = (response) => {
      asked += 1;
      if (asked > 1) response.writeHead(500).end();
      return asked > 1;
    };
    const { data, errors } = await hub.ask(FORMS);
    expect(data).toEqual({
      candidate: { ...rest, best: null, matches: [{ title: "Baker", candidate: { name: null } }] },
    });
    expect(errors).toEqual([
      missing("registry", ["candidate", "matches", 0, "candidate", "name"]),
      invalid("fccq", "candidate", "best"),
    ]);
  });
});

it("takes a caller's variable that is called as the hub's own for what it is, and blames no partner for it", async () => {
  const ask = async (query: string, variables: object) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await hub.issuer.token()}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as unknown;
  };
  const representations = ["MATCHING", "SETTLEMENT"];
  for (let time = 0; time < 6; time += 1)
    expect(
      await ask("query ($representations: [Stage!]) { count(stages: $representations) }", {
        representations,
      }),
    ).toEqual({ data: { count: 1 } });
  expect((await hub.ask(VIEW)).errors).toBeUndefined();
});

describe("a second try", () => {
  /** Breaks the connection, after half of an answer or before any of it, the first so many times. */
  const breakFirst = (times: number, after = "") => {
    let left = times;
    hub.subgraphs.fccq.onRequest = (response) => {
      if (left === 0) return false;
      left -= 1;
      if (after) response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
      if (after) response.write(after);
      setTimeout(() => response.socket?.resetAndDestroy(), after ? 20 : 0);
      return true;
    };
  };

  it.each([
    ["resets the connection", ""],
    ["sends half of the body", `{"data":`],
  ])("is made when a partner %s, once, and the answer is whole", async (_what, after) => {
    breakFirst(1, after);
    expect((await hub.ask(VIEW)).errors).toBeUndefined();
    breakFirst(2, after);
    expect((await hub.ask(VIEW)).errors).toEqual([missing("fccq", ["candidate", "matching"])]);
  });

  it("is not made after the time was up: nothing in time is like a partner that is down", async () => {
    const hurried = await startHub({ subgraphTimeout: 2_000 });
    try {
      hurried.subgraphs.fccq.onRequest = () => true;
      const { data, errors } = await hurried.ask(VIEW);
      expect(data).toMatchObject({
        candidate: { name: "Amina", matching: null, relocation: "plan-of-a" },
      });
      expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
      expect(hurried.subgraphs.fccq.calls).toHaveLength(1);
    } finally {
      await hurried.close();
    }
  });

  it("is never made of a change that may have been received; the caller is told how to make it once", async () => {
    hub.subgraphs.registry.onRequest = (response) => {
      response.socket?.resetAndDestroy();
      return true;
    };
    const { errors } = await hub.ask(`mutation { note(text: "x") }`);
    expect(errors).toEqual([missing("registry", ["note"])]);
    expect(errors?.[0]?.message).toMatch(/same reference/);
    expect(hub.subgraphs.registry.calls).toHaveLength(1);
  });
});

describe("a partner that fails every time", () => {
  it("is given up after a few, is not asked any more, and is asked again by itself when it is ready", async () => {
    hub.subgraphs.fccq.instead = { status: 500, type: "text/plain", body: "" };
    hub.subgraphs.fccq.ready = false;
    for (let time = 0; time < 5; time += 1) await hub.ask(VIEW);
    const asked = hub.subgraphs.fccq.calls.length;
    const { errors } = await hub.ask(VIEW);
    expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
    expect(hub.subgraphs.fccq.calls).toHaveLength(asked);
    hub.subgraphs.fccq.instead = undefined;
    hub.subgraphs.fccq.ready = true;
    await until("it is asked again", async () => (await hub.ask(VIEW)).errors === undefined);
  });
});

it("cuts the whole answer at its deadline, with what is there by then", async () => {
  const hurried = await startHub({ answerDeadline: 2_000 });
  try {
    // What is planned, and known of the issuer, is there when time counts.
    expect((await hurried.ask(VIEW)).errors).toBeUndefined();
    hurried.subgraphs.fccq.onRequest = () => true;
    const { data, errors } = await hurried.ask(VIEW);
    expect(data).toMatchObject({ candidate: { name: "Amina", matching: null, relocation: "plan-of-a" } });
    expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
    expect(Number(hurried.subgraphs.fccq.calls[1]?.headers["continuum-time-left"])).toBeLessThanOrEqual(
      2_000,
    );
  } finally {
    await hurried.close();
  }
});

it("stops asking when the caller goes away", async () => {
  let ended = false;
  hub.subgraphs.fccq.onRequest = (response) => {
    response.once("close", () => (ended = true));
    return true;
  };
  const goner = new AbortController();
  const asked = fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await hub.issuer.token()}` },
    body: JSON.stringify({ query: VIEW }),
    signal: goner.signal,
  }).catch(() => "gone");
  await until("the partner is asked", () => hub.subgraphs.fccq.calls.length === 1);
  goner.abort();
  expect(await asked).toBe("gone");
  await until("the partner is let go", () => ended);
});

it("recovers as soon as the partner does", async () => {
  hub.subgraphs.fccq.instead = { status: 503, type: "text/plain", body: "down" };
  expect((await hub.ask(VIEW)).errors).toHaveLength(1);
  hub.subgraphs.fccq.instead = undefined;
  expect((await hub.ask(VIEW)).errors).toBeUndefined();
});

it("never shows the hidden grant, even when the registry that mints it is down", async () => {
  await hub.subgraphs.registry.close();
  const { data, errors, text } = await hub.ask(VIEW);
  expect(data).toEqual({ candidate: null });
  expect(errors).toEqual([missing("registry", ["candidate"])]);
  expect(text).not.toContain("matchingGrant");
});
