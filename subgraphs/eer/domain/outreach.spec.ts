import { OutreachEventKind, placeIsRight } from "./outreach.ts";

describe("An outreach event", () => {
  it("has a city, unless it is a webinar", () => {
    expect(placeIsRight(OutreachEventKind.FAIR, "Montréal")).toBe(true);
    expect(placeIsRight(OutreachEventKind.FAIR, null)).toBe(false);
    expect(placeIsRight(OutreachEventKind.WEBINAR, null)).toBe(true);
    expect(placeIsRight(OutreachEventKind.WEBINAR, "Montréal")).toBe(false);
  });
});
