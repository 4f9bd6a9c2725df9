/** Ports for what a test starts: any two runs on one machine, or two tests of one, hardly ever look at the same. */
import { freePort } from "../../local/postgres/free-port.ts";

/** Below those that any system hands out for outgoing connections, and above those that services are known by. */
const FIRST = 10_100;
const LAST = 15_900;

/** A port that nobody listens on, looked for from a random one on; never one of `taken`. */
export function unusedPort(taken: ReadonlySet<number> = new Set()): Promise<number> {
  return freePort(FIRST + Math.floor(Math.random() * (LAST - FIRST)), taken);
}

/** A port of its own for each of `names`. */
export async function unusedPorts<Name extends string>(
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const ports = new Map<Name, number>();
  for (const name of names) ports.set(name, await unusedPort(new Set(ports.values())));
  return Object.fromEntries(ports) as Record<Name, number>;
}
