/** The story of the README's candidate, told from her life like everybody's. */
import { DEMO_CANDIDATE, DEMO_MEMBER, DEMO_PASSERELLE_ON, DEMO_PERSON } from "./demo.ts";
import type { Random } from "./random.ts";
import type { Staff } from "./staff.ts";
import { tell, type Story } from "./story.ts";

export function tellDemo(staff: Staff, random: Random): Story {
  return tell("demo", DEMO_MEMBER, null, staff, random, {
    candidateId: DEMO_CANDIDATE,
    person: DEMO_PERSON,
    // Her spouse and two children.
    family: { adults: 2, children: 2 },
    passerelleOn: DEMO_PASSERELLE_ON,
    whole: true,
  });
}
