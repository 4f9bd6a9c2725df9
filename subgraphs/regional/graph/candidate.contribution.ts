/** What the regional partners add to a candidate: the section WELCOME, behind its grant. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegionalContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { Welcome } from "./welcome.type.ts";

@Resolver(() => Candidate)
export class CandidateContribution {
  @Directive('@requires(fields: "welcomeGrant")')
  @FieldResolver(() => Welcome, {
    nullable: true,
    description:
      "Section WELCOME: welcome cases, checklist, retention checks. Null without an error when withheld: see `access`.",
  })
  welcome(@Root() candidate: Candidate, @Ctx() { welcomeGrant }: RegionalContext): Welcome | null {
    return welcomeGrant(candidate);
  }
}
