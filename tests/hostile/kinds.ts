/** Every kind of hostile request. */
import { PLANNING, SIZES, TOKENS } from "./cost-kinds.ts";
import { MANY, NESTING } from "./document-kinds.ts";
import { CONFLICTS, FRAGMENTS } from "./fragment-kinds.ts";
import type { Kind } from "./kind.ts";
import { BODIES, HTTP, SLOW } from "./transport-kinds.ts";
import { VARIABLES } from "./variable-kinds.ts";

export const KINDS: readonly Kind[] = [
  ...NESTING,
  ...MANY,
  ...FRAGMENTS,
  ...CONFLICTS,
  ...PLANNING,
  ...SIZES,
  ...TOKENS,
  ...BODIES,
  ...SLOW,
  ...VARIABLES,
  ...HTTP,
];
