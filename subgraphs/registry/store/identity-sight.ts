/** Who may say whether two registrations are one person: who may read both, or whoever coordinates the alliance. */
import type { EntityManager } from "typeorm";
import { dayInQuebec } from "../../../platform/action.ts";
import type { Viewer } from "../../../platform/passport.ts";
import { AccessBasis, AccessStatus, decideAccess, reach } from "../domain/access.ts";
import { Section } from "../domain/section.ts";
import { readCircles } from "./circles.ts";

/** Whether the viewer follows everybody's pathway: they decide on what the matcher weighed, and see no declared value. */
export function coordinates(viewer: Viewer): boolean {
  return viewer.roles.includes("COORDINATOR") && reach(viewer) === "EVERYBODY";
}

/** Whether the viewer may decide on these registrations. Their ids are UUIDs. */
export async function mayDecideOn(
  manager: EntityManager,
  registrationIds: readonly string[],
  viewer: Viewer,
  now: Date,
): Promise<boolean> {
  if (coordinates(viewer)) return true;
  const people = await readCircles(manager, { ids: [], registrationIds }, viewer, now);
  return registrationIds.every((id) =>
    people.some(({ circle, registrations }) => {
      const registration = registrations.find((each) => each.id === id);
      const { status, basis } = decideAccess(viewer, circle, Section.IDENTITY, dayInQuebec(now));
      return (
        registration !== undefined &&
        status === AccessStatus.GRANTED &&
        (basis !== AccessBasis.OWN_FILE || registration.organisationCode === viewer.organisation)
      );
    }),
  );
}
