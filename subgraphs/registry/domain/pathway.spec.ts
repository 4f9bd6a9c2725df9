import fc from "fast-check";
import { MilestoneKind as M } from "./milestone.ts";
import { Mandate } from "./organisation.ts";
import {
  ExitReason,
  foldPathway,
  montrealStep,
  nextStages,
  NextStep,
  StageCode,
  type Milestone,
} from "./pathway.ts";

const PROMIS = { reporter: "promis", mandates: [Mandate.EMPLOYABILITY] };
const FCCQ = { reporter: "fccq", mandates: [Mandate.MATCHING] };
const ESTRIE = { reporter: "estrie-1", mandates: [Mandate.WELCOME] };

function on(day: number, kind: M, by: Pick<Milestone, "reporter" | "mandates">): Milestone {
  return { id: `${kind}-${day}`, kind, occurredAt: new Date(Date.UTC(2026, 0, day)), ...by };
}

const WHOLE: Milestone[] = [
  on(1, M.REGISTERED, PROMIS),
  on(2, M.COUNSELLOR_ASSIGNED, PROMIS),
  on(10, M.READY_DECLARED, PROMIS),
  on(12, M.MATCHING_ACCEPTED, FCCQ),
  on(20, M.OFFER_PROPOSED, FCCQ),
  on(22, M.OFFER_REFUSED, PROMIS),
  on(24, M.OFFER_PROPOSED, FCCQ),
  on(26, M.OFFER_ACCEPTED, PROMIS),
  on(27, M.LIAISON_ACCEPTED, ESTRIE),
  on(28, M.MOVE_DATED, PROMIS),
  on(40, M.ARRIVAL_CONFIRMED, ESTRIE),
  on(90, M.SETTLEMENT_COMPLETED, ESTRIE),
  on(400, M.RETENTION_REACHED, PROMIS),
];

describe("The pathway", () => {
  it("walks a person from the door to established, through a refused offer", () => {
    const stages = WHOLE.map((_, index) => foldPathway(WHOLE.slice(0, index + 1))?.stage);
    expect(stages).toEqual([
      "INTAKE",
      "EMPLOYABILITY",
      "EMPLOYABILITY",
      "MATCHING",
      "OFFER",
      "MATCHING",
      "OFFER",
      "LIAISON",
      "LIAISON",
      "MOVE",
      "SETTLEMENT",
      "FOLLOW_UP",
      "ESTABLISHED",
    ]);
  });

  it("is the same for every order and repetition of the same milestones", () => {
    const told = foldPathway(WHOLE);
    fc.assert(
      fc.property(fc.shuffledSubarray([...WHOLE, ...WHOLE], { minLength: WHOLE.length * 2 }), (shuffled) => {
        expect(foldPathway(shuffled)).toEqual(told);
      }),
    );
  });

  it("says who is responsible, what is next and by when", () => {
    expect(foldPathway(WHOLE.slice(0, 4))).toMatchObject({
      responsible: "fccq",
      next: NextStep.PROPOSE_OFFER,
      dueOn: "2026-04-12",
    });
    expect(foldPathway(WHOLE.slice(0, 5))).toMatchObject({
      responsible: "promis",
      next: NextStep.ANSWER_OFFER,
    });
    expect(foldPathway(WHOLE.slice(0, 11))).toMatchObject({
      responsible: "estrie-1",
      next: NextStep.COMPLETE_SETTLEMENT,
    });
    expect(foldPathway(WHOLE)).toMatchObject({ responsible: null, next: null, dueOn: null });
  });

  it("is not moved by a milestone that does not belong to the stage", () => {
    const early = [...WHOLE.slice(0, 2), on(3, M.ARRIVAL_CONFIRMED, ESTRIE)];
    expect(foldPathway(early)?.stage).toBe(StageCode.EMPLOYABILITY);
  });

  it("closes with a reason, stays closed, and reopens where it was", () => {
    const closed = [...WHOLE.slice(0, 4), on(15, M.CONTACT_LOST, FCCQ), on(16, M.OFFER_PROPOSED, FCCQ)];
    expect(foldPathway(closed)).toMatchObject({
      stage: "MATCHING",
      exit: ExitReason.CONTACT_LOST,
      responsible: null,
    });
    expect(foldPathway([...closed, on(17, M.REOPENED, FCCQ)])).toMatchObject({
      stage: "MATCHING",
      exit: null,
      responsible: "fccq",
    });
  });

  it("brings back to employability whoever returns to Montréal", () => {
    expect(foldPathway([...WHOLE.slice(0, 11), on(50, M.RETURNED_TO_MONTREAL, PROMIS)])?.stage).toBe(
      StageCode.EMPLOYABILITY,
    );
  });

  it("says which stages may follow", () => {
    expect(nextStages(StageCode.OFFER)).toEqual(["MATCHING", "LIAISON"]);
    expect(nextStages(StageCode.SETTLEMENT)).toEqual(["EMPLOYABILITY", "LIAISON", "FOLLOW_UP"]);
  });

  it("keeps the Montréal track beside, until a move to a region closes it", () => {
    const track = [on(3, M.PASSERELLE_ADVISER_CALL, PROMIS), on(2, M.PASSERELLE_QUESTIONNAIRE, PROMIS)];
    expect(montrealStep(track)).toBe(M.PASSERELLE_ADVISER_CALL);
    expect(montrealStep([...track, ...WHOLE])).toBeNull();
    expect(montrealStep([])).toBeNull();
  });
});
