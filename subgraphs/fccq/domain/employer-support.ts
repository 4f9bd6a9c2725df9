/** What FCCQ helps employers with in human resources. Never advice on immigration law: that is an authorised representative's. */

export enum EmployerSupportTopic {
  RECRUITMENT = "RECRUITMENT",
  ONBOARDING = "ONBOARDING",
  INTERCULTURAL_MANAGEMENT = "INTERCULTURAL_MANAGEMENT",
  FRENCH_AT_WORK = "FRENCH_AT_WORK",
  RETENTION = "RETENTION",
  FINANCIAL_AID = "FINANCIAL_AID",
}
