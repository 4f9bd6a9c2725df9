/** What whoever stands at a door notices while an import runs: how long it takes to look somebody up, and to register them. */
import { setTimeout as pause } from "node:timers/promises";
import { perform } from "../../platform/action.ts";
import { connect, createDatabase } from "../../platform/database.ts";
import { withClient } from "../../platform/provision-database.ts";
import {
  registrationRecord,
  RegistrationRecordInput,
} from "../../subgraphs/registry/actions/registration-record.ts";
import { keysOf, normalise } from "../../subgraphs/registry/domain/identity/index.ts";
import { EntryDoor } from "../../subgraphs/registry/domain/registration.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { findAlike } from "../../subgraphs/registry/store/identity-lookup.ts";
import { percentile, rounded } from "../bench/figures.ts";
import { generatePeople } from "../identity/people-generator.ts";
import { viewer } from "../support/subgraph.ts";

/** Milliseconds. */
export interface Noticed {
  lookups: number;
  lookup: Record<"p50" | "p95", number | null>;
  registered: number;
  /** With its wait for the batch that is being entered. */
  register: Record<"p50" | "p95" | "longest", number | null>;
  /** Looks at who waits for a lock, and how many of them found a session that did: doors behind a batch. */
  looks: number;
  waiting: number;
  /** Statements that waited for anything but the turn to decide on who is who. */
  waitingOtherwise: number;
}

const ccmm = viewer("ccmm", "ADVISER");

/** Lookups and registrations of one door, a few a second, until it is over. */
export async function standAtTheDoor(url: string, over: Promise<unknown>): Promise<Noticed> {
  const registry = await connect(createDatabase(url, database, 2));
  const { registrations } = generatePeople({ people: 3_000, lists: "tuning", seed: "at the door" });
  const [lookups, registered]: [number[], number[]] = [[], []];
  const locks = { looks: 0, waiting: 0, waitingOtherwise: 0 };
  let isOver = false;
  const end = () => void (isOver = true);
  over.then(end, end);
  const watch = withClient(url, async (client) => {
    while (!isOver) {
      const { rows } = await client.query<{ waiting: number; otherwise: number }>(WAITING);
      locks.looks += 1;
      locks.waiting += rows[0]?.waiting ? 1 : 0;
      locks.waitingOtherwise += rows[0]?.otherwise ?? 0;
      await pause(100);
    }
  });
  try {
    for (let number = 0; !isOver; number += 1) {
      const { declared } = registrations[number % registrations.length] ?? {};
      if (declared === undefined) continue;
      const asked = performance.now();
      await findAlike(registry.manager, keysOf(normalise(declared)), null);
      lookups.push(performance.now() - asked);
      if (number % 5 === 0) registered.push(await register(number));
      await pause(100);
    }
    await watch;
  } finally {
    await registry.destroy();
  }
  const of = (times: number[], share: number) => rounded(percentile(times, share));
  return {
    lookups: lookups.length,
    lookup: { p50: of(lookups, 0.5), p95: of(lookups, 0.95) },
    registered: registered.length,
    register: {
      p50: of(registered, 0.5),
      p95: of(registered, 0.95),
      longest: rounded(Math.max(...registered)),
    },
    ...locks,
  };

  async function register(number: number): Promise<number> {
    const { declared } = registrations[number % registrations.length] ?? {};
    const reference = `door-${number}`;
    const input = Object.assign(new RegistrationRecordInput(), {
      givenNames: declared?.givenNames,
      familyNames: declared?.familyNames ?? "Roy",
      birthDate: declared?.birthDate,
      entryDoor: EntryDoor.WALK_IN,
      organisationReference: reference,
      reference,
    });
    const began = performance.now();
    const { userErrors } = await perform(registrationRecord, input, {
      viewer: ccmm,
      manager: registry.manager,
      staff: () => true,
      now: () => new Date(),
    });
    if (userErrors.length > 0) throw new Error(`A door could not register: ${JSON.stringify(userErrors)}`);
    return performance.now() - began;
  }
}

const WAITING = /* sql */ `
  select count(*) filter (where wait_event = 'advisory')::int as waiting,
    count(*) filter (where wait_event <> 'advisory')::int as otherwise
  from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
