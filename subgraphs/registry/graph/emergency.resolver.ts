/** Files opened in an emergency: told to the responsible organisation, to the coordinator and to the person. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { emergencyNote, EmergencyNoteInput } from "../actions/emergency-note.ts";
import { emergencyOpen, EmergencyOpenInput } from "../actions/emergency-open.ts";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { EmergencyAccessRow } from "../store/emergency-access.row.ts";
import { Candidate } from "./candidate.type.ts";
import { EmergencyAccess, EmergencyAccessConnection } from "./emergency.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";

const EmergencyOpenPayload = payloadOf("EmergencyOpen", "access", () => EmergencyAccess);
const EmergencyNotePayload = payloadOf("EmergencyNote", "access", () => EmergencyAccess);

/** Whose emergencies a viewer reads, as SQL over the alias `emergency`. */
const TOLD: Record<ReturnType<typeof reach>, string> = {
  EVERYBODY: "true",
  CIRCLE: "(emergency.toldOrganisation = :organisation or emergency.subject = :subject)",
  SELF: "emergency.candidateId in (select candidate_id from candidate_account where subject = :subject)",
  NOBODY: "false",
};

@Resolver(() => EmergencyAccess)
export class EmergencyResolver {
  @Query(() => EmergencyAccessConnection, {
    description:
      "Files opened in an emergency, the latest first: all for the coordinator; those of people it is responsible for, for an organisation; their own, for a person.",
  })
  emergencies(@Args(() => PageArgs) page: PageArgs, @Ctx() { manager, waves, viewer }: RegistryContext) {
    const query = manager
      .createQueryBuilder(EmergencyAccessRow, "emergency")
      .where(TOLD[reach(viewer)], { organisation: viewer.organisation, subject: viewer.subject });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "openedAt", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Mutation(() => EmergencyOpenPayload, {
    description:
      "Opens one file in an emergency, for an hour unless told. The responsible organisation, the coordinator and the person are told; who is responsible stays so. For professionals.",
  })
  emergencyOpen(@Arg("input") input: EmergencyOpenInput, @Ctx() context: RegistryContext) {
    return payload("access", emergencyOpen, input, context);
  }

  @Mutation(() => EmergencyNotePayload, {
    description: "Takes note of a file opened in an emergency. For the responsible organisation.",
  })
  emergencyNote(@Arg("input") input: EmergencyNoteInput, @Ctx() context: RegistryContext) {
    return payload("access", emergencyNote, input, context);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "The organisation of who opened it." })
  organisation(@Root() { organisationCode }: EmergencyAccess, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "Who was responsible and is told; null when nobody was.",
  })
  told(@Root() { toldOrganisation }: EmergencyAccess, @Ctx() { load }: RegistryContext) {
    return toldOrganisation && load.organisation(toldOrganisation);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(
    @Root() { candidateId }: EmergencyAccess,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openCandidate({ id: candidateId }, context, info);
  }
}
