/** The way in, the same at every address that gives data: who it is, and whether to go on, before a body is read. */
import type { FastifyRequest } from "fastify";
import type { Authenticate, Recognised } from "../authenticate.ts";
import type { Rate } from "../rate/rate.ts";
import { Refusal } from "../refusal.ts";
import { refuseForeignSites } from "./sites.ts";

export interface EntranceSettings {
  authenticate: Authenticate;
  rate: Rate;
  /** The origins whose pages may ask. */
  origins: readonly string[];
}

export class Entrance {
  readonly #settings: EntranceSettings;
  readonly #viewers = new WeakMap<object, Recognised>();

  constructor(settings: EntranceSettings) {
    this.#settings = settings;
  }

  /**
   * For `onRequest`, before the body is read: a caller that nobody knows cannot make the gateway read a megabyte.
   * @throws {Refusal} what refuses the caller
   */
  readonly admit = async (request: FastifyRequest): Promise<void> => {
    const { authenticate, rate, origins } = this.#settings;
    refuseForeignSites(request, origins);
    const viewer = await authenticate(request);
    rate.precheck(viewer);
    refuseCompressed(request);
    this.#viewers.set(request, viewer);
  };

  /** Who was admitted with this request. */
  viewerOf(request: FastifyRequest): Recognised {
    const viewer = this.#viewers.get(request);
    if (!viewer) throw new Error("A request came in without a viewer.");
    return viewer;
  }
}

/** A body that unfolds to a thousand times its size is never unfolded. @throws {Refusal} */
function refuseCompressed({ headers }: FastifyRequest): void {
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "identity")
    throw new Refusal("UNSUPPORTED_MEDIA_TYPE", "Compressed requests are not taken: send it as it is.", {
      headers: { "accept-encoding": "identity" },
    });
}
