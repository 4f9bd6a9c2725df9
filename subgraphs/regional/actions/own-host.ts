/** A host of the caller's own partner, and how hosts are named. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { namingProblem, type HostNaming } from "../domain/visit.ts";
import { VisitHostRow } from "../store/visit-host.row.ts";

@InputType()
export abstract class VisitHostChangeInput extends ChangeInput {
  @Field(() => ID, { description: "The host, of your own partner." })
  hostId: string;
}

/** The host, locked. @throws {Refusal} `UNKNOWN_REFERENCE` when it is not one of the caller's own partner. */
export function ownHost({ hostId }: VisitHostChangeInput, { find, viewer }: Work): Promise<VisitHostRow> {
  return find(VisitHostRow, hostId, "hostId", { tenant: viewer.organisation });
}

/** @throws {Refusal} `REQUIRED` when a person would be named without their consent, or an organisation not at all. */
export function requireNaming(naming: HostNaming): void {
  const problem = namingProblem(naming);
  if (problem) {
    throw new Refusal(
      "REQUIRED",
      "An organisation has a name; a person is named only with their consent, which comes with the name.",
      problem,
    );
  }
}
