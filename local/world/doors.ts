/** Those who came by another door, and whom Emplois en régions does not know yet. */
import { TODAY } from "./calendar.ts";
import { live, type Exit, type Stage } from "./life.ts";
import { PARTNERS } from "./places.ts";
import { member, planned, stepOf, type Member } from "./plans.ts";
import type { Random } from "./random.ts";

interface Door {
  /** The organisation; `regional` is any of the partners. */
  door: string;
  count: number;
  stage: Stage;
  /** The share of those whose file is closed, and since how many days at most the others came. */
  closed: number;
  openDays: number;
}

const DOORS: readonly Door[] = [
  { door: "fccq", count: 50, stage: "INTAKE", closed: 0.3, openDays: 14 },
  { door: "ccmm", count: 240, stage: "INTAKE", closed: 0.62, openDays: 420 },
  // A referral from abroad ends with Emplois en régions: MIFI closes no file.
  { door: "mifi", count: 10, stage: "PRE_DEPARTURE", closed: 0, openDays: 30 },
  { door: "regional", count: 40, stage: "INTAKE", closed: 0.4, openDays: 16 },
];

export function otherDoors(random: Random): Member[] {
  return DOORS.flatMap(({ door, count, stage, closed, openDays }) =>
    Array.from({ length: count }, (_, index) => {
      const draw = random.fork(`${door} ${index}`);
      const exit: Exit | null = draw.chance(closed)
        ? draw.pick(["REDIRECTED", "WITHDREW", "CONTACT_LOST"] as const)
        : null;
      const organisation = door === "regional" ? draw.pick(PARTNERS).code : door;
      const plan = planned(organisation, null, stage, { exit, abroad: door === "mifi" });
      const passerelle = door === "ccmm";
      const life = live(
        plan,
        draw.fork("life"),
        TODAY - (exit ? draw.int(130, 1_900) : draw.int(2, openDays)),
      );
      if (passerelle && life.exitOn !== null)
        life.exitOn = life.reachedOn = Math.min(TODAY - 3, life.startOn + draw.int(60, 700));
      return member(life, { visitor: door === "fccq", passerelle: passerelle ? stepOf(draw) : null });
    }),
  );
}
