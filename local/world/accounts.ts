/** Those who log in themselves, and the files that were opened in an emergency, since the hub was opened. */
import { EMERGENCY_MINUTES } from "../../subgraphs/registry/domain/emergency.ts";
import { HUB_OPENED, moment, TODAY } from "./calendar.ts";
import { PARTNERS } from "./places.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import { colleague, type Staff } from "./staff.ts";
import type { Story } from "./story.ts";

/** Writes an account for some of those whose file is open. The subject says which; the README's candidate is `candidate@demo`. */
export function writeAccount({ key, life, whole, candidateId, random }: Story, sheets: RegistrySheets): void {
  const draw = random.fork("account");
  if (life.exitOn !== null || !(draw.chance(0.06) || whole)) return;
  const on = draw.int(Math.max(HUB_OPENED, Math.min(life.startOn + 1, TODAY)), TODAY);
  const openedAt = moment(on, draw.int(0, 400));
  sheets.add("candidate_account", {
    subject: `candidate@${key}`,
    id: draw.uuid(openedAt.getTime()),
    candidateId,
    openedAt,
    openedBy: null,
  });
}

const REASONS = [
  "La personne s’est présentée un dimanche, sans logement: il fallait joindre qui l’accompagne.",
  "Hospitalisation soudaine: il fallait prévenir l’intervenante responsable.",
  "Les enfants étaient attendus à l’école et personne ne savait où la famille s’installe.",
];

/** Writes now and then an emergency: a partner that does not know the person had to reach whoever does. */
export function writeEmergency(story: Story, staff: Staff, sheets: RegistrySheets): void {
  const { life, whole, registrations, candidateId } = story;
  const { tenant } = life.plan;
  const draw = story.random.fork("emergency");
  if (life.exitOn !== null || tenant === null || life.counsellorOn === null || !(draw.chance(0.01) || whole))
    return;
  const stranger = draw.pick(PARTNERS.filter(({ code }) => !registrations.has(code))).code;
  const from = Math.max(HUB_OPENED, life.counsellorOn + 1);
  if (from > TODAY) return;
  const on = draw.int(from, TODAY);
  const minute = draw.int(0, 300);
  const noted = on < TODAY && draw.chance(0.7);
  const openedAt = moment(on, minute);
  sheets.add("emergency_access", {
    id: draw.uuid(openedAt.getTime()),
    candidateId,
    subject: colleague(staff, stranger, draw, on).subject,
    organisationCode: stranger,
    toldOrganisation: tenant,
    reason: draw.pick(REASONS),
    openedAt,
    until: moment(on, minute + EMERGENCY_MINUTES.usual),
    notedAt: noted ? moment(on + 1, 30) : null,
    notedBy: noted ? (story.professionals.get(tenant)?.subject ?? null) : null,
  });
}
