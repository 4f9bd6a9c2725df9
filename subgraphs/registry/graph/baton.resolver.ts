/** Dropped batons in the graph: each for the organisations concerned, and all of them for the coordinator. */
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { connectionOf, PageArgs, pageSize } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { BatonKind, TELLS_PATHWAY } from "../domain/baton.ts";
import { MissedBecause } from "../domain/proposal.ts";
import { ReferralReason } from "../domain/referral.ts";
import { Section } from "../domain/section.ts";
import { readDroppedBatons, type DroppedBatonRow } from "../store/dropped-batons.ts";
import { Candidate } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";
import { Referral } from "./referral.type.ts";
import { isShown } from "./section.ts";
import { pageOfShown } from "./worklist-page.ts";

registerEnumType(BatonKind, {
  name: "DroppedBatonKind",
  description: "What was dropped between two organisations (témoin échappé).",
  valuesConfig: {
    REFERRAL_UNANSWERED: { description: "A referral that its receiver has not answered by its due date." },
    REFERRAL_OVERDUE: {
      description: "An accepted referral whose work has not begun, or ended, by its due date.",
    },
    REFERRAL_SHARING_ENDED: { description: "A referral is worked on, and what it shared is closed since." },
    REFERRAL_EXPIRED: { description: "Nobody answered in time, and the sender has not said what they did." },
    REFERRAL_DECLINED: {
      description: "It was declined or given back, and the sender has not said what they did.",
    },
    PROPOSAL_NOT_MADE: {
      description: "A milestone would have proposed a referral, and could not: see `because`.",
    },
    STAGE_OVERDUE: { description: "The next step of the stage is late." },
    SUPPORT_OVERDUE: { description: "Support that was promised has not been given by its day." },
    NO_RESPONSIBLE: { description: "Nobody is responsible." },
    NO_MAIN_CONTACT: { description: "Nobody is named for the person to talk to." },
  },
});

registerEnumType(MissedBecause, {
  name: "ProposalNotMadeBecause",
  description: "Why a referral did not propose itself.",
  valuesConfig: {
    PERSON_REFUSED: { description: "The person refused, or took back, what the receiver would have to see." },
    NO_CAPACITY: { description: "No partner of the region has a place left this month." },
    REGION_UNKNOWN: { description: "The milestone does not say which region was chosen." },
    NO_RECEIVER: { description: "No other organisation has the mandate there." },
  },
});

@ObjectType({ description: "Something that nobody holds, or nobody moved in time (témoin échappé)." })
export class DroppedBaton {
  @Field(() => BatonKind, { description: "What was dropped." })
  kind: BatonKind;

  @Field(() => DateScalar, { description: "Since when." })
  since: string;

  @Field(() => ReferralReason, {
    nullable: true,
    description: "What the referral is, or would have been, for; null where it is not about one.",
  })
  reason: ReferralReason | null;

  @Field(() => MissedBecause, {
    nullable: true,
    description: "Why no referral proposed itself; null otherwise.",
  })
  because: MissedBecause | null;

  thingId: string;
  referralId: string | null;
  organisations: string[];
  candidate: Candidate | null;
}

const DroppedBatonConnection = connectionOf(() => DroppedBaton, "DroppedBaton");

@InputType({ description: "Narrows a list of dropped batons; what is not given does not narrow." })
export class DroppedBatonFilter {
  @Field(() => [BatonKind], { nullable: true, description: "Only these kinds." })
  kinds?: BatonKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only those that concern this organisation, by its code. For the coordinator; others see their own.",
  })
  organisation?: string | null;
}

@Resolver(() => DroppedBaton)
export class BatonResolver {
  @Query(() => DroppedBatonConnection, {
    description:
      "What was dropped between organisations, the oldest first: for a professional, what concerns their organisation; for the coordinator, everything.",
  })
  droppedBatons(
    @Arg("filter", () => DroppedBatonFilter, { nullable: true }) filter: DroppedBatonFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { manager, waves, viewer, now } = context;
    const everybody = reach(viewer) === "EVERYBODY";
    const seesNone = !everybody && reach(viewer) !== "CIRCLE";
    const question = {
      organisation: everybody ? (filter?.organisation ?? null) : viewer.organisation,
      purpose: viewer.purpose,
      today: dayInQuebec(now()),
      kinds: seesNone ? [] : [...new Set(filter?.kinds ?? Object.values(BatonKind))],
    };
    return pageOfShown({
      size: pageSize(page),
      after: page.after,
      read: (after) =>
        waves.track(readDroppedBatons(manager, { ...question, size: pageSize(page) + 1, after })),
      // All are opened at once, whatever was dropped: a referral that came back says something of the person too.
      show: async (baton: DroppedBatonRow, ahead) => {
        const key = ahead ? { id: baton.candidateId, unshown: true as const } : { id: baton.candidateId };
        const candidate = await openCandidate(key, context, info);
        const isTold = candidate !== null && isShown(candidate, Section.PATHWAY);
        return isTold || !TELLS_PATHWAY[baton.kind] ? { ...baton, candidate } : null;
      },
    });
  }

  @FieldResolver(() => ID, { description: "Its id: the same for as long as it lies there." })
  id(@Root() { kind, thingId }: DroppedBaton): string {
    return `${kind}:${thingId}`;
  }

  @FieldResolver(() => [Organisation], { description: "Those concerned." })
  async organisations(@Root() { organisations }: DroppedBaton, @Ctx() { load }: RegistryContext) {
    const found = await Promise.all(organisations.map((code) => load.organisation(code)));
    return found.filter((each) => each !== null);
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description: "The referral; null where it is not about one.",
  })
  referral(@Root() { referralId }: DroppedBaton, @Ctx() { load }: RegistryContext) {
    return referralId && load.referral.load(referralId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them any more.",
  })
  candidate(@Root() { candidate }: DroppedBaton): Candidate | null {
    return candidate;
  }
}
