/** What `npm run bench` can be told. */
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";

/** How a run measures. */
export interface Plan {
  quick: boolean;
  /** Whether to measure what access costs, and no other gateway. */
  access: boolean;
  /** How many times the demonstration world; 50 has 100,000 candidates. */
  scales: number[];
  /** Rounds; in each, every gateway has one slice. */
  rounds: number;
  /** The length of a slice, in milliseconds. */
  slice: number;
  /** Requests of each kind to each gateway before anything is measured, and of the heavy kind. */
  warmUp: { light: number; heavy: number };
  /** How many of the answers of each kind are compared between the gateways. */
  compared: number;
}

/** Different questions of each kind, each by a viewer of its own: no cache and no deduplication may flatter anybody. */
export const DISTINCT = 360;

const USAGE = "Use: npm run bench -- [--quick] [--access] [--scale N ...] [--warm-up N]";

/**
 * The plan that `args` ask for.
 * @throws {StartupError} when they cannot be understood.
 */
export function planOf(args: readonly string[]): Plan {
  const { values, positionals } = understand(args);
  const quick = values.quick;
  // "--scale 1 50" names two scales, as "--scale 1 --scale 50" does.
  const scales = [...values.scale, ...positionals].map((text) => wholeNumber(text, "--scale"));
  const light =
    values["warm-up"] === undefined ? (quick ? 150 : 1_500) : wholeNumber(values["warm-up"], "--warm-up");
  return {
    quick,
    access: values.access,
    scales: scales.length > 0 ? scales : quick || values.access ? [1] : [1, 50],
    rounds: quick ? 3 : 7,
    slice: quick ? 600 : 1_200,
    warmUp: { light, heavy: Math.ceil(light / 4) },
    compared: quick ? 40 : DISTINCT,
  };
}

function understand(args: readonly string[]) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: "boolean", default: false },
        access: { type: "boolean", default: false },
        scale: { type: "string", multiple: true, default: [] },
        "warm-up": { type: "string" },
      },
    });
    if (parsed.positionals.length === 0 || parsed.values.scale.length > 0) return parsed;
  } catch {
    // Said below, with what can be asked for.
  }
  throw new StartupError(`The arguments ${args.join(" ")} are not understood. ${USAGE}`);
}

function wholeNumber(text: string, name: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new StartupError(`${name} is ${text}: it must be a whole number from 1 on. ${USAGE}`);
}
