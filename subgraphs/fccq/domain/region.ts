/** The administrative regions of Québec, by their code. */
export const REGION_CODES = Array.from({ length: 17 }, (_, index) => String(index + 1).padStart(2, "0"));
