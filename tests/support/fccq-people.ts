/** Who asks FCCQ's subgraph in tests, and when. */
import { viewer } from "./subgraph.ts";

export const officer = viewer("fccq", "OFFICER");
export const counsellor = viewer("promis", "COUNSELLOR");

/** The moment at which the tests stand: Friday 20 November 2026, 10 h in Québec. */
export const NOW = new Date("2026-11-20T15:00:00Z");
export const TODAY = "2026-11-20";
