/** What this organisation adds to a candidate: the sections EMPLOYABILITY and RELOCATION, each behind its grant. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { EerContext } from "../context.ts";
import { presentHousehold } from "../domain/household.ts";
import { Candidate } from "./candidate.type.ts";
import { Employability } from "./employability.type.ts";
import { Household } from "./household.type.ts";
import { householdsOf } from "./relocation.households.ts";
import { Relocation } from "./relocation.type.ts";

@Resolver(() => Candidate)
export class CandidateContribution {
  @Directive('@requires(fields: "employabilityGrant")')
  @FieldResolver(() => Employability, {
    nullable: true,
    description:
      "Section EMPLOYABILITY: track, eligibility, counsellor, reflection, readiness. Null without an error when withheld: see `access`.",
  })
  employability(
    @Root() candidate: Candidate,
    @Ctx() { employabilityGrant }: EerContext,
  ): Employability | null {
    return employabilityGrant(candidate);
  }

  @Directive('@requires(fields: "relocationGrant")')
  @FieldResolver(() => Relocation, {
    nullable: true,
    description:
      "Section RELOCATION: region chosen, travel grants, the plan of the move, returns. Null without an error when withheld: see `access`.",
  })
  relocation(@Root() candidate: Candidate, @Ctx() { relocationGrant }: EerContext): Relocation | null {
    return relocationGrant(candidate);
  }

  @Directive('@requires(fields: "relocationGrant")')
  @FieldResolver(() => Household, {
    nullable: true,
    description:
      "The household in which EER supports the person now (section RELOCATION); null when there is none, or without an error when withheld: see `access`.",
  })
  async household(@Root() candidate: Candidate, @Ctx() { relocationGrant, load }: EerContext) {
    return presentHousehold(await householdsOf(relocationGrant(candidate)?.registrationIds ?? [], load));
  }
}
