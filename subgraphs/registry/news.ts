/** What the registry's process does for news beside the requests: it publishes, and delivers to webhooks. */
import { parseEnvironment, StartupError, variable } from "../../platform/environment.ts";
import type { Log } from "../../platform/log.ts";
import { startPublisher } from "./store/news-publisher.ts";
import { startDeliverer } from "./store/webhook-deliverer.ts";

/** `HOST:PORT`, several between commas. */
const HOSTS = variable
  .text()
  .regex(/^[^\s,/]+:\d+(,[^\s,/]+:\d+)*$/, "must be hosts with ports, such as 127.0.0.1:8080");

/**
 * The variables of webhooks. Without the key there are none: nobody can subscribe and nothing is sent.
 * `WEBHOOK_ALLOWED_HOSTS` names hosts that may be called by http and wherever they are, for local work.
 */
export const WEBHOOK_ENVIRONMENT = {
  WEBHOOK_KEY: variable.secret().optional(),
  WEBHOOK_ALLOWED_HOSTS: HOSTS.optional(),
};

/** The hosts that the setting names. */
export function allowedHosts(setting: string | undefined): string[] {
  return setting?.split(",") ?? [];
}

/**
 * Reads the settings of news, and gives what begins to publish and to deliver.
 * @throws {StartupError} when a setting is wrong
 */
export function tellingNews(): (databaseUrl: string, log: Log) => () => Promise<void> {
  const settings = parseEnvironment({ ...WEBHOOK_ENVIRONMENT, NEWS_SECONDS: variable.seconds(0.2) });
  const { WEBHOOK_KEY: key, NEWS_SECONDS: seconds } = settings;
  if (settings.WEBHOOK_ALLOWED_HOSTS && !key)
    throw new StartupError("WEBHOOK_ALLOWED_HOSTS is set and WEBHOOK_KEY is not: set both, or neither.");
  return (databaseUrl, log) => {
    const endPublishing = startPublisher(databaseUrl, seconds, log);
    const endDelivering =
      key &&
      startDeliverer(
        databaseUrl,
        { key, allowedHosts: allowedHosts(settings.WEBHOOK_ALLOWED_HOSTS), seconds },
        log,
      );
    return async () => {
      await endPublishing();
      await (endDelivering || undefined)?.();
    };
  };
}
