/** What the section PASSERELLE holds, for the registrations that the grant names. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { currentFile, latestFirst } from "../domain/step.ts";
import type { ParticipantRow } from "../store/participant.row.ts";
import { PasserelleParticipant } from "./participant.type.ts";
import { Passerelle } from "./passerelle.type.ts";

@Resolver(() => Passerelle)
export class PasserelleResolver {
  @FieldResolver(() => PasserelleParticipant, {
    nullable: true,
    description:
      "The file that counts now: the open one, or the latest when all are closed; null when CCMM does not know the person.",
  })
  async current(@Root() { registrationIds }: Passerelle, @Ctx() context: CcmmContext) {
    return currentFile(await filesOf(registrationIds, context));
  }

  @FieldResolver(() => [PasserelleParticipant], {
    description:
      "The person's files, one per registration with CCMM, the latest first; empty when CCMM does not know the person.",
  })
  files(@Root() { registrationIds }: Passerelle, @Ctx() context: CcmmContext) {
    return filesOf(registrationIds, context);
  }
}

async function filesOf(ids: readonly string[], { load }: CcmmContext): Promise<ParticipantRow[]> {
  const files = await Promise.all(ids.map((id) => load.participantOfRegistration.load(id)));
  return latestFirst(files.filter((file) => file !== null));
}
