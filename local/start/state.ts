/** What a running local hub tells the other commands of the checkout: where everything is. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { localFolder } from "../checkout.ts";
import type { PerPartner } from "./partners.ts";
import { writePrivate } from "./private-file.ts";

export interface LocalState {
  /** The process of `npm start`. */
  pid: number;
  gatewayUrl: string;
  issuer: string;
  audience: string;
  /** The file in which the login keeps its keys and the secrets of its clients. */
  loginKeys: string;
  subgraphUrls: PerPartner<string>;
  /** For the services. */
  databaseUrls: PerPartner<string>;
  /** For migrations and for loading a world. */
  ownerDatabaseUrls: PerPartner<string>;
  adminDatabaseUrl: string;
  /** What disclosures are verified with. */
  disclosureSealPublicKey: string;
}

const file = join(localFolder, "state.json");

export function publishState(state: LocalState): void {
  writePrivate(file, state);
}

export function withdrawState(): void {
  rmSync(file, { force: true });
}
