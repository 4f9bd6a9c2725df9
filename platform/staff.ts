/** Lists of an organisation's own work are for its own staff: anyone else reaches a person through `Candidate` and its grants. */
import { GraphQLError } from "graphql";
import { createMethodMiddlewareDecorator } from "type-graphql";
import type { Role } from "./passport.ts";
import type { RequestContext } from "./subgraph.ts";
import { holds } from "./system-scopes.ts";

/**
 * Marks a field that only the organisation's own staff may read. For anyone else a field of `Query` is refused with
 * `FORBIDDEN`, and a field deeper in the graph is null.
 */
export function StaffOnly(...roles: Role[]): MethodDecorator {
  return createMethodMiddlewareDecorator<RequestContext>(async ({ context, info }, next) => {
    const { viewer, staff } = context;
    const isStaff = staff(viewer.organisation) && roles.some((role) => viewer.roles.includes(role));
    if (isStaff && holds(viewer, "partner:read")) return next();
    if (info.parentType.name !== "Query") return null;
    throw new GraphQLError(`${info.fieldName} is a list for the staff of the organisation that keeps it.`, {
      extensions: { code: "FORBIDDEN" },
    });
  });
}
