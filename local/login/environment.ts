/** What the development login must know to start. */
import { z } from "zod";
import { parseEnvironment, variable } from "../../platform/environment.ts";
import { DEFAULT_KEYS_PATH } from "./keys.ts";

/** The audience of access tokens when nothing else is said: the one graph. */
export const DEFAULT_AUDIENCE = "urn:continuum:graph";

export interface LoginSettings {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** `undefined` means `http://localhost:PORT`. */
  issuer: string | undefined;
  /** The file that keeps keys and client secrets, so that tokens survive a restart. */
  keysPath: string;
  /** Where the explorer and the console are served: they may sign in and read `/personas`. */
  explorerOrigins: readonly string[];
  audience: string;
}

const DEFAULT_ORIGINS = "http://localhost:4000,http://127.0.0.1:4000";

const SHAPE = {
  HOST: variable.host("127.0.0.1"),
  PORT: variable.port(4001),
  ISSUER: z.string().refine(isOrigin, "must be an origin such as http://localhost:4001").optional(),
  LOGIN_KEYS: z.string().default(DEFAULT_KEYS_PATH),
  EXPLORER_ORIGINS: z
    .string()
    .default(DEFAULT_ORIGINS)
    .transform((list) => list.split(",").map((origin) => origin.trim()))
    .refine(
      (list) => list.every(isOrigin),
      "must be origins such as http://localhost:4000, separated by commas",
    ),
  OIDC_AUDIENCE: variable.url().default(DEFAULT_AUDIENCE),
};

/**
 * The settings of the login, from the environment.
 * @throws {StartupError} naming every variable that is wrong.
 */
export function loginSettings(source: NodeJS.ProcessEnv = process.env): LoginSettings {
  const values = parseEnvironment(SHAPE, source);
  return {
    host: values.HOST,
    port: values.PORT,
    issuer: values.ISSUER,
    keysPath: values.LOGIN_KEYS,
    explorerOrigins: values.EXPLORER_ORIGINS,
    audience: values.OIDC_AUDIENCE,
  };
}

/** Without path or slash at the end: what a browser sends, and what verifiers compare letter by letter. */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}
