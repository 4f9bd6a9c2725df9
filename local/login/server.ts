/** Starts and stops the development login. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { StartupError } from "../../platform/environment.ts";
import type { LoginSettings } from "./environment.ts";
import { loadOrCreateKeys } from "./keys.ts";
import { developmentProvider } from "./provider.ts";
import { addRoutes } from "./routes.ts";

export interface RunningLogin {
  issuer: string;
  port: number;
  /** Stops accepting, ends what is open, and resolves when the port is free. */
  stop(): Promise<void>;
}

/**
 * A login that listens.
 * @throws {StartupError} when the port is taken or the keys cannot be used.
 */
export async function startLogin(settings: LoginSettings): Promise<RunningLogin> {
  const keys = await loadOrCreateKeys(settings.keysPath);
  const server = createServer();
  // The port comes first: with PORT=0 the issuer is known only then.
  const port = await listen(server, settings.port, settings.host);
  const issuer = settings.issuer ?? `http://localhost:${port}`;
  const provider = developmentProvider({
    issuer,
    audience: settings.audience,
    explorerOrigins: settings.explorerOrigins,
    keys,
  });
  provider.on("server_error", (_ctx, error: Error) =>
    console.error(`The login could not answer a request: ${error.message}`),
  );
  addRoutes(provider, settings.explorerOrigins);
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return { issuer, port, stop: () => stop(server) };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new StartupError(explain(error, port, host))),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): string {
  return error.code === "EADDRINUSE"
    ? `Port ${port} is in use. Stop what uses it or set PORT to another, and start again.`
    : `The login cannot listen on ${host}:${port} (${error.code ?? "unknown reason"}). Change HOST or PORT and start again.`;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
