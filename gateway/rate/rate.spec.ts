/** Rates: what a client and an organisation may ask for in a minute. */
import type { Log } from "../../platform/log.ts";
import { Refusal } from "../refusal.ts";
import { openRate, pointsOf, type RateSettings } from "./rate.ts";

const NO_LIMIT: RateSettings = { perClient: 0, perOrganisation: 0, planningPerClient: 0 };
const amina = { subject: "amina", organisation: "promis" };
const colleague = { subject: "colleague", organisation: "promis" };
const stranger = { subject: "stranger", organisation: "ccmm" };
const log = { warn: () => undefined } as unknown as Log;

async function refusalOf(work: () => unknown): Promise<Refusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

it("takes a point for a request, and one more for each hundred objects it may bring back", () => {
  expect([0, 99, 100, 2_345].map(pointsOf)).toEqual([1, 1, 2, 24]);
});

it("refuses a client that spent its points, with when to come back, and nobody else", async () => {
  const rate = await openRate({ ...NO_LIMIT, perClient: 10 }, log);
  expect(await rate.spend(amina, 7)).toEqual({
    "ratelimit-policy": "10;w=60",
    "ratelimit-limit": "10",
    "ratelimit-remaining": "3",
    "ratelimit-reset": "60",
  });
  rate.precheck(amina);
  const refusal = await refusalOf(() => rate.spend(amina, 7));
  expect(refusal.code).toBe("RATE_LIMITED");
  expect(refusal.particulars.headers).toMatchObject({ "retry-after": "60", "ratelimit-remaining": "0" });
  expect((await refusalOf(() => rate.precheck(amina))).code).toBe("RATE_LIMITED");
  rate.precheck(colleague);
  await rate.spend(colleague, 7);
});

it("counts an organisation's clients together as well", async () => {
  const rate = await openRate({ ...NO_LIMIT, perClient: 100, perOrganisation: 10 }, log);
  expect(await rate.spend(amina, 6)).toMatchObject({ "ratelimit-limit": "10", "ratelimit-remaining": "4" });
  expect((await refusalOf(() => rate.spend(colleague, 6))).code).toBe("RATE_LIMITED");
  expect((await refusalOf(() => rate.precheck(amina))).code).toBe("RATE_LIMITED");
  await rate.spend(stranger, 6);
});

it("plans so many new operations for a client, and refuses only what would have to be planned", async () => {
  const rate = await openRate({ ...NO_LIMIT, planningPerClient: 100 }, log);
  await rate.plan(amina, 90);
  expect((await refusalOf(() => rate.plan(amina, 20))).code).toBe("PLANNING_LIMITED");
  await rate.plan(amina, 0);
  rate.precheck(amina);
  await rate.plan(colleague, 90);
});

it("counts nothing where there is no limit", async () => {
  const rate = await openRate(NO_LIMIT, log);
  expect(await rate.spend(amina, 1_000_000)).toEqual({});
});

it("says in one sentence that the shared store cannot be used", async () => {
  const databaseUrl = "postgres://nobody:secret@127.0.0.1:9/rates";
  await expect(openRate({ ...NO_LIMIT, perClient: 1, databaseUrl }, log)).rejects.toThrow(
    /^The store of the rates cannot be used \(ECONNREFUSED\): check .* RATE_DATABASE_URL/,
  );
});
