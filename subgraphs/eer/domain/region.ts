/** The administrative regions of Québec, by their code. Those that EER covers stand in the table `covered_region`. */
export const REGION_CODES = Array.from({ length: 17 }, (_, index) => String(index + 1).padStart(2, "0"));
