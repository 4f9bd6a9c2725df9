import { byRegion } from "./figures-by-region.ts";

describe("Figures by region", () => {
  it("bring together what each region has, in order of the codes, with 0 for what it has not", () => {
    const activities = new Map([
      ["11", { activities: 2 }],
      ["01", { activities: 1 }],
    ]);
    const positions = new Map([
      ["01", { positions: 3 }],
      ["05", { positions: 4 }],
    ]);
    expect(byRegion({ activities: 0, positions: 0 }, activities, positions)).toEqual([
      { regionCode: "01", activities: 1, positions: 3 },
      { regionCode: "05", activities: 0, positions: 4 },
      { regionCode: "11", activities: 2, positions: 0 },
    ]);
  });
});
