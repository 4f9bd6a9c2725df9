/** What `npm start` can be told from outside. */
import { parseEnvironment, StartupError, variable } from "../../platform/environment.ts";

export interface StartSettings {
  /** The address that the gateway listens on: this machine only, unless it is said otherwise. */
  host: string;
  /** The gateway's port. */
  port: number;
  /** Where the gateway's metrics are; each subgraph's at one of the ports that follow. None unless it is said. */
  metricsPort?: number | undefined;
}

/**
 * The settings in `source`.
 * @throws {StartupError} naming each variable that is wrong.
 */
export function startSettings(source: NodeJS.ProcessEnv = process.env): StartSettings {
  const values = parseEnvironment(
    {
      HOST: variable.host("127.0.0.1"),
      PORT: variable.port(4000),
      METRICS_PORT: variable.port().optional(),
    },
    source,
  );
  if (values.PORT === 0) {
    throw new StartupError("PORT is 0: name the port that the graph is to be found at, such as PORT=4010.");
  }
  return { host: values.HOST, port: values.PORT, metricsPort: values.METRICS_PORT };
}
