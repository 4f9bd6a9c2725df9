/** The daily digest in the graph: what is new, due or late for the viewer's organisation, and for the viewer. */
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { DigestKind, isAboutPeople } from "../domain/digest.ts";
import { Section } from "../domain/section.ts";
import { countPeople, countReferrals, NAMED_IN_DIGEST, type DigestCount } from "../store/digest.ts";
import { Candidate } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Referral } from "./referral.type.ts";
import { isShown } from "./section.ts";

registerEnumType(DigestKind, {
  name: "DigestKind",
  description: "A line of the daily digest.",
  valuesConfig: {
    REFERRALS_RECEIVED: { description: "Referrals received on the day and not answered (reçus)." },
    REFERRALS_TO_ANSWER: { description: "Referrals received that wait for an answer, in time (à répondre)." },
    REFERRALS_LATE: { description: "Referrals received whose next move is late (en retard)." },
    SENT_REFERRALS_MOVED: { description: "Referrals sent that moved on the day (réponses reçues)." },
    SENT_REFERRALS_LATE: { description: "Referrals sent whose next move is late (sans nouvelle)." },
    STEPS_DUE: { description: "People whose next step is due that day or in the six that follow (à faire)." },
    STEPS_LATE: { description: "People whose next step is late (étapes en retard)." },
    SUPPORT_OVERDUE: {
      description: "People to whom support was promised and not given by its day (soutien en retard).",
    },
  },
});

@ObjectType({ description: "A line of the daily digest: how many, and the first of them." })
export class DigestLine {
  @Field(() => DigestKind, { description: "What it counts." })
  kind: DigestKind;

  @Field(() => Int, { description: "For the viewer's organisation." })
  organisation: number;

  @Field(() => Int, {
    description: "Of these the viewer's own: sent or received by them, or whose main contact they are.",
  })
  mine: number;

  ids: string[];
}

@ObjectType({ description: "What is new, due or late on a day (résumé du jour)." })
export class Digest {
  @Field(() => DateScalar, { description: "The day." })
  on: string;
}

@Resolver(() => Digest)
export class DigestResolver {
  @Query(() => Digest, {
    description:
      "What is new, due or late on a day for the viewer's organisation and for the viewer, as everything stands now.",
  })
  digest(@Arg("on", () => DateScalar, { description: "The day." }) on: string): Digest {
    return { on };
  }

  @FieldResolver(() => [DigestLine], { description: "Its lines; what counts nothing is not there." })
  async lines(
    @Root() { on }: Digest,
    @Ctx() { manager, waves, viewer, now }: RegistryContext,
  ): Promise<DigestCount[]> {
    if (reach(viewer) !== "CIRCLE") return [];
    const { organisation, subject, purpose } = viewer;
    const question = { organisation, subject, purpose, on, today: dayInQuebec(now()) };
    const found = await waves.track(
      Promise.all([countReferrals(manager, question), countPeople(manager, question)]),
    );
    const order = Object.values(DigestKind);
    return found.flat().sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  }
}

@Resolver(() => DigestLine)
export class DigestLineResolver {
  @FieldResolver(() => [Referral], {
    description: `The referrals of the line, at most ${NAMED_IN_DIGEST}, the viewer's own first; empty where it counts people.`,
  })
  async referrals(@Root() { kind, ids }: DigestLine, @Ctx() { load }: RegistryContext) {
    if (isAboutPeople(kind)) return [];
    const found = await Promise.all(ids.map((id) => load.referral.load(id)));
    return found.filter((each) => each !== null);
  }

  @FieldResolver(() => [Candidate], {
    description: `The people of the line, at most ${NAMED_IN_DIGEST}, the viewer's own first; empty where it counts referrals.`,
  })
  async candidates(
    @Root() { kind, ids }: DigestLine,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!isAboutPeople(kind)) return [];
    const found = await Promise.all(ids.map((id) => openCandidate({ id }, context, info)));
    return found.filter((each) => each !== null && isShown(each, Section.PATHWAY));
  }
}
