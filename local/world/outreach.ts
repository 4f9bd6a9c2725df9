/** Where Emplois en régions meets people: the fairs, webinars and sessions of the three. */
import { day, iso, TODAY } from "./calendar.ts";
import { TENANTS } from "./staff.ts";
import type { OutreachEvent } from "./households.ts";
import type { Random } from "./random.ts";
import type { EerSheets } from "./rows/eer.ts";

const KINDS = [
  { kind: "FAIR", title: "Salon de l’immigration et de l’intégration au Québec", city: "Montréal" },
  { kind: "WEBINAR", title: "Vivre et travailler en région", city: null },
  { kind: "INFORMATION_SESSION", title: "Pourquoi pas la région?", city: "Montréal" },
] as const;

/** Writes the events of every tenant, about one a month, and gives those that were held. */
export function writeOutreach(random: Random, sheets: EerSheets): OutreachEvent[] {
  return TENANTS.flatMap(({ code: tenant }, place) => {
    const draw = random.fork(tenant);
    const held: OutreachEvent[] = [];
    for (let on = day("2017-04-05") + place * 4; on < TODAY + 50; on += draw.int(18, 32)) {
      const { kind, title, city } = draw.pick(KINDS);
      const id = draw.uuid(on * 86_400_000);
      const cancelled = draw.chance(0.05);
      const state = cancelled ? "CANCELLED" : on <= TODAY ? "HELD" : "PLANNED";
      const attendance = state === "HELD" ? draw.int(12, kind === "FAIR" ? 180 : 70) : null;
      sheets.add("outreach_event", { id, tenant, kind, title, heldOn: iso(on), city, state, attendance });
      if (state === "HELD") held.push({ id, tenant, on });
    }
    return held.reverse();
  });
}
