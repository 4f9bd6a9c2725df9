import { consentHolds, obstaclesToPublishing } from "./media.ts";

const CONSENT = { consentedOn: "2026-01-10", consentUntil: "2026-12-31", withdrawnOn: null };
const CAPTIONED = { captionsLink: "https://videos.example/captions.vtt" };

describe("The consent of somebody who speaks", () => {
  it("holds from its first day to its last", () => {
    expect(consentHolds(CONSENT, "2026-01-09")).toBe(false);
    expect(consentHolds(CONSENT, "2026-01-10")).toBe(true);
    expect(consentHolds(CONSENT, "2026-12-31")).toBe(true);
    expect(consentHolds(CONSENT, "2027-01-01")).toBe(false);
  });

  it("holds without an end when it names none, and no longer once it is taken back", () => {
    expect(consentHolds({ ...CONSENT, consentUntil: null }, "2099-01-01")).toBe(true);
    expect(consentHolds({ ...CONSENT, withdrawnOn: "2026-06-01" }, "2026-06-02")).toBe(false);
  });
});

describe("A video", () => {
  it("is published with captions and the consent of everyone who speaks", () => {
    expect(obstaclesToPublishing(CAPTIONED, [CONSENT, CONSENT], "2026-06-01")).toEqual([]);
  });

  it("is not published without captions, without anybody named, or without one of the consents", () => {
    expect(obstaclesToPublishing({ captionsLink: null }, [CONSENT], "2026-06-01")).toHaveLength(1);
    expect(obstaclesToPublishing(CAPTIONED, [], "2026-06-01")).toHaveLength(1);
    const silent = { consentedOn: null, consentUntil: null, withdrawnOn: null };
    expect(obstaclesToPublishing(CAPTIONED, [CONSENT, silent], "2026-06-01")).toHaveLength(1);
    expect(obstaclesToPublishing(CAPTIONED, [CONSENT], "2027-01-01")).toHaveLength(1);
  });
});
