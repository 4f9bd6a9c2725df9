/** A registration in the graph, and the way to a person by the reference under which an organisation keeps them. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { Registration } from "./identity.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { Organisation } from "./organisation.type.ts";

@Resolver(() => Registration)
export class RegistrationResolver {
  @Query(() => Candidate, {
    nullable: true,
    description:
      "The person whom the viewer's own organisation registered under its own reference, in the hub or from a file; null when it registered nobody so.",
  })
  async candidateByReference(
    @Arg("organisationReference", () => String) organisationReference: string,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const registration = await context.load.registrationOfReference.load(organisationReference);
    return registration && openCandidate({ registrationId: registration.id }, context, info);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Who registered the person." })
  organisation(@Root() { organisationCode }: Registration, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The organisation's own reference of the person; null for other organisations.",
  })
  async organisationReference(
    @Root() { id, organisationCode }: Registration,
    @Ctx() { viewer, load }: RegistryContext,
  ): Promise<string | null> {
    if (organisationCode !== viewer.organisation) return null;
    return (await load.registration.load(id))?.organisationReference ?? null;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      "Proof for the organisation's own subgraph that the registry knows this registration; null for other organisations.",
  })
  async ticket(
    @Root() { id, organisationCode }: Registration,
    @Ctx() { viewer, ticket, load }: RegistryContext,
  ): Promise<string | null> {
    if (organisationCode !== viewer.organisation) return null;
    const organisation = await load.organisation(organisationCode);
    return ticket(id, organisationCode, organisation?.subgraph ?? null);
  }
}
