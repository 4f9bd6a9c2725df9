import { HTTPS_LINK } from "./link.ts";
import { OCCUPATION_CODE, teer } from "./occupation.ts";
import { REGION_CODES } from "./region.ts";
import { SECTOR_CODE } from "./sector.ts";

describe("Codes", () => {
  it("of occupations are five digits, the second of which is the FEER/TEER", () => {
    expect("22301").toMatch(OCCUPATION_CODE);
    expect("26301").not.toMatch(OCCUPATION_CODE);
    expect("2230").not.toMatch(OCCUPATION_CODE);
    expect(teer("22301")).toBe(2);
  });

  it("of sectors are the twenty of SCIAN/NAICS 2022, ranges by their first", () => {
    const all = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, "0"));
    expect(all.filter((code) => SECTOR_CODE.test(code))).toHaveLength(20);
  });

  it("of regions are 01 to 17", () => {
    expect(REGION_CODES).toHaveLength(17);
    expect([REGION_CODES[0], REGION_CODES[16]]).toEqual(["01", "17"]);
  });

  it("of links are over https only", () => {
    expect("https://videos.example/a").toMatch(HTTPS_LINK);
    expect("http://videos.example/a").not.toMatch(HTTPS_LINK);
    expect("javascript:alert(1)").not.toMatch(HTTPS_LINK);
  });
});
