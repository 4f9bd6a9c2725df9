/** A subgraph as its organisation defines it, and its executable schema: type-graphql's classes with federation's keys. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { parse, type GraphQLResolveInfo, type GraphQLScalarType, type GraphQLSchema } from "graphql";
import type { DataSource } from "typeorm";
import {
  buildSchema,
  createResolversMap,
  getMetadataStorage,
  type ClassType,
  type NonEmptyArray,
} from "type-graphql";
import type { z } from "zod";
import type { ActionContext } from "./action.ts";
import type { DatabaseDefinition } from "./database.ts";
import type { Viewer } from "./passport.ts";
import type { Tasks } from "./jobs.ts";
import { hideFromThePerson } from "./own-file.ts";
import { DateScalar, DateTimeScalar, PartialDateScalar } from "./scalars.ts";
import type { Admit } from "./scope.ts";
import type { Backlogs } from "./subgraph-observation.ts";
import { limitSystems, withScopeOfEntity, type RootScopes } from "./system-scopes.ts";
import { Waves } from "./waves.ts";

/** What every resolver is given, for the length of one request. */
export interface RequestContext extends ActionContext {
  viewer: Viewer;
  database: DataSource;
  waves: Waves;
  /** Lets the reads that follow see the rows of these registrations, where a grant covers them; see scope.ts. */
  admit: Admit;
}

/** Finds an entity from a representation; loads through the request's loaders, so that many are one statement. */
export type ReferenceResolver<Context> = (
  representation: never,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

/** What a subgraph's server offers to what it answers beside the graph. */
export interface Routes {
  app: FastifyInstance;
  database: DataSource;
  databaseUrl: string;
  now: () => Date;
  /** For `onRequest` of a route: answers 401 to whoever holds no valid passport. */
  requirePassport: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Who asks, once the passport was required. */
  viewerOf: (request: FastifyRequest) => Viewer;
}

export interface SubgraphDefinition<Context extends RequestContext, Shape extends z.ZodRawShape> {
  /** As in the supergraph, in a passport's audience and in the database's name. */
  name: string;
  database: DatabaseDefinition;
  resolvers: NonEmptyArray<ClassType>;
  /** Types that no field of this subgraph leads to: entities that others hold (`Region`, `Statistics` …). */
  entities: ClassType[];
  references: Record<string, ReferenceResolver<Context>>;
  /** Fields, by their type, that are null for a person who looks at their own file (platform/own-file.ts). */
  notForThePerson?: Readonly<Record<string, readonly string[]>>;
  /** What its root fields ask of systems, where it is not what every partner's do (platform/system-scopes.ts). */
  scopes?: RootScopes;
  /** Whose staff may change things in this subgraph. */
  staff: (organisation: string) => boolean;
  /**
   * For a database of several tenants, whose tables are secured by row: the tenant whose rows the caller may see and
   * write beside those that grants cover; null for none.
   */
  tenant?: (viewer: Viewer) => string | null;
  /** What waits in its database to be done, for its metrics; jobs are counted anyway. */
  backlogs?: Backlogs;
  /** The variables this subgraph needs beside those of every subgraph: its keys. */
  environment: Shape;
  /** What background jobs (platform/jobs.ts) do, by the name they are added under; none unless told. */
  tasks?: (settings: z.infer<z.ZodObject<Shape>>) => Tasks;
  /** What the server answers beside the graph; nothing unless told. */
  routes?: (routes: Routes) => void;
  /** The context of one request, from the base that all subgraphs share and this subgraph's own settings. */
  context: (settings: z.infer<z.ZodObject<Shape>>) => (base: RequestContext) => Context;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@tag"])\n`;

type Resolvers = Record<string, Record<string, unknown> | GraphQLScalarType>;

/**
 * The executable schema of a subgraph, with `_entities` and `_service`. `improve` may replace what type-graphql made of
 * the methods of resolvers, before they are guarded.
 */
export async function subgraphSchema<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  improve: (resolvers: Resolvers, classes: readonly ClassType[]) => void = () => undefined,
): Promise<GraphQLSchema> {
  const schema = await typeSchema(definition);
  const resolvers = createResolversMap(schema) as Resolvers;
  improve(resolvers, definition.resolvers);
  for (const [type, resolve] of Object.entries(definition.references)) {
    resolvers[type] = {
      ...resolvers[type],
      __resolveReference: withScopeOfEntity(type, resolve),
    };
  }
  limitSystems(schema, resolvers, definition.scopes ?? {});
  hideFromThePerson(schema, resolvers, definition.notForThePerson ?? {});
  for (const scalar of [DateScalar, DateTimeScalar, PartialDateScalar]) {
    if (schema.getType(scalar.name)) resolvers[scalar.name] = scalar;
  }
  return buildSubgraphSchema([{ typeDefs: parse(print(schema)), resolvers: resolvers as never }]);
}

/** The SDL of a subgraph as composition reads it. */
export async function subgraphSdl<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
): Promise<string> {
  return print(await typeSchema(definition));
}

/** Names the types of a definition and gives it back: a subgraph is plain data. */
export function defineSubgraph<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
): SubgraphDefinition<Context, Shape> {
  return definition;
}

/** The schema that type-graphql makes of the classes. */
async function typeSchema<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
): Promise<GraphQLSchema> {
  // A field without a resolver of its own is read from its object as it is: no function stands between.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  return buildSchema({
    resolvers: definition.resolvers,
    orphanedTypes: definition.entities,
    // Inputs are validated where changes are made (platform/action.ts), so that what is wrong comes back as data.
    validate: false,
    // Federation's directives are declared by buildSubgraphSchema; this first schema is only printed and read.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
}

function print(schema: GraphQLSchema): string {
  return `${LINK}\n${printSchemaWithDirectives(schema).trimEnd()}\n`;
}
