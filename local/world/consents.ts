/** What a person agreed to, or refused: at each door, with each referral, and for studies. */
import type { Section } from "../../subgraphs/registry/domain/section.ts";
import { HUB_OPENED, iso, moment, TODAY, type Day } from "./calendar.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import { TENANTS } from "./staff.ts";
import { happens, professionalAt, type Story } from "./story.ts";

export interface Asked {
  recipient: string;
  sections: `${Section}`[];
  collectedFor: string;
  collectedBy: string;
  on: Day;
  /** Whether what it was asked for is over: some are withdrawn then. */
  ended: boolean;
}

/** How long a consent holds, in days, and how long before its end most are asked again. */
const LASTS = 1_095;
const RENEWED_BEFORE = 60;

/** Writes what the person answered: most agree, a few refuse, a few withdraw it later. */
export function writeConsent(
  story: Story,
  asked: Asked,
  sheets: RegistrySheets,
  purpose: "SUPPORT" | "STATISTICS" = "SUPPORT",
): void {
  const { recipient, sections, collectedFor, collectedBy, on, ended } = asked;
  const draw = story.random.fork(`consent ${recipient} ${collectedFor} ${on} ${purpose}`);
  const refused = !story.whole && draw.chance(purpose === "SUPPORT" ? 0.03 : 0.2);
  const withdrawn = !refused && !story.whole && ended && draw.chance(0.04) && on + 60 < TODAY;
  sheets.add("consent", {
    id: draw.uuid(on * 86_400_000),
    candidateId: story.candidateId,
    recipient,
    recipientGroup: null,
    sections,
    purpose,
    given: !refused,
    givenBy: "PERSON",
    collectedHow: draw.pick(["IN_PERSON", "PHONE", "ONLINE", "PAPER"] as const),
    collectedBy,
    collectedFor,
    givenOn: iso(on),
    expiresOn: iso(on + LASTS),
    recordedAt: moment(on, 190),
    withdrawnAt: withdrawn ? moment(on + draw.int(20, 59)) : null,
    withdrawnBy: withdrawn ? collectedBy : null,
  });
}

/** Writes what was asked at each door: that the organisation may see what it works with; and sometimes, to be counted. */
export function writeConsentsAtTheDoors(story: Story, sheets: RegistrySheets): void {
  const ended = story.life.exitOn !== null;
  for (const { organisation, on } of story.registrations.values()) {
    const asked = {
      recipient: organisation,
      sections: sectionsFor(organisation),
      collectedFor: organisation,
      collectedBy: professionalAt(story, organisation).subject,
      ended,
    };
    writeConsent(story, { ...asked, on }, sheets);
    const renewedOn = story.whole ? Math.max(on, HUB_OPENED + 3) : on + LASTS - RENEWED_BEFORE;
    if (
      !ended &&
      renewedOn > on &&
      renewedOn <= TODAY &&
      happens(story, story.random.fork(`renewed ${organisation}`), 0.7)
    )
      writeConsent(story, { ...asked, on: renewedOn }, sheets);
  }
  const organisation = story.life.plan.tenant ?? story.life.plan.door;
  const on = story.registrations.get(organisation)?.on;
  if (on === undefined || !story.random.fork("counted").chance(0.35)) return;
  writeConsent(
    story,
    {
      recipient: "alliance",
      sections: ["PATHWAY"],
      collectedFor: organisation,
      collectedBy: professionalAt(story, organisation).subject,
      on,
      ended,
    },
    sheets,
    "STATISTICS",
  );
}

/** What each organisation works with. */
function sectionsFor(organisation: string): `${Section}`[] {
  if (TENANTS.some(({ code }) => code === organisation))
    return ["IDENTITY", "PATHWAY", "EMPLOYABILITY", "MATCHING", "PASSERELLE", "RELOCATION", "WELCOME"];
  return ["IDENTITY", "PATHWAY", ...(WORKS_WITH[organisation] ?? (["RELOCATION", "WELCOME"] as const))];
}

const WORKS_WITH: Record<string, readonly `${Section}`[]> = {
  fccq: ["EMPLOYABILITY", "MATCHING"],
  ccmm: ["EMPLOYABILITY", "PASSERELLE"],
  mifi: ["EMPLOYABILITY"],
};
