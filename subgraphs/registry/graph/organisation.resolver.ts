/** Organisations, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { OrganisationGroupRow } from "../store/organisation-group.row.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { FormerName, Organisation, OrganisationGroup, OrganisationMandate } from "./organisation.type.ts";
import { ProfessionalConnection } from "./professional.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => [Organisation], {
    description: "The organisations of the alliance and those it works with, by name.",
  })
  organisations(@Ctx() { manager, waves }: RegistryContext) {
    return waves.track(manager.find(OrganisationRow, { order: { name: "ASC", id: "ASC" } }));
  }

  @Query(() => [OrganisationGroup], {
    description: "The groups of organisations to whom a person can speak in one word.",
  })
  organisationGroups(@Ctx() { manager, waves }: RegistryContext) {
    return waves.track(manager.find(OrganisationGroupRow, { order: { name: "ASC" } }));
  }

  @Query(() => Organisation, {
    nullable: true,
    description: "An organisation by its code; null when unknown.",
  })
  organisation(@Arg("code", () => String) code: string, @Ctx() { load }: RegistryContext) {
    return load.organisation(code);
  }

  @FieldResolver(() => [FormerName], { description: "The names it had before." })
  formerNames(@Root() organisation: Organisation, @Ctx() { load }: RegistryContext) {
    return load.formerNamesOfOrganisation.load(organisation.id);
  }

  @FieldResolver(() => [OrganisationMandate], { description: "What it is mandated to do." })
  mandates(@Root() organisation: Organisation, @Ctx() { load }: RegistryContext) {
    return load.mandatesOfOrganisation.load(organisation.id);
  }

  @FieldResolver(() => ProfessionalConnection, {
    description: "The professionals who work there, by family name.",
  })
  professionals(
    @Root() organisation: Organisation,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.professionalsOfOrganisation(organisation.id, page);
  }
}

@Resolver(() => OrganisationMandate)
export class OrganisationMandateResolver {
  @FieldResolver(() => Region, { nullable: true, description: "The region it is for; null for all." })
  region(@Root() { regionCode }: OrganisationMandate, @Ctx() { load }: RegistryContext) {
    return regionCode && load.region(regionCode);
  }
}
