/** Which entries of a journey are told the registry. */
import { milestoneOfEntry } from "./milestone.ts";
import { ClosingReason, JourneyEntryKind, Step } from "./step.ts";

describe("The milestones of the Passerelle", () => {
  it("say that an adviser called once the call was made, not when it was scheduled", () => {
    expect(milestoneOfEntry(JourneyEntryKind.ENTERED, Step.ADVISER_CALL, null)).toBeNull();
    expect(milestoneOfEntry(JourneyEntryKind.ENTERED, Step.WELCOME_AND_VIDEO, null)).toBe(
      "PASSERELLE_ADVISER_CALL",
    );
  });

  it("say why a file was closed, but for a move that others tell", () => {
    const closed = (reason: ClosingReason) =>
      milestoneOfEntry(JourneyEntryKind.CLOSED, Step.SECTOR_ACTIVITIES, reason);
    expect(closed(ClosingReason.WITHDREW)).toBe("WITHDREW");
    expect(closed(ClosingReason.LOST_CONTACT)).toBe("CONTACT_LOST");
    expect(closed(ClosingReason.MOVED_TO_REGION)).toBeNull();
  });

  it("say that a file was reopened", () => {
    expect(milestoneOfEntry(JourneyEntryKind.REOPENED, Step.QUESTIONNAIRE, null)).toBe("REOPENED");
  });
});
