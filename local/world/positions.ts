/** FCCQ's positions: those that anybody may be matched with, and those that somebody's offer is about. */
import { day, iso, isoOrNull, TODAY, type Day } from "./calendar.ts";
import type { Business } from "./employers.ts";
import { OCCUPATIONS, type Occupation } from "./occupations.ts";
import type { Random } from "./random.ts";
import type { FccqSheets } from "./rows/fccq.ts";

export interface Position {
  id: string;
  businessId: string;
  occupation: string;
  skills: string[];
  regionCode: string;
  frenchSpeaking: number;
  frenchWriting: number;
  openedOn: Day;
  closedOn: Day | null;
}

/** The positions of one copy of the world. */
export class Positions {
  private readonly byRegion = new Map<string, Business[]>();
  private readonly byOccupation = new Map<string, Position[]>();

  constructor(
    businesses: readonly Business[],
    private readonly random: Random,
    private readonly sheets: FccqSheets,
  ) {
    for (const business of businesses) {
      const list = this.byRegion.get(business.regionCode) ?? [];
      list.push(business);
      this.byRegion.set(business.regionCode, list);
    }
    for (const regionCode of ["06", "13"]) this.byRegion.delete(regionCode);
    for (const occupation of OCCUPATIONS)
      for (let index = 0; index < 20; index += 1) this.pool(occupation, index);
  }

  /** Positions of an occupation that were open on a day. */
  openOn(occupation: string, on: Day): Position[] {
    return (this.byOccupation.get(occupation) ?? []).filter(
      ({ openedOn, closedOn }) => openedOn <= on && (closedOn === null || closedOn > on),
    );
  }

  /** A position for one person: in a region, opened then and filled or not. */
  open(
    occupation: Occupation,
    regionCode: string,
    openedOn: Day,
    filledOn: Day | null,
    random = this.random,
  ): Position {
    return this.write(
      occupation,
      regionCode,
      openedOn,
      filledOn,
      filledOn === null ? "OPEN" : "FILLED",
      random,
    );
  }

  /** The older ones filled or withdrawn, the latest open still. */
  private pool(occupation: Occupation, index: number): void {
    const recent = index < 7;
    const openedOn = recent
      ? TODAY - this.random.int(2, 110)
      : this.random.int(day("2020-09-01"), TODAY - 120);
    const closedOn = recent ? null : Math.min(TODAY - 3, openedOn + this.random.int(30, 240));
    const state = closedOn === null ? "OPEN" : this.random.chance(0.75) ? "FILLED" : "WITHDRAWN";
    const position = this.write(
      occupation,
      this.random.pick([...this.byRegion.keys()]),
      openedOn,
      closedOn,
      state,
      this.random,
    );
    const list = this.byOccupation.get(occupation.code) ?? [];
    list.push(position);
    this.byOccupation.set(occupation.code, list);
  }

  private write(
    occupation: Occupation,
    regionCode: string,
    openedOn: Day,
    closedOn: Day | null,
    state: "OPEN" | "FILLED" | "WITHDRAWN",
    random: Random,
  ): Position {
    const here = this.byRegion.get(regionCode);
    if (!here) throw new RangeError(`No business stands in region ${regionCode}.`);
    const ofSector = here.filter(({ sector }) => sector === occupation.sector);
    const business = random.pick(ofSector.length > 0 ? ofSector : here);
    const french = Number(occupation.code.charAt(1)) >= 4 ? random.int(0, 5) : random.int(5, 9);
    const foreign = random.chance(0.04);
    const position: Position = {
      id: random.uuid(openedOn * 86_400_000),
      businessId: business.id,
      occupation: occupation.code,
      skills: random.some(occupation.skills, random.int(1, Math.min(4, occupation.skills.length))),
      regionCode,
      frenchSpeaking: french,
      frenchWriting: Math.max(0, french - 2),
      openedOn,
      closedOn,
    };
    this.sheets.add("position", {
      ...position,
      title: occupation.title,
      city: business.city,
      otherLanguage: foreign ? "anglais" : null,
      otherLanguageReason: foreign
        ? "La documentation du fabricant et le soutien technique ne sont offerts qu’en anglais."
        : null,
      state,
      openedOn: iso(openedOn),
      closedOn: isoOrNull(closedOn),
    });
    return position;
  }
}
