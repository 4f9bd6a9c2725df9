/** Passerelle sectorielle's gatherings: sessions, employers, recruitment events with their matching exercise. */
import {
  pairingScore,
  type PairingDemand,
  type PairingProfile,
} from "../../subgraphs/ccmm/domain/pairing.ts";
import { day, iso, moment, TODAY, type Day } from "./calendar.ts";
import { EVENT_DAYS, GATHERINGS, PASSERELLE_SECTORS } from "./gatherings.ts";
import { STAFF_FAMILIES, STAFF_MEN, STAFF_WOMEN } from "./names/quebec.ts";
import { OCCUPATIONS } from "./occupations.ts";
import { passerelleSector } from "./passerelle-life.ts";
import type { Random } from "./random.ts";
import type { CcmmSheets } from "./rows/ccmm.ts";

const EMPLOYERS = 60;
const ROOMS = 14;
/** Quarters of an hour from 14 h in universal time. */
const SLOTS = 16;

interface Employer {
  id: string;
  sector: string;
}

interface EventEmployer {
  employer: Employer;
  demand: PairingDemand;
}

export interface RecruitmentEvent {
  id: string;
  on: Day;
  state: "PLANNED" | "MATCHED" | "HELD";
  employers: EventEmployer[];
  /** For each slot, how many rooms are taken and by whom. */
  slots: { taken: number; people: Set<string> }[];
}

/** What one copy of the world has of Passerelle sectorielle. */
export class Passerelle {
  readonly events = new Map<Day, RecruitmentEvent>();
  private readonly sessions = new Map<string, string>();

  constructor(
    readonly random: Random,
    readonly sheets: CcmmSheets,
  ) {
    this.writeSessions();
    const employers = this.writeEmployers();
    for (const on of EVENT_DAYS) this.writeEvent(on, employers);
  }

  /** The session of a kind (and of a sector) on a day. */
  session(kind: string, on: Day, sector: string | null): string | undefined {
    return this.sessions.get(`${kind} ${on} ${sector}`);
  }

  /** The event that is to come next, whose exercise is made. */
  nextEvent(): RecruitmentEvent | undefined {
    return [...this.events.values()].find(({ state }) => state === "MATCHED");
  }

  /** Pairs a participant with employers of an event, the best first, and gives those pairings with their scores. */
  pairings(event: RecruitmentEvent, profile: PairingProfile, count: number) {
    return event.employers
      .map(({ employer, demand }) => ({ employer, demand, ...pairingScore(profile, demand) }))
      .filter(({ reasons }) => reasons.some(({ inCommon }) => inCommon.length > 0))
      .sort((one, other) => other.score - one.score)
      .slice(0, count);
  }

  /** A room and a quarter of an hour for a participant; null when the event is full. */
  seat(
    event: RecruitmentEvent,
    registrationId: string,
  ): { room: number; startsAt: Date; endsAt: Date } | null {
    const index = event.slots.findIndex(({ taken, people }) => taken < ROOMS && !people.has(registrationId));
    const slot = event.slots[index];
    if (!slot) return null;
    slot.taken += 1;
    slot.people.add(registrationId);
    return {
      room: slot.taken,
      startsAt: moment(event.on, index * 15),
      endsAt: moment(event.on, index * 15 + 15),
    };
  }

  private writeSessions(): void {
    for (const { kind, on, sector } of GATHERINGS) {
      const id = this.random.uuid((on - 30) * 86_400_000);
      const state = on > TODAY ? "PLANNED" : "HELD";
      this.sheets.add("activity", {
        id,
        kind,
        title:
          kind === "WELCOME"
            ? "Activité d’accueil"
            : kind === "VIDEO_TRAINING"
              ? "Candidature vidéo"
              : `Réalités et perspectives: ${SECTOR_NAMES[sector ?? ""] ?? "services"}`,
        sector,
        startsAt: moment(on, 60),
        endsAt: moment(on, 150),
        state,
      });
      this.sessions.set(`${kind} ${on} ${sector}`, id);
      const roles =
        kind === "WELCOME"
          ? (["ADVISER"] as const)
          : kind === "VIDEO_TRAINING"
            ? (["IMAGE_EXPERT"] as const)
            : (["SECTOR_REPRESENTATIVE", "HR_PROFESSIONAL"] as const);
      for (const role of roles)
        this.sheets.add("activity_speaker", {
          id: this.random.uuid((on - 30) * 86_400_000),
          activityId: id,
          role,
          name: `${this.random.pick(this.random.chance(0.5) ? STAFF_WOMEN : STAFF_MEN)} ${this.random.pick(STAFF_FAMILIES)}`,
          affiliation:
            role === "ADVISER"
              ? "Talents et diversité"
              : this.random.pick([
                  "Studio Clairière",
                  "Groupe Tilleul",
                  "Comité sectoriel",
                  "Logiciels Nordet",
                ]),
        });
    }
  }

