/**
 * Scopes: what a system may do with its access token, beside what its organisation and role allow. People are not
 * limited by them: what they may do follows from their roles. Each root field of the graph asks for one scope, or is
 * open to every caller; here that is enforced, once for every subgraph.
 */
import {
  defaultFieldResolver,
  getNamedType,
  GraphQLError,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import type { Role, Viewer } from "./passport.ts";
import type { UserErrorCode } from "./user-error.ts";

/** Every scope, and what it lets a system do. */
export const SCOPES = {
  "candidates:read": "see people, by the same decision as a professional of the organisation",
  "registrations:write": "register people, correct what was declared, answer corrections",
  "referrals:write": "send and answer referrals",
  "milestones:write": "report milestones, and the places for households",
  "partner:read": "read the lists that the organisations keep",
  "partner:write": "change what the organisation keeps itself",
  "statistics:read": "read counts",
} as const;
export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[];

/** The scopes that each kind of system may hold; one that its token names beside these is worth nothing. */
export const SCOPES_OF_ROLE: Partial<Record<Role, readonly Scope[]>> = {
  SYSTEM: ALL_SCOPES,
  DASHBOARD: ["statistics:read"],
};

/** What a root field asks of a system: a scope, or nothing. */
export type ScopeRule = Scope | "ANY";

/**
 * The rules of one subgraph, by the noun with which a root field begins: `referral` stands for `referralSend` and
 * `referralAccept`, unless a longer one fits. What is not named asks for the scope of its kind.
 */
export interface RootScopes {
  Query?: Readonly<Record<string, ScopeRule>>;
  Mutation?: Readonly<Record<string, ScopeRule>>;
  /** What a query asks for that is not named: `partner:read` when nothing is said. */
  otherQueries?: Scope;
}

/** The scopes among the words of a token's `scope` claim (RFC 8693, section 4.2: words with spaces between). */
export function scopesIn(claim: unknown): readonly Scope[] {
  const words = typeof claim === "string" ? claim.split(" ") : [];
  return ALL_SCOPES.filter((scope) => words.includes(scope));
}

/** Whether the caller may do what a scope stands for. One who is a system in any role is limited by scopes. */
export function holds(viewer: Pick<Viewer, "roles" | "scopes">, scope: Scope): boolean {
  const kinds = viewer.roles.flatMap((role) => SCOPES_OF_ROLE[role] ?? []);
  const isSystem = viewer.roles.some((role) => role in SCOPES_OF_ROLE);
  return !isSystem || (kinds.includes(scope) && viewer.scopes.includes(scope));
}

/** The entities that ask for a scope when a subgraph is asked for them by their key; a person's file decides itself. */
const SCOPES_OF_ENTITIES: Readonly<Record<string, Scope>> = { Statistics: "statistics:read" };

/** What a root field asks of a system. */
export function ruleOf(rules: RootScopes, kind: "Query" | "Mutation", field: string): ScopeRule {
  const nouns = Object.entries(rules[kind] ?? {})
    .filter(([noun]) => field === noun || (field.startsWith(noun) && /^[A-Z]/.test(field.slice(noun.length))))
    .sort(([one], [other]) => other.length - one.length);
  const other = kind === "Query" ? (rules.otherQueries ?? "partner:read") : "partner:write";
  return nouns[0]?.[1] ?? other;
}

type Resolver = GraphQLFieldResolver<unknown, { viewer: Viewer }>;

/**
 * Wraps the resolvers of every root field, so that a system without its scope is refused (a query with `FORBIDDEN`, a
 * mutation with the user error `NOT_ALLOWED`, as for a role that may not make it), and those of
 * every list that comes in pages, so that a system that may read neither people nor lists, as a dashboard, lists nothing
 * by whatever path it came.
 */
export function limitSystems(
  schema: GraphQLSchema,
  resolvers: Record<string, unknown>,
  rules: RootScopes,
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const ofType: Record<string, Resolver | undefined> = {
      ...(resolvers[type.name] as Record<string, Resolver> | undefined),
    };
    for (const field of Object.values(type.getFields())) {
      const resolve = ofType[field.name] ?? defaultFieldResolver;
      if (type.name === "Query" || type.name === "Mutation")
        ofType[field.name] = withScope(ruleOf(rules, type.name, field.name), type.name, resolve);
      else if (isPaged(field)) ofType[field.name] = withReading(isNonNullType(field.type), resolve);
    }
    if (Object.keys(ofType).length > 0) resolvers[type.name] = ofType;
  }
}

/** Gives nothing for an entity whose scope the caller lacks, the same nothing as for an unknown key. */
export function withScopeOfEntity<Context extends { viewer: Viewer }>(
  type: string,
  resolve: (representation: never, context: Context, info: GraphQLResolveInfo) => unknown,
): (representation: never, context: Context, info: GraphQLResolveInfo) => unknown {
  const scope = SCOPES_OF_ENTITIES[type];
  if (!scope) return resolve;
  return (representation, context, info) =>
    holds(context.viewer, scope) ? resolve(representation, context, info) : null;
}

function withScope(rule: ScopeRule, kind: "Query" | "Mutation", resolve: Resolver): Resolver {
  if (rule === "ANY") return resolve;
  return (root, args, context, info) => {
    if (holds(context.viewer, rule)) return resolve(root, args, context, info);
    const message = `${info.fieldName} asks for the scope ${rule}.`;
    if (kind === "Mutation")
      return { userErrors: [{ code: "NOT_ALLOWED" satisfies `${UserErrorCode}`, message, field: null }] };
    throw refused(message);
  };
}

function withReading(isNonNull: boolean, resolve: Resolver): Resolver {
  return (root, args, context, info) => {
    const { viewer } = context;
    if (holds(viewer, "candidates:read") || holds(viewer, "partner:read"))
      return resolve(root, args, context, info);
    if (isNonNull) throw refused(`${info.fieldName} is a list, and asks for the scope partner:read.`);
    return null;
  };
}

function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name.endsWith("Connection");
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "FORBIDDEN" } });
}
