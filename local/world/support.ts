/** What professionals found of people at the stage where they stand, and the support they promised and gave. */
import type { Pathway } from "../../subgraphs/registry/domain/pathway.ts";
import { STEPS_OF_STAGE } from "../../subgraphs/registry/domain/stage-step.ts";
import { DropReason, SupportState, USUAL_SUPPORT } from "../../subgraphs/registry/domain/support.ts";
import { iso, moment, TODAY, type Day } from "./calendar.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import type { Story } from "./story.ts";

const DAY = 86_400_000;

/** Writes them for a share of those whose file is open, by whoever is responsible; for somebody who is shown whole, always. */
export function writeSupport(story: Story, pathway: Pathway, sheets: RegistrySheets): void {
  const { stage, since, responsible } = pathway;
  const draw = story.random.fork("support");
  const professional = responsible === null ? undefined : story.professionals.get(responsible);
  if (!professional || !responsible || !(story.whole || draw.chance(0.3))) return;
  const on = Math.min(TODAY, Math.floor(since.getTime() / DAY) + draw.int(1, 20));
  const step = draw.pick(STEPS_OF_STAGE[stage]);
  const kind = draw.pick(USUAL_SUPPORT[stage]);
  const needs = story.whole || draw.chance(0.6);
  const common = { candidateId: story.candidateId, organisationCode: responsible, stage, step };
  sheets.add("assessment", {
    ...common,
    id: draw.uuid(on * DAY),
    assessedBy: professional.subject,
    assessedAt: moment(on, 60),
    verdict: needs ? "NEEDS_SUPPORT" : "ON_COURSE",
    note: needs ? "La personne aimerait être accompagnée pour cette étape." : null,
  });
  if (!needs) return;
  const dueOn = on + draw.int(5, 30);
  sheets.add("support_need", {
    ...common,
    id: draw.uuid(on * DAY + 1),
    recordedBy: professional.subject,
    recordedAt: moment(on, 61),
    kind,
    note: "À voir ensemble à la prochaine rencontre.",
    ...standing(draw.next(), responsible, professional.subject, on, dueOn),
  });
}

/** Nearly everything that was promised was given on time; some of it is late, and some nobody has promised yet. */
function standing(chance: number, organisation: string, subject: string, on: Day, dueOn: Day) {
  const open = { givenBy: null, givenOn: null, closedBy: null, dropReason: null };
  if (chance < 0.2) return { ...open, state: SupportState.NEEDED, promisedBy: null, dueOn: "infinity" };
  const promise = { promisedBy: organisation, dueOn: iso(dueOn) };
  if (chance < 0.3 || dueOn >= TODAY) return { ...open, ...promise, state: SupportState.PROMISED };
  if (chance < 0.38)
    return {
      ...open,
      ...promise,
      state: SupportState.DROPPED,
      closedBy: subject,
      dropReason: DropReason.PERSON_DECLINED,
    };
  const givenOn = iso(Math.max(on, dueOn - 2));
  return {
    ...open,
    ...promise,
    state: SupportState.GIVEN,
    givenBy: organisation,
    givenOn,
    closedBy: subject,
  };
}
