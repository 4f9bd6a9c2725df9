/** What a professional leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../context.ts";
import { Organisation } from "./organisation.type.ts";
import { Professional } from "./professional.type.ts";

@Resolver(() => Professional)
export class ProfessionalResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "Where they work." })
  organisation(@Root() professional: Professional, @Ctx() { load }: RegistryContext) {
    return load.organisation(professional.organisationId);
  }
}
