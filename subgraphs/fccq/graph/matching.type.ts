/** The section MATCHING of a file. */
import { ObjectType } from "type-graphql";
import type { Grant } from "../../../platform/grant.ts";

@ObjectType({
  description:
    "What FCCQ's programme Un emploi en sol québécois knows of a person (maillage). Section MATCHING.",
})
export class Matching {
  /** The registrations that the grant names, and no others. */
  registrationIds: Grant["registrationIds"];
}
