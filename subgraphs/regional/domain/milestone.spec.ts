/** Which states of a case are told the registry. */
import { reached } from "./milestone.ts";
import { WelcomeCaseState } from "./welcome-case.ts";

const { EXPECTED, ARRIVED, SETTLED, ESTABLISHED } = WelcomeCaseState;
const kinds = (from: WelcomeCaseState, to: WelcomeCaseState) => reached(from, to).map(({ kind }) => kind);

describe("The milestones of a welcome case", () => {
  it("are told when a state is reached", () => {
    expect(kinds(EXPECTED, ARRIVED)).toEqual(["ARRIVAL_CONFIRMED"]);
    expect(kinds(ARRIVED, SETTLED)).toEqual(["SETTLEMENT_COMPLETED"]);
    expect(kinds(SETTLED, ESTABLISHED)).toEqual(["RETENTION_REACHED"]);
  });

  it("include a settlement that nobody stopped at", () => {
    expect(kinds(ARRIVED, ESTABLISHED)).toEqual(["SETTLEMENT_COMPLETED", "RETENTION_REACHED"]);
  });

  it("are not told of what turns out not to be done, nor of what stays as it is", () => {
    expect(kinds(SETTLED, ARRIVED)).toEqual([]);
    expect(kinds(ARRIVED, ARRIVED)).toEqual([]);
  });
});
