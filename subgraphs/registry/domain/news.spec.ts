import type { Circle } from "./access.ts";
import { mayBeTold, NEWS_KINDS, NewsKind } from "./news.ts";

const today = "2026-11-22";
const counsellor = {
  subject: "c",
  organisation: "promis",
  roles: ["COUNSELLOR"],
  purpose: "SUPPORT",
  scopes: [],
};
const coordinator = {
  subject: "k",
  organisation: "alliance",
  roles: ["COORDINATOR"],
  purpose: "COORDINATION",
  scopes: [],
};
const dashboard = {
  subject: "d",
  organisation: "alliance",
  roles: ["DASHBOARD"],
  purpose: "STATISTICS",
  scopes: [],
};
const registered: Circle = {
  self: false,
  registered: true,
  holder: "eer",
  referredSections: [],
  consents: [],
  brokenGlass: false,
};
const stranger: Circle = { ...registered, registered: false };
const about = (kind: NewsKind, ...parties: string[]) => ({ kind, candidateId: "1", parties });

describe("A piece of news", () => {
  it("of any kind is told to nobody who has no tie to the person, and to no dashboard", () => {
    for (const kind of NEWS_KINDS.filter((each) => each !== NewsKind.WEBHOOK_DISABLED)) {
      expect(mayBeTold(counsellor, stranger, about(kind, "promis"), today)).toBe(false);
      expect(mayBeTold(counsellor, null, about(kind, "promis"), today)).toBe(false);
      expect(mayBeTold(dashboard, registered, about(kind, "alliance"), today)).toBe(false);
    }
  });

  it("of another's doing is kept from who sees their own file alone, but for where the person stands", () => {
    expect(mayBeTold(counsellor, registered, about(NewsKind.MILESTONE_REPORTED, "fccq"), today)).toBe(false);
    expect(mayBeTold(counsellor, registered, about(NewsKind.MILESTONE_REPORTED, "promis"), today)).toBe(true);
    expect(mayBeTold(counsellor, registered, about(NewsKind.REFERRAL_MOVED, "fccq", "promis"), today)).toBe(
      true,
    );
    expect(mayBeTold(counsellor, registered, about(NewsKind.STAGE_CHANGED), today)).toBe(true);
  });

  it("of the pathway is told to the coordinator, and none of who the person is", () => {
    expect(mayBeTold(coordinator, stranger, about(NewsKind.STAGE_CHANGED), today)).toBe(true);
    expect(mayBeTold(coordinator, stranger, about(NewsKind.CONSENT_GIVEN, "fccq"), today)).toBe(false);
  });

  it("that is about no person is told to whoever works with people in the organisation", () => {
    const fact = { kind: NewsKind.WEBHOOK_DISABLED, candidateId: null, parties: ["alliance"] };
    expect(mayBeTold(coordinator, null, fact, today)).toBe(true);
    expect(mayBeTold(dashboard, null, fact, today)).toBe(false);
  });
});
