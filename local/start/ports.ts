/** The ports of the local hub: the same at every start, as long as nobody else has taken them. */
import { z } from "zod";
import { StartupError } from "../../platform/environment.ts";
import { freePort, isFree } from "../postgres/free-port.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

const SAVED = z.record(z.string(), z.number().int());

/**
 * A free port for each name of `firstChoices`, near its first choice; those of last time where they are free.
 * What is chosen is kept in `file`.
 * @param taken a port that is not to be given away, though it is free now
 */
export async function choosePorts<Name extends string>(
  file: string,
  firstChoices: Record<Name, number>,
  taken: number,
): Promise<Record<Name, number>> {
  const saved = SAVED.safeParse(readPrivate(file)).data ?? {};
  const given = new Set([taken]);
  const ports: Record<string, number> = {};
  for (const [name, first] of Object.entries<number>(firstChoices)) {
    const last = saved[name];
    const keeps = last !== undefined && !given.has(last) && (await isFree(last));
    // Whoever must move does not move into the place of another.
    const port = keeps ? last : await freePort(first, new Set([...given, ...Object.values(saved)]));
    ports[name] = port;
    given.add(port);
  }
  writePrivate(file, { ...saved, ...ports });
  return ports as Record<Name, number>;
}

/**
 * Waits up to `patience` milliseconds for the gateway's port to be free.
 * @throws {StartupError} when it is not.
 */
export async function requirePort(port: number, patience: number): Promise<void> {
  for (const until = Date.now() + patience; !(await isFree(port));) {
    if (Date.now() > until) {
      throw new StartupError(
        `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 10} npm start`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
