/** FCCQ's Fridays of interviews: rooms, and who meets whom when. */
import { day, moment, nextWeekday, TODAY, type Day } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { FccqSheets } from "./rows/fccq.ts";

const ROOMS = 4;
/** From 14 h to 17 h in universal time: the morning in Québec. */
const SLOTS = 12;
const FIRST = nextWeekday(day("2020-10-02"), 5);
const LAST = TODAY + 28;

interface Friday {
  id: string;
  rooms: string[];
  /** For each slot, how many rooms are taken and by whom. */
  slots: { taken: number; parties: Set<string> }[];
}

/** The last Friday before a day on which interviews were held; null when there was none yet. */
export function fridayBefore(on: Day): Day | null {
  const friday = Math.min(nextWeekday(on - 7, 5), nextWeekday(TODAY - 7, 5));
  return friday < FIRST ? null : friday;
}

export const NEXT_FRIDAYS: readonly Day[] = [TODAY + 7, TODAY + 14];

/** The interviews of one copy of the world. */
export class Interviews {
  private readonly fridays = new Map<Day, Friday>();

  constructor(
    private readonly random: Random,
    private readonly sheets: FccqSheets,
  ) {
    for (let on = FIRST; on <= LAST; on += 7) this.plan(on);
  }

  /** Books a slot for the two parties; false when that Friday is full. */
  book(
    on: Day,
    match: { id: string; registrationId: string; positionId: string },
    businessId: string,
    state: "BOOKED" | "HELD" | "MISSED",
  ): boolean {
    const friday = this.fridays.get(on);
    const slot = friday?.slots.findIndex(
      ({ taken, parties }) => taken < ROOMS && !parties.has(match.registrationId) && !parties.has(businessId),
    );
    if (!friday || slot === undefined || slot < 0) return false;
    const place = friday.slots[slot];
    const roomId = friday.rooms[place?.taken ?? 0];
    if (!place || !roomId) return false;
    place.taken += 1;
    place.parties.add(match.registrationId).add(businessId);
    this.sheets.add("interview", {
      id: this.random.uuid((on - 7) * 86_400_000),
      eventId: friday.id,
      roomId,
      matchId: match.id,
      registrationId: match.registrationId,
      positionId: match.positionId,
      businessId,
      startsAt: moment(on, slot * 15),
      state,
    });
    return true;
  }

  private plan(on: Day): void {
    const id = this.random.uuid((on - 30) * 86_400_000);
    const held = on < TODAY;
    const cancelled = held && this.random.chance(0.02);
    this.sheets.add("interview_event", {
      id,
      title: "Vendredi des entrevues",
      startsAt: moment(on),
      endsAt: moment(on, SLOTS * 15),
      state: cancelled ? "CANCELLED" : held ? "HELD" : "PLANNED",
      cancellationReason: cancelled ? "Jour férié." : null,
    });
    if (cancelled) return;
    const rooms = Array.from({ length: ROOMS }, (_, index) => {
      const room = this.random.uuid((on - 30) * 86_400_000);
      this.sheets.add("interview_room", {
        id: room,
        eventId: id,
        name: `Salle ${index + 1}`,
        link: `https://entrevues.example.org/salle/${room}`,
      });
      return room;
    });
    this.fridays.set(on, {
      id,
      rooms,
      slots: Array.from({ length: SLOTS }, () => ({ taken: 0, parties: new Set() })),
    });
  }
}
