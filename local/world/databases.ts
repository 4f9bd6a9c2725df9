/** The rows of the five databases, as they are gathered. */
import { Sheets, type Sheet } from "./copy-text.ts";
import { CCMM_TABLES, type CcmmRows } from "./rows/ccmm.ts";
import { EER_TABLES, type EerRows } from "./rows/eer.ts";
import { FCCQ_TABLES, type FccqRows } from "./rows/fccq.ts";
import { REGIONAL_TABLES, type RegionalRows } from "./rows/regional.ts";
import { REGISTRY_TABLES, type RegistryRows } from "./rows/registry.ts";
import { perPartner, type PerPartner } from "../start/partners.ts";

/** The tables that a world fills, in the order in which they refer to each other. */
export const TABLES: PerPartner<readonly string[]> = {
  registry: REGISTRY_TABLES,
  fccq: FCCQ_TABLES,
  eer: EER_TABLES,
  ccmm: CCMM_TABLES,
  regional: REGIONAL_TABLES,
};

export interface WorldSheets {
  registry: Sheets<RegistryRows>;
  fccq: Sheets<FccqRows>;
  eer: Sheets<EerRows>;
  ccmm: Sheets<CcmmRows>;
  regional: Sheets<RegionalRows>;
}

export function createSheets(): WorldSheets {
  return {
    registry: new Sheets(REGISTRY_TABLES),
    fccq: new Sheets(FCCQ_TABLES),
    eer: new Sheets(EER_TABLES),
    ccmm: new Sheets(CCMM_TABLES),
    regional: new Sheets(REGIONAL_TABLES),
  };
}

/** All that was gathered, for each database. */
export function takeSheets(sheets: WorldSheets): PerPartner<Sheet[]> {
  return perPartner((partner) => sheets[partner].take());
}
