/** Interviews of fifteen minutes in private virtual rooms, every Friday: two parties, and nobody in two rooms at once. */

export enum InterviewEventState {
  PLANNED = "PLANNED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. */
export const INTERVIEW_EVENT_MOVES: Record<InterviewEventState, readonly InterviewEventState[]> = {
  PLANNED: [InterviewEventState.HELD, InterviewEventState.CANCELLED],
  HELD: [],
  CANCELLED: [],
};

export enum InterviewState {
  BOOKED = "BOOKED",
  HELD = "HELD",
  MISSED = "MISSED",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. A missed or cancelled interview is booked anew, as another one. */
export const INTERVIEW_MOVES: Record<InterviewState, readonly InterviewState[]> = {
  BOOKED: [InterviewState.HELD, InterviewState.MISSED, InterviewState.CANCELLED],
  HELD: [],
  MISSED: [],
  CANCELLED: [],
};

/** How long an interview lasts, and the grid on which all of them start. */
const SLOT_MINUTES = 15;

const SLOT = SLOT_MINUTES * 60_000;

export interface Hours {
  startsAt: Date;
  endsAt: Date;
}

/** The hours of an event as slots of fifteen minutes, each with the interview of a room that takes it, or null. */
export function slotsOf<Interview extends { startsAt: Date; state: InterviewState }>(
  { startsAt, endsAt }: Hours,
  interviews: readonly Interview[],
): (Hours & { interview: Interview | null })[] {
  const standing = interviews.filter(({ state }) => state !== InterviewState.CANCELLED);
  const taken = new Map(standing.map((interview) => [interview.startsAt.getTime(), interview]));
  const count = Math.floor((endsAt.getTime() - startsAt.getTime()) / SLOT);
  return Array.from({ length: count }, (_, index) => {
    const start = startsAt.getTime() + index * SLOT;
    return {
      startsAt: new Date(start),
      endsAt: new Date(start + SLOT),
      interview: taken.get(start) ?? null,
    };
  });
}

/** When an interview that starts then is over. */
export function endOfSlot(startsAt: Date): Date {
  return new Date(startsAt.getTime() + SLOT);
}

/** Whether a moment is on the grid: at the hour, or fifteen, thirty or forty-five minutes past. */
export function isOnTheGrid(moment: Date): boolean {
  return moment.getTime() % SLOT === 0;
}

/** Whether an interview that starts then fits into the hours of the event. */
export function fits(startsAt: Date, hours: Hours): boolean {
  return startsAt >= hours.startsAt && endOfSlot(startsAt) <= hours.endsAt;
}

/** Who cannot be in two rooms at once. */
export interface Parties {
  roomId: string;
  registrationId: string;
  businessId: string;
}

/** Who of the parties is in another interview that starts at the same time; null when nobody is. */
export function whoIsTaken(wanted: Parties, atTheSameTime: readonly Parties[]): keyof Parties | null {
  const parties = ["roomId", "registrationId", "businessId"] as const;
  return parties.find((party) => atTheSameTime.some((other) => other[party] === wanted[party])) ?? null;
}

/** Whether the hours are those of one Friday in Québec. */
export function isOneFriday({ startsAt, endsAt }: Hours): boolean {
  const [first, last] = [startsAt, endsAt].map((moment) => QUEBEC_DAY.format(moment));
  return first === last && QUEBEC_WEEKDAY.format(startsAt) === "Friday";
}

const QUEBEC_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto", dateStyle: "short" });
const QUEBEC_WEEKDAY = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto", weekday: "long" });
