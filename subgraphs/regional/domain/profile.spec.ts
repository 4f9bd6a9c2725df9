import { RegionalVideoKind, shown, videoObstacle } from "./profile.ts";

describe("A video of a region", () => {
  it("has captions", () => {
    const kind = RegionalVideoKind.LOCAL_REALITY;
    expect(videoObstacle({ kind, captioned: false, consentedOn: null })).toBe("captioned");
    expect(videoObstacle({ kind, captioned: true, consentedOn: null })).toBeNull();
  });

  it.each([RegionalVideoKind.LOCAL_ACTOR, RegionalVideoKind.TESTIMONY])(
    "has the consent of whoever speaks: %s",
    (kind) => {
      expect(videoObstacle({ kind, captioned: true, consentedOn: null })).toBe("consentedOn");
      expect(videoObstacle({ kind, captioned: true, consentedOn: "2026-03-10" })).toBeNull();
    },
  );

  it("is no longer shown once it is withdrawn", () => {
    const kept = { withdrawnOn: null };
    expect(shown([kept, { withdrawnOn: "2026-03-10" }])).toEqual([kept]);
  });
});
