/** A life in the pathway, by its days: from the first door to where it stands, with its detours. */
import type { Day } from "./calendar.ts";
import { PARTNERS, type RegionalPartner } from "./places.ts";
import type { Random } from "./random.ts";

export const STAGES = [
  "PRE_DEPARTURE",
  "INTAKE",
  "EMPLOYABILITY",
  "MATCHING",
  "OFFER",
  "LIAISON",
  "MOVE",
  "SETTLEMENT",
  "FOLLOW_UP",
  "ESTABLISHED",
] as const;
export type Stage = (typeof STAGES)[number];
export type Exit = "FOUND_NOT_ELIGIBLE" | "REDIRECTED" | "WITHDREW" | "CONTACT_LOST";
export type Track = "EMPLOYMENT" | "TRAINING" | "BUSINESS_START_UP" | "BUSINESS_TAKEOVER";
/** What does not go straight on. */
export type Twist = "OFFER_REFUSED" | "OFFER_WITHDRAWN" | "RETURNED" | "REGION_CHANGED" | "REOPENED";

/** What is to become of somebody; their days follow from it. */
export interface Plan {
  /** The organisation of the first door. */
  door: string;
  tenant: string | null;
  track: Track;
  /** Through FCCQ's matching, or straight to a region. */
  viaMatching: boolean;
  abroad: boolean;
  target: Stage;
  exit: Exit | null;
  twist: Twist | null;
}

export interface OfferLife {
  proposedOn: Day;
  answer: "ACCEPTED" | "REFUSED" | "WITHDRAWN" | null;
  answeredOn: Day | null;
}

/** One region chosen, and how far it came there. */
export interface Stay {
  partner: RegionalPartner;
  chosenOn: Day;
  liaisonOn: Day | null;
  contactOn: Day | null;
  datedOn: Day | null;
  /** The day of the move; it may be to come. */
  moveOn: Day | null;
  arrivedOn: Day | null;
  settledOn: Day | null;
  retainedOn: Day | null;
  end: { kind: "RETURNED" | "REGION_CHANGED" | "ABANDONED"; on: Day } | null;
}

/** One way from employability on; whoever returns to Montréal has another. */
export interface Spell {
  startOn: Day;
  readyOn: Day | null;
  matchingOn: Day | null;
  offers: OfferLife[];
  stays: Stay[];
}

export interface Life {
  plan: Plan;
  startOn: Day;
  abroad: { counsellorOn: Day | null; arrivedOn: Day | null } | null;
  /** When Emplois en régions opened the household; null when it did not. */
  eerOn: Day | null;
  counsellorOn: Day | null;
  spells: Spell[];
  pause: { on: Day; reopenedOn: Day } | null;
  exitOn: Day | null;
  /** When the stage it stands at began, or when the file was closed. */
  reachedOn: Day;
}

/** The life of this plan when it begins on that day. */
export function live(plan: Plan, random: Random, startOn: Day): Life {
  const life: Life = {
    plan,
    startOn,
    abroad: null,
    eerOn: plan.tenant ? startOn : null,
    counsellorOn: null,
    spells: [],
    pause: null,
    exitOn: null,
    reachedOn: startOn,
  };
  const walk = new Walk(plan, random, startOn);
  walk.through(life);
  life.reachedOn = walk.now;
  if (plan.exit) close(life, walk.now + random.int(4, 90));
  return life;
}

/** Ends the file, and what was under way with it. */
function close(life: Life, on: Day): void {
  life.exitOn = on;
  life.reachedOn = on;
  if (life.abroad?.counsellorOn && life.abroad.counsellorOn >= on) life.abroad.counsellorOn = null;
  const stay = life.spells.at(-1)?.stays.at(-1);
  if (stay && !stay.end && stay.arrivedOn === null) stay.end = { kind: "ABANDONED", on };
}

/** Goes on day by day until the target is reached. */
class Walk {
  constructor(
    private readonly plan: Plan,
    private readonly random: Random,
    public now: Day,
  ) {}

