/** What only the staff of the tenant itself may read: the two others of Emplois en régions are other organisations. */
import { createMethodMiddlewareDecorator } from "type-graphql";
import type { Role } from "../../../platform/passport.ts";
import { holds } from "../../../platform/system-scopes.ts";
import type { EerContext } from "../context.ts";

/** Marks a field of something a tenant keeps (`tenant`) as null for anyone but that tenant's own staff. */
export function OwnStaffOnly(...roles: Role[]): MethodDecorator {
  return createMethodMiddlewareDecorator<EerContext>(async ({ context: { viewer }, root }, next) => {
    const own = (root as { tenant?: string }).tenant === viewer.organisation;
    const isStaff = own && roles.some((role) => viewer.roles.includes(role));
    return isStaff && holds(viewer, "partner:read") ? next() : null;
  });
}
