/** Fifty people of CCMM who have been through everything, each with an employer and an event of their own. */
import { randomUUID } from "node:crypto";
import type { CcmmWorld, Person } from "./ccmm-world.ts";

/** One person goes the whole way by the staff's own changes; the rows of that person are then those of 49 more. */
export async function fiftyPeople(world: CcmmWorld): Promise<Person[]> {
  const whole = await world.anEventHeld();
  await world.done("passerelleVideoLink", {
    participantId: whole.participantId,
    url: "https://video.example/a",
    consent: true,
    consentedOn: "2026-03-01",
  });
  return [whole, ...(await copies(world, whole, 49))];
}

/** Writes the same rows for more people, each with an employer and an event of their own. */
async function copies(
  world: CcmmWorld,
  of: Person & { eventId: string; employerId: string },
  count: number,
): Promise<Person[]> {
  const made = Array.from({ length: count }, () => ({
    participantId: randomUUID(),
    registrationId: randomUUID(),
    eventId: randomUUID(),
    employerId: randomUUID(),
  }));
  const column = (name: keyof (typeof made)[number]) => made.map((each) => each[name]);
  const { database } = world.hub;
  const copy = (table: string, where: string, id: string, values: Record<string, string>) => {
    const replaced = Object.entries({ id, ...values })
      .map(([name, value]) => `'${name}', ${value}`)
      .join(", ");
    return database.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${replaced}))).*
       from ${table} t cross join unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])
         as c(participant, registration, event, employer) where ${where}`,
      [column("participantId"), column("registrationId"), column("eventId"), column("employerId")],
    );
  };
  const mine = `t.registration_id = '${of.registrationId}'`;
  const registration = { registration_id: "c.registration" };
  const both = { event_id: "c.event", employer_id: "c.employer" };
  await copy("employer", `t.id = '${of.employerId}'`, "c.employer", {});
  await copy("recruitment_event", `t.id = '${of.eventId}'`, "c.event", {});
  await copy("participant", mine, "c.participant", registration);
  await copy("event_employer", `t.event_id = '${of.eventId}'`, "gen_random_uuid()", both);
  await copy("event_participant", mine, "gen_random_uuid()", { ...registration, event_id: "c.event" });
  await copy("pairing", mine, "gen_random_uuid()", { ...registration, ...both });
  for (const table of ["journey_entry", "video", "attendance"])
    await copy(table, mine, "gen_random_uuid()", registration);
  await database.query(
    `insert into adviser_call select gen_random_uuid(), c.id, k.adviser_id, k.starts_at, k.ends_at, k.state, k.settled_at
     from adviser_call k cross join unnest($1::uuid[]) as c(id) where k.registration_id = '${of.registrationId}'`,
    [column("registrationId")],
  );
  await database.query(
    `insert into interview
     select gen_random_uuid(), p.id, p.event_id, p.registration_id, p.employer_id, 1, '2026-03-10T15:00:00Z', '2026-03-10T15:15:00Z', 'HELD'
     from pairing p`,
  );
  await database.query(
    `insert into exchange
     select gen_random_uuid(), p.registration_id, p.employer_id, p.event_id, 'EMPLOYER', '2026-03-10', 'OPEN' from pairing p`,
  );
  await database.query(
    `insert into outcome
     select gen_random_uuid(), p.registration_id, true, '2026-04-10', p.employer_id, null, 'RECRUITMENT_EVENT', p.event_id, '2026-04-10T15:00:00Z'
     from pairing p`,
  );
  return made;
}
