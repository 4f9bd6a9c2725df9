/** The id of a request, as it stands in logs, in passports and in disclosures. */
import { v7 } from "uuid";

export const REQUEST_ID_HEADER = "x-request-id";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The caller's own id when it is a plain UUID in small letters, otherwise a new one (v7): nothing else gets into a log. */
export function requestId(offered: string | string[] | undefined): string {
  return typeof offered === "string" && UUID.test(offered) ? offered : v7();
}
