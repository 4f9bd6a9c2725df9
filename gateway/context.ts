/** What the gateway knows of one request while it runs. */
import type { SignPassport, Viewer } from "../platform/passport.ts";
import type { Observation } from "./observe/observation.ts";

export interface GatewayContext {
  viewer: Viewer;
  /** Whether nobody asks, and no subgraph is to be asked: an operation is only planned ahead. */
  isRehearsal?: boolean;
  /** The passport for one subgraph: signed at its first use, the same for the whole request. */
  passport: (subgraph: string) => Promise<string>;
  /** Aborted when the caller has gone away, so that no subgraph is asked for nobody. */
  gone: AbortSignal;
  /** When the answer is due, on the clock of `performance.now()`: what is not there by then is left out. */
  deadline: number;
  /** Tells the log which operation this is. */
  nameOperation: (name: string | null) => void;
  /** Is told what happens to the request. */
  seen: Observation;
}

/** One passport per subgraph and request: signed when first needed, never for a subgraph that is not asked. */
export function passportsOf(viewer: Viewer, sign: SignPassport): (subgraph: string) => Promise<string> {
  const signed = new Map<string, Promise<string>>();
  return (subgraph) => {
    let passport = signed.get(subgraph);
    if (!passport) {
      passport = sign(viewer, subgraph);
      signed.set(subgraph, passport);
    }
    return passport;
  };
}
