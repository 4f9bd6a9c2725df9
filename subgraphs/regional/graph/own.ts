/** What a partner's row tells its own staff only: each of the thirty partners sees its own work, not its neighbours'. */
import type { RegionalContext } from "../context.ts";

/** The row when it is the caller's own partner's, and null for any other. */
export function ownRow<Row extends { tenant: string }>(
  row: Row | null,
  { viewer }: Pick<RegionalContext, "viewer">,
): Row | null {
  return row?.tenant === viewer.organisation ? row : null;
}
