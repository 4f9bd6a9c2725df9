/** The access matrix and the fuzz test in their small form, and attacks on the whole hub with tokens and grants. */
import { PLANT, fuzz, readJudge, type Judged } from "./fuzz-run.ts";
import { grantAttacks, withdrawals, withoutTheRegistrysDatabase } from "./grant-attacks.ts";
import { startAccessHub, type AccessHub } from "./hub.ts";
import { identityAttacks } from "./identity-attacks.ts";
import { readOwnership } from "./ownership.ts";
import { runAll, smallRuns } from "./runs.ts";
import { tellStories, type Story } from "./stories.ts";
import { writeStories } from "./story-rows.ts";
import { systemLimits } from "./system-limits.ts";
import { tokenAttacks } from "./token-attacks.ts";

let hub: AccessHub;
let stories: Story[];
let judge: Judged | undefined;
const hubOf = () => hub;
const storiesOf = () => stories;

beforeAll(async () => {
  hub = await startAccessHub();
  stories = tellStories(1);
  await writeStories(hub.databases.registry, stories, true);
});
afterAll(() => hub.stop());

describe("the access matrix, in small", () => {
  it("shows to nobody what the table does not give them, on any path, and to all what it does", async () => {
    const ownership = await readOwnership(hub.databases);
    const tally = await runAll(hub, { stories, ownership }, smallRuns(stories));
    expect(tally.findings).toEqual([]);
    expect(tally).toMatchObject({ leaks: 0, mismatches: 0 });
    expect(tally.cases).toBeGreaterThan(10_000);
    expect(tally.withheld).toBeGreaterThan(5_000);
  });
});

tokenAttacks(hubOf);
grantAttacks(hubOf, storiesOf);
systemLimits(hubOf);

describe("attempts to learn of somebody by saying who is who", () => {
  identityAttacks(hubOf, storiesOf);
});

describe("a withdrawal", () => {
  withdrawals(hubOf, storiesOf);
});

describe("a registry that cannot write down who looks", () => {
  withoutTheRegistrysDatabase(hubOf, storiesOf);
});

describe("random questions of random viewers", () => {
  it("bring nothing back that the oracle does not allow", async () => {
    judge ??= await readJudge(hub);
    const tally = await fuzz(hub, stories, judge, { seconds: 8, seed: "in small" });
    expect(tally.findings).toEqual([]);
    expect(tally.leaks).toBe(0);
    expect(tally.values).toBeGreaterThan(100);
  });
});

describe("a leak that is put in on purpose", () => {
  it("is found by random questions", async () => {
    judge ??= await readJudge(hub);
    const leaky = await hub.beside("registry", PLANT);
    try {
      const tally = await fuzz(leaky, stories, judge, { seconds: 120, seed: "a leak", untilFound: true });
      expect(tally.leaks).toBeGreaterThan(0);
    } finally {
      await leaky.stop();
    }
  });
});
