/** What can go wrong with a subgraph and with a database, one thing each. */
import { PARTNERS, type Partner } from "../../local/start/partners.ts";
import { TIMEOUT, type FaultsHub } from "./hub.ts";
import { httpAnswer, type Mischief } from "./proxy.ts";

export interface Fault {
  name: string;
  partner: Partner;
  begin: (hub: FaultsHub) => Promise<void>;
  end: (hub: FaultsHub) => Promise<void>;
}

/** Between the gateway and a subgraph. */
const IN_SUBGRAPHS: Record<string, Mischief> = {
  "cannot be reached": { kind: "refuse" },
  "freezes on the network": { kind: "freeze" },
  "is slow": { kind: "slow", milliseconds: TIMEOUT / 10 },
  "is too slow": { kind: "slow", milliseconds: 2 * TIMEOUT },
  "resets connections": { kind: "reset" },
  "sends half of each body": { kind: "half" },
  "answers garbage": { kind: "garbage" },
  "answers JSON that is no answer": {
    kind: "say",
    bytes: httpAnswer("200 OK", "application/json", `{"data":{}}`),
  },
  "answers a page": { kind: "say", bytes: httpAnswer("200 OK", "text/html", "<h1>Welcome</h1>") },
  "answers 500": {
    kind: "say",
    bytes: httpAnswer("500 Internal Server Error", "application/json", `{"data":{}}`),
  },
};

/** Between a subgraph and its database. */
const IN_DATABASES: Record<string, Mischief> = {
  "cannot be reached": { kind: "refuse" },
  freezes: { kind: "freeze" },
  "is slow": { kind: "slow", milliseconds: 20 },
  "resets connections": { kind: "reset" },
  "sends half of its answers": { kind: "half" },
  "answers garbage": { kind: "garbage" },
};

/** Every fault there is. */
export const FAULTS: readonly Fault[] = PARTNERS.flatMap((partner) => [
  ...Object.entries(IN_SUBGRAPHS).map(([what, mischief]) => inSubgraph(partner, what, mischief)),
  ...Object.entries(IN_DATABASES).map(([what, mischief]) => inDatabase(partner, what, mischief)),
  stopped(partner),
  frozen(partner),
]);

/** The fault with this name. @throws {Error} when there is none. */
export function fault(name: string): Fault {
  const found = FAULTS.find((each) => each.name === name);
  if (!found) throw new Error(`There is no fault called "${name}".`);
  return found;
}

function inSubgraph(partner: Partner, what: string, mischief: Mischief): Fault {
  return {
    name: `${partner} ${what}`,
    partner,
    begin: (hub) => hub.subgraphs[partner].behave(mischief),
    end: (hub) => hub.subgraphs[partner].behave({ kind: "none" }),
  };
}

function inDatabase(partner: Partner, what: string, mischief: Mischief): Fault {
  return {
    name: `the database of ${partner} ${what}`,
    partner,
    begin: (hub) => hub.databases[partner].behave(mischief),
    end: (hub) => hub.databases[partner].behave({ kind: "none" }),
  };
}

/** Its process is gone at once, and is started again. */
function stopped(partner: Partner): Fault {
  return {
    name: `${partner} is killed`,
    partner,
    begin: async (hub) => hub.signal(partner, "SIGKILL"),
    end: (hub) => hub.restart(partner),
  };
}

/** Its process stands still, with every connection open. */
function frozen(partner: Partner): Fault {
  return {
    name: `${partner} freezes`,
    partner,
    begin: async (hub) => hub.signal(partner, "SIGSTOP"),
    end: async (hub) => hub.signal(partner, "SIGCONT"),
  };
}
