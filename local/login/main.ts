/** The development login as a process of its own: an OpenID Connect issuer that asks no password. */
import { StartupError } from "../../platform/environment.ts";
import { loginSettings } from "./environment.ts";
import { startLogin } from "./server.ts";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

try {
  const settings = loginSettings();
  const login = await startLogin(settings);
  if (!LOOPBACK.includes(settings.host)) {
    console.warn(
      `HOST is ${settings.host}: this login asks no password, so whoever reaches it is let in. Use it with invented data only.`,
    );
  }
  console.log(`The development login is ready at ${login.issuer}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // All is closed by then: whatever a library might still keep going has nothing left to serve.
    process.once(signal, () => void login.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(
    error instanceof StartupError
      ? error.message
      : `The login could not start (${String(error)}). Delete its keys file and start again.`,
  );
  process.exitCode = 1;
}
