/** The five databases as their organisations define them: their tables and migrations. */
import "reflect-metadata";
import type { DatabaseDefinition } from "../../platform/database.ts";
import { database as ccmm } from "../../subgraphs/ccmm/store/database.ts";
import { database as eer } from "../../subgraphs/eer/store/database.ts";
import { database as fccq } from "../../subgraphs/fccq/store/database.ts";
import { database as regional } from "../../subgraphs/regional/store/database.ts";
import { database as registry } from "../../subgraphs/registry/store/database.ts";
import type { PerPartner } from "../start/partners.ts";

export const DEFINITIONS: PerPartner<DatabaseDefinition> = { registry, fccq, eer, ccmm, regional };
