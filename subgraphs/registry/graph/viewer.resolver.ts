/** Who the caller is to the hub. */
import { Ctx, Field, FieldResolver, ObjectType, Query, registerEnumType, Resolver, Root } from "type-graphql";
import { ROLES, type Purpose, type Role } from "../../../platform/passport.ts";
import { PurposeEnum } from "../actions/purpose.ts";
import type { RegistryContext } from "../context.ts";
import { Organisation } from "./organisation.type.ts";
import { Professional } from "./professional.type.ts";

const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, Role>;

registerEnumType(RoleEnum, {
  name: "Role",
  description: "What a caller is within their organisation.",
  valuesConfig: {
    COUNSELLOR: { description: "Counsellor of Emplois en régions (conseillère, conseiller)." },
    OFFICER: { description: "Officer of FCCQ's programme (chargée, chargé de projet)." },
    ADVISER: {
      description: "Adviser of Passerelle sectorielle (conseillère, conseiller Talents et diversité).",
    },
    PROFESSIONAL: { description: "Professional of a regional partner (intervenante, intervenant)." },
    COORDINATOR: { description: "Coordinator of the alliance (coordination)." },
    SYSTEM: { description: "A partner's system." },
    CANDIDATE: { description: "The person themselves (personne candidate)." },
    DASHBOARD: { description: "A dashboard: counts only (tableau de bord)." },
  },
});

@ObjectType({ description: "Who the caller is to the hub." })
export class Viewer {
  @Field(() => String, { description: "The subject of the caller's token." })
  subject: string;

  @Field(() => [RoleEnum], { description: "What the caller is within the organisation." })
  roles: Role[];

  @Field(() => PurposeEnum, { description: "The purpose of this request." })
  purpose: Purpose;

  @Field(() => [PurposeEnum], {
    description: "The purposes the caller may choose from, by the header `continuum-purpose`.",
  })
  purposes: Purpose[];
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: "Who the caller is to the hub." })
  me(@Ctx() { viewer }: RegistryContext) {
    return viewer;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The caller's organisation; null when the registry does not know it.",
  })
  organisation(@Ctx() { viewer, load }: RegistryContext) {
    return load.organisation(viewer.organisation);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: "The caller as a professional; null for a system.",
  })
  professional(@Root() { subject }: Viewer, @Ctx() { load }: RegistryContext) {
    return load.professionalOfSubject.load(subject);
  }
}