  private writeEmployers(): Employer[] {
    return Array.from({ length: EMPLOYERS }, (_, index) => {
      const joinedOn = day("2021-02-08") + this.random.int(0, 1_900) * (index < 14 ? 0 : 1);
      const sector = PASSERELLE_SECTORS[index % PASSERELLE_SECTORS.length] ?? "54";
      const id = this.random.uuid(joinedOn * 86_400_000);
      this.sheets.add("employer", {
        id,
        name: `${this.random.pick(NAMES)} ${this.random.pick(CALLED)}`,
        sector,
        city: this.random.pick(["Montréal", "Montréal", "Montréal", "Westmount", "Dorval", "Mont-Royal"]),
        joinedOn: iso(joinedOn),
      });
      return { id, sector, joinedOn };
    }).sort((one, other) => one.joinedOn - other.joinedOn);
  }

  private writeEvent(on: Day, employers: readonly Employer[]): void {
    const id = this.random.uuid((on - 40) * 86_400_000);
    const state = on <= TODAY ? "HELD" : on <= TODAY + 91 ? "MATCHED" : "PLANNED";
    const kind = this.random.pick(["SPEED_INTERVIEWS", "VIRTUAL_FAIR"] as const);
    this.sheets.add("recruitment_event", {
      id,
      kind,
      title: kind === "SPEED_INTERVIEWS" ? "Entrevues éclair" : "Foire de l’emploi virtuelle",
      sector: null,
      startsAt: moment(on),
      endsAt: moment(on, SLOTS * 15),
      state,
      matchedAt: state === "PLANNED" ? null : moment(Math.min(on - 4, TODAY - 1), 100),
    });
    const invited = this.random.some(employers.slice(0, 14 + Math.floor((on - day("2021-03-01")) / 45)), 14);
    const came = invited.map((employer) => {
      const sought = OCCUPATIONS.filter(({ sector }) => passerelleSector(sector) === employer.sector);
      const occupations = this.random.some(sought, Math.min(3, sought.length));
      const demand = {
        sector: employer.sector,
        occupations: occupations.map(({ code }) => code),
        skills: this.random.some([...new Set(occupations.flatMap(({ skills }) => skills))], 3),
      };
      const presence = state !== "HELD" ? "EXPECTED" : this.random.chance(0.94) ? "PRESENT" : "ABSENT";
      this.sheets.add("event_employer", {
        id: this.random.uuid((on - 30) * 86_400_000),
        eventId: id,
        employerId: employer.id,
        occupations: demand.occupations,
        skills: demand.skills,
        presence,
        registeredOn: iso(Math.min(TODAY, on - this.random.int(8, 30))),
      });
      return { employer, demand, presence };
    });
    const slots = Array.from({ length: SLOTS }, () => ({ taken: 0, people: new Set<string>() }));
    this.events.set(on, {
      id,
      on,
      state,
      employers: came.filter(({ presence }) => presence !== "ABSENT"),
      slots,
    });
  }
}

const SECTOR_NAMES: Record<string, string> = {
  "54": "services professionnels et techniques",
  "62": "santé et services sociaux",
  "31": "fabrication",
  "61": "enseignement",
  "52": "finance et assurances",
  "56": "services administratifs",
};
const NAMES = ["Groupe", "Services", "Solutions", "Société", "Réseau", "Fondation", "Institut", "Conseil"];
const CALLED = [
  "Tilleul",
  "Nordet",
  "Clairière",
  "Mont-Verdier",
  "Saint-Firmin",
  "Belvédère",
  "Tramway",
  "Canal-Neuf",
  "Verrière",
  "Rotonde",
  "Quatre-Saisons",
  "Marguerite",
  "Passerelle-Sud",
  "Boussole",
  "Ardoise",
];
