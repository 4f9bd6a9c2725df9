/** What the section WELCOME holds, for the registrations that the grant names. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { all } from "../../../platform/load.ts";
import type { RegionalContext } from "../context.ts";
import { WelcomeCase } from "./welcome-case.type.ts";
import { Welcome } from "./welcome.type.ts";

@Resolver(() => Welcome)
export class WelcomeResolver {
  @FieldResolver(() => [WelcomeCase], {
    description:
      "The cases of the person's household, the latest first for each registration; empty when no regional partner knows the person.",
  })
  cases(@Root() { registrationIds }: Welcome, @Ctx() { load }: RegionalContext) {
    return all(load.casesOfRegistration, registrationIds);
  }
}
