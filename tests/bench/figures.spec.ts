import { median, pairedRatio, percentile, rounded } from "./figures.ts";

describe("A percentile", () => {
  it("is a value that was measured, the smallest that covers the share", () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentile(values, 0.5)).toBe(100);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile(values, 1)).toBe(200);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it("compares numbers as numbers, and leaves the measured order alone", () => {
    const values = [100, 9, 20];
    expect(percentile(values, 0.5)).toBe(20);
    expect(values).toEqual([100, 9, 20]);
  });

  it("is nothing when nothing was measured", () => {
    expect(percentile([], 0.5)).toBeNaN();
    expect(rounded(percentile([], 0.5))).toBeNull();
  });
});

describe("A median", () => {
  it("is the middle value, or lies between the two in the middle", () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe("A paired ratio", () => {
  it("divides round by round, so that a slow round of both changes nothing", () => {
    expect(pairedRatio([20, 400, 22], [10, 200, 10])).toEqual({ median: 2, min: 2, max: 2.2 });
  });

  it("is not the ratio of the medians", () => {
    // Medians 10 and 10; but two rounds of three say 10.
    expect(pairedRatio([10, 100, 1], [1, 10, 100]).median).toBe(10);
  });

  it("leaves out a round in which one side has no figure", () => {
    expect(pairedRatio([2, Number.NaN, 6], [1, 1, 2])).toEqual({ median: 2.5, min: 2, max: 3 });
    expect(pairedRatio([2, 5], [0, 1])).toEqual({ median: 5, min: 5, max: 5 });
  });

  it("refuses rounds that have no partner", () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow("2 rounds cannot be paired with 1");
  });
});

it("A figure is published with three significant digits", () => {
  expect(rounded(1234.5)).toBe(1230);
  expect(rounded(0.0123456)).toBe(0.0123);
});
