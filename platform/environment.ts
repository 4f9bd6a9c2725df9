/** The environment, parsed once at the door of a process: every bad variable is named, with what to do. */
import { z } from "zod";

/** Thrown when a process cannot start as it was asked to; its message is meant for the operator. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

/** Building blocks for the variables that several processes share. */
export const variable = {
  port: (fallback?: number) => withDefault(z.coerce.number().int().min(0).max(65_535), fallback),
  host: (fallback = "0.0.0.0") => z.string().min(1).default(fallback),
  url: (...protocols: string[]) => url(protocols),
  /** One address, or several with commas between them. */
  urls: (...protocols: string[]) =>
    z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(url(protocols)).min(1)),
  text: () => z.string().min(1),
  count: (fallback: number) => z.coerce.number().int().min(1).max(1_000).default(fallback),
  /** A key of the internal tokens, in base64url. */
  secret: () => z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "must be at least 32 bytes in base64url"),
  /** `on` or `off`. */
  toggle: (fallback: boolean) =>
    z
      .enum(["on", "off"])
      .default(fallback ? "on" : "off")
      .transform((value) => value === "on"),
  seconds: (fallback: number) => z.coerce.number().positive().default(fallback),
  /** Seconds, or none. */
  delay: () => z.coerce.number().min(0).max(15).default(0),
  logLevel: () => z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
};

/**
 * The variables of `shape`, parsed from `source`.
 * @throws {StartupError} naming every variable that is missing or wrong, without its value (it may be a secret).
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv = process.env,
): z.infer<z.ZodObject<Shape>> {
  const known = Object.fromEntries(
    Object.keys(shape).map((name) => [name, source[name] === "" ? undefined : source[name]]),
  );
  const parsed = z.object(shape).safeParse(known);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return known[name] === undefined ? `${name} is missing` : `${name} is wrong: ${issue.message}`;
  });
  throw new StartupError(
    `The environment is not complete: ${problems.join("; ")}. Set the variables named and start again.`,
  );
}

function url(protocols: readonly string[]) {
  return z
    .string()
    .refine(
      (value) =>
        URL.canParse(value) && (protocols.length === 0 || protocols.includes(new URL(value).protocol)),
      {
        message: `must be an address${protocols.length > 0 ? ` that starts with ${protocols.join(" or ")}//` : ""}`,
      },
    );
}

function withDefault<Schema extends z.ZodType>(schema: Schema, fallback: z.infer<Schema> | undefined) {
  return fallback === undefined ? schema : schema.default(fallback as never);
}
