/** Who looked, in words that the person understands: the organisation and the professional by their names. */
import { Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { SECTIONS } from "../domain/section.ts";
import { Disclosure, DisclosureLook, SectionAccess } from "./access.type.ts";
import { Organisation } from "./organisation.type.ts";
import { Professional } from "./professional.type.ts";

/** What a disclosure and a look say alike of who asked. */
function whoLooked(type: ClassType<Disclosure | DisclosureLook>): ClassType {
  @Resolver(() => type)
  class WhoLookedResolver {
    @FieldResolver(() => Organisation, { nullable: true, description: "For which organisation." })
    organisation(@Root() { organisation }: Disclosure | DisclosureLook, @Ctx() { load }: RegistryContext) {
      return load.organisation(organisation);
    }

    @FieldResolver(() => Professional, {
      nullable: true,
      description:
        "Who asked; null when the registry knows no such professional: a system, or the person themselves.",
    })
    professional(@Root() { subject }: Disclosure | DisclosureLook, @Ctx() { load }: RegistryContext) {
      return load.professionalOfSubject.load(subject);
    }

    @FieldResolver(() => String, {
      nullable: true,
      description:
        "Who asked: the subject of their token; null for the person, to whom the name of the professional says it.",
    })
    subject(@Root() { subject }: Disclosure | DisclosureLook, @Ctx() { viewer }: RegistryContext) {
      return reach(viewer) === "SELF" ? null : subject;
    }
  }
  return WhoLookedResolver;
}

export const WHO_LOOKED_RESOLVERS = [Disclosure, DisclosureLook].map(whoLooked);

@Resolver(() => DisclosureLook)
export class DisclosureLookResolver {
  @FieldResolver(() => [SectionAccess], {
    description: "The sections that were asked for, each with whether it was shown and why or why not.",
  })
  sections(@Root() { sections }: DisclosureLook): SectionAccess[] {
    return [...sections].sort(
      (one, other) => SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section),
    );
  }
}
