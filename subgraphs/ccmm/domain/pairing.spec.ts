import fc from "fast-check";
import { matchingExercise, PAIRING_POINTS, pairingScore, type PairingDemand } from "./pairing.ts";

const profile = { sector: "51", occupation: "21232", skills: ["TypeScript", "Sécurité"] };
const demand: PairingDemand = { sector: "51", occupations: ["21232"], skills: ["typescript", "securite"] };
const points = (other: Partial<PairingDemand>) =>
  pairingScore(profile, { ...demand, ...other }).reasons.map((reason) => reason.points);

describe("The score of a pairing", () => {
  it("is 100 for what the employer looks for, and says what the two have in common", () => {
    expect(pairingScore(profile, demand)).toEqual({
      score: 100,
      reasons: [
        { factor: "OCCUPATION", points: 50, maximum: 50, inCommon: ["21232"] },
        { factor: "SKILLS", points: 30, maximum: 30, inCommon: ["typescript", "securite"] },
        { factor: "SECTOR", points: 20, maximum: 20, inCommon: ["51"] },
      ],
    });
  });

  it("counts half for an occupation of the same group", () => {
    expect(points({ occupations: ["21230"] })).toEqual([25, 30, 20]);
    expect(points({ occupations: ["62010"] })).toEqual([0, 30, 20]);
  });

  it("counts the share of the skills, and the sector", () => {
    expect(points({ skills: ["TypeScript", "Rust"], sector: "62" })).toEqual([50, 15, 0]);
  });

  it("takes an employer that names nothing as looking for anybody of its sector", () => {
    expect(points({ occupations: [], skills: [] })).toEqual([50, 30, 20]);
    expect(points({ occupations: [], skills: [], sector: "62" })).toEqual([0, 0, 0]);
  });

  it("is always the sum of its reasons, from 0 to 100", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    const occupation = fc.constantFrom("21232", "21230", "62010");
    fc.assert(
      fc.property(words, words, occupation, fc.array(occupation), (held, wanted, mine, theirs) => {
        const { score, reasons } = pairingScore(
          { sector: "51", occupation: mine, skills: held },
          { sector: "51", occupations: theirs, skills: wanted },
        );
        expect(score).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
        for (const reason of reasons) {
          expect(reason.points).toBeGreaterThanOrEqual(0);
          expect(reason.points).toBeLessThanOrEqual(PAIRING_POINTS[reason.factor]);
        }
      }),
    );
  });
});

describe("The matching exercise", () => {
  const far = { sector: "11", occupations: ["85100"], skills: ["récolte"] };
  const near = { sector: "51", occupations: ["21230"], skills: ["TypeScript"] };

  it("proposes for each participant the employers that fit best, the best first", () => {
    expect(matchingExercise([profile], [near, demand], 2).map(({ employer }) => employer)).toEqual([
      demand,
      near,
    ]);
    expect(matchingExercise([profile], [near, demand], 1).map(({ employer }) => employer)).toEqual([demand]);
  });

  it("pairs nobody with an employer with whom they share nothing", () => {
    expect(matchingExercise([profile], [far], 3)).toEqual([]);
  });
});
