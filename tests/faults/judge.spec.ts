/** The judge of answers must itself be able to find fault. */
import { judge } from "./judge.ts";

const right = {
  data: { candidate: { name: "Amina", matching: { score: 5 }, plans: [{ on: "x" }, { on: "y" }] } },
};
const missing = (...path: (string | number)[]) => ({
  message: "not available",
  path,
  extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph: "fccq" },
});
const withParts = (parts: object, ...errors: ReturnType<typeof missing>[]) => ({
  data: { candidate: { ...right.data.candidate, ...parts } },
  ...(errors.length > 0 ? { errors } : {}),
});

it("finds the right answer right", () => {
  expect(judge(structuredClone(right), right)).toEqual({ verdict: "right" });
});

it("finds a missing part honest that an error accounts for, and names the partner", () => {
  expect(judge(withParts({ matching: null }, missing("candidate", "matching")), right)).toEqual({
    verdict: "partial",
    subgraphs: ["fccq"],
  });
});

it("lets an error account for what its field is part of, where that may not be null", () => {
  const { verdict } = judge({ data: { candidate: null }, errors: [missing("candidate", "matching")] }, right);
  expect(verdict).toBe("partial");
});

it("finds a refusal honest that says that there is too much to do, and brings nothing", () => {
  const overloaded = { message: "try again in a moment", extensions: { code: "OVERLOADED" } };
  expect(judge({ errors: [overloaded] }, right)).toEqual({ verdict: "refused" });
  expect(judge({ ...withParts({ matching: null }), errors: [overloaded] }, right).verdict).toBe("wrong");
});

it.each([
  ["a part missing without an error", withParts({ matching: null })],
  [
    "a part missing and an error about another one",
    withParts({ matching: null }, missing("candidate", "plans")),
  ],
  ["another value", withParts({ name: "Anna" })],
  [
    "another value beside an honest gap",
    withParts({ matching: null, name: "Anna" }, missing("candidate", "matching")),
  ],
  ["a shorter list", withParts({ plans: [{ on: "x" }] })],
  ["more than there is", withParts({ extra: 1 })],
  ["nothing at all", { data: null }],
  [
    "an error that explains nothing",
    { ...right, errors: [{ message: "oops", extensions: { code: "INTERNAL_SERVER_ERROR" } }] },
  ],
])("finds %s wrong", (_what, given) => {
  expect(judge(given, right).verdict).toBe("wrong");
});
