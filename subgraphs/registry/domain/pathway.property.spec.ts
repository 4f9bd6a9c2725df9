import fc from "fast-check";
import { MilestoneKind as M, NEVER_MOVES, PathwayTrack, REPORTERS } from "./milestone.ts";
import { MONTREAL_STEPS } from "./montreal.ts";
import { Mandate } from "./organisation.ts";
import { EXITS, TRANSITIONS } from "./pathway-table.ts";
import { foldPathway, type Milestone, type Pathway } from "./pathway.ts";
import { STAGE_RULES, StageCode } from "./stage.ts";

const ORGANISATIONS: Record<string, Mandate[]> = {
  promis: [Mandate.EMPLOYABILITY, Mandate.RELOCATION],
  inici: [Mandate.EMPLOYABILITY, Mandate.RELOCATION],
  fccq: [Mandate.MATCHING],
  "estrie-1": [Mandate.WELCOME],
  "outaouais-1": [Mandate.WELCOME],
  ccmm: [Mandate.PASSERELLE],
  mifi: [Mandate.PRE_DEPARTURE_REFERRAL],
};
const CODES = Object.keys(ORGANISATIONS);
const KINDS = Object.values(M);

/** Whoever may report a kind: what the registry itself writes is written for an organisation of EER. */
function mayTell(reporter: string, kind: M): boolean {
  const mandates = kind === M.EMPLOYABILITY_ACCEPTED ? [Mandate.EMPLOYABILITY] : REPORTERS[kind];
  return mandates.some((mandate) => ORGANISATIONS[reporter]?.includes(mandate));
}

/** Milestones that follow the pathway more often than chance would, with few moments so that many fall together. */
const told = fc
  .record({
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...TRANSITIONS.map(({ on }) => on)) },
      { weight: 1, arbitrary: fc.constantFrom(...KINDS) },
    ),
    reporter: fc.constantFrom(...CODES),
    day: fc.integer({ min: 1, max: 12 }),
    track: fc.constantFrom(null, ...Object.values(PathwayTrack)),
  })
  .filter(({ kind, reporter }) => mayTell(reporter, kind));

/** A life: the usual way, as far as it goes, with anything else in between. */
const life = fc.tuple(fc.nat(WAY().length), fc.array(told, { maxLength: 14 })).map(([far, others]) =>
  [...WAY().slice(0, far), ...others].map((each, index): Milestone => ({
    id: `${each.reporter}:${index}`,
    kind: each.kind,
    occurredAt: new Date(Date.UTC(2026, 0, each.day)),
    reporter: each.reporter,
    mandates: ORGANISATIONS[each.reporter] ?? [],
    track: each.kind === M.READY_DECLARED ? each.track : null,
  })),
);

function WAY() {
  const way: [M, string][] = [
    [M.REGISTERED, "fccq"],
    [M.EMPLOYABILITY_ACCEPTED, "promis"],
    [M.COUNSELLOR_ASSIGNED, "promis"],
    [M.READY_DECLARED, "promis"],
    [M.MATCHING_ACCEPTED, "fccq"],
    [M.OFFER_PROPOSED, "fccq"],
    [M.OFFER_ACCEPTED, "promis"],
    [M.REGION_CHOSEN, "promis"],
    [M.LIAISON_ACCEPTED, "estrie-1"],
    [M.MOVE_DATED, "promis"],
    [M.ARRIVAL_CONFIRMED, "estrie-1"],
    [M.SETTLEMENT_COMPLETED, "estrie-1"],
    [M.RETENTION_REACHED, "promis"],
  ];
  return way.map(([kind, reporter], index) => ({ kind, reporter, day: index + 1, track: null }));
}

const DAY = 86_400_000;

/** What another milestone, told after all others by this organisation, makes of a life. */
function after(history: readonly Milestone[], kind: M, reporter: string): Pathway | null {
  const id = "the last";
  const mandates = ORGANISATIONS[reporter] ?? [];
  const occurredAt = new Date(Date.UTC(2026, 0, 13) + DAY);
  return foldPathway([...history, { id, kind, occurredAt, reporter, mandates }]);
}

function standing(pathway: Pathway | null) {
  if (!pathway) return null;
  const { stage, since, exit, responsible, next } = pathway;
  return { stage, since, exit, responsible, next };
}

