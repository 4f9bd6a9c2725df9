/** What this organisation adds to a candidate: the section MATCHING, behind its grant. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { FccqContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { Matching } from "./matching.type.ts";

@Resolver(() => Candidate)
export class CandidateContribution {
  @Directive('@requires(fields: "matchingGrant")')
  @FieldResolver(() => Matching, {
    nullable: true,
    description:
      "Section MATCHING: profile, matches, interviews, offers. Null without an error when withheld: see `access`.",
  })
  matching(@Root() candidate: Candidate, @Ctx() { matchingGrant }: FccqContext): Matching | null {
    return matchingGrant(candidate);
  }
}
