/** The figures that FCCQ publishes, each where its rows are. */
import type { Reader } from "../../../platform/load.ts";
import { history, inPeriod, standingOn } from "./tallies.ts";

export function createFigures(reader: Reader) {
  return {
    chambersOn: standingOn(
      reader,
      "chamber",
      "t.joined_on <= d.day and (t.left_on is null or t.left_on >= d.day)",
    ),
    businessesOn: standingOn(reader, "business", "t.registered_on <= d.day"),
    corporateMembersOn: standingOn(
      reader,
      "corporate_member",
      "t.since <= d.day and (t.until is null or t.until >= d.day)",
    ),
    targetedRegionsOn: standingOn(
      reader,
      "targeted_region",
      "t.since <= d.day and (t.until is null or t.until >= d.day)",
    ),
    positionsOpenOn: standingOn(
      reader,
      "position",
      "t.opened_on <= d.day and (t.closed_on is null or t.closed_on > d.day)",
    ),

    activitiesIn: inPeriod(
      reader,
      { activities: "count(*)", cities: "count(distinct (t.region_code, t.city))" },
      "activity t",
      "t.held_on",
      "t.state = 'HELD'",
    ),
    companiesIn: inPeriod(
      reader,
      { companies: "count(distinct company.business_id)" },
      "activity_company company join activity t on t.id = company.activity_id",
      "t.held_on",
      "t.state = 'HELD' and company.attendance = 'PRESENT'",
    ),
    positionsIn: inPeriod(reader, { positionsOpened: "count(*)" }, "position t", "t.opened_on"),

    // Each person on the day of the first activity that they came to: nobody is counted twice.
    people: history(
      reader,
      ["participants"],
      `select first_time.day, count(*) as participants from (
         select guest.registration_id, min(activity.held_on) as day
         from activity_participant guest join activity on activity.id = guest.activity_id
         where activity.state = 'HELD' and guest.attendance = 'PRESENT' and activity.held_on <= $1
         group by guest.registration_id
       ) first_time group by first_time.day order by first_time.day`,
    ),
    meetings: history(
      reader,
      ["interviews"],
      `select (starts_at at time zone 'America/Toronto')::date as day, count(*) as interviews
       from interview where state = 'HELD' and (starts_at at time zone 'America/Toronto')::date <= $1
       group by 1 order by 1`,
    ),
    offers: history(
      reader,
      ["proposed", "accepted"],
      `select event.day,
         count(*) filter (where event.what = 'PROPOSED') as proposed,
         count(*) filter (where event.what = 'ACCEPTED') as accepted
       from offer cross join lateral (
         values (offer.proposed_on, 'PROPOSED'), (offer.answered_on, offer.state)
       ) as event(day, what)
       where event.day <= $1 group by event.day order by event.day`,
    ),
  };
}