describe("Whatever the milestones of a person are", () => {
  it("any order, repetition and delay of them gives the same pathway", () => {
    fc.assert(
      fc.property(
        life.chain((history) => {
          const all = [...history, ...history];
          return fc.tuple(
            fc.constant(history),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.nat(),
          );
        }),
        ([history, shuffled, some]) => {
          expect(foldPathway(shuffled)).toEqual(foldPathway(history));
          // Those that come in late are folded with all that came before, and nothing of the way there is left.
          const late = shuffled.slice(some % (shuffled.length + 1));
          const early = shuffled.slice(0, some % (shuffled.length + 1));
          expect(foldPathway([...late, ...early])).toEqual(foldPathway(history));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("their ids, which depend on when the hub was told, change nothing of where the person stands", () => {
    fc.assert(
      fc.property(life, (history) => {
        const renamed = history.map((milestone, index) => ({ ...milestone, id: String(1_000 - index) }));
        const [one, other] = [foldPathway(history), foldPathway(renamed)];
        expect({ ...other, moved: other?.moved.size }).toEqual({ ...one, moved: one?.moved.size });
      }),
      { numRuns: 300 },
    );
  });

  it("linking two registrations folds the union, and unlinking them gives back exactly what each was", () => {
    fc.assert(
      fc.property(life, life, (mine, others) => {
        const yours = others.map((milestone) => ({ ...milestone, id: `other ${milestone.id}` }));
        const before = [foldPathway(mine), foldPathway(yours)];
        const linked = foldPathway([...mine, ...yours]);
        expect(foldPathway([...yours, ...mine])).toEqual(linked);
        const union = [...mine, ...yours];
        const apart = [mine, yours].map((part) => foldPathway(union.filter((each) => part.includes(each))));
        expect(apart).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it("each step from one stay to the next stands in the table, and so does who is responsible and what is next", () => {
    fc.assert(
      fc.property(life, (history) => {
        const pathway = foldPathway(history);
        if (!pathway) return;
        const { spells } = pathway;
        const first = TRANSITIONS.filter(({ from }) => from.includes(null)).map(({ to }) => to);
        expect(first).toContain(spells[0]?.stage);
        for (const [index, { stage, endedBy, since, until }] of spells.entries()) {
          const next = spells[index + 1];
          if (endedBy === null) expect([next, index]).toEqual([undefined, spells.length - 1]);
          else if (EXITS[endedBy]) expect([stage, undefined]).toContain(next?.stage);
          else {
            const line = TRANSITIONS.find(
              ({ from, on, to }) => on === endedBy && from.includes(stage) && to === next?.stage,
            );
            expect([stage, endedBy, next?.stage, line !== undefined]).toEqual([
              stage,
              endedBy,
              next?.stage,
              true,
            ]);
          }
          if (until) expect(until.getTime()).toBeGreaterThanOrEqual(since.getTime());
        }
        const { stage, exit, responsible, next, montrealStep } = pathway;
        const { owners, next: steps } = STAGE_RULES[stage];
        if (exit) expect([responsible, next]).toEqual([null, null]);
        else {
          expect(responsible === null).toBe(owners.length === 0);
          expect([...steps, null]).toContain(next);
          const held = owners.filter((owner) => owner !== "DOOR");
          if (responsible && !owners.includes("DOOR"))
            expect(held.some((owner) => ORGANISATIONS[responsible]?.includes(owner))).toBe(true);
        }
        if (montrealStep) expect(MONTREAL_STEPS).toContain(montrealStep);
      }),
      { numRuns: 600 },
    );
  });

  it("only the report of an organisation that the table names there moves the stage", () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...KINDS), fc.constantFrom(...CODES), (history, kind, reporter) => {
        fc.pre(mayTell(reporter, kind));
        const before = foldPathway(history);
        const later = after(history, kind, reporter);
        if (JSON.stringify(standing(before)) === JSON.stringify(standing(later))) return;
        if (!before || before.exit) {
          expect([
            M.REOPENED,
            ...TRANSITIONS.flatMap(({ from, on }) => (from.includes(null) ? [on] : [])),
          ]).toContain(kind);
          return;
        }
        const lines = TRANSITIONS.filter(({ from, on }) => on === kind && from.includes(before.stage));
        const isReceiver = lines.some(({ by }) =>
          by.some(({ who }) => who === "RECEIVER" || who === "ACCEPTOR"),
        );
        const isResponsible = before.responsible === reporter;
        // Beside them: who was named in the table because they hold the person for another part of the way.
        const isHolder = lines
          .flatMap(({ by }) => by)
          .some((by) => by.who === "HOLDER" && ORGANISATIONS[reporter]?.includes(by.mandate));
        const isExit = EXITS[kind] !== undefined && ORGANISATIONS[reporter]?.includes(Mandate.EMPLOYABILITY);
        expect([isReceiver, isResponsible, isHolder, isExit]).toContain(true);
      }),
      { numRuns: 600 },
    );
  });

  it("another organisation of EER or another region's partner moves nothing while one holds the person", () => {
    const way = WAY().map(({ kind, reporter, day }) => ({
      id: kind,
      kind,
      occurredAt: new Date(Date.UTC(2026, 0, day)),
      reporter,
      mandates: ORGANISATIONS[reporter] ?? [],
    }));
    // Everything that either may report, after every part of the way.
    for (let far = 3; far <= way.length; far += 1) {
      const history = way.slice(0, far);
      const before = foldPathway(history);
      for (const kind of KINDS.filter((each) => each !== M.EMPLOYABILITY_ACCEPTED))
        for (const other of before?.welcomedBy ? ["inici", "outaouais-1"] : ["inici"])
          if (mayTell(other, kind))
            expect({ far, kind, pathway: after(history, kind, other) }).toEqual({
              far,
              kind,
              pathway: before,
            });
    }
  });

  it("what is told beside the pathway never moves a stage", () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...(Object.keys(NEVER_MOVES) as M[])), (history, kind) => {
        for (const reporter of CODES) expect(after(history, kind, reporter)).toEqual(foldPathway(history));
      }),
    );
  });

  it("the Montréal track moves only forward, and a move to a region closes it", () => {
    fc.assert(
      fc.property(life, (history) => {
        const pathway = foldPathway(history);
        if (!pathway) return;
        for (const kind of MONTREAL_STEPS) {
          const later = after(history, kind, "ccmm");
          const inRegion = [StageCode.SETTLEMENT, StageCode.FOLLOW_UP, StageCode.ESTABLISHED].includes(
            pathway.stage,
          );
          if (inRegion) expect(later?.montrealStep).toBeNull();
          else
            expect(MONTREAL_STEPS.indexOf(later?.montrealStep as M)).toBe(
              Math.max(MONTREAL_STEPS.indexOf(kind), MONTREAL_STEPS.indexOf(pathway.montrealStep as M)),
            );
          expect(standing(later)).toEqual(standing(pathway));
        }
      }),
    );
  });
});
