/** The administrative regions of Québec by their code, all but Montréal (06): a move to one closes a file. */
export const REGIONS_AWAY = [
  "01",
  "02",
  "03",
  "04",
  "05",
  "07",
  "08",
  "09",
  "10",
  "11",
  "12",
  "13",
  "14",
  "15",
  "16",
  "17",
];
