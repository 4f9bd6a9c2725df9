/**
 * `npm run --silent token -- PERSONA` prints an access token of a development persona; `--list` says who there is;
 * `--scope "statistics:read"` asks for fewer scopes than are registered for a system.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { StartupError } from "../platform/environment.ts";
import { localFolder } from "./checkout.ts";
import { DEFAULT_KEYS_PATH, readKeys } from "./login/keys.ts";
import { requestToken, TokenRefused } from "./login/request-token.ts";
import { findPersona, PERSONAS, rights, type Persona } from "./personas.ts";

/** Written by `npm start`. */
const STATE_PATH = join(localFolder, "state.json");
const STATE = z.object({
  issuer: z.url(),
  /** Where the login keeps its keys, when not at the default place. */
  loginKeys: z.string().optional(),
});

/** Thrown for what the developer can put right; its message is one sentence. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  const expected =
    error instanceof UsageError || error instanceof TokenRefused || error instanceof StartupError;
  console.error(
    expected ? error.message : "The login gave an unexpected answer. Run npm start again, then retry.",
  );
  process.exitCode = 1;
}

async function run(args: string[]): Promise<string> {
  const { list, name, scope } = readArguments(args);
  if (list) return PERSONAS.map(line).join("\n");
  const persona = findPersona(name);
  if (!persona) {
    const problem =
      name === undefined ? "Say which persona the token is for" : `There is no persona "${name}"`;
    throw new UsageError(`${problem}: choose one of ${PERSONAS.map((known) => known.name).join(", ")}.`);
  }
  const state = await readState();
  const keys = persona.kind === "SYSTEM" ? await readKeys(state.loginKeys ?? DEFAULT_KEYS_PATH) : null;
  return requestToken(state.issuer, persona, keys?.clientSecrets[persona.name], scope);
}

function readArguments(args: string[]): {
  list: boolean;
  name: string | undefined;
  scope: string | undefined;
} {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { list: { type: "boolean", default: false }, scope: { type: "string" } },
      allowPositionals: true,
    });
    if (positionals.length <= 1) return { list: values.list, name: positionals[0], scope: values.scope };
  } catch {
    // An option that does not exist: the sentence below says what does.
  }
  throw new UsageError(
    "Give one persona, or --list to see them: npm run --silent token -- counsellor@promis",
  );
}

function line(persona: Persona): string {
  const width = Math.max(...PERSONAS.map((known) => known.name.length));
  return `${persona.name.padEnd(width)}  ${persona.label.en}: ${rights(persona)}`;
}

async function readState(): Promise<z.infer<typeof STATE>> {
  try {
    return STATE.parse(JSON.parse(await readFile(STATE_PATH, "utf8")));
  } catch {
    throw new UsageError("Continuum is not running here. Run npm start first, then ask for the token again.");
  }
}
