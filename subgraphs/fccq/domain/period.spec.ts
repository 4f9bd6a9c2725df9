import { periodOn } from "./period.ts";

describe("A period", () => {
  const former = { since: "2018-11-01", until: "2019-12-31" };
  const current = { since: "2021-02-01", until: null };

  it("holds on its first and on its last day, and without an end when it has none", () => {
    const on = (day: string) => periodOn([former, current], day);
    expect(on("2018-10-31")).toBeNull();
    expect(on("2018-11-01")).toBe(former);
    expect(on("2019-12-31")).toBe(former);
    expect(on("2020-06-01")).toBeNull();
    expect(on("2099-01-01")).toBe(current);
  });
});
