/** Who looked at whose file since the hub was opened. */
import { SECTIONS } from "../../subgraphs/registry/domain/section.ts";
import { HUB_OPENED, moment, TODAY, weekday } from "./calendar.ts";
import type { RegistrySheets } from "./rows/registry.ts";
import type { Story } from "./story.ts";

/** Writes a few looks at an open file, each by somebody who has the person. */
export function writeDisclosures(story: Story, sheets: RegistrySheets): void {
  const { life, professionals, candidateId } = story;
  if (life.exitOn !== null || life.plan.target === "ESTABLISHED") return;
  const draw = story.random.fork("looks");
  const viewers = [...professionals].filter(([organisation]) => organisation !== "mifi");
  const first = Math.max(HUB_OPENED, life.startOn + 1);
  for (let look = draw.int(0, 2); look > 0 && first <= TODAY && viewers.length > 0; look -= 1) {
    const on = draw.int(first, TODAY);
    if (weekday(on) > 5) continue;
    const [organisation, { subject }] = draw.pick(viewers);
    if ((story.registrations.get(organisation)?.on ?? TODAY + 1) > on) continue;
    const minute = draw.int(0, 400);
    const requestId = draw.uuid(moment(on, minute).getTime());
    sheets.add("disclosure", {
      id: draw.uuid(moment(on, minute).getTime()),
      at: moment(on, minute),
      candidateId,
      section: SECTIONS.join(),
      status: SECTIONS.map(() => "GRANTED").join(),
      basis: SECTIONS.map(() => "CONSENT").join(),
      subject,
      organisation,
      purpose: "SUPPORT",
      operation: "CandidateFile",
      requestId,
    });
  }
}
