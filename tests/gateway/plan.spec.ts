/** The gateway's executor answers as the stock one does, byte by byte, whatever the subgraphs say that has the graph's form. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../local/world/random.ts";
import { Operations } from "../access/operations.ts";
import { TwoWays } from "./plan/both.ts";
import { adorned, CONDITIONS } from "./plan/operations.ts";
import { Pretence } from "./plan/pretend.ts";
import { composeZoo, LEFT, QUESTIONS, ZOO } from "./plan/zoo.ts";

const SUBGRAPHS = ["registry", "fccq", "eer", "ccmm", "regional"];
const POOL = { candidates: ["c-1", "c-2"], ids: ["i-1"], codes: ["fccq", "x"], cursors: [], typed: ["Roy"] };
/** Operations over the hub's graph that are made up. */
const MADE_UP = 50;

const ready = ["docs/queries", "tests/bench/queries"].flatMap((folder) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const),
);
const seeds = (count: number) => Array.from({ length: count }, (_, index) => `seed ${index}`);

let hub: TwoWays;
let zoo: TwoWays;
beforeAll(async () => {
  const sdl = SUBGRAPHS.map((name) => [name, readFileSync(`schema/${name}.graphql`, "utf8")] as const);
  const supergraph = readFileSync("schema/supergraph.graphql", "utf8");
  hub = await TwoWays.on(supergraph, new Pretence(Object.fromEntries(sdl)));
  zoo = await TwoWays.on(composeZoo(), new Pretence(ZOO));
});

/** A value of another form than the graph has: there the stock executor gives up the whole answer, or says nothing of it. */
const OTHER_FORM = /"message":"(?:An object|A list|The name of a type) was expected for/;

/** How many answers had data, errors, misfits, or a value of another form: so that no test is about nothing. */
async function compare(
  graph: TwoWays,
  text: string,
  variables: Readonly<Record<string, unknown>>,
  count: number,
  faults: number,
) {
  const seen = { data: 0, errors: 0, misfits: 0, otherForm: 0 };
  for (const { stock, ours } of await graph.carryOut(text, variables, seeds(count), faults)) {
    if (ours && (OTHER_FORM.test(ours.answer) || !stock.answer.startsWith("{"))) {
      expect(ours.answer).toMatch(/^\{.*"data":/s);
      seen.otherForm += 1;
      continue;
    }
    const hasErrors = stock.answer.startsWith(`{"errors":`);
    expect(ours && (hasErrors ? { ...ours, answer: withoutMisfits(ours.answer) } : ours)).toEqual(stock);
    if (stock.answer.includes(`"data":{`)) seen.data += 1;
    if (hasErrors) seen.errors += 1;
    if (stock.answer.includes(`"valueCompletion"`)) seen.misfits += 1;
  }
  return seen;
}

/** Once there are errors, the stock executor is silent about what does not fit beside them. */
function withoutMisfits(answer: string): string {
  const { errors, data } = JSON.parse(answer) as { errors: unknown; data: unknown };
  return JSON.stringify({ errors, data });
}

it.each(ready)("answers %s as the stock executor does", async (_name, text) => {
  const variables = { id: "c-1", from: "2020-01-01", to: "2021-01-01" };
  expect(hub.knows(text)).toBe(true);
  expect((await compare(hub, text, variables, 4, 0)).data).toBe(4);
  const { data, errors } = await compare(hub, text, variables, 25, 0.3);
  expect(data).toBeGreaterThan(0);
  expect(errors).toBeGreaterThan(0);
});

it("answers operations that are made up as the stock executor does, from whole answers and from faulty ones", async () => {
  const random = new Random("plans");
  const operations = new Operations(hub.schema, random, POOL);
  const total = { data: 0, errors: 0, misfits: 0, otherForm: 0 };
  for (let made = 0; made < MADE_UP;) {
    const text = adorned(hub.schema, operations.next().text, random);
    if (!hub.knows(text)) continue;
    made += 1;
    const seen = await compare(hub, text, CONDITIONS, 3, 0.3);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += seen[key];
  }
  for (const count of Object.values(total)) expect(count).toBeGreaterThan(0);
});

it.each(QUESTIONS)(
  "answers as the stock executor does, of interfaces, unions and lists of lists: %s",
  async (text) => {
    expect(zoo.knows(text)).toBe(true);
    expect((await compare(zoo, text, CONDITIONS, 10, 0)).otherForm).toBe(0);
    await compare(zoo, text, CONDITIONS, 40, 0.5);
  },
);

it.each(LEFT)("leaves to the stock executor what it does not cover: %s", async (text) => {
  const [both] = await zoo.carryOut(text, {}, ["seed"], 0);
  expect(both?.ours).toBeNull();
});
