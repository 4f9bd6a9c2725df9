/** The section PASSERELLE of a file. */
import { ObjectType } from "type-graphql";
import type { Grant } from "../../../platform/grant.ts";

@ObjectType({
  description: "What CCMM's programme Passerelle sectorielle knows of a person. Section PASSERELLE.",
})
export class Passerelle {
  /** The registrations that the grant names, and no others. */
  registrationIds: Grant["registrationIds"];
}
