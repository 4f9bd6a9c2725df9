/** The section EMPLOYABILITY of a file, and the file of one registration in it. */
import { Field, ID, ObjectType } from "type-graphql";
import type { Grant } from "../../../platform/grant.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { EmployabilityTrack } from "./track.type.ts";

@ObjectType({
  description:
    "What Emplois en régions knows of a person's preparation (préparation à l'emploi). Section EMPLOYABILITY.",
})
export class Employability {
  /** The registrations that the grant names, and no others. */
  registrationIds: Grant["registrationIds"];
}

@ObjectType({
  description: "What one of the three organisations does with one person towards employment (dossier).",
})
export class EmployabilityFile {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When it was opened." })
  openedOn: string;

  @Field(() => EmployabilityTrack, { description: "What the person moves to a region for." })
  track: EmployabilityTrack;

  @Field(() => DateScalar, { description: "Since when it is this track." })
  trackSince: string;

  registrationId: string;
  tenant: string;
}

@ObjectType({ description: "A declaration that a person is ready: for matching, or for the region (prêt)." })
export class Readiness {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => EmployabilityTrack, {
    description:
      "The track at that time: EMPLOYMENT leads to matching, the others to liaison with the region.",
  })
  track: EmployabilityTrack;

  @Field(() => DateTimeScalar, { description: "When it was declared." })
  declaredAt: Date;

  @Field(() => String, { description: "By whom: the subject of the counsellor." })
  declaredBy: string;

  @Field(() => String, { nullable: true, description: "What the counsellor adds." })
  note: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was withdrawn; null while it holds." })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: "By whom; null while it holds." })
  withdrawnBy: string | null;

  @Field(() => String, { nullable: true, description: "Why; null while it holds." })
  withdrawalReason: string | null;
}