  through(life: Life): void {
    const { plan, random } = this;
    if (plan.abroad) {
      life.eerOn = plan.tenant ? this.later(1, 8) : null;
      const counsellorOn = plan.tenant && random.chance(0.7) ? this.now + random.int(1, 12) : null;
      life.abroad = { counsellorOn, arrivedOn: null };
      if (plan.target === "PRE_DEPARTURE") return;
      life.abroad.arrivedOn = this.later(60, 260);
    }
    if (plan.target === "INTAKE") return;
    if (life.eerOn !== null && plan.tenant !== plan.door && !plan.abroad) life.eerOn = this.later(2, 20);
    life.counsellorOn = this.later(1, 9);
    if (plan.twist === "REOPENED") life.pause = { on: this.later(20, 60), reopenedOn: this.later(60, 200) };
    const reaches = (stage: Stage) => STAGES.indexOf(plan.target) >= STAGES.indexOf(stage);
    if (plan.twist === "RETURNED") {
      const first = this.spell(life);
      this.ready(first);
      this.region(first);
      const stay = this.settle(first, "SETTLEMENT");
      if (random.chance(0.5)) stay.settledOn = this.later(30, 70);
      stay.end = { kind: "RETURNED", on: this.later(40, 220) };
    }
    const spell = this.spell(life);
    if (plan.target === "EMPLOYABILITY") {
      if (random.chance(0.3)) spell.readyOn = this.now + random.int(25, 60);
      return;
    }
    this.ready(spell);
    if (plan.viaMatching) {
      spell.matchingOn = this.later(2, 9);
      if (plan.twist === "OFFER_REFUSED" || plan.twist === "OFFER_WITHDRAWN") {
        const proposedOn = this.later(15, 70);
        spell.offers.push({
          proposedOn,
          answer: plan.twist === "OFFER_REFUSED" ? "REFUSED" : "WITHDRAWN",
          answeredOn: this.later(2, 9),
        });
      }
      if (plan.target === "MATCHING") return;
      const offer: OfferLife = { proposedOn: this.later(20, 90), answer: null, answeredOn: null };
      spell.offers.push(offer);
      if (plan.target === "OFFER") return;
      offer.answer = "ACCEPTED";
      offer.answeredOn = this.later(2, 10);
      this.choose(spell);
      if (reaches("MOVE") || plan.twist === "REGION_CHANGED" || random.chance(0.5)) this.accept(spell);
    } else this.region(spell);
    if (plan.target === "LIAISON" && plan.twist !== "REGION_CHANGED") return;
    if (plan.twist === "REGION_CHANGED") {
      const moved = random.chance(0.5);
      const left = this.settle(spell, moved ? "SETTLEMENT" : "MOVE");
      left.end = { kind: "REGION_CHANGED", on: moved ? this.later(20, 90) : this.later(3, 9) };
      this.choose(spell);
      if (reaches("MOVE")) this.accept(spell);
      if (plan.target === "LIAISON") return;
    }
    this.settle(spell, plan.target);
  }

  private later(least: number, most: number): Day {
    this.now += this.random.int(least, most);
    return this.now;
  }

  private spell(life: Life): Spell {
    const spell: Spell = { startOn: this.now, readyOn: null, matchingOn: null, offers: [], stays: [] };
    life.spells.push(spell);
    return spell;
  }

  private ready(spell: Spell): void {
    spell.readyOn = this.later(25, 75);
  }

  /** A region without an offer: a job found alone, a school, a business. */
  private region(spell: Spell): void {
    this.later(5, 25);
    this.choose(spell);
    this.later(1, 3);
    this.accept(spell);
  }

  private choose(spell: Spell): void {
    const former = spell.stays.at(-1)?.partner.region.code;
    const partner = this.random.pick(PARTNERS.filter(({ region }) => region.code !== former));
    spell.stays.push({
      partner,
      chosenOn: this.now,
      liaisonOn: null,
      contactOn: null,
      datedOn: null,
      moveOn: null,
      arrivedOn: null,
      settledOn: null,
      retainedOn: null,
      end: null,
    });
  }

  private accept(spell: Spell): void {
    const stay = last(spell.stays);
    stay.liaisonOn = this.later(1, 8);
    stay.contactOn = stay.liaisonOn + this.random.int(1, 4);
  }

  /** From the liaison on, as far as `target`. */
  private settle(spell: Spell, target: Stage): Stay {
    const stay = last(spell.stays);
    stay.datedOn = this.later(5, 24);
    stay.moveOn = stay.datedOn + this.random.int(10, 40);
    if (target === "MOVE") return stay;
    this.now = stay.moveOn;
    stay.arrivedOn = this.later(0, 1);
    if (target === "SETTLEMENT") return stay;
    stay.settledOn = this.later(30, 85);
    if (target === "FOLLOW_UP") return stay;
    this.now = stay.arrivedOn + 366;
    stay.retainedOn = this.later(0, 12);
    return stay;
  }
}

function last<Value>(values: readonly Value[]): Value {
  const value = values.at(-1);
  if (value === undefined) throw new RangeError("There is no last one of nothing.");
  return value;
}
