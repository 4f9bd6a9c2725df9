/** Referrals, and what they lead to. */
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  InputType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { REFERRAL_MOVES, ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { Candidate } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";
import { Referral, ReferralConnection } from "./referral.type.ts";

export enum ReferralBox {
  INBOX = "INBOX",
  OUTBOX = "OUTBOX",
}

registerEnumType(ReferralBox, {
  name: "ReferralBox",
  description: "Which way referrals went.",
  valuesConfig: {
    INBOX: { description: "Received by the viewer's organisation (reçus)." },
    OUTBOX: { description: "Sent by the viewer's organisation (envoyés)." },
  },
});

@InputType({ description: "Narrows a list of referrals; what is not given does not narrow." })
export class ReferralFilter {
  @Field(() => ReferralBox, { nullable: true, description: "Only those received, or sent." })
  box?: ReferralBox | null;

  @Field(() => ReferralState, { nullable: true, description: "Only those in this state." })
  state?: ReferralState | null;
}

const BOXES: Record<ReferralBox, string> = {
  INBOX: "referral.toOrganisation = :organisation",
  OUTBOX: "referral.fromOrganisation = :organisation",
};

@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => ReferralConnection, {
    description: "The referrals that the viewer's organisation received or sent, the latest first.",
  })
  referrals(
    @Arg("filter", () => ReferralFilter, { nullable: true }) filter: ReferralFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: RegistryContext,
  ) {
    const query = manager
      .createQueryBuilder(ReferralRow, "referral")
      .where(filter?.box ? BOXES[filter.box] : `(${BOXES.INBOX} or ${BOXES.OUTBOX})`, {
        organisation: viewer.organisation,
      })
      .andWhere(filter?.state ? "referral.state = :state" : "true", { state: filter?.state });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "requestedAt", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Who sent it." })
  from(@Root() { fromOrganisation }: Referral, @Ctx() { load }: RegistryContext) {
    return load.organisation(fromOrganisation);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Who receives it." })
  to(@Root() { toOrganisation }: Referral, @Ctx() { load }: RegistryContext) {
    return load.organisation(toOrganisation);
  }

  @FieldResolver(() => [ReferralState], { description: "The states that may follow." })
  nextStates(@Root() { state }: Referral): readonly ReferralState[] {
    return REFERRAL_MOVES[state];
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them any more.",
  })
  candidate(
    @Root() { candidateId }: Referral,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openCandidate({ id: candidateId }, context, info);
  }
}
