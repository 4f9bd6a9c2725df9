/**
 * A change, from the mutation to the commit: who may make it, whether the input is sound, whether it was made
 * before, then load, decide, write in one transaction. An action states its own part; the rest stands here once.
 */
import { createHash } from "node:crypto";
import { validate, type ValidationError } from "class-validator";
import { GraphQLID } from "graphql";
import { Field, InputType } from "type-graphql";
import {
  QueryFailedError,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from "typeorm";
import { IsNotEmpty, MaxLength } from "class-validator";
import { ChangeRow } from "./change.row.ts";
import { wakeAfter } from "./jobs.ts";
import type { Role, Viewer } from "./passport.ts";
import { UUID } from "./uuid.ts";
import { Refusal, UserErrorCode, type UserError } from "./user-error.ts";

/** What every input carries. */
@InputType()
export abstract class ChangeInput {
  @Field(() => GraphQLID, {
    description:
      "Your own reference for this change, at most 200 characters: the same one twice is one change.",
  })
  @IsNotEmpty()
  @MaxLength(200)
  reference: string;
}

export interface Thing {
  id: string;
}

/** What an action works with: one transaction, one moment, one caller. */
export interface Work {
  manager: EntityManager;
  viewer: Viewer;
  now: Date;
  /** The day of `now` in Québec, as `2026-11-21`. */
  today: string;
  /** The row, locked until the end of the transaction. @throws {Refusal} `UNKNOWN_REFERENCE` naming the input field. */
  find: <Row extends Thing>(
    row: EntityTarget<Row>,
    id: string,
    field: string,
    where?: FindOptionsWhere<Row>,
  ) => Promise<Row>;
  /** Writes the row, new or changed, and gives it back. */
  save: <Row extends ObjectLiteral>(row: EntityTarget<Row>, values: Row) => Promise<Row>;
}

export interface Action<
  Input extends ChangeInput,
  Result extends Thing,
  Context extends ActionContext = ActionContext,
> {
  /** The mutation's name in the graph. */
  name: string;
  /** The roles that may make this change. */
  roles: readonly Role[];
  /** The table of the thing given back, to find it again when the same change is asked for twice. */
  row: EntityTarget<Result>;
  /** Load, decide, write. Throws a `Refusal` for what is expected to go wrong. */
  apply: (input: Input, work: Work, context: Context) => Promise<Result>;
}

export interface ActionContext {
  viewer: Viewer;
  manager: EntityManager;
  /** Whether the people of an organisation are the staff of this subgraph. */
  staff: (organisation: string) => boolean;
  now: () => Date;
}

export interface Outcome<Result> {
  thing: Result | null;
  userErrors: UserError[];
}

/** Names the type of an action and gives it back: actions are plain data. */
export function defineAction<
  Input extends ChangeInput,
  Result extends Thing,
  Context extends ActionContext = ActionContext,
>(action: Action<Input, Result, Context>): Action<Input, Result, Context> {
  return action;
}

/** Makes the change once. What is expected to go wrong comes back as user errors, and then nothing was written. */
export async function perform<Input extends ChangeInput, Result extends Thing, Context extends ActionContext>(
  action: Action<Input, Result, Context>,
  input: Input,
  context: Context,
): Promise<Outcome<Result>> {
  const { viewer } = context;
  if (!context.staff(viewer.organisation) || !action.roles.some((role) => viewer.roles.includes(role))) {
    const message = `This change is made by ${action.roles.join(" or ").toLowerCase()} of the organisation that owns the data.`;
    return refused([{ code: UserErrorCode.NOT_ALLOWED, message, field: null }]);
  }
  const problems = await problemsOf(input);
  if (problems.length > 0) return refused(problems);
  try {
    let transaction = context.manager;
    const thing = await context.manager.transaction((manager) => {
      transaction = manager;
      return once(action, input, context, manager);
    });
    wakeAfter(transaction);
    return { thing, userErrors: [] };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return refused([{ code: refusal.code, message: refusal.message, field: refusal.field }]);
  }
}

/** What is wrong with an input by its own validators, never the value that was given; empty when nothing is. */
export async function problemsOf(input: object): Promise<UserError[]> {
  const problems = await validate(input, { forbidUnknownValues: false });
  return problems.flatMap((problem) => describe(problem, []));
}

/** The day of a moment in Québec. */
export function dayInQuebec(moment: Date): string {
  return QUEBEC_DAY.format(moment);
}

const QUEBEC_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto", dateStyle: "short" });

/**
 * Applies the action unless this caller's organisation made this very change before. Two at once: the second waits
 * on the first's row, then reads what it did.
 */
async function once<Input extends ChangeInput, Result extends Thing, Context extends ActionContext>(
  action: Action<Input, Result, Context>,
  input: Input,
  context: Context,
  manager: EntityManager,
): Promise<Result> {
  const now = context.now();
  const key = { organisation: context.viewer.organisation, action: action.name, reference: input.reference };
  const fingerprint = createHash("sha256").update(JSON.stringify(input)).digest();
  const claimed = await manager
    .createQueryBuilder()
    .insert()
    .into(ChangeRow)
    .values({
      ...key,
      fingerprint,
      thingId: NO_THING,
      madeBy: context.viewer.subject,
      requestId: context.viewer.requestId,
      madeAt: now,
    })
    .orIgnore()
    .returning("reference")
    .execute();
  if ((claimed.raw as unknown[]).length === 0) {
    const made = await manager.findOneByOrFail(ChangeRow, key);
    if (!made.fingerprint.equals(fingerprint)) {
      throw new Refusal(
        "CONFLICT",
        "This reference was used for another change; give each change its own.",
        "reference",
      );
    }
    const thing = await manager.findOneBy(action.row, { id: made.thingId } as FindOptionsWhere<Result>);
    if (thing) return thing;
    throw new Refusal(
      "CONFLICT",
      "This change was made before, and what it made is gone since.",
      "reference",
    );
  }
  const result = await action.apply(input, workIn(manager, context.viewer, now), context);
  await manager.update(ChangeRow, key, { thingId: result.id });
  return result;
}

/** Stands in the row of a change until the change is made; never committed. */
const NO_THING = "00000000-0000-0000-0000-000000000000";

function workIn(manager: EntityManager, viewer: Viewer, now: Date): Work {
  return {
    manager,
    viewer,
    now,
    today: dayInQuebec(now),
    async find(row, id, field, where) {
      const found = UUID.test(id)
        ? await manager.findOne(row, {
            where: { ...where, id } as never,
            lock: { mode: "pessimistic_write" },
          })
        : null;
      if (!found)
        throw new Refusal(
          "UNKNOWN_REFERENCE",
          `There is no such thing as ${field} names, or it is not yours to change.`,
          field,
        );
      return found;
    },
    save: (row, values) => manager.save(row, values),
  };
}

function refused(userErrors: UserError[]): Outcome<never> {
  return { thing: null, userErrors };
}

/** The code of a failed validator; those not named say that the format is wrong. */
const CODES: Record<string, UserErrorCode> = {
  isNotEmpty: UserErrorCode.REQUIRED,
  isDefined: UserErrorCode.REQUIRED,
  arrayNotEmpty: UserErrorCode.REQUIRED,
  maxLength: UserErrorCode.TOO_LONG,
  arrayMaxSize: UserErrorCode.TOO_LONG,
  min: UserErrorCode.OUT_OF_RANGE,
  max: UserErrorCode.OUT_OF_RANGE,
  minDate: UserErrorCode.OUT_OF_RANGE,
  maxDate: UserErrorCode.OUT_OF_RANGE,
};

/** The user errors of a validation error and of those nested in it; never the value that was given. */
function describe(problem: ValidationError, parents: string[]): UserError[] {
  const field = [...parents, problem.property];
  const own = Object.entries(problem.constraints ?? {}).map(([rule, message]) => ({
    code: CODES[rule] ?? codeOfLength(rule, message, problem.value),
    message: `${message}.`,
    field,
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => describe(child, field))];
}

/** One validator guards both ends of a length; its message says which end it was. */
function codeOfLength(rule: string, message: string, value: unknown): UserErrorCode {
  if (rule !== "isLength") return UserErrorCode.INVALID_FORMAT;
  if (message.includes("shorter than")) return UserErrorCode.TOO_LONG;
  return value === "" ? UserErrorCode.REQUIRED : UserErrorCode.INVALID_FORMAT;
}

/** What PostgreSQL refuses because of the input, in the caller's words; null for anything unexpected. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (!(error instanceof QueryFailedError)) return null;
  const { code } = error.driverError as { code?: string };
  switch (code) {
    case "23505":
      return new Refusal("CONFLICT", "This exists already, or its place is taken.");
    case "23P01":
      return new Refusal("CONFLICT", "Something else already holds this place at this time.");
    case "23503":
      return new Refusal("UNKNOWN_REFERENCE", "The input names something that does not exist.");
    case "22021":
      return new Refusal("INVALID_FORMAT", "A text holds a character that cannot be kept, as NUL.");
    case "23514":
    case "22001":
    case "22003":
      return new Refusal("OUT_OF_RANGE", "A value is outside what is allowed.");
    default:
      return null;
  }
}
