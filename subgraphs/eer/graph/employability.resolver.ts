/** What the section EMPLOYABILITY holds, for the registrations that the grant names. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { EerContext } from "../context.ts";
import { Employability, EmployabilityFile } from "./employability.type.ts";

@Resolver(() => Employability)
export class EmployabilityResolver {
  @FieldResolver(() => [EmployabilityFile], {
    description:
      "The person's files, one per registration with the three organisations; empty when none knows the person.",
  })
  async files(@Root() { registrationIds }: Employability, @Ctx() { load }: EerContext) {
    const files = await Promise.all(registrationIds.map((id) => load.fileOfRegistration.load(id)));
    return files.filter((file) => file !== null);
  }
}
