/** The administrative regions of Québec, by their code. Those that EER covers stand in the table `covered_region`. */
export const REGION_CODE = /^(0[1-9]|1[0-7])$/;
