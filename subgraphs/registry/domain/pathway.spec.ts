import fc from "fast-check";
import { MilestoneKind as M } from "./milestone.ts";
import { Mandate } from "./organisation.ts";
import { PathwayTrack } from "./milestone.ts";
import { nextMontrealStep } from "./montreal.ts";
import { ExitReason, foldPathway, nextStages, NextStep, StageCode, type Milestone } from "./pathway.ts";

const PROMIS = { reporter: "promis", mandates: [Mandate.EMPLOYABILITY] };
const INICI = { reporter: "inici", mandates: [Mandate.EMPLOYABILITY] };
const MIFI = { reporter: "mifi", mandates: [Mandate.PRE_DEPARTURE_REFERRAL] };
const CCMM = { reporter: "ccmm", mandates: [Mandate.PASSERELLE] };
const FCCQ = { reporter: "fccq", mandates: [Mandate.MATCHING] };
const OUTAOUAIS = { reporter: "outaouais-1", mandates: [Mandate.WELCOME] };
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
    const start = [on(1, M.REGISTERED, CCMM)];
    const track = [on(3, M.PASSERELLE_ADVISER_CALL, CCMM), on(2, M.PASSERELLE_QUESTIONNAIRE, CCMM)];
    expect(foldPathway([...start, ...track])?.montrealStep).toBe(M.PASSERELLE_ADVISER_CALL);
    expect(foldPathway([...WHOLE.slice(0, 10), ...track])?.montrealStep).toBe(M.PASSERELLE_ADVISER_CALL);
    expect(foldPathway([...WHOLE, ...track])?.montrealStep).toBeNull();
    expect(foldPathway(start)?.montrealStep).toBeNull();
    expect(nextMontrealStep(M.PASSERELLE_ADVISER_CALL)).toBe(M.PASSERELLE_VIDEO);
    expect(nextMontrealStep(M.PASSERELLE_EMPLOYED)).toBeNull();
  });

  it("begins the Montréal track again with what is done after a return to Montréal", () => {
    const back = [...WHOLE.slice(0, 11), on(50, M.RETURNED_TO_MONTREAL, PROMIS)];
    const before = on(3, M.PASSERELLE_SELF_DIRECTED, CCMM);
    expect(foldPathway([...back, before])?.montrealStep).toBeNull();
    expect(foldPathway([...back, before, on(60, M.PASSERELLE_VIDEO, CCMM)])?.montrealStep).toBe(
      M.PASSERELLE_VIDEO,
    );
  });

  it("goes from ready to the region for whoever does not look for a job, and says so", () => {
    const training = [
      ...WHOLE.slice(0, 2),
      { ...on(10, M.READY_DECLARED, PROMIS), track: PathwayTrack.TRAINING },
    ];
    const steps = [training, [...training, on(12, M.REGION_CHOSEN, PROMIS)]];
    expect(steps.map((told) => foldPathway(told)?.next)).toEqual([
      NextStep.CHOOSE_REGION,
      NextStep.FIND_WELCOME,
    ]);
    expect(foldPathway(WHOLE.slice(0, 3))?.next).toBe(NextStep.REFER_FOR_MATCHING);
    const accepted = [...training, on(12, M.REGION_CHOSEN, PROMIS), on(14, M.LIAISON_ACCEPTED, ESTRIE)];
    expect(foldPathway(accepted)).toMatchObject({
      stage: "LIAISON",
      next: NextStep.DATE_THE_MOVE,
      welcomedBy: "estrie-1",
    });
  });

  it("hands a person from abroad to the organisation that accepts them, and not before", () => {
    const referred = [on(1, M.REFERRED_FROM_ABROAD, MIFI)];
    expect(foldPathway(referred)).toMatchObject({
      stage: "PRE_DEPARTURE",
      responsible: "mifi",
      door: "mifi",
    });
    const accepted = [...referred, on(4, M.EMPLOYABILITY_ACCEPTED, PROMIS)];
    expect(foldPathway(accepted)).toMatchObject({ stage: "PRE_DEPARTURE", responsible: "promis" });
    const arrived = [...accepted, on(80, M.ARRIVED_IN_QUEBEC, INICI), on(81, M.ARRIVED_IN_QUEBEC, PROMIS)];
    expect(foldPathway(arrived)).toMatchObject({ stage: "INTAKE", responsible: "promis" });
    expect(foldPathway(arrived)?.moved.has("ARRIVED_IN_QUEBEC-80")).toBe(false);
  });

  it("takes what another organisation of EER reports for history, unless it accepted a referral", () => {
    const told = WHOLE.slice(0, 3);
    for (const kind of [M.COUNSELLOR_ASSIGNED, M.WITHDREW, M.REGION_CHOSEN])
      expect(foldPathway([...told, on(11, kind, INICI)])).toEqual(foldPathway(told));
    expect(foldPathway([...told, on(11, M.EMPLOYABILITY_ACCEPTED, INICI)])?.responsible).toBe("inici");
  });

  it("lets another region's partner in only when the region changes", () => {
    const settled = WHOLE.slice(0, 11);
    const left = [...settled, on(60, M.REGION_CHANGED, PROMIS)];
    expect(foldPathway([...settled, on(61, M.LIAISON_ACCEPTED, OUTAOUAIS)])?.welcomedBy).toBe("estrie-1");
    expect(foldPathway(left)).toMatchObject({
      stage: "LIAISON",
      welcomedBy: null,
      next: NextStep.FIND_WELCOME,
    });
    expect(foldPathway([...left, on(61, M.LIAISON_ACCEPTED, OUTAOUAIS)])).toMatchObject({
      welcomedBy: "outaouais-1",
      next: NextStep.DATE_THE_MOVE,
    });
  });

  it("lets a person come back by another door, which is responsible from then on", () => {
    const closed = [on(1, M.REGISTERED, FCCQ), on(5, M.CONTACT_LOST, FCCQ)];
    expect(foldPathway([...closed, on(9, M.REOPENED, ESTRIE)])).toMatchObject({
      stage: "INTAKE",
      responsible: "estrie-1",
      door: "fccq",
    });
  });

  it("keeps each stay at a stage, and whether it was the first", () => {
    const stays = foldPathway(WHOLE.slice(0, 7))?.spells.map(({ stage, endedBy, isFirst }) => [
      stage,
      endedBy,
      isFirst,
    ]);
    expect(stays).toEqual([
      ["INTAKE", "COUNSELLOR_ASSIGNED", true],
      ["EMPLOYABILITY", "MATCHING_ACCEPTED", true],
      ["MATCHING", "OFFER_PROPOSED", true],
      ["OFFER", "OFFER_REFUSED", true],
      ["MATCHING", "OFFER_PROPOSED", false],
      ["OFFER", null, false],
    ]);
  });
});
