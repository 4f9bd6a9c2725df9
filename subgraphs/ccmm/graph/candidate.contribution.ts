/** What this organisation adds to a candidate: the section PASSERELLE, behind its grant. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { Passerelle } from "./passerelle.type.ts";

@Resolver(() => Candidate)
export class CandidateContribution {
  @Directive('@requires(fields: "passerelleGrant")')
  @FieldResolver(() => Passerelle, {
    nullable: true,
    description:
      "Section PASSERELLE: the pathway on the island of Montréal, step by step. Null without an error when withheld: see `access`.",
  })
  passerelle(@Root() candidate: Candidate, @Ctx() { passerelleGrant }: CcmmContext): Passerelle | null {
    return passerelleGrant(candidate);
  }
}
