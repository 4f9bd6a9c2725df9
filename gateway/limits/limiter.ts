/** Holds a request to the limits before anything is validated, planned or asked of anybody. */
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { Refusal } from "../refusal.ts";
import { estimator, type Estimate } from "./cost.ts";
import { Kept } from "./kept.ts";
import { LIMITS, type LimitName, type Limits } from "./limits.ts";
import { countRepeats, FalseTypename, FragmentCycle, measure } from "./measure.ts";
import { neededVariables } from "./needed-variables.ts";
import { measureVariables } from "./variables.ts";

/** What may be asked, as it stands in a request. */
export interface Asked {
  query: string;
  operationName?: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/** An operation within the limits. */
export interface Admitted {
  operation: OperationDefinitionNode;
  /** How many objects it may bring back at most. */
  cost: number;
  /** What its plan costs to make, in fields with fields of their own; 0 when it was seen before. */
  planning: number;
}

interface Known {
  operation: OperationDefinitionNode;
  /** The variables that may not be null where they stand, though their types say that they may. */
  needed: () => ReadonlySet<string>;
  objects: number;
  estimate: (variables: Asked["variables"]) => Estimate;
}

/** Operations that are remembered, and how many characters of them. */
const REMEMBERED = 2_000;
const REMEMBERED_CHARACTERS = 8 * 1024 * 1024;

/** Wrong values that are looked at before the next one ends it, and the characters of what is said of the first: it quotes the value. */
const WRONG_VALUES = 1;
const WRONG_VALUE =
  /^Variable "\$\w+" (?:got invalid value|has invalid value|of required type|of non-null type)/;
const LONGEST_MESSAGE = 500;

export class Limiter {
  readonly #limits: Limits;
  readonly #suggests: boolean;
  readonly #known = new Kept<Known>(REMEMBERED, REMEMBERED_CHARACTERS);
  #schema: GraphQLSchema | undefined;

  /** `suggests`: whether what is said of a wrong value may propose names of the graph. */
  constructor(limits: Limits, suggests = false) {
    this.#limits = limits;
    this.#suggests = suggests;
  }

  /** From now on costs are those of `schema`, and every operation is planned anew. */
  useSchema(schema: GraphQLSchema): void {
    this.#schema = schema;
    this.#known.clear();
  }

  /** @throws {Refusal} with the code of the limit that is passed, the limit and the value. */
  admit({ query, operationName, variables }: Asked): Admitted {
    this.#hold("documentKilobytes", Math.ceil(query.length / 1024));
    const { depth, values } = measureVariables(variables, this.#limits.variableValues);
    this.#hold("variableValues", values);
    this.#hold("variableDepth", depth);
    const key = `${operationName ?? ""}\n${query}`;
    const before = this.#known.get(key);
    const known = before ?? this.#look(query, operationName);
    const { cost, pageSize } = known.estimate(variables);
    this.#hold("pageSize", pageSize);
    this.#hold("cost", cost);
    this.#coerce(known.operation, variables);
    refuseNulls(known, variables);
    if (!before) this.#known.set(key, known, key.length);
    return { operation: known.operation, cost, planning: before ? 0 : known.objects };
  }

  #look(query: string, operationName: string | undefined): Known {
    const document = this.#parse(query);
    const measures = measureOf(document);
    for (const name of [
      "operations",
      "fragments",
      "variables",
      "spreads",
      "directives",
      "depth",
      "fields",
      "objects",
      "aliases",
      "rootFields",
      "arguments",
      "variableDepth",
    ] as const)
      this.#hold(name, measures[name]);
    this.#hold("repeats", countRepeats(document));
    const operation = getOperationAST(document, operationName);
    if (!operation)
      throw new Refusal(
        "OPERATION_RESOLUTION_FAILURE",
        "The request must hold one operation, or name in operationName the one that is meant.",
      );
    if (!this.#schema) throw new Error("The limiter knows no schema yet.");
    if (!this.#schema.getRootType(operation.operation))
      throw new Refusal(
        "OPERATION_RESOLUTION_FAILURE",
        `This graph has no ${operation.operation}s. What happens is told at /events.`,
      );
    return {
      operation,
      needed: neededVariables(this.#schema, document, operation),
      objects: measures.objects,
      estimate: estimator(this.#schema, document, operation),
    };
  }

  #parse(query: string): DocumentNode {
    try {
      return parse(query, { maxTokens: this.#limits.tokens, noLocation: true });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (/^Syntax Error: Document contains more that? \d+ tokens/.test(error.message))
        throw this.#refusal("tokens", this.#limits.tokens + 1);
      throw new Refusal("GRAPHQL_PARSE_FAILED", error.message, { locations: error.locations });
    }
  }

  /** The federation library looks at every wrong value before it says so; here the second one ends it. */
  #coerce({ variableDefinitions }: OperationDefinitionNode, variables: Asked["variables"]): void {
    if (!this.#schema || !variableDefinitions?.length) return;
    const { errors } = getVariableValues(this.#schema, variableDefinitions, variables, {
      maxErrors: WRONG_VALUES,
      hideSuggestions: !this.#suggests,
    });
    const [first] = errors ?? [];
    // One that the document is to blame for (a type that is none) is found when it is validated.
    if (!first || !WRONG_VALUE.test(first.message)) return;
    throw new Refusal("BAD_USER_INPUT", first.message.slice(0, LONGEST_MESSAGE));
  }

  #hold(name: LimitName, value: number): void {
    if (value > this.#limits[name]) throw this.#refusal(name, value);
  }

  #refusal(name: LimitName, value: number): Refusal {
    return limitRefusal(name, this.#limits[name], value);
  }
}

/** The refusal of a request that passes a limit: says the limit and the value, and what to do. */
export function limitRefusal(name: LimitName, limit: number, value: number): Refusal {
  const { code, counts, remedy } = LIMITS[name];
  return new Refusal(
    code,
    `The request is beyond a limit of this hub: ${value} ${counts}, and at most ${limit} are allowed. Please ${remedy}.`,
    { extensions: { limit, value } },
  );
}

/**
 * A variable with a default may stand where there must be a value; given as null it passes every check, and the first to
 * find out would be whoever carries the operation out.
 */
function refuseNulls({ operation, needed }: Known, variables: Asked["variables"]): void {
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (defaultValue && Object.hasOwn(variables, name) && variables[name] === null && needed().has(name))
      throw new Refusal(
        "BAD_USER_INPUT",
        `Variable "$${name}" is null, and must have a value where it stands: leave it out for its default.`,
      );
  }
}

function measureOf(document: DocumentNode) {
  try {
    return measure(document);
  } catch (error) {
    if (error instanceof FragmentCycle)
      throw new Refusal("FRAGMENT_CYCLE", "A fragment contains itself: it would have no end.");
    if (error instanceof FalseTypename)
      throw new Refusal(
        "BAD_USER_INPUT",
        "No field but `__typename` can be called that: give it another name.",
      );
    throw error;
  }
}
