/** A person in the registry: candidate, registrations, milestones and where they lead. */
import { foldPathway, type Milestone } from "../../subgraphs/registry/domain/pathway.ts";
import { MilestoneKind, PathwayTrack, REPORTERS } from "../../subgraphs/registry/domain/milestone.ts";
import { keyed } from "../../subgraphs/registry/domain/identity/index.ts";
import { HUB_OPENED, iso, moment, type Day } from "./calendar.ts";
import { writeChange } from "./changes.ts";
import { declaredBy, fictionalPhone, homeIn } from "./people.ts";
import { PARTNERS } from "./places.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import { mandatesOf, momentOf } from "./milestones.ts";
import { writeSupport } from "./support.ts";
import { cityOf, registrationAt, type Registration, type Story } from "./story.ts";

const PARTNER_OF = new Map(PARTNERS.map((partner) => [partner.code, partner]));

/** Writes the person into the registry. */
export function writeCandidate(story: Story, sheets: RegistrySheets): void {
  const milestones = milestonesOf(story);
  const pathway = foldPathway(milestones.map(({ milestone }) => milestone));
  const created = Math.min(...[...story.registrations.values()].map(({ on }) => on));
  sheets.add("candidate", {
    id: story.candidateId,
    createdAt: moment(created),
    mainContactId: mainContactOf(story),
    stage: pathway?.stage ?? null,
    stageSince: pathway?.since ?? null,
    responsible: pathway?.responsible ?? null,
    nextStep: pathway?.next ?? null,
    dueOn: pathway?.dueOn ?? "infinity",
    exitReason: pathway?.exit ?? null,
    door: pathway?.door ?? null,
    welcomedBy: pathway?.welcomedBy ?? null,
    montrealStep: pathway?.montrealStep ?? null,
  });
  for (const registration of story.registrations.values()) writeRegistration(story, registration, sheets);
  for (const { milestone, on, sourceId } of milestones) {
    sheets.add("milestone", {
      id: milestone.id,
      registrationId: registrationAt(story, milestone.reporter).id,
      candidateId: story.candidateId,
      kind: milestone.kind,
      occurredAt: milestone.occurredAt,
      organisationCode: milestone.reporter,
      sourceId,
      recordedAt: milestone.occurredAt,
      regionCode: null,
      withdrawnAt: null,
      track: milestone.track ?? null,
      moved: pathway?.moved.has(milestone.id) ?? false,
    });
    if (
      on >= HUB_OPENED &&
      REPORTERS[milestone.kind].length > 0 &&
      milestone.kind !== MilestoneKind.REGISTERED
    )
      writeChange(sheets, story.random, {
        organisation: milestone.reporter,
        action: "milestoneReport",
        reference: sourceId,
        thingId: milestone.id,
        madeBy: story.professionals.get(milestone.reporter)?.subject ?? `system@${milestone.reporter}`,
        on,
      });
  }
  for (const [position, spell] of (pathway?.spells ?? []).entries())
    sheets.add("stage_spell", { candidateId: story.candidateId, position, ...spell });
  if (pathway) writeSupport(story, pathway, sheets);
}

interface Reported {
  milestone: Milestone;
  on: Day;
  sourceId: string;
}

/** The milestones as the registry holds them, with an id each. */
function milestonesOf(story: Story): Reported[] {
  const ids = story.random.fork("milestones");
  return story.milestones.map(({ kind, organisation, on }, index) => {
    const occurredAt = momentOf(kind, on);
    const reference = registrationAt(story, organisation).reference;
    return {
      milestone: {
        id: ids.uuid(occurredAt.getTime()),
        kind: MilestoneKind[kind],
        occurredAt,
        reporter: organisation,
        mandates: mandatesOf(organisation),
        track: kind === "READY_DECLARED" ? PathwayTrack[story.life.plan.track] : null,
      },
      on,
      sourceId:
        kind === "REGISTERED" || kind === "REFERRED_FROM_ABROAD"
          ? `registration:${reference}`
          : `${reference}:${index + 1}`,
    };
  });
}

/** The one person to talk to: the counsellor where there is one, else whoever opened the door; sometimes nobody yet. */
function mainContactOf(story: Story): string | null {
  const { life, professionals, random, whole } = story;
  const { plan } = life;
  if (!whole && random.fork("contact").chance(plan.target === "INTAKE" ? 0.35 : 0.04)) return null;
  const organisation = plan.tenant !== null && life.eerOn !== null ? plan.tenant : plan.door;
  return professionals.get(organisation)?.id ?? null;
}

function writeRegistration(story: Story, registration: Registration, sheets: RegistrySheets): void {
  const { organisation, on } = registration;
  const draw = story.random.fork(`declared ${organisation}`);
  const careful = organisation === story.life.plan.tenant || story.registrations.size === 1;
  const declared = declaredBy(story.person, draw, careful);
  const said = { ...declared, ...homeOf(story, registration, draw) };
  sheets.add("registration", {
    id: registration.id,
    candidateId: story.candidateId,
    organisationCode: organisation,
    organisationReference: registration.reference,
    entryDoor: registration.entryDoor,
    registeredOn: iso(on),
    recordedAt: moment(on, 5),
    ...said,
    ...keyed(said),
    anonymisedOn: null,
  });
  if (on >= HUB_OPENED)
    writeChange(sheets, draw, {
      organisation,
      action: "registrationRecord",
      reference: registration.reference,
      thingId: registration.id,
      madeBy: story.professionals.get(organisation)?.subject ?? `system@${organisation}`,
      on,
    });
}

/** Where the person lived when they came: abroad, in Montréal, or in the region of the partner who wrote it down. */
function homeOf(story: Story, { organisation, on }: Registration, draw: Story["random"]) {
  const { person, life } = story;
  if (life.abroad && (life.abroad.arrivedOn === null || on < life.abroad.arrivedOn))
    return { address: null, city: null, postalCode: null, country: person.country };
  const partner = PARTNER_OF.get(organisation);
  const city = partner?.region.cities.find(({ name }) => name === cityOf(story, partner));
  if (partner && city) {
    const stay = draw.chance(0.7);
    return {
      ...(stay ? homeIn(draw, city.postalArea) : { address: null, postalCode: null }),
      city: city.name,
      country: "CA",
      ...(draw.chance(0.3) ? { phone: fictionalPhone(draw, partner.region.areaCode) } : {}),
    };
  }
  if (draw.chance(0.12)) return { address: null, city: "Montréal", postalCode: null, country: "CA" };
  return { ...person.home, city: "Montréal", country: "CA" };
}
