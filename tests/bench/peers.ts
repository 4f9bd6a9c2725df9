/** The other gateways, in a package of their own (`peers/`) that is installed when the benchmark first needs it. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkout } from "../../local/checkout.ts";

export const peersFolder = join(checkout, "tests/bench/peers");

/** The installer of `npm start`: plain JavaScript, because it runs before anything is built. */
interface Installer {
  isInstalled(root: string): boolean;
  install(root: string, lock: { child(pid: number | undefined): void }): Promise<void>;
}

/** Installs the peers' packages where they are not those of their lock file, and says how far it is. */
export async function ensurePeers(): Promise<void> {
  const file = pathToFileURL(join(checkout, "local/prepare/install.mjs")).href;
  const { isInstalled, install } = (await import(file)) as Installer;
  if (isInstalled(peersFolder)) return;
  await install(peersFolder, { child: () => undefined });
}
