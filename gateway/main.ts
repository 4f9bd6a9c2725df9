/** The gateway as a process. */
import { listen, runProcess, stopOnSignal } from "../platform/process.ts";
import { gatewaySettings } from "./environment.ts";
import { buildGateway } from "./server.ts";

await runProcess("gateway", async () => {
  const settings = gatewaySettings();
  const { app, stop } = await buildGateway(settings);
  stopOnSignal(app.log, stop);
  const port = await listen(app, settings.host, settings.port);
  app.log.info({ port, path: "/graphql" }, "the gateway listens");
});
