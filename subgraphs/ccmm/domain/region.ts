/** The administrative regions of Québec by their code, all but Montréal (06): a move to one closes a file. */
export const REGIONS_AWAY = Array.from({ length: 17 }, (_, index) =>
  String(index + 1).padStart(2, "0"),
).filter((code) => code !== "06");
