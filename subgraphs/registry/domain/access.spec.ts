import { AccessStatus, decideAccess, mayKnowOf, reach } from "./access.ts";
import { Section, SECTIONS } from "./section.ts";

const counsellor = { organisation: "promis", roles: ["COUNSELLOR"], purpose: "SUPPORT" };
const coordinator = { organisation: "alliance", roles: ["COORDINATOR"], purpose: "COORDINATION" };
const dashboard = { organisation: "alliance", roles: ["DASHBOARD"], purpose: "STATISTICS" };
const stranger = { registered: false, referredSections: [] };
const registered = { registered: true, referredSections: [] };

describe("The decision on a section", () => {
  it("opens every section to a professional whose organisation registered the person", () => {
    for (const section of SECTIONS)
      expect(decideAccess(counsellor, registered, section)).toBe(AccessStatus.GRANTED);
  });

  it("keeps everything from a professional outside the circle", () => {
    for (const section of SECTIONS)
      expect(decideAccess(counsellor, stranger, section)).toBe(AccessStatus.NOT_IN_CIRCLE);
    expect(mayKnowOf(counsellor, stranger)).toBe(false);
  });

  it("opens through a referral the sections it names and no others", () => {
    const referred = { registered: false, referredSections: [Section.IDENTITY, Section.MATCHING] };
    expect(decideAccess(counsellor, referred, Section.MATCHING)).toBe(AccessStatus.GRANTED);
    expect(decideAccess(counsellor, referred, Section.RELOCATION)).toBe(AccessStatus.NOT_IN_CIRCLE);
    expect(mayKnowOf(counsellor, referred)).toBe(true);
  });

  it("shows the coordinator where anybody stands, and nothing else", () => {
    expect(decideAccess(coordinator, stranger, Section.PATHWAY)).toBe(AccessStatus.GRANTED);
    expect(decideAccess(coordinator, stranger, Section.IDENTITY)).toBe(AccessStatus.ROLE_NOT_ALLOWED);
    expect(decideAccess(coordinator, registered, Section.RELOCATION)).toBe(AccessStatus.ROLE_NOT_ALLOWED);
  });

  it("refuses a purpose for which the role does not look", () => {
    expect(decideAccess({ ...counsellor, purpose: "STATISTICS" }, registered, Section.IDENTITY)).toBe(
      AccessStatus.PURPOSE_NOT_ALLOWED,
    );
  });

  it("shows a dashboard nobody", () => {
    for (const section of SECTIONS)
      expect(decideAccess(dashboard, registered, section)).toBe(AccessStatus.ROLE_NOT_ALLOWED);
    expect([reach(dashboard), reach(counsellor), reach(coordinator)]).toEqual([
      "NOBODY",
      "CIRCLE",
      "EVERYBODY",
    ]);
  });
});
