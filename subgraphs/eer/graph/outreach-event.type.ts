/** Outreach events in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { OutreachEventKind, OutreachEventState } from "../domain/outreach.ts";

registerEnumType(OutreachEventKind, {
  name: "OutreachEventKind",
  description: "What kind of event.",
  valuesConfig: {
    FAIR: { description: "A fair, with a booth (salon)." },
    WEBINAR: { description: "A presentation online (webinaire)." },
    INFORMATION_SESSION: { description: "A presentation in person (séance d'information)." },
  },
});

registerEnumType(OutreachEventState, {
  name: "OutreachEventState",
  description: "Where an event stands.",
  valuesConfig: {
    PLANNED: { description: "It has a day (planifié)." },
    HELD: { description: "It took place (tenu)." },
    CANCELLED: { description: "It does not take place (annulé)." },
  },
});

@ObjectType({ description: "An event where people hear of Emplois en régions (promotion)." })
export class OutreachEvent {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => OutreachEventKind, { description: "What kind of event." })
  kind: OutreachEventKind;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => DateScalar, { description: "Its day." })
  heldOn: string;

  @Field(() => String, { nullable: true, description: "Its city; null for a webinar. Never translated." })
  city: string | null;

  @Field(() => OutreachEventState, { description: "Where it stands." })
  state: OutreachEventState;

  attendance: number | null;
  tenant: string;
}

export const OutreachEventConnection = connectionOf(() => OutreachEvent, "OutreachEvent");
