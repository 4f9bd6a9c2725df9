/** What hostile requests are sent to: the gateway on the committed supergraph, with stand-ins behind it. */
import { join } from "node:path";
import { gatewaySettings, type GatewaySettings } from "../../gateway/environment.ts";
import { ed25519Key } from "../../gateway/testing/hub.ts";
import { AUDIENCE, startIssuer, type TestIssuer } from "../../gateway/testing/issuer.ts";
import { checkout } from "../../local/checkout.ts";
import { PARTNERS } from "../../local/start/partners.ts";
import { startStandIns, type StandIns } from "./stand-ins.ts";

/** How long a request may take, all in all: to arrive, to be answered by every partner. In milliseconds. */
export const DEADLINE = 10_000;

export interface Surroundings {
  issuer: TestIssuer;
  standIns: StandIns;
  /** The gateway's variables. */
  environment: Record<string, string>;
  close: () => Promise<void>;
}

/** Starts everything but the gateway. */
export async function startSurroundings(delay: number): Promise<Surroundings> {
  const issuer = await startIssuer();
  const standIns = await startStandIns(delay);
  return {
    issuer,
    standIns,
    environment: {
      HOST: "127.0.0.1",
      PASSPORT_PRIVATE_KEY: (await ed25519Key()).privateKey,
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: AUDIENCE,
      SUPERGRAPH_PATH: join(checkout, "schema/supergraph.graphql"),
      ...Object.fromEntries(PARTNERS.map((name) => [`${name.toUpperCase()}_URL`, standIns.urls[name]])),
      SUBGRAPH_TIMEOUT: "5",
      REQUEST_SECONDS: "2",
      LOG_LEVEL: "silent",
    },
    close: async () => {
      await standIns.close();
      await issuer.close();
    },
  };
}

/** Its settings, for a gateway in this process. */
export function settingsIn({ environment }: Surroundings): GatewaySettings {
  return gatewaySettings(environment);
}
