/** Those who settled in a region and tell others of it. */

export enum AmbassadorActivity {
  TESTIMONY = "TESTIMONY",
  EVENT = "EVENT",
  WELCOMING = "WELCOMING",
  MENTORING = "MENTORING",
}
