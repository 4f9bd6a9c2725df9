import { HiringWay, missingFrom, type OutcomeFacts } from "./outcome.ts";

const none: OutcomeFacts = {
  employed: false,
  employerId: null,
  employerName: null,
  way: null,
  eventId: null,
};
const job = { ...none, employed: true, employerName: "Ailleurs inc.", way: HiringWay.OTHER };
const atEvent = {
  ...none,
  employed: true,
  employerId: "e",
  way: HiringWay.RECRUITMENT_EVENT,
  eventId: "v",
};

describe("An outcome", () => {
  it.each([[none], [job], [atEvent], [{ ...job, employerName: null, employerId: "e" }]])(
    "holds together: %j",
    (facts) => {
      expect(missingFrom(facts)).toBeNull();
    },
  );

  it.each([
    [{ ...job, employerName: null }, "employerId"],
    [{ ...job, employerId: "e" }, "employerId"],
    [{ ...job, way: null }, "way"],
    [{ ...job, way: HiringWay.SELF_DIRECTED_MATCHING }, "employerId"],
    [{ ...atEvent, eventId: null }, "eventId"],
    [{ ...job, eventId: "v" }, "eventId"],
    [{ ...none, employerName: "Ailleurs inc." }, "employerId"],
    [{ ...none, way: HiringWay.OTHER }, "way"],
    [{ ...none, eventId: "v" }, "eventId"],
  ])("says what does not hold together in %j", (facts, field) => {
    expect(missingFrom(facts)).toBe(field);
  });
});
