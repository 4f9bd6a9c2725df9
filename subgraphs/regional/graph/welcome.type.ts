/** The section WELCOME of a file. */
import { ObjectType } from "type-graphql";
import type { Grant } from "../../../platform/grant.ts";

@ObjectType({
  description: "What the regional partners know of a person (accueil et installation). Section WELCOME.",
})
export class Welcome {
  /** The registrations that the grant names, and no others. */
  registrationIds: Grant["registrationIds"];
}
