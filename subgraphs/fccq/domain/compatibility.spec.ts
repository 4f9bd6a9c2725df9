import fc from "fast-check";
import {
  compatibility,
  CompatibilityFactor,
  FACTOR_POINTS,
  isBelowSkillLevel,
  type CompatibilityPosition,
  type CompatibilityProfile,
} from "./compatibility.ts";

const PROFILE: CompatibilityProfile = {
  occupation: "22301",
  skills: ["dessin technique", "soudure"],
  targetedRegions: ["01"],
  frenchSpeaking: 8,
  frenchWriting: 6,
};
const POSITION: CompatibilityPosition = {
  occupation: "22301",
  skills: ["dessin technique", "soudure"],
  regionCode: "01",
  frenchSpeaking: 7,
  frenchWriting: 6,
};
const points = (profile: Partial<CompatibilityProfile>, position: Partial<CompatibilityPosition> = {}) =>
  Object.fromEntries(
    compatibility({ ...PROFILE, ...profile }, { ...POSITION, ...position }).reasons.map((reason) => [
      reason.factor,
      reason.points,
    ]),
  );

describe("A score", () => {
  it("is whole when the position asks for what the person has", () => {
    expect(compatibility(PROFILE, POSITION)).toMatchObject({ score: 100, belowSkillLevel: false });
  });

  it("says what it lacks: occupation, skills, region, French", () => {
    expect(points({ occupation: "22302" }).OCCUPATION).toBe(30);
    expect(points({ occupation: "22401" }).OCCUPATION).toBe(10);
    expect(points({ occupation: "12301" }).OCCUPATION).toBe(0);
    expect(points({ skills: ["soudure"] }).SKILLS).toBe(15);
    expect(points({ targetedRegions: ["11"] }).REGION).toBe(0);
    expect(points({ frenchSpeaking: 5, frenchWriting: null }).FRENCH).toBe(4);
  });

  it("asks nothing of the person that the position does not ask for", () => {
    const asked = points({ skills: [], frenchSpeaking: null }, { skills: [], frenchSpeaking: 0 });
    expect([asked.SKILLS, asked.FRENCH]).toEqual([FACTOR_POINTS.SKILLS, FACTOR_POINTS.FRENCH]);
  });

  it("is the sum of its reasons, 0 to 100, whoever and whatever is compared", () => {
    const occupation = fc.stringMatching(/^\d[0-5]\d{3}$/);
    const skills = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    const level = fc.nat(12);
    fc.assert(
      fc.property(
        occupation,
        occupation,
        skills,
        skills,
        level,
        level,
        (own, offered, has, asked, level1, level2) => {
          const { score, reasons } = compatibility(
            { ...PROFILE, occupation: own, skills: has, frenchSpeaking: level1 || null },
            { ...POSITION, occupation: offered, skills: asked, frenchSpeaking: level2 },
          );
          expect(score).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        },
      ),
    );
    expect(Object.values(CompatibilityFactor).reduce((sum, factor) => sum + FACTOR_POINTS[factor], 0)).toBe(
      100,
    );
  });
});

describe("A job below the person's skill level", () => {
  it("asks for less training than the person's own occupation", () => {
    expect(isBelowSkillLevel("21301", "75101")).toBe(true);
    expect(isBelowSkillLevel("21301", "22301")).toBe(true);
    expect(isBelowSkillLevel("21301", "21300")).toBe(false);
    expect(isBelowSkillLevel("75101", "21301")).toBe(false);
  });
});
