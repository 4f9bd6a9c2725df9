/** The kinds of financial aid that FCCQ guides people to; it grants none itself. */

export enum FinancialAid {
  TRAVEL = "TRAVEL",
  RELOCATION = "RELOCATION",
  HOUSING = "HOUSING",
  TRAINING = "TRAINING",
  FRENCH_COURSES = "FRENCH_COURSES",
  WAGE_SUBSIDY = "WAGE_SUBSIDY",
  BUSINESS = "BUSINESS",
}
