import { AccessBasis, AccessStatus, decideAccess, mayKnowOf, reach, type Circle } from "./access.ts";
import type { ConsentFact } from "./consent.ts";
import { Section, SECTIONS } from "./section.ts";

const TODAY = "2026-11-21";
const viewer = (role: string, purpose = "SUPPORT", organisation = "promis") => ({
  subject: "somebody",
  organisation,
  roles: [role],
  purpose,
  scopes: ["candidates:read"],
});
const counsellor = viewer("COUNSELLOR");
const stranger: Circle = {
  self: false,
  registered: false,
  holder: "eer",
  referredSections: [],
  consents: [],
  brokenGlass: false,
};
const registered: Circle = { ...stranger, registered: true };

function consent(overrides: Partial<ConsentFact> = {}): ConsentFact {
  return {
    sections: [Section.MATCHING],
    purpose: "SUPPORT",
    given: true,
    givenOn: "2026-01-01",
    expiresOn: "2027-01-01",
    recordedAt: new Date("2026-01-01"),
    withdrawnAt: null,
    ...overrides,
  };
}

const status = (circle: Circle, section = Section.MATCHING, by = counsellor) =>
  decideAccess(by, circle, section, TODAY).status;
const basis = (circle: Circle, section = Section.MATCHING, by = counsellor) =>
  decideAccess(by, circle, section, TODAY).basis;

describe("A new file", () => {
  it("is seen by the organisation that opened it, in what it wrote itself", () => {
    for (const section of [Section.IDENTITY, Section.PATHWAY, Section.EMPLOYABILITY, Section.RELOCATION]) {
      expect(basis(registered, section)).toBe(AccessBasis.OWN_FILE);
    }
    for (const section of [Section.MATCHING, Section.PASSERELLE, Section.WELCOME]) {
      expect(status(registered, section)).toBe(AccessStatus.NO_CONSENT);
    }
  });

  it("is nobody's to anyone else", () => {
    for (const section of SECTIONS) expect(status(stranger, section)).toBe(AccessStatus.NOT_IN_CIRCLE);
    expect(mayKnowOf(counsellor, stranger, TODAY)).toBe(false);
  });
});

describe("What the person said", () => {
  it("opens another partner's section when they agreed", () => {
    expect(basis({ ...registered, consents: [consent()] })).toBe(AccessBasis.CONSENT);
  });

  it.each([
    ["refused", consent({ given: false }), AccessStatus.NO_CONSENT],
    ["withdrew", consent({ withdrawnAt: new Date("2026-06-01") }), AccessStatus.CONSENT_WITHDRAWN],
    ["let it expire", consent({ expiresOn: "2026-11-20" }), AccessStatus.CONSENT_EXPIRED],
    ["agreed for another purpose", consent({ purpose: "STATISTICS" }), AccessStatus.NO_CONSENT],
    ["agreed to another section", consent({ sections: [Section.WELCOME] }), AccessStatus.NO_CONSENT],
    ["agrees only from tomorrow on", consent({ givenOn: "2026-11-22" }), AccessStatus.NO_CONSENT],
  ])("closes it when they %s", (_word, word, expected) => {
    expect(status({ ...registered, consents: [word] })).toBe(expected);
  });

  it("is their latest word, whatever came before", () => {
    const later = { recordedAt: new Date("2026-05-01") };
    expect(status({ ...registered, consents: [consent(), consent({ ...later, given: false })] })).toBe(
      AccessStatus.NO_CONSENT,
    );
    expect(status({ ...registered, consents: [consent(later), consent({ given: false })] })).toBe(
      AccessStatus.GRANTED,
    );
  });

  it("opens nothing to an organisation outside the circle", () => {
    expect(status({ ...stranger, consents: [consent()] })).toBe(AccessStatus.NOT_IN_CIRCLE);
  });

  it("does not take from an organisation what it wrote itself", () => {
    const refused = consent({ sections: [Section.EMPLOYABILITY], given: false });
    expect(basis({ ...registered, consents: [refused] }, Section.EMPLOYABILITY)).toBe(AccessBasis.OWN_FILE);
  });
});

describe("A referral", () => {
  const referred: Circle = { ...stranger, referredSections: [Section.IDENTITY, Section.MATCHING] };

  it("opens the sections it names and no others", () => {
    expect(basis(referred)).toBe(AccessBasis.REFERRAL);
    expect(status(referred, Section.WELCOME)).toBe(AccessStatus.NOT_IN_CIRCLE);
  });

  it("opens nothing that the person refused or took back", () => {
    expect(status({ ...referred, consents: [consent({ given: false })] })).toBe(AccessStatus.NO_CONSENT);
    expect(status({ ...referred, consents: [consent({ withdrawnAt: new Date() })] })).toBe(
      AccessStatus.CONSENT_WITHDRAWN,
    );
  });
});

describe("Roles and purposes", () => {
  it("show the coordinator where anybody stands, and nothing else", () => {
    const coordinator = viewer("COORDINATOR", "COORDINATION", "alliance");
    expect(basis(stranger, Section.PATHWAY, coordinator)).toBe(AccessBasis.ROLE);
    expect(status(registered, Section.IDENTITY, coordinator)).toBe(AccessStatus.ROLE_NOT_ALLOWED);
  });

  it("refuse a purpose for which the role does not look", () => {
    expect(status(registered, Section.IDENTITY, viewer("COUNSELLOR", "STATISTICS"))).toBe(
      AccessStatus.PURPOSE_NOT_ALLOWED,
    );
  });

  it("show a dashboard, and a role that nobody knows, nobody", () => {
    for (const section of SECTIONS) {
      expect(status(registered, section, viewer("DASHBOARD", "STATISTICS"))).toBe(
        AccessStatus.ROLE_NOT_ALLOWED,
      );
      expect(status(registered, section, viewer("WIZARD"))).toBe(AccessStatus.ROLE_NOT_ALLOWED);
    }
  });

  it("show the person their own file whole, and nobody else's", () => {
    const person = viewer("CANDIDATE", "SELF");
    for (const section of SECTIONS) {
      expect(basis({ ...stranger, self: true }, section, person)).toBe(AccessBasis.SELF);
      expect(status(registered, section, person)).toBe(AccessStatus.NOT_IN_CIRCLE);
    }
  });

  it("say whose list a viewer reads", () => {
    expect(
      [
        viewer("DASHBOARD", "STATISTICS"),
        counsellor,
        viewer("COORDINATOR", "COORDINATION"),
        viewer("CANDIDATE", "SELF"),
      ].map(reach),
    ).toEqual(["NOBODY", "CIRCLE", "EVERYBODY", "SELF"]);
  });
});

describe("An emergency", () => {
  it("opens the file to the professional who gave a reason, whoever they are, and to no system", () => {
    expect(basis({ ...stranger, brokenGlass: true })).toBe(AccessBasis.BREAK_GLASS);
    expect(status({ ...stranger, brokenGlass: true }, Section.MATCHING, viewer("SYSTEM"))).toBe(
      AccessStatus.NOT_IN_CIRCLE,
    );
  });
});
