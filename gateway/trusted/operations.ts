/** Which text a request means: its own, one that was registered for its system, or one that was sent before. */
import { createHash } from "node:crypto";
import type { Role } from "../../platform/passport.ts";
import type { Recognised } from "../authenticate.ts";
import type { GraphRequest } from "../door/request.ts";
import { Kept } from "../limits/kept.ts";
import { Refusal } from "../refusal.ts";
import type { TrustedList } from "./list.ts";

/** Only programs can be held to what they registered: a person explores. */
const PROGRAMS: readonly Role[] = ["SYSTEM", "DASHBOARD"];

/** Automatic persisted queries that are kept, and how many characters of them. */
const KEPT = 2_000;
const KEPT_CHARACTERS = 4 * 1024 * 1024;

export class Operations {
  readonly #list: TrustedList;
  readonly #persisted = new Kept<string>(KEPT, KEPT_CHARACTERS);

  constructor(list: TrustedList) {
    this.#list = list;
  }

  /**
   * The text of the operation that is asked for.
   * @throws {Refusal} `OPERATION_NOT_TRUSTED` when the caller is held to others, `OPERATION_UNKNOWN` or
   * `PERSISTED_QUERY_NOT_FOUND` when nothing has that id, `BAD_REQUEST` when hash and text do not belong together.
   */
  async resolve(
    { client, roles }: Recognised,
    { query, documentId, sha256Hash }: GraphRequest,
  ): Promise<string> {
    const id = documentId ?? (query ? `sha256:${sha256(query)}` : `sha256:${sha256Hash}`);
    if (query && sha256Hash !== undefined && id !== `sha256:${sha256Hash}`)
      throw new Refusal("BAD_REQUEST", "`sha256Hash` is not the hash of this query.");
    const isProgram = roles.some((role) => PROGRAMS.includes(role));
    if (isProgram || documentId !== undefined) {
      const { held, documents } = await this.#list.of(client);
      const registered = documents.get(id);
      if (registered !== undefined) return registered;
      if (isProgram && held)
        throw new Refusal(
          "OPERATION_NOT_TRUSTED",
          "This system is held to the operations that are registered for it, and this is none of them. Send one of those, or have this one registered.",
          { extensions: { documentId: id } },
        );
    }
    if (documentId !== undefined)
      throw new Refusal("OPERATION_UNKNOWN", "No operation of this id is registered for this caller.");
    const text = query || this.#persisted.get(id);
    // The words are those that clients of automatic persisted queries look for.
    if (text === undefined) throw new Refusal("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    return text;
  }

  /** Keeps the text of an automatic persisted query, once it was found to be within the limits. */
  remember({ query, sha256Hash }: GraphRequest): void {
    if (query && sha256Hash !== undefined) this.#persisted.set(`sha256:${sha256Hash}`, query, query.length);
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
