import { planOf } from "./arguments.ts";

describe("The plan of a benchmark", () => {
  it("is both worlds in seven rounds unless told otherwise", () => {
    expect(planOf([])).toMatchObject({ quick: false, scales: [1, 50], rounds: 7 });
  });

  it("is the small world in fewer, shorter rounds when it is to be quick", () => {
    const quick = planOf(["--quick"]);
    expect(quick.scales).toEqual([1]);
    expect(quick.rounds).toBeLessThan(planOf([]).rounds);
    expect(quick.slice).toBeLessThan(planOf([]).slice);
  });

  it("is of access alone on the small world when that is asked for", () => {
    expect(planOf(["--access"])).toMatchObject({ access: true, quick: false, scales: [1] });
    expect(planOf([]).access).toBe(false);
  });

  it("has the worlds that are named, one after the other or each by itself", () => {
    expect(planOf(["--scale", "1", "5"]).scales).toEqual([1, 5]);
    expect(planOf(["--scale", "2", "--scale", "3", "--quick"]).scales).toEqual([2, 3]);
  });

  it("warms up by the count that is named", () => {
    expect(planOf(["--warm-up", "5000"]).warmUp).toEqual({ light: 5_000, heavy: 1_250 });
  });

  it.each([["--fast"], ["50"], ["--scale", "0"], ["--scale", "a"], ["--warm-up", "-1"]])(
    "is refused with a sentence for %j %j",
    (...args) => {
      expect(() => planOf(args)).toThrow("Use: npm run bench");
    },
  );
});
