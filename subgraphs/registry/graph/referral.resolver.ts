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
import type { SelectQueryBuilder } from "typeorm";
import { dayInQuebec } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import {
  nextForSender,
  ReferralCancelReason,
  ReferralDeclineReason,
  ReferralNextStep,
  ReferralOutcome,
} from "../domain/referral-end.ts";
import { isOpenOn, nextStates, ReferralReason, ReferralState, stateOn } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { Candidate } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";
import { Professional } from "./professional.type.ts";
import { Referral, ReferralConnection, ReferralMove } from "./referral.type.ts";

/** How PostgreSQL writes the day that never comes. */
const FOR_EVER = "infinity";

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

  @Field(() => ReferralReason, { nullable: true, description: "Only those for this." })
  reason?: ReferralReason | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only open ones whose next move is late (true), or is not (false).",
  })
  late?: boolean | null;
}

/** What is narrowed to, as it stands today: one that nobody answered in time has expired, noted or not. */
const STANDS: Record<"REQUESTED" | "EXPIRED" | "OTHER", string> = {
  REQUESTED: "referral.state = :state and referral.open_until >= :today",
  EXPIRED: "(referral.state = :state or referral.state = 'REQUESTED' and referral.open_until < :today)",
  OTHER: "referral.state = :state",
};

function narrowed(
  query: SelectQueryBuilder<ReferralRow>,
  { state, reason, late }: ReferralFilter,
  today: string,
): SelectQueryBuilder<ReferralRow> {
  query.setParameters({ state, reason, today });
  if (state) query.andWhere(STANDS[state as keyof typeof STANDS] ?? STANDS.OTHER);
  if (reason) query.andWhere("referral.reason = :reason");
  if (late != null)
    query.andWhere(`referral.open_until >= :today and referral.dueOn ${late ? "<" : ">="} :today`);
  return query;
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
    @Ctx() { manager, waves, viewer, now }: RegistryContext,
  ) {
    const query = manager
      .createQueryBuilder(ReferralRow, "referral")
      .where(filter?.box ? BOXES[filter.box] : `(${BOXES.INBOX} or ${BOXES.OUTBOX})`, {
        organisation: viewer.organisation,
      });
    return waves.track(
      keysetPage(
        narrowed(query, filter ?? {}, dayInQuebec(now())),
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
  nextStates(@Root() referral: Referral, @Ctx() { now }: RegistryContext): ReferralState[] {
    return nextStates(stateOn(referral, dayInQuebec(now())));
  }

  @FieldResolver(() => ReferralState, { description: "Where it stands." })
  state(@Root() referral: Referral, @Ctx() { now }: RegistryContext): ReferralState {
    return stateOn(referral, dayInQuebec(now()));
  }

  @FieldResolver(() => Boolean, { description: "It is open, and its next move is late." })
  late(@Root() referral: Referral, @Ctx() { now }: RegistryContext): boolean {
    const today = dayInQuebec(now());
    return isOpenOn(referral, today) && referral.dueOn < today;
  }

  @FieldResolver(() => Boolean, { description: "A milestone proposed it; nobody sent it by hand." })
  automatic(@Root() { milestoneId }: Referral): boolean {
    return milestoneId !== null;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which it may be answered: then it expires. Null for one that waits for ever.",
  })
  lapsesOn(@Root() { lapsesOn }: Referral): string | null {
    return lapsesOn === FOR_EVER ? null : lapsesOn;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The last day on which it opens the sections it names. Null for one without an end.",
  })
  expiresOn(@Root() { expiresOn }: Referral): string | null {
    return expiresOn === FOR_EVER ? null : expiresOn;
  }

  @FieldResolver(() => ReferralDeclineReason, {
    nullable: true,
    description: "Why the receiver declined it, or gave it back; null unless they did.",
  })
  declineReason(@Root() { state, endCode }: Referral): string | null {
    return state === ReferralState.DECLINED ? endCode : null;
  }

  @FieldResolver(() => ReferralCancelReason, {
    nullable: true,
    description: "Why the sender took it back; null unless they did.",
  })
  cancelReason(@Root() { state, endCode }: Referral): string | null {
    return state === ReferralState.CANCELLED ? endCode : null;
  }

  @FieldResolver(() => ReferralOutcome, {
    nullable: true,
    description: "What came of it; null until it is completed.",
  })
  result(@Root() { state, endCode }: Referral): string | null {
    return state === ReferralState.COMPLETED ? endCode : null;
  }

  @FieldResolver(() => [ReferralNextStep], {
    description: "What the sender may do with it now; empty while it is open, or when it came to a good end.",
  })
  nextForSender(@Root() referral: Referral, @Ctx() { now }: RegistryContext): readonly ReferralNextStep[] {
    return nextForSender(stateOn(referral, dayInQuebec(now())), referral.endCode);
  }

  @FieldResolver(() => [ReferralMove], {
    description: "Its moves, the first first: what explains its state.",
  })
  moves(@Root() { id }: Referral, @Ctx() { load }: RegistryContext) {
    return load.movesOfReferral.load(id);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: "Who receives the person there; null until it is accepted, or when a system accepted it.",
  })
  receivedBy(@Root() { receivedBy }: Referral, @Ctx() { load }: RegistryContext) {
    return receivedBy && load.professional.load(receivedBy);
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

@Resolver(() => ReferralMove)
export class ReferralMoveResolver {
  @FieldResolver(() => Professional, {
    nullable: true,
    description: "Who made it; null for a system, a milestone's proposal, or time.",
  })
  by(@Root() { movedBy }: ReferralMove, @Ctx() { load }: RegistryContext) {
    return movedBy && load.professionalOfSubject.load(movedBy);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation that made it; null when time did.",
  })
  organisation(@Root() { organisationCode }: ReferralMove, @Ctx() { load }: RegistryContext) {
    return organisationCode && load.organisation(organisationCode);
  }
}
