/** What a region tells of itself: its services and its videos. */

export enum RegionalServiceKind {
  WELCOME = "WELCOME",
  HOUSING = "HOUSING",
  EMPLOYMENT = "EMPLOYMENT",
  FRENCH_COURSES = "FRENCH_COURSES",
  SCHOOL = "SCHOOL",
  CHILD_CARE = "CHILD_CARE",
  HEALTH = "HEALTH",
  TRANSPORT = "TRANSPORT",
  COMMUNITY = "COMMUNITY",
  BUSINESS = "BUSINESS",
}

export enum RegionalVideoKind {
  LOCAL_REALITY = "LOCAL_REALITY",
  LOCAL_ACTOR = "LOCAL_ACTOR",
  TESTIMONY = "TESTIMONY",
}
